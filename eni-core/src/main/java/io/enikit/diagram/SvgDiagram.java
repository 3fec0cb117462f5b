package io.enikit.diagram;

import static java.util.Objects.requireNonNull;

import io.enikit.model.NetworkPlan;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A picture as a standalone SVG document, 900 pixels wide.
 *
 * <p>It is light or dark as its viewer prefers, needs no script and no font of its own, and tells what it shows by signs
 * and patterns as well as by colour. Whatever a label holds, the document is well-formed XML. Names that are too long
 * end in an ellipsis and show as a whole when they are pointed at.
 *
 * <pre>{@code
 * SvgDiagram vpc = SvgDiagram.of(AddressMap.of(plan, VpcId.of("main")).orElseThrow());
 * Files.writeString(Path.of("main.svg"), vpc.toString());
 * SvgDiagram.of(ChangeMap.between(before, after)).withTitle("Failover");
 * }</pre>
 *
 * <p>Several pictures may stand in one HTML page: ids are made from what is drawn, and styles are about one picture.
 */
public final class SvgDiagram {
    private static final Pattern ID_PREFIX = Pattern.compile("[A-Za-z][A-Za-z0-9_-]*");

    private final SvgDrawing drawing;
    private final Optional<String> title;
    private final String idPrefix;

    private SvgDiagram(SvgDrawing drawing, Optional<String> title, String idPrefix) {
        this.drawing = drawing;
        this.title = title;
        this.idPrefix = idPrefix;
    }

    private static SvgDiagram of(SvgDrawing drawing) {
        return new SvgDiagram(drawing, Optional.empty(), "eni-");
    }

    /**
     * Draws a network: zones, in them subnets and instances, in these their interfaces with what they have.
     *
     * <p>Names are those that {@link io.enikit.model.PlanNames} gives. Of what is too much for a picture the number is shown.
     *
     * @param plan the plan
     * @return the picture
     */
    public static SvgDiagram of(NetworkPlan plan) {
        return of(new NetworkSvg(new NetworkScene(Optional.empty(), requireNonNull(plan, "plan")), false));
    }

    /**
     * Draws a network after a change: what has moved is shown where it was and where it is, with an arrow between.
     *
     * <p>Zones in which nothing has changed are a line each. The line below the title is one of
     * {@link io.enikit.model.PlanDiff#sentences()}.
     *
     * @param before the plan before
     * @param after the plan after, which is drawn
     * @return the picture
     */
    public static SvgDiagram between(NetworkPlan before, NetworkPlan after) {
        requireNonNull(before, "before");
        return of(new NetworkSvg(new NetworkScene(Optional.of(before), requireNonNull(after, "after")), false));
    }

    /**
     * Draws blocks and what is in them: a bar to scale and a line a part, or cells.
     *
     * @param map the map
     * @return the picture
     */
    public static SvgDiagram of(AddressMap map) {
        requireNonNull(map, "map");
        return of(map.cellPrefixLength().isPresent() ? new CellMapSvg(map) : new AddressMapSvg(map));
    }

    /**
     * Draws the places of an instance: network cards by device indexes.
     *
     * @param grid the places
     * @return the picture
     */
    public static SvgDiagram of(SlotGrid grid) {
        return of(new SlotGridSvg(requireNonNull(grid, "grid")));
    }

    /**
     * Draws what has changed: before and after to scale where there is a scale, and a line a change.
     *
     * @param map the changes
     * @return the picture
     */
    public static SvgDiagram of(ChangeMap map) {
        return of(new ChangeMapSvg(requireNonNull(map, "map")));
    }

    /**
     * Returns this picture with another title.
     *
     * @param title the title
     * @return the picture
     */
    public SvgDiagram withTitle(String title) {
        requireNonNull(title, "title");
        return new SvgDiagram(drawing, Optional.of(title), idPrefix);
    }

    /**
     * Returns this picture of a change without what the change does not affect.
     *
     * @return the picture; the same where it is not one of {@link #between}
     */
    public SvgDiagram withOnlyChanges() {
        return new SvgDiagram(drawing.withOnlyChanges(), title, idPrefix);
    }

    /**
     * Returns this picture with ids that begin otherwise, for a page that shows the same picture twice.
     *
     * @param idPrefix a letter, and letters, digits, hyphens, and underscores
     * @return the picture
     * @throws IllegalArgumentException if it is anything else
     */
    public SvgDiagram withIdPrefix(String idPrefix) {
        requireNonNull(idPrefix, "idPrefix");
        if (!ID_PREFIX.matcher(idPrefix).matches()) {
            throw new IllegalArgumentException(
                    "\"" + idPrefix + "\": expected a letter, and letters, digits, hyphens, and underscores");
        }
        return new SvgDiagram(drawing, title, idPrefix);
    }

    /** {@return whether the other object draws the same} */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof SvgDiagram that && toString().equals(that.toString());
    }

    @Override
    public int hashCode() {
        return toString().hashCode();
    }

    /** {@return the document, without an XML declaration, so that it can be put into HTML; to be written as UTF-8} */
    @Override
    public String toString() {
        SvgPage page = new SvgPage();
        String shown = title.orElse(drawing.title());
        page.header(shown, drawing.summary());
        drawing.drawOn(page);
        return page.document(idPrefix, shown, drawing.summary());
    }
}
