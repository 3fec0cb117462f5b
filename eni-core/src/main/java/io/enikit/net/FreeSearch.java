package io.enikit.net;

import org.jspecify.annotations.Nullable;

/** Finds free blocks in the nodes of a free space, one child a level. */
final class FreeSearch {
    private FreeSearch() {}

    /** The lowest free block of 2^order addresses, or null. */
    static @Nullable Cidr lowest(FreeNode root, Cidr block, int order) {
        long high = block.high();
        long low = block.low();
        FreeNode node = root;
        int children = node.holding(order);
        if (children == 0) {
            return null;
        }
        while (true) {
            int child = Integer.numberOfTrailingZeros(children);
            high |= FreeNode.highOf(child, node.childOrder);
            low |= FreeNode.lowOf(child, node.childOrder);
            if ((node.full >>> child & 1) != 0) {
                return found(block, high, low, order);
            }
            FreeNode below = node.node(child);
            if (below == null) {
                low |= Long.numberOfTrailingZeros(FreeRuns.runs(node.word(child), order));
                return found(block, high, low, order);
            }
            node = below;
            children = node.holding(order);
        }
    }

    /** The highest free block of 2^order addresses, or null. */
    static @Nullable Cidr highest(FreeNode root, Cidr block, int order) {
        long high = block.high();
        long low = block.low();
        FreeNode node = root;
        int children = node.holding(order);
        if (children == 0) {
            return null;
        }
        while (true) {
            int child = 31 - Integer.numberOfLeadingZeros(children);
            high |= FreeNode.highOf(child, node.childOrder);
            low |= FreeNode.lowOf(child, node.childOrder);
            if ((node.full >>> child & 1) != 0) {
                int rest = Math.max(order, node.childOrder);
                high |= Uint128.maskHigh(rest) & ~Uint128.maskHigh(order);
                low |= Uint128.maskLow(rest) & ~Uint128.maskLow(order);
                return found(block, high, low, order);
            }
            FreeNode below = node.node(child);
            if (below == null) {
                low |= 63 - Long.numberOfLeadingZeros(FreeRuns.runs(node.word(child), order));
                return found(block, high, low, order);
            }
            node = below;
            children = node.holding(order);
        }
    }

    /** The lowest part of the smallest maximal free block of at least 2^order addresses, or null. */
    static @Nullable Cidr bestFit(FreeNode root, Cidr block, int order) {
        for (int k = order; k <= block.hostBits(); k++) {
            if (root.holdingMaximal(k) != 0) {
                return maximal(root, block, k, order);
            }
        }
        return null;
    }

    /** The lowest of the largest maximal free blocks, or null. */
    static @Nullable Cidr largest(FreeNode root, Cidr block) {
        for (int k = block.hostBits(); k >= 0; k--) {
            if (root.holdingMaximal(k) != 0) {
                return maximal(root, block, k, k);
            }
        }
        return null;
    }

    /** The first 2^order addresses of the lowest maximal free block of 2^exact addresses, which must exist. */
    private static Cidr maximal(FreeNode root, Cidr block, int exact, int order) {
        long high = block.high();
        long low = block.low();
        FreeNode node = root;
        while (true) {
            int child = Integer.numberOfTrailingZeros(node.holdingMaximal(exact));
            high |= FreeNode.highOf(child, node.childOrder);
            low |= FreeNode.lowOf(child, node.childOrder);
            if (exact >= node.childOrder) {
                return found(block, high, low, order);
            }
            FreeNode below = node.node(child);
            if (below == null) {
                low |= Long.numberOfTrailingZeros(FreeRuns.maximal(node.word(child), exact));
                return found(block, high, low, order);
            }
            node = below;
        }
    }

    private static Cidr found(Cidr block, long high, long low, int order) {
        IpFamily family = block.family();
        return Cidr.containing(family, high, low, family.bits() - order);
    }
}
