package io.enikit.operations;

import io.enikit.model.Instance;
import io.enikit.model.InstanceState;
import io.enikit.model.NetworkPlan;
import io.enikit.rules.Evidence;
import io.enikit.rules.Phase;
import io.enikit.rules.RuleInfo;
import java.util.Optional;

/** An interface is attached to an instance that is running or stopped. */
final class AttachInstanceState extends Precondition<AttachEni> {
    AttachInstanceState() {
        super(
                RuleInfo.documented(
                                "attach.instance-state",
                                Phase.STATE,
                                "An interface is attached to an instance that is running or stopped.",
                                "Attach a network interface to your instance")
                        .withCatalogIds("ATT-MODES")
                        .withCode("IncorrectInstanceState", Evidence.SEEN),
                AttachEni.class);
    }

    @Override
    Optional<String> check(AttachEni operation, NetworkPlan plan) {
        return plan.instance(operation.instance())
                .map(Instance::state)
                .filter(state -> state != InstanceState.RUNNING && state != InstanceState.STOPPED)
                .map(state ->
                        "the instance " + operation.instance() + " is " + state + ", neither running nor stopped");
    }
}
