package io.enikit.operations;

import io.enikit.model.Instance;
import io.enikit.model.InstanceState;
import io.enikit.model.NetworkPlan;
import io.enikit.rules.Phase;
import io.enikit.rules.RuleInfo;
import java.util.Optional;

/** An instance that is started was stopped. */
final class StartStopped extends Precondition<StartInstance> {
    StartStopped() {
        super(
                RuleInfo.documented(
                                "start.instance-state",
                                Phase.STATE,
                                "An instance that is started was stopped.",
                                "Error codes for the Amazon EC2 API")
                        .withCode("IncorrectInstanceState"),
                StartInstance.class);
    }

    @Override
    Optional<String> check(StartInstance operation, NetworkPlan plan) {
        return plan.instance(operation.instance())
                .map(Instance::state)
                .filter(state -> state != InstanceState.STOPPED && state != InstanceState.RUNNING)
                .map(state -> "the instance " + operation.instance() + " is " + state
                        + ", not in a state from which it can be started");
    }
}
