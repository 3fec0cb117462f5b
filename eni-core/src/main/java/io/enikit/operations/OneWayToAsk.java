package io.enikit.operations;

import io.enikit.model.NetworkPlan;
import io.enikit.rules.Evidence;
import io.enikit.rules.Phase;
import io.enikit.rules.RuleInfo;
import io.enikit.rules.Severity;
import java.util.Optional;

/** A request uses at most one way to ask for secondary addresses or prefixes of a family. */
final class OneWayToAsk extends Precondition<AsksForAddresses> {
    OneWayToAsk() {
        super(
                RuleInfo.builder()
                        .id("addresses.one-way")
                        .addCatalogId("IP4-XOR-CREATE")
                        .addCatalogId("IP4-XOR-ASSIGN")
                        .addCatalogId("IP6-XOR")
                        .summary(
                                "A request uses at most one way to ask for secondary addresses or prefixes of a family.")
                        .evidence(Evidence.DOCUMENTED)
                        .severity(Severity.ERROR)
                        .phase(Phase.SHAPE)
                        .ec2Code("InvalidParameterCombination")
                        .codeEvidence(Evidence.INFERRED)
                        .source("CreateNetworkInterface")
                        .build(),
                AsksForAddresses.class);
    }

    @Override
    Optional<String> check(AsksForAddresses operation, NetworkPlan plan) {
        return operation.addressRequests(plan).stream()
                .filter(request -> request.parameters().size() > 1)
                .findFirst()
                .map(request -> "you may specify one and only one of " + String.join(", ", request.parameters())
                        + ": the request for " + request.eni() + " has "
                        + request.parameters().size());
    }
}
