package io.enikit.rules;

import io.enikit.net.IpFamily;
import java.util.Locale;

/** Names of the rules that hold for the addresses of both families. */
final class AddressRules {
    private AddressRules() {}

    static String id(IpFamily family, String rule) {
        return "eni." + family.toString().toLowerCase(Locale.ROOT) + "." + rule;
    }

    /** Names the family as EC2 does in prose. */
    static String word(IpFamily family) {
        return switch (family) {
            case IPV4 -> "IPv4";
            case IPV6 -> "IPv6";
        };
    }
}
