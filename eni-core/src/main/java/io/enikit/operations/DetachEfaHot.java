package io.enikit.operations;

import io.enikit.model.InstanceState;
import io.enikit.model.NetworkPlan;
import io.enikit.rules.Phase;
import io.enikit.rules.RuleInfo;
import java.util.Optional;

/** An Elastic Fabric Adapter is detached while the instance is stopped. */
final class DetachEfaHot extends Precondition<DetachEni> {
    DetachEfaHot() {
        super(
                RuleInfo.documented(
                                "detach.efa-hot",
                                Phase.STATE,
                                "An Elastic Fabric Adapter is detached while the instance is stopped.",
                                "Elastic Fabric Adapter for AI/ML and HPC workloads")
                        .withCatalogIds("EFA-HOT"),
                DetachEni.class);
    }

    @Override
    Optional<String> check(DetachEni operation, NetworkPlan plan) {
        return plan.eni(operation.eni())
                .filter(eni -> eni.interfaceType().isEfa())
                .filter(eni -> eni.instanceId()
                        .flatMap(plan::instance)
                        .filter(instance -> instance.state() == InstanceState.RUNNING)
                        .isPresent())
                .map(eni -> eni.id() + " is of type " + eni.interfaceType()
                        + ", and its instance is running: stop it first");
    }
}
