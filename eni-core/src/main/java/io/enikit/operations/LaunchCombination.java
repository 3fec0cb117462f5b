package io.enikit.operations;

import io.enikit.model.NetworkPlan;
import io.enikit.rules.Phase;
import io.enikit.rules.RuleInfo;
import java.util.Optional;
import java.util.stream.Stream;

/** A launch states its interfaces, or the subnet, groups and address of the only one. */
final class LaunchCombination extends Precondition<LaunchInstance> {
    LaunchCombination() {
        super(
                RuleInfo.seen(
                                "launch.interfaces-or-subnet",
                                Phase.SHAPE,
                                "A launch states its interfaces, or the subnet, groups and address of the only one.",
                                "answers of EC2")
                        .withCatalogIds("RUN-COMBO")
                        .withCode("InvalidParameterCombination"),
                LaunchInstance.class);
    }

    @Override
    Optional<String> check(LaunchInstance operation, NetworkPlan plan) {
        if (operation.interfaces().isEmpty()) {
            return operation.subnetId().isPresent()
                    ? Optional.empty()
                    : Optional.of("neither network interfaces nor a subnet ID are specified: expected one of them");
        }
        return Stream.of(
                        operation.subnetId().map(id -> "an instance-level subnet ID"),
                        operation.securityGroups().stream().findFirst().map(id -> "instance-level security groups"),
                        operation.privateIpAddress().map(ip -> "an instance-level private IP address"))
                .flatMap(Optional::stream)
                .findFirst()
                .map(what -> "network interfaces and " + what + " may not be specified on the same request");
    }
}
