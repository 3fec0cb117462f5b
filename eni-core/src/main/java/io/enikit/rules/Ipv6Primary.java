package io.enikit.rules;

import io.enikit.model.Eni;
import io.enikit.model.NetworkPlan;

/** At most one IPv6 address of an interface is the primary one. */
final class Ipv6Primary extends Rule<Eni> {
    Ipv6Primary() {
        super(
                RuleInfo.builder()
                        .id("eni.ipv6.primary")
                        .addCatalogId("IP6-PRIMARY")
                        .summary("At most one IPv6 address of an interface is the primary one.")
                        .evidence(Evidence.DOCUMENTED)
                        .phase(Phase.SHAPE)
                        .ec2Code("InvalidParameterValue")
                        .codeEvidence(Evidence.INFERRED)
                        .source("ModifyNetworkInterfaceAttribute")
                        .build(),
                Eni.class);
    }

    @Override
    protected void check(Eni eni, NetworkPlan plan, Faults faults) {
        int primaries = AddressRules.primaries(eni.ipv6Addresses());
        if (primaries > 1) {
            faults.exceeds(
                    primaries - 1,
                    primaries + " of its IPv6 addresses are primary ones, at most one is allowed",
                    "flag one of them or none");
        }
    }
}
