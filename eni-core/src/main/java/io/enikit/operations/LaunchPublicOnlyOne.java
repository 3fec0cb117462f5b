package io.enikit.operations;

import io.enikit.model.NetworkPlan;
import io.enikit.rules.Evidence;
import io.enikit.rules.Phase;
import io.enikit.rules.RuleInfo;
import java.util.Optional;

/** A launch asks for a public address only if it has one interface. */
final class LaunchPublicOnlyOne extends Precondition<LaunchInstance> {
    LaunchPublicOnlyOne() {
        super(
                RuleInfo.documented(
                                "launch.public-address",
                                Phase.SHAPE,
                                "A launch asks for a public address only if it has one interface.",
                                "RunInstances")
                        .withCatalogIds("PUB-ETH0-ONLY")
                        .withCode("InvalidParameterCombination", Evidence.SEEN),
                LaunchInstance.class);
    }

    @Override
    Optional<String> check(LaunchInstance operation, NetworkPlan plan) {
        return operation.interfaces().size() > 1
                        && operation.createdEnis().stream()
                                .anyMatch(
                                        each -> each.associatePublicIpAddress().isPresent())
                ? Optional.of("the associatePublicIPAddress parameter cannot be specified when launching with multiple"
                        + " network interfaces")
                : Optional.empty();
    }
}
