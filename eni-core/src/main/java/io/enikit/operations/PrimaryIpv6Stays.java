package io.enikit.operations;

import io.enikit.model.Eni;
import io.enikit.model.NetworkPlan;
import io.enikit.rules.Evidence;
import io.enikit.rules.Phase;
import io.enikit.rules.RuleInfo;
import java.util.Optional;

/** A primary IPv6 address stays until the interface is detached. */
final class PrimaryIpv6Stays extends Precondition<ModifyEni> {
    PrimaryIpv6Stays() {
        super(
                RuleInfo.documented(
                                "modify.primary-ipv6",
                                Phase.STATE,
                                "A primary IPv6 address stays until the interface is detached.",
                                "ModifyNetworkInterfaceAttribute")
                        .withCatalogIds("IP6-PRIMARY")
                        .withCode("InvalidParameterValue", Evidence.INFERRED),
                ModifyEni.class);
    }

    @Override
    Optional<String> check(ModifyEni operation, NetworkPlan plan) {
        return plan.eni(operation.eni())
                .filter(eni -> operation.enablePrimaryIpv6().equals(Optional.of(false)))
                .flatMap(Eni::primaryIpv6Address)
                .map(address -> address + " is the primary IPv6 address of " + operation.eni()
                        + ": that cannot be undone until the interface is detached");
    }
}
