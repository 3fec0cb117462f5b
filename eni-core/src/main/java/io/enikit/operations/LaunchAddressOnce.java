package io.enikit.operations;

import io.enikit.model.NetworkPlan;
import io.enikit.rules.Evidence;
import io.enikit.rules.Phase;
import io.enikit.rules.RuleInfo;
import java.util.Optional;

/** A launch of several instances states no private address. */
final class LaunchAddressOnce extends Precondition<LaunchInstance> {
    LaunchAddressOnce() {
        super(
                RuleInfo.documented(
                                "launch.address-once",
                                Phase.SHAPE,
                                "A launch of several instances states no private address.",
                                "RunInstances")
                        .withCatalogIds("IP4-RUN-COUNT")
                        .withCode("InvalidParameterCombination", Evidence.INFERRED),
                LaunchInstance.class);
    }

    @Override
    Optional<String> check(LaunchInstance operation, NetworkPlan plan) {
        return operation.count() > 1
                        && operation.createdEnis().stream()
                                .anyMatch(each -> each.privateIpAddress().isPresent()
                                        || !each.privateIpAddresses().isEmpty())
                ? Optional.of("a private IP address may not be specified with a count of " + operation.count())
                : Optional.empty();
    }
}
