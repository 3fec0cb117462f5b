package io.enikit.net;

import org.jspecify.annotations.Nullable;

/**
 * A node of a free space: up to 32 children of 2^childOrder addresses each.
 *
 * <p>A child is wholly free, wholly taken, or mixed; only mixed ones are stored, in order. For each order below
 * childOrder a mask tells which mixed children hold a maximal free block of just that order, so that a search looks at
 * one child a level. A change copies the nodes on one path and shares the rest.
 *
 * <pre>
 * full    ...0 0 1 1      children 0 and 1 are free as a whole
 * mixed   ...0 1 0 0      child 2 is stored; child 3 is taken
 * masks[4]...0 1 0 0      child 2 holds a free block of 16 that is not part of a free block of 32
 * </pre>
 *
 * <p>Places in a node are numbers of 128 bits relative to the whole block. Nothing else is canonical than that a child
 * which is wholly free or taken is not stored; so equal content is equal structure.
 */
abstract sealed class FreeNode permits FreeBranch, FreeWords {
    /** The fan-out of every node but the uppermost, in bits. */
    static final int FAN_BITS = 5;

    final int childOrder;
    final int full;
    final int mixed;
    final int[] masks;

    FreeNode(int childOrder, int full, int mixed, int[] masks) {
        this.childOrder = childOrder;
        this.full = full;
        this.mixed = mixed;
        this.masks = masks;
    }

    /** The uppermost node of a block of 2^order addresses, wholly free or wholly taken. */
    static FreeNode uppermost(int order, boolean free) {
        int childOrder = FreeWords.ORDER + FAN_BITS * Math.max(0, (order - FreeWords.ORDER - 1) / FAN_BITS);
        if (order < FreeWords.ORDER) {
            return FreeWords.single(free ? -1L >>> (64 - (1 << order)) : 0);
        }
        int all = -1 >>> (32 - (1 << (order - childOrder)));
        return uniform(childOrder, free ? all : 0);
    }

    /** A node whose children are all free or taken as a whole. */
    static FreeNode uniform(int childOrder, int full) {
        int[] masks = new int[childOrder];
        return childOrder == FreeWords.ORDER
                ? new FreeWords(full, 0, masks, FreeWords.NO_WORDS)
                : new FreeBranch(childOrder, full, 0, masks, FreeBranch.NO_NODES);
    }

    /** This node with other children wholly free; the mixed ones stay. */
    abstract FreeNode withFull(int full);

    /** This node with a part of one child changed, or null if that part is not wholly as it has to be. */
    abstract @Nullable FreeNode changeInside(int child, long high, long low, int order, boolean free);

    /** The stored child, or null if children are words. */
    abstract @Nullable FreeNode node(int child);

    /** The free addresses of a stored or whole child of a node of words, a bit each. */
    abstract long word(int child);

    /** The index among the stored children. */
    final int slot(int child) {
        return Integer.bitCount(mixed & (1 << child) - 1);
    }

    final boolean isEmpty() {
        return (full | mixed) == 0;
    }

    /** Sets a block free or taken, or returns null if it is not wholly the opposite before. */
    final @Nullable FreeNode change(long high, long low, int order, boolean free) {
        int child = child(high, low);
        if (order < childOrder) {
            return changeInside(child, high, low, order, free);
        }
        int part = -1 >>> (32 - (1 << (order - childOrder))) << child;
        if (free) {
            return ((full | mixed) & part) == 0 ? withFull(full | part) : null;
        }
        return (full & part) == part ? withFull(full & ~part) : null;
    }

    /** True if a block is wholly free. */
    final boolean isFree(long high, long low, int order) {
        FreeNode node = this;
        while (true) {
            int child = node.child(high, low);
            if (order >= node.childOrder) {
                int part = -1 >>> (32 - (1 << (order - node.childOrder))) << child;
                return (node.full & part) == part;
            }
            int bit = 1 << child;
            if (((node.full | node.mixed) & bit) == 0) {
                return false;
            }
            if ((node.full & bit) != 0) {
                return true;
            }
            FreeNode below = node.node(child);
            if (below == null) {
                long part = -1L >>> (64 - (1 << order)) << low;
                return (node.word(child) & part) == part;
            }
            node = below;
        }
    }

    /** The index of the child with a place. */
    final int child(long high, long low) {
        long index = childOrder < 64 ? low >>> childOrder | high << 1 << (63 - childOrder) : high >>> (childOrder - 64);
        return (int) index & 31;
    }

    /** The children that hold a free block of an order, whole or larger. */
    final int holding(int order) {
        if (order >= childOrder) {
            return (int) FreeRuns.runs(full & 0xffff_ffffL, order - childOrder);
        }
        if (order == 0) {
            return full | mixed; // a mixed child has a free address
        }
        int children = full;
        for (int k = order; k < childOrder; k++) {
            children |= masks[k];
        }
        return children;
    }

    /** The children that hold a maximal free block of just this order, or where one starts. */
    final int holdingMaximal(int order) {
        if (order < childOrder) {
            return masks[order];
        }
        return order - childOrder > FAN_BITS ? 0 : (int) FreeRuns.maximal(full & 0xffff_ffffL, order - childOrder);
    }

    /** Adds how many maximal free blocks there are of each order. */
    final void count(long[] counts) {
        for (int k = 0; k <= FAN_BITS; k++) {
            long maximal = FreeRuns.maximal(full & 0xffff_ffffL, k);
            if (maximal != 0) {
                counts[childOrder + k] += Long.bitCount(maximal);
            }
        }
        for (int rest = mixed; rest != 0; rest &= rest - 1) {
            int child = Integer.numberOfTrailingZeros(rest);
            FreeNode below = node(child);
            if (below != null) {
                below.count(counts);
                continue;
            }
            for (int k = 0; k < FreeWords.ORDER; k++) {
                counts[k] += Long.bitCount(FreeRuns.maximal(word(child), k));
            }
        }
    }

    /** Adds the free addresses in and around a part to a set, given where the node starts. */
    final void addTo(IpSetSteps set, IpFamily family, long high, long low, Cidr part) {
        for (int rest = full | mixed; rest != 0; rest &= rest - 1) {
            int child = Integer.numberOfTrailingZeros(rest);
            long atHigh = high | highOf(child, childOrder);
            long atLow = low | lowOf(child, childOrder);
            if (isApart(atHigh, atLow, part)) {
                continue;
            }
            if ((full >>> child & 1) != 0) {
                set.add(
                        family,
                        atHigh,
                        atLow,
                        atHigh | Uint128.maskHigh(childOrder),
                        atLow | Uint128.maskLow(childOrder));
                continue;
            }
            FreeNode below = node(child);
            if (below != null) {
                below.addTo(set, family, atHigh, atLow, part);
                continue;
            }
            long word = word(child);
            while (word != 0) {
                int from = Long.numberOfTrailingZeros(word);
                int length = Long.numberOfTrailingZeros(~(word >>> from));
                set.add(family, atHigh, atLow | from, atHigh, atLow | from + length - 1);
                word &= ~(-1L >>> (64 - length) << from);
            }
        }
    }

    /** True if a child, given where it starts, has no address of a block. */
    private boolean isApart(long high, long low, Cidr part) {
        int rest = Math.max(childOrder, part.hostBits());
        return (((high ^ part.high()) & ~Uint128.maskHigh(rest)) | ((low ^ part.low()) & ~Uint128.maskLow(rest))) != 0;
    }

    /** The high word of the place where a child starts. */
    static long highOf(int child, int childOrder) {
        return childOrder < 64 ? (long) child >>> 1 >>> (63 - childOrder) : (long) child << (childOrder - 64);
    }

    /** The low word of the place where a child starts. */
    static long lowOf(int child, int childOrder) {
        return childOrder < 64 ? (long) child << childOrder : 0;
    }
}
