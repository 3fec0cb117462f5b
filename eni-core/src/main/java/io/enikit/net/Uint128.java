package io.enikit.net;

import java.math.BigInteger;

/** Arithmetic on unsigned numbers of 128 bits, each held in two longs, the high one first. */
final class Uint128 {
    private static final BigInteger LOW_64 = BigInteger.ONE.shiftLeft(64).subtract(BigInteger.ONE);

    private Uint128() {}

    static int compare(long ah, long al, long bh, long bl) {
        int high = Long.compareUnsigned(ah, bh);
        return high != 0 ? high : Long.compareUnsigned(al, bl);
    }

    /** The high word of the number whose {@code bits} lowest bits are set, 0 to 128. */
    static long maskHigh(int bits) {
        if (bits <= 64) {
            return 0;
        }
        return -1L >>> (128 - bits);
    }

    /** The low word of the number whose {@code bits} lowest bits are set, 0 to 128. */
    static long maskLow(int bits) {
        if (bits == 0) {
            return 0;
        }
        return bits >= 64 ? -1L : -1L >>> (64 - bits);
    }

    /** How many of the lowest bits are zero; 128 for zero. */
    static int trailingZeros(long high, long low) {
        return low != 0 ? Long.numberOfTrailingZeros(low) : 64 + Long.numberOfTrailingZeros(high);
    }

    /** How many of the highest bits are zero; 128 for zero. */
    static int leadingZeros(long high, long low) {
        return high != 0 ? Long.numberOfLeadingZeros(high) : 64 + Long.numberOfLeadingZeros(low);
    }

    static BigInteger toBigInteger(long high, long low) {
        if (high == 0 && low >= 0) {
            return BigInteger.valueOf(low);
        }
        byte[] bytes = new byte[16];
        putLong(bytes, 0, high);
        putLong(bytes, 8, low);
        return new BigInteger(1, bytes);
    }

    static long high(BigInteger value) {
        return value.shiftRight(64).longValue();
    }

    static long low(BigInteger value) {
        return value.and(LOW_64).longValue();
    }

    static void putLong(byte[] bytes, int at, long value) {
        for (int i = 0; i < 8; i++) {
            bytes[at + i] = (byte) (value >>> (56 - 8 * i));
        }
    }

    static long getLong(byte[] bytes, int at) {
        long value = 0;
        for (int i = 0; i < 8; i++) {
            value = value << 8 | (bytes[at + i] & 0xff);
        }
        return value;
    }
}
