package io.enikit.net;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * Writes addresses as RFC 5952 says.
 *
 * <p>Digits are written four bytes at a time, lowest byte first; what is too much is overwritten or cut off. So every
 * buffer has {@link #MARGIN} bytes to spare.
 */
final class IpAddressFormat {
    /** "255.255.255.255". */
    private static final int IPV4_LENGTH = 15;

    /** Eight groups of four digits and seven colons; an IPv4-mapped address is shorter. */
    private static final int IPV6_LENGTH = 39;

    private static final int MARGIN = 4;

    /** "/128". */
    private static final int PREFIX_LENGTH = 4;

    private static final VarHandle FOUR_BYTES =
            MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);

    /** Per octet its one to three digits and a dot. */
    private static final int[] OCTETS = octets();

    /** Per octet its two hex digits. */
    private static final short[] PAIRS = pairs();

    /** Per set of zero groups, one bit each, the first longest run of two or more: start in the high half, then end. */
    private static final byte[] ZERO_RUNS = zeroRuns();

    private IpAddressFormat() {}

    private static int[] octets() {
        int[] octets = new int[256];
        for (int i = 0; i < 256; i++) {
            byte[] digits = (i + ".").getBytes(ISO_8859_1);
            for (int k = digits.length - 1; k >= 0; k--) {
                octets[i] = octets[i] << 8 | digits[k];
            }
        }
        return octets;
    }

    private static short[] pairs() {
        short[] pairs = new short[256];
        for (int i = 0; i < 256; i++) {
            pairs[i] = (short) (Character.forDigit(i >> 4, 16) | Character.forDigit(i & 15, 16) << 8);
        }
        return pairs;
    }

    private static byte[] zeroRuns() {
        byte[] runs = new byte[256];
        for (int zeros = 0; zeros < 256; zeros++) {
            int start = 8;
            int length = 1;
            for (int i = 0; i < 8; i++) {
                int here = Integer.numberOfTrailingZeros(~(zeros >>> i));
                if (here > length) {
                    start = i;
                    length = here;
                }
            }
            runs[zeros] = (byte) (start << 4 | (start == 8 ? 8 : start + length));
        }
        return runs;
    }

    static String ipv4(int bits) {
        byte[] out = new byte[IPV4_LENGTH + MARGIN];
        return new String(out, 0, putIpv4(out, 0, bits), ISO_8859_1);
    }

    static String ipv6(long high, long low) {
        byte[] out = new byte[IPV6_LENGTH + MARGIN];
        return new String(out, 0, putIpv6(out, 0, high, low), ISO_8859_1);
    }

    /** A block: the address, a slash, the prefix length. */
    static String ipv4(int bits, int prefixLength) {
        byte[] out = new byte[IPV4_LENGTH + PREFIX_LENGTH + MARGIN];
        return new String(out, 0, putLength(out, putIpv4(out, 0, bits), prefixLength), ISO_8859_1);
    }

    /** A block: the address, a slash, the prefix length. */
    static String ipv6(long high, long low, int prefixLength) {
        byte[] out = new byte[IPV6_LENGTH + PREFIX_LENGTH + MARGIN];
        return new String(out, 0, putLength(out, putIpv6(out, 0, high, low), prefixLength), ISO_8859_1);
    }

    /** Six pairs of hex digits with colons. */
    static String mac(long bits) {
        byte[] out = new byte[17];
        for (int i = 0; i < 6; i++) {
            short pair = PAIRS[(int) (bits >>> (40 - 8 * i)) & 0xff];
            out[3 * i] = (byte) pair;
            out[3 * i + 1] = (byte) (pair >> 8);
            if (i < 5) {
                out[3 * i + 2] = ':';
            }
        }
        return new String(out, ISO_8859_1);
    }

    private static int putLength(byte[] out, int at, int prefixLength) {
        out[at] = '/';
        return putOctet(out, at + 1, prefixLength) - 1;
    }

    /** Writes and returns the index behind the text. */
    private static int putIpv4(byte[] out, int at, int bits) {
        int next = putOctet(out, at, bits >>> 24);
        next = putOctet(out, next, bits >>> 16 & 0xff);
        next = putOctet(out, next, bits >>> 8 & 0xff);
        return putOctet(out, next, bits & 0xff) - 1;
    }

    /** Writes an octet and a dot, and returns the index behind the dot. */
    private static int putOctet(byte[] out, int at, int octet) {
        int digits = OCTETS[octet];
        FOUR_BYTES.set(out, at, digits);
        return at + 4 - (Integer.numberOfLeadingZeros(digits) >>> 3);
    }

    /** Writes and returns the index behind the text. */
    private static int putIpv6(byte[] out, int at, long high, long low) {
        if (high == 0 && low >>> 32 == 0xffff) {
            byte[] mapped = {':', ':', 'f', 'f', 'f', 'f', ':'};
            System.arraycopy(mapped, 0, out, at, mapped.length);
            return putIpv4(out, at + mapped.length, (int) low);
        }
        int run = ZERO_RUNS[zeroGroups(high) | zeroGroups(low) << 4];
        int runStart = run >> 4 & 15;
        int runEnd = run & 15;
        int next = putGroups(out, at, high, low, 0, runStart);
        if (runStart == 8) {
            return next - 1;
        }
        // Each group is followed by a colon: behind a group one is there, at the start there is none.
        if (runStart == 0) {
            out[next++] = ':';
        }
        out[next++] = ':';
        return runEnd == 8 ? next : putGroups(out, next, high, low, runEnd, 8) - 1;
    }

    /** Which of four groups are zero: bit 0 for the first, which is the highest. */
    private static int zeroGroups(long groups) {
        long low = groups & 0x7fff_7fff_7fff_7fffL;
        // The highest bit of each group tells whether the group is not zero.
        long some = (low + 0x7fff_7fff_7fff_7fffL | groups) & 0x8000_8000_8000_8000L;
        long zero = some ^ 0x8000_8000_8000_8000L;
        return (int) (zero >>> 63 | (zero >>> 46 & 2) | (zero >>> 29 & 4) | (zero >>> 12 & 8));
    }

    /** Writes groups, each with a colon behind it. */
    private static int putGroups(byte[] out, int at, long high, long low, int from, int to) {
        int next = at;
        for (int i = from; i < to; i++) {
            int group = (int) ((i < 4 ? high : low) >>> (48 - 16 * (i & 3))) & 0xffff;
            int digits = (PAIRS[group >> 8] & 0xffff) | PAIRS[group & 0xff] << 16;
            int leading = (Integer.numberOfLeadingZeros(group | 1) - 16) >>> 2;
            FOUR_BYTES.set(out, next, digits >>> (8 * leading));
            next += 4 - leading;
            out[next++] = ':';
        }
        return next;
    }
}
