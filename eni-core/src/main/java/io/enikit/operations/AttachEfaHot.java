package io.enikit.operations;

import io.enikit.model.InstanceState;
import io.enikit.model.NetworkPlan;
import io.enikit.rules.Phase;
import io.enikit.rules.RuleInfo;
import java.util.Optional;

/** An Elastic Fabric Adapter is attached at launch or while the instance is stopped. */
final class AttachEfaHot extends Precondition<AttachEni> {
    AttachEfaHot() {
        super(
                RuleInfo.documented(
                                "attach.efa-hot",
                                Phase.STATE,
                                "An Elastic Fabric Adapter is attached at launch or while the instance is stopped.",
                                "Elastic Fabric Adapter for AI/ML and HPC workloads")
                        .withCatalogIds("EFA-HOT"),
                AttachEni.class);
    }

    @Override
    Optional<String> check(AttachEni operation, NetworkPlan plan) {
        return plan.instance(operation.instance())
                        .filter(instance -> instance.state() == InstanceState.RUNNING)
                        .isPresent()
                ? plan.eni(operation.eni())
                        .filter(eni -> eni.interfaceType().isEfa())
                        .map(eni -> eni.id() + " is of type " + eni.interfaceType() + ", the instance "
                                + operation.instance() + " is running: stop it first")
                : Optional.empty();
    }
}
