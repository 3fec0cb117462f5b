package io.enikit.net;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Reads one address out of a part of a text. */
final class IpAddressParser {
    private static final byte[] HEX_VALUES = hexValues();

    private static final String TOO_LONG = "group must have at most 4 hex digits";

    private static final String ZONE = "zone ids are not part of an address";

    private IpAddressParser() {}

    /** Reads the address between two indexes, or notes the fault and returns null. */
    static @Nullable IpAddress parse(String text, int from, int to, ParseFault fault) {
        long octets = Ipv4Octets.read(text, from, to);
        if (octets >= 0) {
            return new Ipv4Address((int) octets);
        }
        if (!fault.remembers()) {
            return parseIpv6(text, from, to, fault);
        }
        // Neither is right, or IPv6: the first dot or colon says what was meant.
        for (int i = from; i < to; i++) {
            char c = text.charAt(i);
            if (c == '.') {
                ipv4(text, from, to, fault);
                return null;
            }
            if (c == ':') {
                return parseIpv6(text, from, to, fault);
            }
        }
        return fault.at(from, "expected an IPv4 or IPv6 address");
    }

    /** Reads four octets (RFC 3986, IPv4address) and returns 32 bits, or notes the fault and returns -1. */
    static long ipv4(String text, int from, int to, ParseFault fault) {
        int bits = 0;
        int i = from;
        for (int group = 0; group < 4; group++) {
            if (group > 0) {
                if (i == to || text.charAt(i) != '.') {
                    fault.at(i, i == to ? "expected 4 octets, found " + group : "expected a digit or '.'");
                    return -1;
                }
                i++;
            }
            int start = i;
            int octet = 0;
            while (i < to) {
                int digit = text.charAt(i) - '0';
                if (digit < 0 || digit > 9) {
                    break;
                }
                octet = octet * 10 + digit;
                if (octet > 255) {
                    fault.at(start, "octet must be 0..255");
                    return -1;
                }
                i++;
            }
            if (i - start > 1 && text.charAt(start) == '0') {
                fault.at(start, "octet must not have a leading zero");
                return -1;
            }
            if (i == start) {
                fault.at(i, "expected a digit");
                return -1;
            }
            bits = bits << 8 | octet;
        }
        if (i != to) {
            fault.at(i, text.charAt(i) == '%' ? ZONE : "expected the end after 4 octets");
            return -1;
        }
        return bits & 0xffff_ffffL;
    }

    /** Reads the forms of RFC 4291 section 2.2. */
    static @Nullable IpAddress parseIpv6(String text, int from, int to, ParseFault fault) {
        long high = 0;
        long low = 0;
        int groups = 0;
        int gap = -1; // how many groups stand before "::"
        int group = 0;
        int start = from; // of the group
        for (int i = from; i < to; i++) {
            char c = text.charAt(i);
            int digit = hex(c);
            if (digit >= 0) {
                group = group << 4 | digit;
                continue;
            }
            if (c == '.' && i > start && i - start <= 4) {
                return embedded(text, start, to, high, low, gap, groups, fault);
            }
            if (c != ':') {
                return i - start > 4
                        ? fault.at(start, TOO_LONG)
                        : fault.at(i, c == '%' ? ZONE : "expected a hex digit or ':'");
            }
            if (i == start) {
                // No digits since the last colon: "::", or a colon too many.
                if (i == from) {
                    i++;
                    if (i == to || text.charAt(i) != ':') {
                        return fault.at(from, "expected a hex digit or '::'");
                    }
                } else if (gap == groups) {
                    return fault.at(i, "expected a hex digit");
                } else if (gap >= 0) {
                    return fault.at(i - 1, "'::' must stand once at most");
                }
                gap = groups;
                start = i + 1;
                continue;
            }
            if (i - start > 4) {
                return fault.at(start, TOO_LONG);
            }
            if (groups == 8) {
                return fault.at(start, "expected the end after 8 groups");
            }
            high = high << 16 | low >>> 48;
            low = low << 16 | group;
            groups++;
            group = 0;
            start = i + 1;
        }
        if (start < to) {
            if (to - start > 4) {
                return fault.at(start, TOO_LONG);
            }
            if (groups == 8) {
                return fault.at(start, "expected the end after 8 groups");
            }
            high = high << 16 | low >>> 48;
            low = low << 16 | group;
            groups++;
        } else if (gap != groups) {
            return fault.at(to, "expected a hex digit");
        }
        return finished(to, high, low, gap, groups, fault);
    }

    private static @Nullable IpAddress embedded(
            String text, int start, int to, long high, long low, int gap, int groups, ParseFault fault) {
        if (gap < 0 ? groups != 6 : groups > 5) {
            return fault.at(start, "an embedded IPv4 address must be the last 32 of 128 bits");
        }
        long bits = ipv4(text, start, to, fault);
        return bits < 0 ? null : finished(to, high << 32 | low >>> 32, low << 32 | bits, gap, groups + 2, fault);
    }

    private static @Nullable IpAddress finished(int to, long high, long low, int gap, int groups, ParseFault fault) {
        if (gap < 0) {
            return groups == 8
                    ? new Ipv6Address(high, low)
                    : fault.at(to, fault.remembers() ? "expected 8 groups, found " + groups : "");
        }
        return groups == 8 ? fault.at(to, "'::' must stand for at least one group") : widened(high, low, gap, groups);
    }

    /** Opens the gap: the first groups go to the left, the rest stays at the right. */
    private static Ipv6Address widened(long high, long low, int gap, int groups) {
        int tail = 16 * (groups - gap);
        long tailHigh = high & Uint128.maskHigh(tail);
        long tailLow = low & Uint128.maskLow(tail);
        long headHigh = high ^ tailHigh;
        long headLow = low ^ tailLow;
        int shift = 128 - 16 * groups; // 16 to 128
        if (shift >= 64) {
            headHigh = shift == 128 ? 0 : headLow << (shift - 64);
            headLow = 0;
        } else {
            headHigh = headHigh << shift | headLow >>> (64 - shift);
            headLow <<= shift;
        }
        return new Ipv6Address(headHigh | tailHigh, headLow | tailLow);
    }

    /** The value of a hex digit, or -1, without a branch. */
    static int hex(char c) {
        return HEX_VALUES[c & 127] | (127 - c) >> 31;
    }

    private static byte[] hexValues() {
        byte[] values = new byte[128];
        Arrays.fill(values, (byte) -1);
        for (int i = 0; i < 10; i++) {
            values['0' + i] = (byte) i;
        }
        for (int i = 0; i < 6; i++) {
            values['a' + i] = (byte) (10 + i);
            values['A' + i] = (byte) (10 + i);
        }
        return values;
    }
}
