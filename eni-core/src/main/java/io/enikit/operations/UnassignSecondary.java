package io.enikit.operations;

import io.enikit.model.EniAddress;
import io.enikit.model.NetworkPlan;
import io.enikit.rules.Evidence;
import io.enikit.rules.Phase;
import io.enikit.rules.RuleInfo;
import io.enikit.rules.Severity;
import java.util.Optional;

/** A primary address cannot be unassigned. */
final class UnassignSecondary extends Precondition<Unassigns> {
    UnassignSecondary() {
        super(
                RuleInfo.builder()
                        .id("unassign.secondary")
                        .addCatalogId("IP4-PRIMARY-UNASSIGN")
                        .addCatalogId("IP4-PRIMARY-FIXED")
                        .addCatalogId("IP6-PRIMARY")
                        .summary("A primary address cannot be unassigned.")
                        .evidence(Evidence.SEEN)
                        .severity(Severity.ERROR)
                        .phase(Phase.ADDRESSES)
                        .ec2Code("InvalidParameterValue")
                        .source("an emulator that quotes EC2")
                        .build(),
                Unassigns.class);
    }

    @Override
    Optional<String> check(Unassigns operation, NetworkPlan plan) {
        return plan.eni(operation.eni())
                .flatMap(eni -> operation.addresses().stream()
                        .filter(address -> eni.addresses(address.family()).contains(new EniAddress(address, true)))
                        .findFirst())
                .map(address -> "value (" + address
                        + ") is invalid: the primary IP address of an interface cannot be unassigned");
    }
}
