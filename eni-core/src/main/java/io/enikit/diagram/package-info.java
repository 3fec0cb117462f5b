/**
 * Draws plans. Text comes out: no fonts, no native tools, the same picture on every machine.
 *
 * <p>Start with {@link io.enikit.diagram.SvgDiagram}, which draws a plan, or what has changed between two, for a page;
 * {@link io.enikit.diagram.TextDiagram} does it as boxes for a console, {@link io.enikit.diagram.MermaidDiagram} as a
 * flowchart. {@code SvgDiagram} draws data that knows no plan as well: {@link io.enikit.diagram.AddressMap},
 * {@link io.enikit.diagram.SlotGrid} and {@link io.enikit.diagram.ChangeMap}. What instance types allow and what pools hold
 * is not known here; modules that know it hand it over as such data.
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
