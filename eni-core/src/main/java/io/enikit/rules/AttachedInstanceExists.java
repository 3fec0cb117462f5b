package io.enikit.rules;

import io.enikit.model.Eni;
import io.enikit.model.InstanceId;
import io.enikit.model.NetworkPlan;
import java.util.Optional;

/** The instance that an interface is attached to exists. */
final class AttachedInstanceExists extends Rule<Eni> {
    AttachedInstanceExists() {
        super(
                RuleInfo.builder()
                        .id("eni.attach.instance-exists")
                        .addCatalogId("ATT-INSTANCE-404")
                        .summary("The instance that an interface is attached to exists.")
                        .evidence(Evidence.DOCUMENTED)
                        .phase(Phase.IDS)
                        .ec2Code("InvalidInstanceID.NotFound")
                        .codeEvidence(Evidence.SEEN)
                        .source("Error codes for the Amazon EC2 API")
                        .build(),
                Eni.class);
    }

    @Override
    protected void check(Eni eni, NetworkPlan plan, Faults faults) {
        Optional<InstanceId> instance = eni.instanceId();
        if (instance.isPresent() && plan.instance(instance.get()).isEmpty()) {
            faults.add(
                    "",
                    "the instance \"" + instance.get() + "\" does not exist",
                    "add the instance, or attach the interface to one that exists");
        }
    }
}
