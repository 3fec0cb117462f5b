package io.enikit.operations;

import io.enikit.model.NetworkPlan;
import io.enikit.rules.Evidence;
import io.enikit.rules.Phase;
import io.enikit.rules.RuleInfo;
import java.util.Optional;

/** Addresses and prefixes are stated where those of their family belong. */
final class AddressFamily extends Precondition<AsksForAddresses> {
    AddressFamily() {
        super(
                RuleInfo.seen(
                                "addresses.family",
                                Phase.SHAPE,
                                "Addresses and prefixes are stated where those of their family belong.",
                                "answers of EC2")
                        .withCatalogIds("IP4-SYNTAX")
                        .withCode("InvalidParameterValue", Evidence.INFERRED),
                AsksForAddresses.class);
    }

    @Override
    Optional<String> check(AsksForAddresses operation, NetworkPlan plan) {
        return operation.addressRequests(plan).stream()
                .flatMap(request -> request.ofOtherFamily()
                        .map(stated -> "invalid value for parameter address: " + stated + ": expected an "
                                + request.family().label() + " address or prefix"))
                .findFirst();
    }
}
