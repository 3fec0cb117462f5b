package io.enikit.operations;

import com.google.common.collect.ImmutableList;
import io.enikit.model.EniAddress;
import io.enikit.model.EniId;
import io.enikit.model.SubnetId;
import io.enikit.net.Cidr;
import io.enikit.net.IpFamily;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What a call asks for one interface in one family: addresses and prefixes that it states, or how many EC2 is to pick.
 *
 * @param eni the interface
 * @param subnet its subnet
 * @param family the family
 * @param addresses the given addresses
 * @param picksPrimary whether EC2 is to pick a primary address as well
 * @param count how many addresses EC2 is to pick
 * @param prefixes the given prefixes
 * @param prefixCount how many prefixes EC2 is to pick
 */
record AddressRequest(
        EniId eni,
        SubnetId subnet,
        IpFamily family,
        List<EniAddress> addresses,
        boolean picksPrimary,
        OptionalInt count,
        List<Cidr> prefixes,
        OptionalInt prefixCount) {
    /** Returns how many single addresses EC2 is to pick. */
    int addressesToPick() {
        return count.orElse(0) + (picksPrimary ? 1 : 0);
    }

    /** Returns the first of the given addresses and prefixes that is of the other family. */
    Optional<String> ofOtherFamily() {
        for (EniAddress each : addresses) {
            if (each.address().family() != family) {
                return Optional.of(each.address().toString());
            }
        }
        for (Cidr prefix : prefixes) {
            if (prefix.family() != family) {
                return Optional.of(prefix.toString());
            }
        }
        return Optional.empty();
    }

    /** Names the parameters for addresses beside the primary one, and for prefixes, that are set. */
    ImmutableList<String> parameters() {
        ImmutableList.Builder<String> set = ImmutableList.builder();
        if (statesSecondary()) {
            set.add(family == IpFamily.IPV4 ? "privateIpAddresses" : "ipv6Addresses");
        }
        count.ifPresent(number -> set.add(countParameter()));
        if (!prefixes.isEmpty()) {
            set.add(family == IpFamily.IPV4 ? "ipv4Prefixes" : "ipv6Prefixes");
        }
        prefixCount.ifPresent(number -> set.add(prefixCountParameter()));
        return set.build();
    }

    private boolean statesSecondary() {
        for (EniAddress each : addresses) {
            if (!each.primary()) {
                return true;
            }
        }
        return false;
    }

    String countParameter() {
        return family == IpFamily.IPV4 ? "secondaryPrivateIpAddressCount" : "ipv6AddressCount";
    }

    String prefixCountParameter() {
        return family == IpFamily.IPV4 ? "ipv4PrefixCount" : "ipv6PrefixCount";
    }
}
