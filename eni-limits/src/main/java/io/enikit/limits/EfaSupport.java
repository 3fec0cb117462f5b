package io.enikit.limits;

import io.enikit.model.Eni;
import io.enikit.model.NetworkPlan;
import io.enikit.rules.Evidence;
import io.enikit.rules.Faults;
import io.enikit.rules.Phase;
import io.enikit.rules.RuleInfo;

/** An Elastic Fabric Adapter is attached to an instance whose type supports it. */
final class EfaSupport extends AttachedEniRule {
    EfaSupport(InstanceTypes types) {
        super(
                RuleInfo.builder()
                        .id("limits.efa-type")
                        .addCatalogId("EFA-TYPE")
                        .summary("An Elastic Fabric Adapter is attached to an instance whose type supports it.")
                        .evidence(Evidence.DOCUMENTED)
                        .phase(Phase.STATE)
                        .ec2Code("InvalidParameterCombination")
                        .codeEvidence(Evidence.INFERRED)
                        .source("Elastic Fabric Adapter for AI/ML and HPC workloads")
                        .build(),
                types);
    }

    @Override
    boolean isAbout(Eni eni) {
        return eni.interfaceType().isEfa();
    }

    @Override
    void check(Eni eni, InstanceLimits limits, NetworkPlan plan, Faults faults) {
        if (limits.maximumEfaInterfaces().orElse(1) == 0) {
            faults.add(
                    "",
                    "an interface of type " + eni.interfaceType() + " on an instance of type " + limits.instanceType()
                            + ", which does not support Elastic Fabric Adapters",
                    "use a type that supports them, or an ordinary interface");
        }
    }
}
