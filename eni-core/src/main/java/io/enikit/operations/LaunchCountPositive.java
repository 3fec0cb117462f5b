package io.enikit.operations;

import io.enikit.model.NetworkPlan;
import io.enikit.rules.Evidence;
import io.enikit.rules.Phase;
import io.enikit.rules.RuleInfo;
import io.enikit.rules.Severity;
import java.util.Optional;

/** A launch is of one instance or more. */
final class LaunchCountPositive extends Precondition<LaunchInstance> {
    LaunchCountPositive() {
        super(
                RuleInfo.builder()
                        .id("launch.count-positive")
                        .summary("A launch is of one instance or more.")
                        .evidence(Evidence.DOCUMENTED)
                        .severity(Severity.ERROR)
                        .phase(Phase.SHAPE)
                        .ec2Code("InvalidParameterValue")
                        .codeEvidence(Evidence.INFERRED)
                        .source("RunInstances")
                        .build(),
                LaunchInstance.class);
    }

    @Override
    Optional<String> check(LaunchInstance operation, NetworkPlan plan) {
        return operation.count() >= 1
                ? Optional.empty()
                : Optional.of("value (" + operation.count() + ") for the count is invalid: expected 1 or more");
    }

    @Override
    boolean isEssential() {
        return true;
    }
}
