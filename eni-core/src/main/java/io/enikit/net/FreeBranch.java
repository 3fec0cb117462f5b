package io.enikit.net;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** A node of a free space above the lowest: its children are nodes. */
final class FreeBranch extends FreeNode {
    static final FreeNode[] NO_NODES = {};

    private final FreeNode[] nodes;

    FreeBranch(int childOrder, int full, int mixed, int[] masks, FreeNode[] nodes) {
        super(childOrder, full, mixed, masks);
        this.nodes = nodes;
    }

    @Override
    FreeNode withFull(int full) {
        return new FreeBranch(childOrder, full, mixed, masks, nodes);
    }

    @Override
    FreeNode node(int child) {
        return nodes[slot(child)];
    }

    @Override
    long word(int child) {
        throw new AssertionError("children are nodes");
    }

    @Override
    @Nullable
    FreeNode changeInside(int child, long high, long low, int order, boolean free) {
        int bit = 1 << child;
        FreeNode before =
                (mixed & bit) != 0 ? nodes[slot(child)] : uniform(childOrder - FAN_BITS, (full & bit) != 0 ? -1 : 0);
        FreeNode after = before.change(high, low, order, free);
        if (after == null) {
            return null;
        }
        boolean whole = after.full == -1;
        boolean stored = !whole && !after.isEmpty();
        int[] newMasks = stored ? masksWith(bit, after) : masksWithout(bit);
        return new FreeBranch(
                childOrder,
                whole ? full | bit : full & ~bit,
                stored ? mixed | bit : mixed & ~bit,
                newMasks,
                stored ? with(child, after) : without(child));
    }

    /** The masks when a child is this node: first its own orders, then those of the runs of its children. */
    private int[] masksWith(int bit, FreeNode node) {
        int[] changed = new int[childOrder];
        for (int k = 0; k < node.childOrder; k++) {
            changed[k] = (masks[k] & ~bit) | (node.masks[k] != 0 ? bit : 0);
        }
        long runs = node.full & 0xffff_ffffL;
        int count = Long.bitCount(runs);
        for (int k = 0; k < FAN_BITS; k++) {
            long larger = FreeRuns.next(runs, k);
            int largerCount = Long.bitCount(larger); // twice as many runs: all are halves, none is maximal
            int at = node.childOrder + k;
            changed[at] = (masks[at] & ~bit) | (count != 2 * largerCount ? bit : 0);
            runs = larger;
            count = largerCount;
        }
        return changed;
    }

    private int[] masksWithout(int bit) {
        int[] changed = new int[childOrder];
        for (int k = 0; k < childOrder; k++) {
            changed[k] = masks[k] & ~bit;
        }
        return changed;
    }

    private FreeNode[] with(int child, FreeNode node) {
        int slot = slot(child);
        if ((mixed & (1 << child)) != 0) {
            FreeNode[] changed = nodes.clone();
            changed[slot] = node;
            return changed;
        }
        FreeNode[] more = new FreeNode[nodes.length + 1];
        System.arraycopy(nodes, 0, more, 0, slot);
        more[slot] = node;
        System.arraycopy(nodes, slot, more, slot + 1, nodes.length - slot);
        return more;
    }

    private FreeNode[] without(int child) {
        if ((mixed & (1 << child)) == 0) {
            return nodes;
        }
        int slot = slot(child);
        FreeNode[] fewer = new FreeNode[nodes.length - 1];
        System.arraycopy(nodes, 0, fewer, 0, slot);
        System.arraycopy(nodes, slot + 1, fewer, slot, fewer.length - slot);
        return fewer;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return this == other
                || (other instanceof FreeBranch that
                        && full == that.full
                        && mixed == that.mixed
                        && Arrays.equals(nodes, that.nodes));
    }

    @Override
    public int hashCode() {
        return (full * 31 + mixed) * 31 + Arrays.hashCode(nodes);
    }
}
