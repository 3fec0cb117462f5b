package io.enikit.limits;

import io.enikit.model.Eni;
import io.enikit.model.NetworkPlan;
import io.enikit.rules.Evidence;
import io.enikit.rules.Faults;
import io.enikit.rules.Phase;
import io.enikit.rules.RuleInfo;

/** An interface has no more private IPv4 addresses and prefixes than its type allows. */
final class Ipv4AddressCount extends AttachedEniRule {
    Ipv4AddressCount(InstanceTypes types) {
        super(
                RuleInfo.builder()
                        .id("limits.ipv4-addresses")
                        .addCatalogId("IP4-LIMIT")
                        .addCatalogId("PFX-COUNT-AS-ONE")
                        .summary("An interface has no more private IPv4 addresses and prefixes than its type allows.")
                        .evidence(Evidence.DOCUMENTED)
                        .phase(Phase.LIMITS)
                        .ec2Code("PrivateIpAddressLimitExceeded")
                        .codeEvidence(Evidence.SEEN)
                        .putCodesByAction("RunInstances", "InvalidInterface.IpAddressLimitExceeded")
                        .source("Maximum IP addresses per network interface")
                        .build(),
                types);
    }

    @Override
    void check(Eni eni, InstanceLimits limits, NetworkPlan plan, Faults faults) {
        int addresses = InstanceUsage.ipv4AddressesUsed(eni);
        int most = limits.ipv4AddressesPerInterface();
        if (addresses > most) {
            faults.exceeds(
                    addresses - most,
                    addresses + " private IPv4 addresses and prefixes, " + limits.instanceType() + " allows " + most,
                    "use another interface, or a larger type");
        }
    }
}
