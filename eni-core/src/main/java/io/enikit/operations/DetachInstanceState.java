package io.enikit.operations;

import io.enikit.model.Eni;
import io.enikit.model.InstanceState;
import io.enikit.model.NetworkPlan;
import io.enikit.rules.Evidence;
import io.enikit.rules.Phase;
import io.enikit.rules.RuleInfo;
import java.util.Optional;

/** An interface is detached from an instance that is running or stopped. */
final class DetachInstanceState extends Precondition<DetachEni> {
    DetachInstanceState() {
        super(
                RuleInfo.documented(
                                "detach.instance-state",
                                Phase.STATE,
                                "An interface is detached from an instance that is running or stopped.",
                                "Attach a network interface to your instance")
                        .withCatalogIds("DET-MODES")
                        .withCode("IncorrectInstanceState", Evidence.INFERRED),
                DetachEni.class);
    }

    @Override
    Optional<String> check(DetachEni operation, NetworkPlan plan) {
        return plan.eni(operation.eni())
                .flatMap(Eni::instanceId)
                .flatMap(plan::instance)
                .filter(instance ->
                        instance.state() != InstanceState.RUNNING && instance.state() != InstanceState.STOPPED)
                .map(instance ->
                        "the instance " + instance.id() + " is " + instance.state() + ", neither running nor stopped");
    }
}
