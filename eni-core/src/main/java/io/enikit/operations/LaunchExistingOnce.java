package io.enikit.operations;

import io.enikit.model.NetworkPlan;
import io.enikit.rules.Phase;
import io.enikit.rules.RuleInfo;
import java.util.Optional;

/** A launch of several instances uses no interface that is there. */
final class LaunchExistingOnce extends Precondition<LaunchInstance> {
    LaunchExistingOnce() {
        super(
                RuleInfo.seen(
                                "launch.existing-once",
                                Phase.SHAPE,
                                "A launch of several instances uses no interface that is there.",
                                "tests of an emulator")
                        .withCatalogIds("RUN-EXISTING-COUNT")
                        .withCode("InvalidParameterCombination"),
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
