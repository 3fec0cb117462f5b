package io.enikit.rules;

import io.enikit.model.Instance;
import io.enikit.model.NetworkPlan;

/** An instance has an interface at device index 0 of network card 0. */
final class PrimaryInterface extends Rule<Instance> {
    PrimaryInterface() {
        super(
                RuleInfo.builder()
                        .id("instance.primary-interface")
                        .addCatalogId("RUN-INDEX0")
                        .addCatalogId("ATT-INDEX-0")
                        .summary("An instance has an interface at device index 0 of network card 0.")
                        .evidence(Evidence.SEEN)
                        .phase(Phase.SHAPE)
                        .ec2Code("InvalidParameterCombination")
                        .source("answers of EC2")
                        .build(),
                Instance.class);
    }

    @Override
    protected void check(Instance instance, NetworkPlan plan, Faults faults) {
        if (instance.state().isAlive() && plan.primaryEniOf(instance.id()).isEmpty()) {
            faults.add(
                    "",
                    "nothing is attached at device index 0 of network card 0",
                    "attach its primary interface there");
        }
    }
}
