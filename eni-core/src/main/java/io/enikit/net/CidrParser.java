package io.enikit.net;

import org.jspecify.annotations.Nullable;

/** Reads a block: an address, a slash, a prefix length. */
final class CidrParser {
    private CidrParser() {}

    /** Reads a whole text, or notes the fault and returns null. */
    static @Nullable Cidr parse(String text, ParseFault fault) {
        Cidr usual = usual(text);
        return usual != null ? usual : any(text, fault);
    }

    /** Reads a block with a prefix length of one or two digits, or returns null. */
    private static @Nullable Cidr usual(String text) {
        int end = text.length();
        if (end < 4) {
            return null;
        }
        int ones = text.charAt(end - 1) - '0';
        int tens = text.charAt(end - 2) - '0';
        int slash = end - 2;
        int length = ones;
        if (tens != '/' - '0') {
            slash = end - 3;
            length = 10 * tens + ones;
            if (text.charAt(slash) != '/' || tens < 1 || tens > 9) {
                return null;
            }
        }
        if (ones < 0 || ones > 9) {
            return null;
        }
        long octets = Ipv4Octets.read(text, 0, slash);
        if (octets >= 0) {
            int bits = (int) octets;
            return length > 32 || (bits & ~Ipv4Cidr.mask(length)) != 0 ? null : new Ipv4Cidr(bits, length);
        }
        IpAddress address = IpAddressParser.parseIpv6(text, 0, slash, ParseFault.UNSEEN);
        if (address == null) {
            return null;
        }
        int rest = 128 - length;
        long hostBits = (address.high() & Uint128.maskHigh(rest)) | (address.low() & Uint128.maskLow(rest));
        return hostBits != 0 ? null : new Ipv6Cidr(address.high(), address.low(), length);
    }

    private static @Nullable Cidr any(String text, ParseFault fault) {
        int slash = text.indexOf('/');
        int end = slash < 0 ? text.length() : slash;
        IpAddress address = IpAddressParser.parse(text, 0, end, fault);
        if (address == null) {
            return null;
        }
        if (slash < 0) {
            return fault.at(end, "expected '/' and a prefix length");
        }
        int longest = address.family().bits();
        int length = prefixLength(text, slash + 1, longest, fault);
        if (length < 0) {
            return null;
        }
        Cidr block = Cidr.containing(address.family(), address.high(), address.low(), length);
        if (block.low() != address.low() || block.high() != address.high()) {
            return fault.remembers() ? hostBits(text, end, address, block, fault) : null;
        }
        return block;
    }

    private static int prefixLength(String text, int from, int longest, ParseFault fault) {
        int length = 0;
        for (int i = from; i < text.length(); i++) {
            int digit = text.charAt(i) - '0';
            if (digit < 0 || digit > 9) {
                fault.at(i, "expected a digit of the prefix length");
                return -1;
            }
            if (i > from && length == 0) {
                fault.at(from, "prefix length must not have a leading zero");
                return -1;
            }
            length = length * 10 + digit;
            if (length > longest) {
                fault.at(from, "prefix length must be 0.." + longest);
                return -1;
            }
        }
        if (from == text.length()) {
            fault.at(from, "expected a prefix length");
            return -1;
        }
        return length;
    }

    private static @Nullable Cidr hostBits(String text, int end, IpAddress address, Cidr block, ParseFault fault) {
        int bit = Uint128.leadingZeros(address.high() ^ block.high(), address.low() ^ block.low());
        int index = address.family() == IpFamily.IPV4 ? piece(text, 0, '.', (bit - 96) / 8) : group(text, end, bit);
        return fault.at(index, "host bits set; did you mean " + block);
    }

    /** The index where the group or octet with a bit starts; that group is not zero and so was written. */
    private static int group(String text, int end, int bit) {
        boolean embedded = text.lastIndexOf('.', end) >= 0;
        if (embedded && bit >= 96) {
            return piece(text, text.lastIndexOf(':', end) + 1, '.', (bit - 96) / 8);
        }
        int group = bit / 16;
        int gap = text.indexOf("::");
        int before = gap > 0 ? colons(text, 0, gap) + 1 : 0;
        if (gap < 0 || group < before) {
            return piece(text, 0, ':', group);
        }
        int behind = colons(text, gap + 2, end) + (embedded ? 2 : 1);
        return piece(text, gap + 2, ':', group - (8 - behind));
    }

    /** The index of the nth piece between separators. */
    private static int piece(String text, int from, char separator, int n) {
        int start = from;
        for (int i = 0; i < n; i++) {
            start = text.indexOf(separator, start) + 1;
        }
        return start;
    }

    private static int colons(String text, int from, int to) {
        return (int) text.substring(from, to).chars().filter(c -> c == ':').count();
    }
}
