package io.enikit.operations;

import io.enikit.model.EniAddress;
import io.enikit.model.NetworkPlan;
import io.enikit.rules.Phase;
import io.enikit.rules.RuleInfo;
import java.util.Optional;

/** A primary address cannot be unassigned. */
final class UnassignSecondary extends Precondition<Unassigns> {
    UnassignSecondary() {
        super(
                RuleInfo.seen(
                                "unassign.secondary",
                                Phase.ADDRESSES,
                                "A primary address cannot be unassigned.",
                                "an emulator that quotes EC2")
                        .withCatalogIds("IP4-PRIMARY-UNASSIGN", "IP4-PRIMARY-FIXED", "IP6-PRIMARY")
                        .withCode("InvalidParameterValue"),
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
