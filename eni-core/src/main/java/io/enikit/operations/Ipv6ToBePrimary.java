package io.enikit.operations;

import io.enikit.model.NetworkPlan;
import io.enikit.rules.Evidence;
import io.enikit.rules.Phase;
import io.enikit.rules.RuleInfo;
import java.util.Optional;

/** An interface whose IPv6 address is to be the primary one has one. */
final class Ipv6ToBePrimary extends Precondition<ModifyEni> {
    Ipv6ToBePrimary() {
        super(
                RuleInfo.documented(
                                "modify.primary-ipv6-address",
                                Phase.ADDRESSES,
                                "An interface whose IPv6 address is to be the primary one has one.",
                                "ModifyNetworkInterfaceAttribute")
                        .withCatalogIds("IP6-PRIMARY")
                        .withCode("InvalidParameterValue", Evidence.INFERRED),
                ModifyEni.class);
    }

    @Override
    Optional<String> check(ModifyEni operation, NetworkPlan plan) {
        return plan.eni(operation.eni())
                .filter(eni -> operation.enablePrimaryIpv6().orElse(false)
                        && eni.ipv6Addresses().isEmpty())
                .map(eni -> eni.id() + " has no IPv6 address that could be the primary one");
    }
}
