package io.enikit.net;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

/** Writes addresses as RFC 5952 says. */
final class IpAddressFormat {
    /** "255.255.255.255". */
    static final int IPV4_LENGTH = 15;

    /** Eight groups of four digits and seven colons; an IPv4-mapped address is shorter. */
    static final int IPV6_LENGTH = 39;

    /** Per octet its decimal digits, the first in the lowest byte, and their count in the highest byte. */
    private static final int[] OCTETS = octets();

    private static final byte[] HEX = "0123456789abcdef".getBytes(ISO_8859_1);

    private IpAddressFormat() {}

    private static int[] octets() {
        int[] octets = new int[256];
        for (int i = 0; i < 256; i++) {
            String digits = Integer.toString(i);
            for (int k = digits.length() - 1; k >= 0; k--) {
                octets[i] = octets[i] << 8 | digits.charAt(k);
            }
            octets[i] |= digits.length() << 24;
        }
        return octets;
    }

    static String ipv4(int bits) {
        byte[] out = new byte[IPV4_LENGTH + 2];
        return new String(out, 0, putIpv4(out, 0, bits), ISO_8859_1);
    }

    static String ipv6(long high, long low) {
        byte[] out = new byte[IPV6_LENGTH + 2];
        return new String(out, 0, putIpv6(out, 0, high, low), ISO_8859_1);
    }

    /** A block: the address, a slash, the prefix length. */
    static String ipv4(int bits, int prefixLength) {
        byte[] out = new byte[IPV4_LENGTH + 6];
        return new String(out, 0, putLength(out, putIpv4(out, 0, bits), prefixLength), ISO_8859_1);
    }

    /** A block: the address, a slash, the prefix length. */
    static String ipv6(long high, long low, int prefixLength) {
        byte[] out = new byte[IPV6_LENGTH + 6];
        return new String(out, 0, putLength(out, putIpv6(out, 0, high, low), prefixLength), ISO_8859_1);
    }

    private static int putLength(byte[] out, int at, int prefixLength) {
        out[at] = '/';
        return putOctet(out, at + 1, prefixLength);
    }

    /** Writes and returns the index after the text; may write up to two bytes more behind it. */
    static int putIpv4(byte[] out, int at, int bits) {
        int next = putOctet(out, at, bits >>> 24);
        out[next++] = '.';
        next = putOctet(out, next, bits >>> 16 & 0xff);
        out[next++] = '.';
        next = putOctet(out, next, bits >>> 8 & 0xff);
        out[next++] = '.';
        return putOctet(out, next, bits & 0xff);
    }

    private static int putOctet(byte[] out, int at, int octet) {
        int digits = OCTETS[octet];
        out[at] = (byte) digits;
        out[at + 1] = (byte) (digits >> 8);
        out[at + 2] = (byte) (digits >> 16);
        return at + (digits >>> 24);
    }

    /** Writes and returns the index after the text; may write up to two bytes more behind it. */
    static int putIpv6(byte[] out, int at, long high, long low) {
        if (high == 0 && low >>> 32 == 0xffff) {
            out[at] = ':';
            out[at + 1] = ':';
            putGroup(out, at + 2, 0xffff);
            out[at + 6] = ':';
            return putIpv4(out, at + 7, (int) low);
        }
        long run = longestZeroRun(high, low);
        int runStart = (int) (run >>> 32);
        int runEnd = (int) run;
        int next = at;
        for (int i = 0; i < 8; i++) {
            if (i == runStart) {
                out[next++] = ':';
                out[next++] = ':';
                i = runEnd - 1;
                continue;
            }
            if (i > 0 && i != runEnd) {
                out[next++] = ':';
            }
            next = putGroup(out, next, group(high, low, i));
        }
        return next;
    }

    private static int group(long high, long low, int index) {
        return (int) ((index < 4 ? high : low) >>> (48 - 16 * (index & 3))) & 0xffff;
    }

    /** Returns start and end of the first longest run of two or more zero groups, or 8 and 8. */
    private static long longestZeroRun(long high, long low) {
        int start = 8;
        int length = 1;
        for (int i = 0; i < 8; i++) {
            int from = i;
            while (i < 8 && group(high, low, i) == 0) {
                i++;
            }
            if (i - from > length) {
                start = from;
                length = i - from;
            }
        }
        return start == 8 ? 8L << 32 | 8 : (long) start << 32 | (start + length);
    }

    private static int putGroup(byte[] out, int at, int group) {
        int next = at;
        if (group >= 0x1000) {
            out[next++] = HEX[group >> 12];
        }
        if (group >= 0x100) {
            out[next++] = HEX[group >> 8 & 15];
        }
        if (group >= 0x10) {
            out[next++] = HEX[group >> 4 & 15];
        }
        out[next++] = HEX[group & 15];
        return next;
    }
}
