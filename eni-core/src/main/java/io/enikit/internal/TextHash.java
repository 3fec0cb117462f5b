package io.enikit.internal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

/**
 * A hash of texts that is the same on every machine: MurmurHash3 for x64, 128 bits, seed 0, of the UTF-8 bytes.
 *
 * <p>Every interface without a MAC address needs one, and Guava's takes 4 ms to load.
 */
public final class TextHash {
    private static final int BLOCK = 16;
    private static final long FIRST_FACTOR = 0x87c37b91114253d5L;
    private static final long SECOND_FACTOR = 0x4cf5ad432745937fL;

    private TextHash() {}

    /**
     * Returns the first half of the hash of a text.
     *
     * @param text the text
     * @return 64 bits
     */
    public static long of(String text) {
        return halves(requireNonNull(text, "text"))[0];
    }

    /**
     * Returns the hash of a text.
     *
     * @param text the text
     * @return 16 bytes, the lowest byte of each half first
     */
    public static byte[] bytesOf(String text) {
        long[] halves = halves(requireNonNull(text, "text"));
        byte[] bytes = new byte[BLOCK];
        for (int i = 0; i < BLOCK; i++) {
            bytes[i] = (byte) (halves[i / Long.BYTES] >>> (i * Byte.SIZE));
        }
        return bytes;
    }

    private static long[] halves(String text) {
        byte[] bytes = text.getBytes(UTF_8);
        long first = 0;
        long second = 0;
        int at = 0;
        for (; at + BLOCK <= bytes.length; at += BLOCK) {
            first ^= mixedFirst(word(bytes, at));
            first = (Long.rotateLeft(first, 27) + second) * 5 + 0x52dce729;
            second ^= mixedSecond(word(bytes, at + Long.BYTES));
            second = (Long.rotateLeft(second, 31) + first) * 5 + 0x38495ab5;
        }
        first ^= mixedFirst(word(bytes, at)) ^ bytes.length;
        second ^= mixedSecond(word(bytes, at + Long.BYTES)) ^ bytes.length;
        first += second;
        second += first;
        first = spread(first);
        second = spread(second);
        first += second;
        return new long[] {first, first + second};
    }

    /** Returns eight bytes, the lowest first, with zeros behind the end. */
    private static long word(byte[] bytes, int start) {
        long word = 0;
        for (int i = Math.min(start + Long.BYTES, bytes.length) - 1; i >= start; i--) {
            word = word << Byte.SIZE | Byte.toUnsignedLong(bytes[i]);
        }
        return word;
    }

    private static long mixedFirst(long word) {
        return Long.rotateLeft(word * FIRST_FACTOR, 31) * SECOND_FACTOR;
    }

    private static long mixedSecond(long word) {
        return Long.rotateLeft(word * SECOND_FACTOR, 33) * FIRST_FACTOR;
    }

    private static long spread(long half) {
        long mixed = (half ^ half >>> 33) * 0xff51afd7ed558ccdL;
        mixed = (mixed ^ mixed >>> 33) * 0xc4ceb9fe1a85ec53L;
        return mixed ^ mixed >>> 33;
    }
}
