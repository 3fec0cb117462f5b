package io.enikit.ipam;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSortedMap;
import io.enikit.net.Cidr;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The differences between a layout and an earlier one. */
public final class LayoutDiff {
    private final Map<String, Cidr> added;
    private final Map<String, Move> moved;
    private final Map<String, Cidr> removed;
    private final List<Unplaced> impossible;

    /** The earlier and the later block of a name. */
    public static final class Move {
        private final Cidr from;
        private final Cidr to;

        Move(Cidr from, Cidr to) {
            this.from = Objects.requireNonNull(from, "from");
            this.to = Objects.requireNonNull(to, "to");
        }

        /** {@return the block before} */
        public Cidr from() {
            return from;
        }

        /** {@return the block after} */
        public Cidr to() {
            return to;
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Move that && from.equals(that.from) && to.equals(that.to);
        }

        @Override
        public int hashCode() {
            return Objects.hash(from, to);
        }

        /**
         * Returns both blocks.
         *
         * @return for example {@code 10.0.0.0/24 -> 10.0.2.0/23}
         */
        @Override
        public String toString() {
            return from + " -> " + to;
        }
    }

    LayoutDiff(Map<String, Cidr> added, Map<String, Move> moved, Map<String, Cidr> removed, List<Unplaced> impossible) {
        this.added = ImmutableSortedMap.copyOf(requireNonNull(added, "added"));
        this.moved = ImmutableSortedMap.copyOf(requireNonNull(moved, "moved"));
        this.removed = ImmutableSortedMap.copyOf(requireNonNull(removed, "removed"));
        this.impossible = ImmutableList.copyOf(requireNonNull(impossible, "impossible"));
    }

    /** {@return blocks of names that are new, by name} */
    public Map<String, Cidr> added() {
        return added;
    }

    /** {@return names that have another block; only a request for another length moves a block} */
    public Map<String, Move> moved() {
        return moved;
    }

    /** {@return blocks of names that are gone, by name} */
    public Map<String, Cidr> removed() {
        return removed;
    }

    /** {@return what the later layout could not place, and why} */
    public List<Unplaced> impossible() {
        return impossible;
    }

    static LayoutDiff of(CidrLayout before, CidrLayout after) {
        ImmutableSortedMap.Builder<String, Cidr> added = ImmutableSortedMap.naturalOrder();
        ImmutableSortedMap.Builder<String, Move> moved = ImmutableSortedMap.naturalOrder();
        ImmutableSortedMap.Builder<String, Cidr> removed = ImmutableSortedMap.naturalOrder();
        after.cidrs().forEach((name, cidr) -> {
            Cidr old = before.cidrs().get(name);
            if (old == null) {
                added.put(name, cidr);
            } else if (!old.equals(cidr)) {
                moved.put(name, new Move(old, cidr));
            }
        });
        before.cidrs().forEach((name, cidr) -> {
            if (!after.cidrs().containsKey(name)) {
                removed.put(name, cidr);
            }
        });
        return new LayoutDiff(added.buildOrThrow(), moved.buildOrThrow(), removed.buildOrThrow(), after.impossible());
    }

    /**
     * Checks whether the layouts are alike and nothing was impossible.
     *
     * @return true if there is nothing to apply
     */
    public boolean isEmpty() {
        return added.isEmpty() && moved.isEmpty() && removed.isEmpty() && impossible.isEmpty();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof LayoutDiff that
                && added.equals(that.added)
                && moved.equals(that.moved)
                && removed.equals(that.removed)
                && impossible.equals(that.impossible);
    }

    @Override
    public int hashCode() {
        return Objects.hash(added, moved, removed, impossible);
    }

    /**
     * Returns the numbers.
     *
     * @return for example {@code added 1, moved 0, removed 0}, followed by {@code impossible 1} if a request did not fit
     */
    @Override
    public String toString() {
        return "added " + added.size() + ", moved " + moved.size() + ", removed " + removed.size()
                + (impossible.isEmpty() ? "" : ", impossible " + impossible.size());
    }
}
