package io.enikit.operations;

import io.enikit.model.NetworkPlan;
import io.enikit.rules.Evidence;
import io.enikit.rules.Phase;
import io.enikit.rules.RuleInfo;
import java.util.Optional;

/** A request uses at most one way to ask for secondary addresses or prefixes of a family. */
final class OneWayToAsk extends Precondition<AsksForAddresses> {
    OneWayToAsk() {
        super(
                RuleInfo.documented(
                                "addresses.one-way",
                                Phase.SHAPE,
                                "A request uses at most one way to ask for secondary addresses or prefixes of a family.",
                                "CreateNetworkInterface")
                        .withCatalogIds("IP4-XOR-CREATE", "IP4-XOR-ASSIGN", "IP6-XOR")
                        .withCode("InvalidParameterCombination", Evidence.INFERRED),
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
