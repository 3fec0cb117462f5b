package io.enikit.rules;

import io.enikit.model.Attachment;
import io.enikit.model.Eni;
import io.enikit.model.InterfaceType;
import io.enikit.model.NetworkPlan;

/** An EFA-only interface is no primary interface. */
final class EfaOnlyPlace extends Rule<Eni> {
    EfaOnlyPlace() {
        super(
                RuleInfo.builder()
                        .id("eni.efa-only.place")
                        .addCatalogId("EFA-ONLY")
                        .addCatalogId("ATT-CARD-DEFAULT")
                        .summary("An EFA-only interface is no primary interface.")
                        .evidence(Evidence.DOCUMENTED)
                        .phase(Phase.STATE)
                        .ec2Code("InvalidParameterCombination")
                        .codeEvidence(Evidence.INFERRED)
                        .source("Elastic Fabric Adapter for AI/ML and HPC workloads")
                        .build(),
                Eni.class);
    }

    @Override
    protected void check(Eni eni, NetworkPlan plan, Faults faults) {
        if (eni.interfaceType().equals(InterfaceType.EFA_ONLY)
                && eni.attachment().filter(Attachment::isPrimary).isPresent()) {
            faults.add(
                    "",
                    "an interface of type efa-only is at device index 0 of network card 0",
                    "use type efa there, or another place");
        }
    }
}
