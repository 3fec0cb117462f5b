package io.enikit.rules;

import com.google.common.collect.Iterables;
import io.enikit.model.Eni;
import io.enikit.model.EniAddress;
import io.enikit.model.Subnet;
import io.enikit.net.Cidr;
import io.enikit.net.IpFamily;
import java.util.List;
import java.util.Locale;

/** Names of the rules that hold for the addresses of both families. */
final class AddressRules {
    private AddressRules() {}

    static String id(IpFamily family, String rule) {
        return "eni." + family.toString().toLowerCase(Locale.ROOT) + "." + rule;
    }

    /** Returns the catalog entry of a family. */
    static String ofFamily(IpFamily family, String ipv4, String ipv6) {
        return switch (family) {
            case IPV4 -> ipv4;
            case IPV6 -> ipv6;
        };
    }

    /** Counts the primary addresses, which are the first of a list. */
    static int primaries(List<EniAddress> addresses) {
        int primaries = 0;
        while (primaries < addresses.size() && addresses.get(primaries).primary()) {
            primaries++;
        }
        return primaries;
    }

    /** Lists the prefixes of an interface that have the length which EC2 delegates. */
    static Iterable<Cidr> delegable(Eni eni, IpFamily family) {
        return Iterables.filter(
                eni.prefixes(family), prefix -> prefix.prefixLength() == Eni.prefixLength(prefix.family()));
    }

    /** Says that something is not in a subnet. */
    static String outside(Object what, Subnet subnet, IpFamily family) {
        return what + " is not in subnet \"" + subnet.id() + "\", "
                + subnet.cidrBlock(family)
                        .map(cidr -> "which is " + cidr)
                        .orElse("which has no " + family.label() + " block");
    }
}
