package io.enikit.rules;

import io.enikit.model.Instance;
import io.enikit.model.InstanceState;
import io.enikit.model.NetworkPlan;

/** An instance that was terminated has no interfaces. */
final class InterfacesOfTheGone extends Rule<Instance> {
    InterfacesOfTheGone() {
        super(
                RuleInfo.builder()
                        .id("instance.gone")
                        .addCatalogId("TERM-DOT")
                        .summary("An instance that was terminated has no interfaces.")
                        .evidence(Evidence.DOCUMENTED)
                        .phase(Phase.STATE)
                        .source("Terminate Amazon EC2 instances")
                        .build(),
                Instance.class);
    }

    @Override
    protected void check(Instance instance, NetworkPlan plan, Faults faults) {
        if (instance.state() == InstanceState.TERMINATED) {
            int left = plan.enisOf(instance.id()).size();
            if (left > 0) {
                faults.exceeds(left, "it is terminated, but has " + left + " interfaces", "detach or remove them");
            }
        }
    }
}
