package io.enikit.capacity;

/**
 * How many addresses Cilium keeps ready on a node, in its ENI mode.
 *
 * <p>The rules are those of Cilium's "CRD-Backed" IPAM ({@code calculateNeededIPs}, {@code calculateExcessIPs}).
 *
 * <pre>{@code
 * new CiliumWarmPool(8, 16, 0, 0).balance(0, 0);  // needed 16, excess 0
 * }</pre>
 *
 * @param preAllocate how many addresses are kept ready, in addition to those in use ({@code pre-allocate})
 * @param minAllocate how many addresses a node has at least ({@code min-allocate}); 0 means no limit
 * @param maxAllocate how many addresses a node has at most ({@code max-allocate}); 0 means no limit
 * @param maxAboveWatermark how many additional addresses are tolerated ({@code max-above-watermark})
 */
public record CiliumWarmPool(int preAllocate, int minAllocate, int maxAllocate, int maxAboveWatermark) {
    /**
     * Checks the settings.
     *
     * @param preAllocate how many addresses are kept available
     * @param minAllocate how many addresses a node has at least, or 0
     * @param maxAllocate how many addresses a node has at most, or 0
     * @param maxAboveWatermark how many additional addresses are tolerated
     * @throws IllegalArgumentException if one is negative
     */
    public CiliumWarmPool {
        if (preAllocate < 0 || minAllocate < 0 || maxAllocate < 0 || maxAboveWatermark < 0) {
            throw new IllegalArgumentException("must not be negative: pre-allocate " + preAllocate + ", min-allocate "
                    + minAllocate + ", max-allocate " + maxAllocate + ", max-above-watermark " + maxAboveWatermark);
        }
    }

    /**
     * Returns how many addresses a node needs, or has too many.
     *
     * @param available how many addresses the node has, in use or not
     * @param used how many of them are in use
     * @return the balance
     * @throws IllegalArgumentException if a number is negative
     * @throws ArithmeticException if a sum does not fit an int
     */
    public WarmBalance balance(int available, int used) {
        if (available < 0 || used < 0) {
            throw new IllegalArgumentException("must not be negative: " + available + " available, " + used + " used");
        }
        return new WarmBalance(needed(available, used), excess(available, used));
    }

    private int needed(int available, int used) {
        int wanted = Math.max(Math.addExact(used, preAllocate), minAllocate);
        int allowed = maxAllocate > 0 ? Math.min(wanted, maxAllocate) : wanted;
        return Math.max(allowed - available, 0);
    }

    /** Cilium keeps at least the minimum and the watermark, until more than that is in use or wanted. */
    private int excess(int available, int used) {
        int socket = Math.addExact(minAllocate, maxAboveWatermark);
        int wanted = Math.addExact(used, preAllocate);
        int kept = wanted <= socket ? socket : Math.addExact(wanted, maxAboveWatermark);
        return Math.max(available - kept, 0);
    }
}
