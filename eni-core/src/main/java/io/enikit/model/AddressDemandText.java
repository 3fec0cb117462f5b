package io.enikit.model;

import static com.google.common.base.Preconditions.checkArgument;

import java.util.ArrayList;
import java.util.List;

/** Demands in the text of a plan, such as {@code ipv4Addresses:2,ipv6Prefixes:1}. */
final class AddressDemandText {
    private static final String IPV4_ADDRESSES = "ipv4Addresses";
    private static final String IPV4_PREFIXES = "ipv4Prefixes";
    private static final String IPV6_ADDRESSES = "ipv6Addresses";
    private static final String IPV6_PREFIXES = "ipv6Prefixes";

    private AddressDemandText() {}

    /** Returns a word for each number but 0. */
    static List<String> words(AddressDemand demand) {
        List<String> words = new ArrayList<>();
        add(IPV4_ADDRESSES, demand.ipv4Addresses(), words);
        add(IPV4_PREFIXES, demand.ipv4Prefixes(), words);
        add(IPV6_ADDRESSES, demand.ipv6Addresses(), words);
        add(IPV6_PREFIXES, demand.ipv6Prefixes(), words);
        return words;
    }

    private static void add(String key, long number, List<String> words) {
        if (number > 0) {
            words.add(key + ":" + number);
        }
    }

    /** Takes a demand off a line; none if there is no such key. */
    static AddressDemand take(PlanLine.Reader line, String key) {
        AddressDemand demand = AddressDemand.none();
        for (AddressDemand part : line.takeAll(key, AddressDemandText::part)) {
            demand = demand.plus(part);
        }
        return demand;
    }

    private static AddressDemand part(String word) {
        int colon = word.indexOf(':');
        checkArgument(colon > 0, "\"%s\": expected such as %s:1", word, IPV4_ADDRESSES);
        AddressDemand none = AddressDemand.none();
        long number = Words.parseCount(word.substring(colon + 1));
        return switch (word.substring(0, colon)) {
            case IPV4_ADDRESSES -> none.withIpv4Addresses(number);
            case IPV4_PREFIXES -> none.withIpv4Prefixes(number);
            case IPV6_ADDRESSES -> none.withIpv6Addresses(number);
            case IPV6_PREFIXES -> none.withIpv6Prefixes(number);
            default ->
                throw new IllegalArgumentException("\"" + word + "\": expected one of "
                        + List.of(IPV4_ADDRESSES, IPV4_PREFIXES, IPV6_ADDRESSES, IPV6_PREFIXES));
        };
    }
}
