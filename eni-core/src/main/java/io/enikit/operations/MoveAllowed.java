package io.enikit.operations;

import io.enikit.model.NetworkPlan;
import io.enikit.net.IpAddress;
import io.enikit.rules.Evidence;
import io.enikit.rules.Phase;
import io.enikit.rules.RuleInfo;
import java.util.List;
import java.util.Optional;

/** An address is taken from another interface only where reassignment is allowed. */
final class MoveAllowed extends Precondition<AssignPrivateIpAddresses> {
    MoveAllowed() {
        super(
                RuleInfo.documented(
                                "assign.move-allowed",
                                Phase.ADDRESSES,
                                "An address is taken from another interface only where reassignment is allowed.",
                                "AssignPrivateIpAddresses")
                        .withCatalogIds("IP4-MOVE-DENIED")
                        .withCode("InvalidParameterValue", Evidence.SEEN),
                AssignPrivateIpAddresses.class);
    }

    @Override
    Optional<String> check(AssignPrivateIpAddresses operation, NetworkPlan plan) {
        List<IpAddress> held = operation.privateIpAddresses().stream()
                .filter(address -> plan.eni(operation.eni())
                        .flatMap(eni -> AssignPrivateIpAddresses.holder(address, eni, plan))
                        .isPresent())
                .toList();
        return operation.allowReassignment() || held.isEmpty()
                ? Optional.empty()
                : Optional.of(held + " assigned, but move is not allowed");
    }
}
