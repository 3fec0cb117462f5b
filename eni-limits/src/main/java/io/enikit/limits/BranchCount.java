package io.enikit.limits;

import io.enikit.model.Eni;
import io.enikit.model.InterfaceType;
import io.enikit.model.NetworkPlan;
import io.enikit.rules.Evidence;
import io.enikit.rules.Faults;
import io.enikit.rules.Phase;
import io.enikit.rules.RuleInfo;

/** A trunk interface carries no more branches than the instance type allows. */
final class BranchCount extends AttachedEniRule {
    BranchCount(InstanceTypes types) {
        super(
                RuleInfo.builder()
                        .id("limits.branches")
                        .addCatalogId("TRUNK-TYPES")
                        .summary("A trunk interface carries no more branches than the instance type allows.")
                        .evidence(Evidence.SEEN)
                        .phase(Phase.LIMITS)
                        .addSilentBehind("limits.trunk")
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
        int branches = plan.branchesOf(eni.id()).size();
        int most = limits.branchInterfaces().orElse(Integer.MAX_VALUE);
        if (most > 0 && branches > most) {
            faults.exceeds(
                    branches - most,
                    branches + " branch interfaces, a trunk on " + limits.instanceType() + " carries " + most,
                    "use a larger type, or fewer branches");
        }
    }
}
