package io.enikit.operations;

import io.enikit.model.NetworkPlan;
import io.enikit.rules.Evidence;
import io.enikit.rules.Phase;
import io.enikit.rules.RuleInfo;
import io.enikit.rules.Severity;
import java.util.Optional;

/** A launch of several instances states no private address. */
final class LaunchAddressOnce extends Precondition<LaunchInstance> {
    LaunchAddressOnce() {
        super(
                RuleInfo.builder()
                        .id("launch.address-once")
                        .addCatalogId("IP4-RUN-COUNT")
                        .summary("A launch of several instances states no private address.")
                        .evidence(Evidence.DOCUMENTED)
                        .severity(Severity.ERROR)
                        .phase(Phase.SHAPE)
                        .ec2Code("InvalidParameterCombination")
                        .codeEvidence(Evidence.INFERRED)
                        .source("RunInstances")
                        .build(),
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
