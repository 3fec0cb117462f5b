package io.enikit.net;

/** Reads a MAC in one of its four forms, told apart by their separators. */
final class MacAddressParser {
    private static final long ONES = 0x0101_0101_0101_0101L;
    private static final long HIGH_BITS = 0x8080_8080_8080_8080L;
    private static final long ZEROS = 0x3030_3030L;

    private MacAddressParser() {}

    /** Reads a whole text and returns 48 bits, or notes the fault and returns -1. */
    static long parse(String text, ParseFault fault) {
        char second = text.length() > 2 ? text.charAt(2) : 'x';
        if (second == ':' || second == '-') {
            long bits = text.length() == 17 ? pairs(text, second) : -1;
            return bits >= 0 ? bits : digits(text, second, 2, fault);
        }
        char fourth = text.length() > 4 ? text.charAt(4) : 'x';
        return fourth == '.' ? digits(text, '.', 4, fault) : digits(text, 'x', 12, fault);
    }

    /** Reads six pairs without looking at faults one by one: eight digits are one number, and then four. */
    private static long pairs(String text, char separator) {
        int all = 0;
        int different = 0;
        long digits = 0;
        for (int i = 0; i < 12; i += 3) {
            char high = text.charAt(i);
            char low = text.charAt(i + 1);
            all |= high | low;
            different |= text.charAt(i + 2) ^ separator;
            digits = digits << 16 | high << 8 | low;
        }
        int rest = text.charAt(12) << 24 | text.charAt(13) << 16 | text.charAt(15) << 8 | text.charAt(16);
        all |= text.charAt(12) | text.charAt(13) | text.charAt(15) | text.charAt(16);
        different |= text.charAt(14) ^ separator;
        if (different != 0 || all > 127 || !areHex(digits) || !areHex(rest | ZEROS << 32)) {
            return -1;
        }
        return nibbles(digits) << 16 | nibbles(rest);
    }

    /** Whether eight ASCII characters in a number are hex digits. */
    private static boolean areHex(long characters) {
        long lower = characters | 0x20 * ONES;
        long digits = characters + (0x80 - '0') * ONES & ~(characters + (0x80 - '9' - 1) * ONES);
        long letters = lower + (0x80 - 'a') * ONES & ~(lower + (0x80 - 'f' - 1) * ONES);
        return ((digits | letters) & HIGH_BITS) == HIGH_BITS;
    }

    /** The value of eight hex digits in a number. */
    private static long nibbles(long characters) {
        long each = (characters & 0x0f * ONES) + 9 * (characters >>> 6 & ONES);
        long pairs = (each | each >>> 4) & 0x00ff_00ff_00ff_00ffL;
        long fours = (pairs | pairs >>> 8) & 0x0000_ffff_0000_ffffL;
        return (fours | fours >>> 16) & 0xffff_ffffL;
    }

    /** Reads twelve digits with a separator after every few. */
    private static long digits(String text, char separator, int every, ParseFault fault) {
        long bits = 0;
        int i = 0;
        for (int n = 0; n < 12; n++) {
            if (n > 0 && n % every == 0) {
                if (i == text.length() || text.charAt(i) != separator) {
                    fault.at(i, "expected '" + separator + "'");
                    return -1;
                }
                i++;
            }
            int digit = i < text.length() ? IpAddressParser.hex(text.charAt(i)) : -1;
            if (digit < 0) {
                fault.at(i, "expected a hex digit, 12 in all");
                return -1;
            }
            bits = bits << 4 | digit;
            i++;
        }
        if (i != text.length()) {
            fault.at(i, "expected the end after 12 hex digits");
            return -1;
        }
        return bits;
    }
}
