package io.enikit.ipam;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSortedMap;
import io.enikit.net.Cidr;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * The differences between a layout and an earlier one.
 *
 * @param added blocks of names that are new, by name
 * @param moved names that have another block; only a request for another length moves a block
 * @param removed blocks of names that are gone, by name
 * @param impossible what the later layout could not place, and why
 */
public record LayoutDiff(
        Map<String, Cidr> added, Map<String, Move> moved, Map<String, Cidr> removed, List<Unplaced> impossible) {
    /**
     * The earlier and the later block of a name.
     *
     * @param from the block before
     * @param to the block after
     */
    public record Move(Cidr from, Cidr to) {
        /**
         * Makes a move.
         *
         * @param from the block before
         * @param to the block after
         */
        public Move {
            Objects.requireNonNull(from, "from");
            Objects.requireNonNull(to, "to");
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

    /**
     * Makes a difference, sorted by name.
     *
     * @param added blocks of names that are new
     * @param moved names that have another block
     * @param removed blocks of names that are gone
     * @param impossible what could not be placed
     */
    public LayoutDiff {
        added = ImmutableSortedMap.copyOf(added);
        moved = ImmutableSortedMap.copyOf(moved);
        removed = ImmutableSortedMap.copyOf(removed);
        impossible = ImmutableList.copyOf(impossible);
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
