package io.enikit.net;

/** Reads a MAC in one of its four forms, told apart by their separators. */
final class MacAddressParser {
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

    /** Reads six pairs without looking at faults one by one; the sign bit gathers them. */
    private static long pairs(String text, char separator) {
        long bits = 0;
        int faults = 0;
        for (int i = 0; i < 15; i += 3) {
            int pair = IpAddressParser.hex(text.charAt(i)) << 4 | IpAddressParser.hex(text.charAt(i + 1));
            int difference = text.charAt(i + 2) ^ separator;
            faults |= pair | -difference;
            bits = bits << 8 | pair;
        }
        int pair = IpAddressParser.hex(text.charAt(15)) << 4 | IpAddressParser.hex(text.charAt(16));
        faults |= pair;
        bits = bits << 8 | pair;
        return faults < 0 ? -1 : bits;
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
