package io.enikit.limits;

import io.enikit.model.Eni;
import io.enikit.model.NetworkPlan;
import io.enikit.rules.Evidence;
import io.enikit.rules.Faults;
import io.enikit.rules.Phase;
import io.enikit.rules.RuleInfo;

/** An interface has no more IPv6 addresses and prefixes than its type allows. */
final class Ipv6AddressCount extends AttachedEniRule {
    Ipv6AddressCount(InstanceTypes types) {
        super(
                RuleInfo.builder()
                        .id("limits.ipv6-addresses")
                        .addCatalogId("IP6-LIMIT")
                        .addCatalogId("IP6-TYPES")
                        .addCatalogId("PFX-V6-LIMIT")
                        .summary("An interface has no more IPv6 addresses and prefixes than its type allows.")
                        .evidence(Evidence.DOCUMENTED)
                        .phase(Phase.LIMITS)
                        .source("Maximum IP addresses per network interface")
                        .build(),
                types);
    }

    @Override
    boolean isAbout(Eni eni) {
        return InstanceUsage.ipv6AddressesUsed(eni) > 0;
    }

    @Override
    void check(Eni eni, InstanceLimits limits, NetworkPlan plan, Faults faults) {
        int addresses = InstanceUsage.ipv6AddressesUsed(eni);
        int most = limits.ipv6AddressesPerInterface().orElse(addresses);
        if (addresses > most) {
            faults.exceeds(
                    addresses - most,
                    addresses + " IPv6 addresses and prefixes, " + limits.instanceType() + " allows " + most,
                    most == 0 ? "use a type that supports IPv6" : "use another interface, or a larger type");
        }
    }
}
