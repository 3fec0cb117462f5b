package io.enikit.net;

/**
 * Hash codes of bits. Addresses that are used together differ in a few bits in the middle, such as the first hosts of all
 * subnets, and a {@link java.util.HashMap} looks at the lowest bits first: so all bits have a part in all of the code.
 */
final class HashBits {
    /** 2^64 by the golden ratio, made odd. */
    private static final long MULTIPLIER = 0x9e37_79b9_7f4a_7c15L;

    private HashBits() {}

    static int of(long bits) {
        return (int) ((bits * MULTIPLIER) >>> Integer.SIZE);
    }

    static int of(long high, long low) {
        return of((high * MULTIPLIER) ^ low);
    }
}
