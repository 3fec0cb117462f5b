package io.enikit.net;

import java.util.Arrays;

/**
 * Reads four octets with one look at a table for each, and without a branch on how many digits it has.
 *
 * <p>The table is found by three characters, each less {@code '.'}, so that a dot is 0 and digits are 2 to 11:
 *
 * <pre>
 * 7.x   one digit, 7; x may be anything that fits
 * 42.   two digits, 42
 * 255   three digits, 255; the caller looks for the dot behind them
 * </pre>
 */
final class Ipv4Octets {
    /** The number of digits, then the value in 8 bits; -1 where no octet starts. */
    private static final short[] OCTETS = octets();

    private Ipv4Octets() {}

    private static short[] octets() {
        short[] octets = new short[1 << 12];
        Arrays.fill(octets, (short) -1);
        for (int value = 0; value < 256; value++) {
            int ones = value % 10 + 2;
            int tens = value / 10 % 10 + 2;
            if (value < 10) {
                Arrays.fill(octets, ones << 8, (ones << 8) + 16, (short) (1 << 8 | value));
            } else if (value < 100) {
                octets[tens << 8 | ones << 4] = (short) (2 << 8 | value);
            } else {
                octets[(value / 100 + 2) << 8 | tens << 4 | ones] = (short) (3 << 8 | value);
            }
        }
        return octets;
    }

    /** Returns 32 bits (RFC 3986, IPv4address), or -1 if the part of a text is anything else. */
    static long read(String text, int from, int to) {
        int at = from;
        int bits = 0;
        int all = 0;
        for (int group = 0; group < 3; group++) {
            if (to - at < 3) {
                return -1;
            }
            int a = text.charAt(at) - '.';
            int b = text.charAt(at + 1) - '.';
            int c = text.charAt(at + 2) - '.';
            all |= a | b | c;
            int octet = OCTETS[(a << 8 | b << 4 | c) & 0xfff];
            at += (octet >> 8) + 1;
            if (octet < 0 || at > to || text.charAt(at - 1) != '.') {
                return -1;
            }
            bits = bits << 8 | (octet & 0xff);
        }
        int digits = to - at;
        if (digits < 1 || digits > 3) {
            return -1;
        }
        // The last three characters, of which those before the octet are shifted out.
        int a = text.charAt(to - 3) - '.';
        int b = text.charAt(to - 2) - '.';
        int c = text.charAt(to - 1) - '.';
        all |= a | b | c;
        int octet = OCTETS[((a << 8 | b << 4 | c) << (4 * (3 - digits))) & 0xfff];
        boolean right = octet >> 8 == digits && all >>> 4 == 0;
        return right ? (bits << 8 | (octet & 0xff)) & 0xffff_ffffL : -1;
    }
}
