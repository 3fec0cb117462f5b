package io.enikit.rules;

import io.enikit.model.Eni;
import io.enikit.model.NetworkPlan;
import io.enikit.model.TrunkAssociation;

/** The trunk of a branch interface exists. */
final class TrunkExists extends BranchRule {
    TrunkExists() {
        super(RuleInfo.builder()
                .id("eni.trunk.exists")
                .addCatalogId("ENI-404")
                .summary("The trunk of a branch interface exists.")
                .evidence(Evidence.DOCUMENTED)
                .phase(Phase.IDS)
                .ec2Code("InvalidNetworkInterfaceID.NotFound")
                .codeEvidence(Evidence.SEEN)
                .source("Error codes for the Amazon EC2 API")
                .build());
    }

    @Override
    void check(Eni branch, TrunkAssociation association, NetworkPlan plan, Faults faults) {
        if (plan.eni(association.trunk()).isEmpty()) {
            faults.add(
                    "",
                    "the trunk interface \"" + association.trunk() + "\" does not exist",
                    "add the trunk, or name one that exists");
        }
    }
}
