package io.enikit.limits;

import io.enikit.model.Eni;
import io.enikit.model.InterfaceType;
import io.enikit.model.NetworkPlan;
import io.enikit.rules.Evidence;
import io.enikit.rules.Faults;
import io.enikit.rules.Phase;
import io.enikit.rules.RuleInfo;

/** A trunk interface is attached to an instance whose type supports it. */
final class TrunkSupport extends AttachedEniRule {
    TrunkSupport(InstanceTypes types) {
        super(
                RuleInfo.builder()
                        .id("limits.trunk")
                        .addCatalogId("TRUNK-TYPES")
                        .summary("A trunk interface is attached to an instance whose type supports it.")
                        .evidence(Evidence.SEEN)
                        .phase(Phase.STATE)
                        .source("the limits table of the VPC resource controller")
                        .build(),
                types);
    }

    @Override
    boolean isAbout(Eni eni) {
        return eni.interfaceType().equals(InterfaceType.TRUNK);
    }

    @Override
    void check(Eni eni, InstanceLimits limits, NetworkPlan plan, Faults faults) {
        if (limits.trunkCompatible().filter(supported -> !supported).isPresent()) {
            faults.add(
                    "",
                    "a trunk interface on an instance of type " + limits.instanceType() + ", which does not support it",
                    "use a type that supports trunks");
        }
    }
}
