package io.enikit.net;

import org.jspecify.annotations.Nullable;

/** Reads a set: ranges in brackets, with a comma and a blank between them. */
final class IpSetParser {
    private static final String SEPARATOR = ", ";

    private IpSetParser() {}

    /** Reads a whole text, or notes the fault and returns null. */
    static @Nullable IpSet parse(String text, ParseFault fault) {
        if (!text.startsWith("[")) {
            return fault.at(0, "expected '['");
        }
        int last = text.length() - 1;
        int bracket = text.indexOf(']');
        if (bracket != last) {
            return bracket < 0
                    ? fault.at(last + 1, "expected ']'")
                    : fault.at(bracket + 1, "expected the end after ']'");
        }
        IpSet.Builder set = IpSet.builder();
        int from = 1;
        while (from <= last && last > 1) {
            int separator = text.indexOf(SEPARATOR, from);
            int to = separator < 0 ? last : separator;
            IpRange range = IpRange.parse(text, from, to, fault);
            if (range == null) {
                return null;
            }
            set.add(range);
            from = separator < 0 ? last + 1 : separator + SEPARATOR.length();
        }
        return set.build();
    }
}
