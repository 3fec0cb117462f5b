package io.enikit.rules;

import io.enikit.model.Eni;
import io.enikit.model.InterfaceType;
import io.enikit.model.NetworkPlan;

/** An interface has one primary private IPv4 address. */
final class Ipv4Primary extends Rule<Eni> {
    Ipv4Primary() {
        super(
                RuleInfo.builder()
                        .id("eni.ipv4.primary")
                        .addCatalogId("IP4-PRIMARY-ONE")
                        .summary("An interface has one primary private IPv4 address.")
                        .evidence(Evidence.DOCUMENTED)
                        .phase(Phase.SHAPE)
                        .ec2Code("InvalidParameterValue")
                        .codeEvidence(Evidence.SEEN)
                        .addSilentBehind("eni.subnet.exists")
                        .source("CreateNetworkInterface")
                        .build(),
                Eni.class);
    }

    @Override
    protected void check(Eni eni, NetworkPlan plan, Faults faults) {
        int primaries = AddressRules.primaries(eni.privateIpAddresses());
        if (primaries > 1) {
            faults.exceeds(
                    primaries - 1,
                    primaries + " of its private IPv4 addresses are primary ones, one is allowed",
                    "flag one of them");
        } else if (primaries == 0 && needsOne(eni, plan)) {
            faults.add("none", "none of its private IPv4 addresses is the primary one", "flag one of them");
        }
    }

    /** Interfaces of IPv6-native subnets and of type efa-only have no IPv4 address at all. */
    private static boolean needsOne(Eni eni, NetworkPlan plan) {
        return !eni.interfaceType().equals(InterfaceType.EFA_ONLY)
                && plan.subnet(eni.subnetId())
                        .filter(subnet -> !subnet.ipv6Native())
                        .isPresent();
    }
}
