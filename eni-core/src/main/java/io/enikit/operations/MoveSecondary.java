package io.enikit.operations;

import io.enikit.model.Eni;
import io.enikit.model.NetworkPlan;
import io.enikit.rules.Phase;
import io.enikit.rules.RuleInfo;
import java.util.Optional;

/** The primary address of an interface cannot be taken from it. */
final class MoveSecondary extends Precondition<AssignPrivateIpAddresses> {
    MoveSecondary() {
        super(
                RuleInfo.seen(
                                "assign.move-secondary",
                                Phase.ADDRESSES,
                                "The primary address of an interface cannot be taken from it.",
                                "answers of EC2")
                        .withCatalogIds("IP4-MOVE-PRIMARY", "IP4-PRIMARY-FIXED")
                        .withCode("InvalidParameterValue"),
                AssignPrivateIpAddresses.class);
    }

    @Override
    Optional<String> check(AssignPrivateIpAddresses operation, NetworkPlan plan) {
        return operation.privateIpAddresses().stream()
                .filter(address -> plan.eni(operation.eni())
                        .flatMap(eni -> AssignPrivateIpAddresses.holder(address, eni, plan))
                        .flatMap(Eni::privateIpAddress)
                        .equals(Optional.of(address)))
                .findFirst()
                .map(address -> address + " is the primary address of another interface: only secondary addresses can"
                        + " be moved");
    }
}
