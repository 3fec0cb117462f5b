package io.enikit.diagram;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import io.enikit.model.NetworkPlan;
import io.enikit.net.Cidr;
import io.enikit.net.IpRange;
import java.util.List;
import java.util.Optional;

/**
 * What is different between before and after.
 *
 * <pre>{@code
 * ChangeMap map = ChangeMap.between(before, after);
 * map.count(ChangeMap.Kind.MOVED);          // 1
 * Files.writeString(Path.of("change.svg"), SvgDiagram.of(map).toString());
 * }</pre>
 *
 * @param title what has changed
 * @param blocks the blocks on whose scale ranges are drawn; none if only texts are to be drawn
 * @param changes the changes, in the order in which they are drawn
 */
public record ChangeMap(String title, List<Cidr> blocks, List<Change> changes) {
    /** What has become of something. */
    public enum Kind {
        /** It is there after only. */
        ADDED('+', "added"),
        /** It is elsewhere. */
        MOVED('~', "moved"),
        /** It is where it was, and something about it is different. */
        CHANGED('~', "changed"),
        /** It was there before only. */
        REMOVED('-', "removed"),
        /** It is as it was. */
        KEPT('=', "kept");

        private final char sign;
        private final String text;

        Kind(char sign, String text) {
            this.sign = sign;
            this.text = text;
        }

        char sign() {
            return sign;
        }

        /** {@return the kind in a word} */
        @Override
        public String toString() {
            return text;
        }
    }

    /**
     * One value of something before and after.
     *
     * @param name what the value is of, may be empty
     * @param before the value before, absent where there was none
     * @param after the value after, absent where there is none
     */
    public record Values(String name, Optional<String> before, Optional<String> after) {
        /**
         * Checks that nothing is null.
         *
         * @param name what the value is of
         * @param before the value before, absent where there was none
         * @param after the value after, absent where there is none
         */
        public Values {
            requireNonNull(name, "name");
            requireNonNull(before, "before");
            requireNonNull(after, "after");
        }
    }

    /**
     * What has become of one thing.
     *
     * @param kind what has become of it
     * @param label its name
     * @param note more about it, may be empty
     * @param values its values that are worth telling
     * @param before its addresses before, absent where it had none or they don't matter
     * @param after its addresses after, absent where it has none or they don't matter
     */
    public record Change(
            Kind kind,
            String label,
            String note,
            List<Values> values,
            Optional<IpRange> before,
            Optional<IpRange> after) {
        /**
         * Keeps a copy of the list.
         *
         * @param kind what has become of it
         * @param label its name
         * @param note more about it, may be empty
         * @param values its values that are worth telling
         * @param before its addresses before
         * @param after its addresses after
         */
        public Change {
            requireNonNull(kind, "kind");
            requireNonNull(label, "label");
            requireNonNull(note, "note");
            values = ImmutableList.copyOf(values);
            requireNonNull(before, "before");
            requireNonNull(after, "after");
        }

        /**
         * Returns a change of the block of something.
         *
         * @param label its name
         * @param before its block before, absent where it had none
         * @param after its block after, absent where it has none
         * @return added, removed, moved, or kept if the blocks are equal
         * @throws IllegalArgumentException if it has neither
         */
        public static Change of(String label, Optional<Cidr> before, Optional<Cidr> after) {
            if (before.isEmpty() && after.isEmpty()) {
                throw new IllegalArgumentException(label + ": expected a block before, after, or both");
            }
            Kind kind = before.isEmpty()
                    ? Kind.ADDED
                    : after.isEmpty() ? Kind.REMOVED : before.equals(after) ? Kind.KEPT : Kind.MOVED;
            return new Change(
                    kind,
                    label,
                    "",
                    List.of(new Values("", before.map(Cidr::toString), after.map(Cidr::toString))),
                    before.map(IpRange::from),
                    after.map(IpRange::from));
        }
    }

    /**
     * Keeps copies of the lists.
     *
     * @param title what has changed
     * @param blocks the blocks on whose scale ranges are drawn
     * @param changes the changes
     */
    public ChangeMap {
        requireNonNull(title, "title");
        blocks = ImmutableList.copyOf(blocks);
        changes = ImmutableList.copyOf(changes);
    }

    /**
     * Compares two plans.
     *
     * <p>An interface has moved if it is attached elsewhere; what it took along is said. The scale is there if the block
     * of a subnet is another one, and holds the blocks that the VPCs have before or after.
     *
     * @param before the first plan
     * @param after the second plan
     * @return what is different, subnets that are kept included where there is a scale
     */
    public static ChangeMap between(NetworkPlan before, NetworkPlan after) {
        return new PlanChanges(requireNonNull(before, "before"), requireNonNull(after, "after")).map();
    }

    /**
     * Counts the changes of a kind.
     *
     * @param kind the kind
     * @return how many there are
     */
    public int count(Kind kind) {
        return (int) changes.stream().filter(change -> change.kind() == kind).count();
    }
}
