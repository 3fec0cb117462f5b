package io.enikit.operations;

import io.enikit.model.NetworkPlan;
import io.enikit.rules.Evidence;
import io.enikit.rules.Phase;
import io.enikit.rules.RuleInfo;
import java.util.Optional;

/** An Elastic IP is associated with a private IPv4 address. */
final class AddressToAssociate extends Precondition<Associates> {
    AddressToAssociate() {
        super(
                RuleInfo.documented(
                                "eip.private-address",
                                Phase.ADDRESSES,
                                "The interface that an Elastic IP is associated with has a private IPv4 address for it.",
                                "AssociateAddress")
                        .withCatalogIds("EIP-DEFAULT-TARGET")
                        .withCode("InvalidParameterValue", Evidence.INFERRED),
                Associates.class);
    }

    @Override
    Optional<String> check(Associates operation, NetworkPlan plan) {
        return operation.target(plan).isPresent()
                ? Optional.empty()
                : Optional.of("the interface has no private IPv4 address that " + operation.elasticIp()
                        + " could be associated with");
    }

    @Override
    boolean isEssential() {
        return true;
    }
}
