/**
 * Draws plans. Text comes out: no fonts, no native tools, the same picture on every machine.
 *
 * <p>{@link io.enikit.diagram.TextDiagram} draws a plan as boxes for a console, or two plans side by side;
 * {@link io.enikit.diagram.MermaidDiagram} as a flowchart for a README; {@link io.enikit.diagram.SvgDiagram} draws data
 * that knows no plan: {@link io.enikit.diagram.AddressMap}, {@link io.enikit.diagram.SlotGrid} and
 * {@link io.enikit.diagram.ChangeMap}. What instance types allow and what pools hold is not known here; modules that know
 * it hand it over as such data.
 *
 * <pre>{@code
 * System.out.println(TextDiagram.between(before, after));
 * Files.writeString(Path.of("plan.mmd"), MermaidDiagram.of(plan).toString());
 * AddressMap addresses = AddressMap.of(plan, VpcId.of("main")).orElseThrow();
 * Files.writeString(Path.of("main.svg"), SvgDiagram.of(addresses).toString());
 * Files.writeString(Path.of("change.svg"), SvgDiagram.of(ChangeMap.between(before, after)).toString());
 * }</pre>
 *
 * <p>A plan with faults is drawn as well, and the faults are marked where the picture shows them.
 */
@NullMarked
package io.enikit.diagram;

import org.jspecify.annotations.NullMarked;
