package io.enikit.operations;

import io.enikit.model.NetworkPlan;
import io.enikit.rules.Evidence;
import io.enikit.rules.Phase;
import io.enikit.rules.RuleInfo;
import java.util.Optional;

/** A launch is of one instance or more. */
final class LaunchCountPositive extends Precondition<LaunchInstance> {
    LaunchCountPositive() {
        super(
                RuleInfo.documented(
                                "launch.count-positive",
                                Phase.SHAPE,
                                "A launch is of one instance or more.",
                                "RunInstances")
                        .withCode("InvalidParameterValue", Evidence.INFERRED),
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
