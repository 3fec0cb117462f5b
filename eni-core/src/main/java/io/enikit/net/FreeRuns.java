package io.enikit.net;

/**
 * Aligned runs of set bits in one word.
 *
 * <p>A run of order k is 2^k set bits that start at a multiple of 2^k; it is named by its lowest bit. A run is maximal if
 * it is not half of a run of the next order.
 *
 * <pre>
 * bits       1 1 1 1 0 1 1 1   (lowest at the right)
 * order 0    1 1 1 1 0 1 1 1
 * order 1      1   1       1
 * order 2          1
 * maximal    order 2: bit 4, order 1: bit 0, order 0: bit 2
 * </pre>
 */
final class FreeRuns {
    /** Per order the bits at which its runs may start. */
    private static final long[] STARTS = {
        -1L, 0x5555555555555555L, 0x1111111111111111L, 0x0101010101010101L, 0x0001000100010001L, 0x0000000100000001L, 1L
    };

    private FreeRuns() {}

    /** The runs of an order from 0 to 6; none of a higher order. */
    static long runs(long bits, int order) {
        if (order > 6) {
            return 0;
        }
        long runs = bits;
        for (int k = 0; k < order; k++) {
            runs &= runs >>> (1 << k);
        }
        return runs & STARTS[order];
    }

    /** The runs of the next order, given those of an order from 0 to 5. */
    static long next(long runs, int order) {
        return runs & runs >>> (1 << order) & STARTS[order + 1];
    }

    /** The runs of an order that are maximal. */
    static long maximal(long bits, int order) {
        long larger = runs(bits, order + 1);
        return runs(bits, order) & ~(larger | larger << (1 << order));
    }
}
