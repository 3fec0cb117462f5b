package io.enikit.operations;

import io.enikit.model.NetworkPlan;
import io.enikit.rules.Evidence;
import io.enikit.rules.Phase;
import io.enikit.rules.RuleInfo;
import io.enikit.rules.Severity;
import java.util.Optional;

/** A request to unassign says what. */
final class SomethingToUnassign extends Precondition<Unassigns> {
    SomethingToUnassign() {
        super(
                RuleInfo.builder()
                        .id("unassign.something")
                        .addCatalogId("IP4-UNASSIGN-NONE")
                        .summary("A request to unassign states addresses or prefixes.")
                        .evidence(Evidence.SEEN)
                        .severity(Severity.ERROR)
                        .phase(Phase.SHAPE)
                        .ec2Code("MissingParameter")
                        .source("an emulator that quotes EC2")
                        .build(),
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
