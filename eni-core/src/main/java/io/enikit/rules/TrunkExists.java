package io.enikit.rules;

import io.enikit.model.Eni;
import io.enikit.model.NetworkPlan;

/** The trunk of a branch interface exists. */
final class TrunkExists extends Rule<Eni> {
    TrunkExists() {
        super(
                RuleInfo.builder()
                        .id("eni.trunk.exists")
                        .addCatalogId("ENI-404")
                        .summary("The trunk of a branch interface exists.")
                        .evidence(Evidence.DOCUMENTED)
                        .phase(Phase.IDS)
                        .ec2Code("InvalidNetworkInterfaceID.NotFound")
                        .codeEvidence(Evidence.SEEN)
                        .source("Error codes for the Amazon EC2 API")
                        .build(),
                Eni.class);
    }

    @Override
    protected void check(Eni eni, NetworkPlan plan, Faults faults) {
        eni.trunkAssociation()
                .filter(branch -> plan.eni(branch.trunk()).isEmpty())
                .ifPresent(branch -> faults.add(
                        "",
                        "the trunk interface \"" + branch.trunk() + "\" does not exist",
                        "add the trunk, or name one that exists"));
    }
}
