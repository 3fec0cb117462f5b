package io.enikit.operations;

import io.enikit.model.NetworkPlan;
import io.enikit.rules.Evidence;
import io.enikit.rules.Phase;
import io.enikit.rules.RuleInfo;
import java.util.Optional;

/** A request to assign says what. */
final class SomethingAsked extends Precondition<Assigns> {
    SomethingAsked() {
        super(
                RuleInfo.documented(
                                "assign.something",
                                Phase.SHAPE,
                                "A request to assign states addresses, how many of them, prefixes, or how many of them.",
                                "AssignPrivateIpAddresses")
                        .withCatalogIds("IP4-XOR-ASSIGN")
                        .withCode("InvalidParameter", Evidence.SEEN),
                Assigns.class);
    }

    @Override
    Optional<String> check(Assigns operation, NetworkPlan plan) {
        return operation.addressRequests(plan).stream()
                .filter(request -> request.parameters().isEmpty())
                .findFirst()
                .map(request -> "nothing to assign to " + request.eni()
                        + ": one of addresses, a number of addresses, prefixes or a number of prefixes must be"
                        + " specified");
    }
}
