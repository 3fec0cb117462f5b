package io.enikit.net;

import java.util.Arrays;

/** Sorts spans by their upper 32 bits as unsigned numbers. */
final class Ipv4Sort {
    /** Below this many spans, clearing the counters costs more than a comparing sort. */
    private static final int RADIX_FROM = 512;

    private static final int DIGIT_BITS = 11;
    private static final int DIGITS = 1 << DIGIT_BITS;

    private Ipv4Sort() {}

    /** Returns a sorted array that is at least {@code count} long; the given one stays as it is. */
    static long[] sorted(long[] spans, int count) {
        return count < RADIX_FROM ? compared(spans, count) : counted(spans, count);
    }

    private static long[] compared(long[] spans, int count) {
        long[] sorted = Arrays.copyOf(spans, count);
        for (int i = 0; i < count; i++) {
            sorted[i] ^= Long.MIN_VALUE;
        }
        Arrays.sort(sorted);
        for (int i = 0; i < count; i++) {
            sorted[i] ^= Long.MIN_VALUE;
        }
        return sorted;
    }

    /** Three rounds of counting sort over 11, 11 and 10 bits, least significant first. */
    private static long[] counted(long[] spans, int count) {
        int[][] starts = new int[3][DIGITS];
        for (int i = 0; i < count; i++) {
            long span = spans[i];
            starts[0][(int) (span >>> 32) & DIGITS - 1]++;
            starts[1][(int) (span >>> 43) & DIGITS - 1]++;
            starts[2][(int) (span >>> 54)]++;
        }
        long[] from = spans;
        long[] to = new long[count];
        long[] spare = new long[count];
        for (int round = 0; round < 3; round++) {
            int[] next = starts[round];
            int sum = 0;
            for (int digit = 0; digit < DIGITS; digit++) {
                int here = next[digit];
                next[digit] = sum;
                sum += here;
            }
            int shift = 32 + DIGIT_BITS * round;
            for (int i = 0; i < count; i++) {
                long span = from[i];
                to[next[(int) (span >>> shift) & DIGITS - 1]++] = span;
            }
            from = to;
            to = spare;
            spare = from;
        }
        return from;
    }
}
