package io.enikit.operations;

import io.enikit.model.NetworkPlan;
import io.enikit.rules.Evidence;
import io.enikit.rules.Phase;
import io.enikit.rules.RuleInfo;
import io.enikit.rules.Severity;
import java.util.Optional;

/** A launch of several instances uses no interface that is there. */
final class LaunchExistingOnce extends Precondition<LaunchInstance> {
    LaunchExistingOnce() {
        super(
                RuleInfo.builder()
                        .id("launch.existing-once")
                        .addCatalogId("RUN-EXISTING-COUNT")
                        .summary("A launch of several instances uses no interface that is there.")
                        .evidence(Evidence.SEEN)
                        .severity(Severity.ERROR)
                        .phase(Phase.SHAPE)
                        .ec2Code("InvalidParameterCombination")
                        .source("tests of an emulator")
                        .build(),
                LaunchInstance.class);
    }

    @Override
    Optional<String> check(LaunchInstance operation, NetworkPlan plan) {
        return operation.count() > 1
                ? operation.attached().stream()
                        .findFirst()
                        .map(eni -> "the network interface " + eni + " may not be specified with a count of "
                                + operation.count())
                : Optional.empty();
    }
}
