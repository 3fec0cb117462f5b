package io.enikit.diagram;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import io.enikit.internal.VisibleText;
import io.enikit.model.NetworkPlan;
import io.enikit.net.Cidr;
import io.enikit.net.IpRange;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What is different between before and after.
 *
 * <pre>{@code
 * ChangeMap map = ChangeMap.between(before, after);
 * map.count(ChangeMap.Kind.MOVED);          // 1
 * Files.writeString(Path.of("change.svg"), SvgDiagram.of(map).toString());
 * }</pre>
 */
public final class ChangeMap {
    private final String title;
    private final List<Cidr> blocks;
    private final List<Change> changes;

    /**
     * What has become of something.
     *
     * <p>Later versions may add constants.
     */
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

    /** One value of something before and after. */
    public static final class Values {
        private final String name;
        private final Optional<String> before;
        private final Optional<String> after;

        private Values(String name, Optional<String> before, Optional<String> after) {
            this.name = requireNonNull(name, "name");
            this.before = requireNonNull(before, "before");
            this.after = requireNonNull(after, "after");
        }

        /**
         * Returns the values of something before and after.
         *
         * @param name what the value is of, may be empty
         * @param before the value before, absent where there was none
         * @param after the value after, absent where there is none
         * @return the values
         */
        public static Values of(String name, Optional<String> before, Optional<String> after) {
            return new Values(name, before, after);
        }

        /** {@return what the value is of, may be empty} */
        public String name() {
            return name;
        }

        /** {@return the value before, absent where there was none} */
        public Optional<String> before() {
            return before;
        }

        /** {@return the value after, absent where there is none} */
        public Optional<String> after() {
            return after;
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Values that
                    && name.equals(that.name)
                    && before.equals(that.before)
                    && after.equals(that.after);
        }

        @Override
        public int hashCode() {
            return Objects.hash(name, before, after);
        }

        @Override
        public String toString() {
            return VisibleText.of("Values[name=" + name + ", before=" + before + ", after=" + after + "]");
        }
    }

    /** What has become of one thing. */
    public static final class Change {
        private final Kind kind;
        private final String label;
        private final String note;
        private final List<Values> values;
        private final Optional<IpRange> before;
        private final Optional<IpRange> after;

        private Change(
                Kind kind,
                String label,
                String note,
                List<Values> values,
                Optional<IpRange> before,
                Optional<IpRange> after) {
            this.kind = requireNonNull(kind, "kind");
            this.label = requireNonNull(label, "label");
            this.note = requireNonNull(note, "note");
            this.values = ImmutableList.copyOf(requireNonNull(values, "values"));
            this.before = requireNonNull(before, "before");
            this.after = requireNonNull(after, "after");
        }

        /**
         * Returns a change.
         *
         * @param kind what has become of it
         * @param label its name
         * @param note more about it, may be empty
         * @param values the values that are shown
         * @param before its addresses before, absent where it had none or they don't matter
         * @param after its addresses after, absent where it has none or they don't matter
         * @return the change
         */
        public static Change of(
                Kind kind,
                String label,
                String note,
                List<Values> values,
                Optional<IpRange> before,
                Optional<IpRange> after) {
            return new Change(kind, label, note, values, before, after);
        }

        /** {@return what has become of it} */
        public Kind kind() {
            return kind;
        }

        /** {@return its name} */
        public String label() {
            return label;
        }

        /** {@return more about it, may be empty} */
        public String note() {
            return note;
        }

        /** {@return its values that are worth telling} */
        public List<Values> values() {
            return values;
        }

        /** {@return its addresses before, absent where it had none or they don't matter} */
        public Optional<IpRange> before() {
            return before;
        }

        /** {@return its addresses after, absent where it has none or they don't matter} */
        public Optional<IpRange> after() {
            return after;
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
            requireNonNull(before, "before");
            requireNonNull(after, "after");
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

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Change that
                    && kind.equals(that.kind)
                    && label.equals(that.label)
                    && note.equals(that.note)
                    && values.equals(that.values)
                    && before.equals(that.before)
                    && after.equals(that.after);
        }

        @Override
        public int hashCode() {
            return Objects.hash(kind, label, note, values, before, after);
        }

        @Override
        public String toString() {
            return VisibleText.of("Change[kind=" + kind + ", label=" + label + ", note=" + note + ", values=" + values
                    + ", before=" + before + ", after=" + after + "]");
        }
    }

    private ChangeMap(String title, List<Cidr> blocks, List<Change> changes) {
        this.title = requireNonNull(title, "title");
        this.blocks = ImmutableList.copyOf(requireNonNull(blocks, "blocks"));
        this.changes = ImmutableList.copyOf(requireNonNull(changes, "changes"));
    }

    /**
     * Returns a map of changes.
     *
     * @param title what has changed
     * @param blocks the blocks on whose scale ranges are drawn; none if only texts are to be drawn
     * @param changes the changes, in the order in which they are drawn
     * @return the map
     */
    public static ChangeMap of(String title, List<Cidr> blocks, List<Change> changes) {
        return new ChangeMap(title, blocks, changes);
    }

    /** {@return what has changed} */
    public String title() {
        return title;
    }

    /** {@return the blocks on whose scale ranges are drawn; none if only texts are to be drawn} */
    public List<Cidr> blocks() {
        return blocks;
    }

    /** {@return the changes, in the order in which they are drawn} */
    public List<Change> changes() {
        return changes;
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
        requireNonNull(kind, "kind");
        return (int) changes.stream().filter(change -> change.kind() == kind).count();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof ChangeMap that
                && title.equals(that.title)
                && blocks.equals(that.blocks)
                && changes.equals(that.changes);
    }

    @Override
    public int hashCode() {
        return Objects.hash(title, blocks, changes);
    }

    @Override
    public String toString() {
        return VisibleText.of("ChangeMap[title=" + title + ", blocks=" + blocks + ", changes=" + changes + "]");
    }
}
