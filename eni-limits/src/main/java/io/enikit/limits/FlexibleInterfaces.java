package io.enikit.limits;

import io.enikit.model.Instance;
import io.enikit.model.NetworkPlan;
import io.enikit.rules.Evidence;
import io.enikit.rules.Faults;
import io.enikit.rules.Phase;
import io.enikit.rules.RuleInfo;
import io.enikit.rules.Severity;

/** An instance does with the interfaces that its type always allows. */
final class FlexibleInterfaces extends InstanceRule {
    FlexibleInterfaces(InstanceTypes types) {
        super(
                RuleInfo.builder()
                        .id("limits.interfaces-flexible")
                        .addCatalogId("LIM-FLEX")
                        .summary("An instance does with the interfaces that its type always allows.")
                        .evidence(Evidence.DOCUMENTED)
                        .phase(Phase.LIMITS)
                        .severity(Severity.WARNING)
                        .source("NetworkCardInfo")
                        .build(),
                types);
    }

    @Override
    void check(Instance instance, InstanceLimits limits, NetworkPlan plan, Faults faults) {
        int interfaces = plan.enisOf(instance.id()).size();
        int always = limits.maximumNetworkInterfaces();
        if (interfaces > always && interfaces <= Cards.mostInterfaces(limits)) {
            faults.exceeds(
                    interfaces - always,
                    interfaces + " interfaces, " + limits.instanceType() + " allows " + always + " and "
                            + (Cards.mostInterfaces(limits) - always) + " more in some settings only",
                    "see to it that the flexible interfaces are enabled");
        }
    }
}
