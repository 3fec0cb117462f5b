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
                RuleInfo.builder()
                        .id("addresses.family")
                        .addCatalogId("IP4-SYNTAX")
                        .summary("Addresses and prefixes are stated where those of their family belong.")
                        .evidence(Evidence.SEEN)
                        .phase(Phase.SHAPE)
                        .ec2Code("InvalidParameterValue")
                        .codeEvidence(Evidence.INFERRED)
                        .source("answers of EC2")
                        .build(),
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
