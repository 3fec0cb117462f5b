package io.enikit.operations;

import io.enikit.model.Instance;
import io.enikit.model.InstanceState;
import io.enikit.model.NetworkPlan;
import io.enikit.rules.Phase;
import io.enikit.rules.RuleInfo;
import java.util.Optional;

/** An instance that is stopped was running. */
final class StopRunning extends Precondition<StopInstance> {
    StopRunning() {
        super(
                RuleInfo.documented(
                                "stop.instance-state",
                                Phase.STATE,
                                "An instance that is stopped was running.",
                                "Error codes for the Amazon EC2 API")
                        .withCode("IncorrectInstanceState"),
                StopInstance.class);
    }

    @Override
    Optional<String> check(StopInstance operation, NetworkPlan plan) {
        return plan.instance(operation.instance())
                .map(Instance::state)
                .filter(state -> state != InstanceState.STOPPED && state != InstanceState.RUNNING)
                .map(state -> "the instance " + operation.instance() + " is " + state
                        + ", not in a state from which it can be stopped");
    }
}
