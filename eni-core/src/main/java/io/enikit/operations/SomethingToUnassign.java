package io.enikit.operations;

import io.enikit.model.NetworkPlan;
import io.enikit.rules.Phase;
import io.enikit.rules.RuleInfo;
import java.util.Optional;

/** A request to unassign says what. */
final class SomethingToUnassign extends Precondition<Unassigns> {
    SomethingToUnassign() {
        super(
                RuleInfo.seen(
                                "unassign.something",
                                Phase.SHAPE,
                                "A request to unassign states addresses or prefixes.",
                                "an emulator that quotes EC2")
                        .withCatalogIds("IP4-UNASSIGN-NONE")
                        .withCode("MissingParameter"),
                Unassigns.class);
    }

    @Override
    Optional<String> check(Unassigns operation, NetworkPlan plan) {
        return operation.addresses().isEmpty() && operation.prefixes().isEmpty()
                ? Optional.of(
                        "nothing to unassign from " + operation.eni() + ": addresses or prefixes must be specified")
                : Optional.empty();
    }
}
