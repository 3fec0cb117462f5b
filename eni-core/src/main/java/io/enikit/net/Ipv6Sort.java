package io.enikit.net;

import java.util.Arrays;

/** Finds the order of IPv6 spans by their first address. */
final class Ipv6Sort {
    private Ipv6Sort() {}

    /**
     * Returns the indexes of the spans in order.
     *
     * <p>A counting sort by bytes, least significant first, which skips the bytes that are the same everywhere: most are.
     */
    static int[] order(long[] spans, int count) {
        int[] order = new int[count];
        long high = 0;
        long low = 0;
        for (int i = 0; i < count; i++) {
            order[i] = i;
            high |= spans[4 * i] ^ spans[0];
            low |= spans[4 * i + 1] ^ spans[1];
        }
        int[] spare = new int[count];
        int[] next = new int[257];
        for (int digit = 0; digit < 16; digit++) {
            int word = digit < 8 ? 1 : 0;
            int shift = 8 * (digit & 7);
            if (((word == 1 ? low : high) >>> shift & 0xff) == 0) {
                continue;
            }
            Arrays.fill(next, 0);
            for (int i = 0; i < count; i++) {
                next[(int) (spans[4 * i + word] >>> shift & 0xff) + 1]++;
            }
            for (int i = 1; i < 256; i++) {
                next[i] += next[i - 1];
            }
            for (int i = 0; i < count; i++) {
                int span = order[i];
                spare[next[(int) (spans[4 * span + word] >>> shift & 0xff)]++] = span;
            }
            int[] swap = order;
            order = spare;
            spare = swap;
        }
        return order;
    }
}
