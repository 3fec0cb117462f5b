package io.enikit.operations;

import io.enikit.model.NetworkPlan;
import io.enikit.rules.Evidence;
import io.enikit.rules.Phase;
import io.enikit.rules.RuleInfo;
import io.enikit.rules.Severity;
import java.util.Optional;

/** A launch asks for a public address only if it has one interface. */
final class LaunchPublicOnlyOne extends Precondition<LaunchInstance> {
    LaunchPublicOnlyOne() {
        super(
                RuleInfo.builder()
                        .id("launch.public-address")
                        .addCatalogId("PUB-ETH0-ONLY")
                        .summary("A launch asks for a public address only if it has one interface.")
                        .evidence(Evidence.DOCUMENTED)
                        .severity(Severity.ERROR)
                        .phase(Phase.SHAPE)
                        .ec2Code("InvalidParameterCombination")
                        .codeEvidence(Evidence.SEEN)
                        .source("RunInstances")
                        .build(),
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
