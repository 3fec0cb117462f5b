package io.enikit.operations;

import io.enikit.model.InstanceState;
import io.enikit.model.NetworkPlan;
import io.enikit.rules.Evidence;
import io.enikit.rules.Phase;
import io.enikit.rules.RuleInfo;
import io.enikit.rules.Severity;
import java.util.Optional;

/** An Elastic Fabric Adapter is attached at launch or while the instance is stopped. */
final class AttachEfaHot extends Precondition<AttachEni> {
    AttachEfaHot() {
        super(
                RuleInfo.builder()
                        .id("attach.efa-hot")
                        .addCatalogId("EFA-HOT")
                        .summary("An Elastic Fabric Adapter is attached at launch or while the instance is stopped.")
                        .evidence(Evidence.DOCUMENTED)
                        .severity(Severity.ERROR)
                        .phase(Phase.STATE)
                        .source("Elastic Fabric Adapter for AI/ML and HPC workloads")
                        .build(),
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
