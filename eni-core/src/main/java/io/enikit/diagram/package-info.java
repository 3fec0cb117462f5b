/**
 * Draws plans. Text comes out: no fonts, no native tools, the same picture on every machine.
 *
 * <p>{@link io.enikit.diagram.TextDiagram} draws a plan as boxes. What instance types allow is not known here; modules
 * that know it hand it over as {@link io.enikit.diagram.SlotGrid}.
 *
 * <pre>{@code
 * System.out.println(TextDiagram.of(plan));
 * }</pre>
 */
@NullMarked
package io.enikit.diagram;

import org.jspecify.annotations.NullMarked;
