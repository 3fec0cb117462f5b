package io.enikit.operations;

import io.enikit.model.Eni;
import io.enikit.model.NetworkPlan;
import io.enikit.rules.Evidence;
import io.enikit.rules.Phase;
import io.enikit.rules.RuleInfo;
import io.enikit.rules.Severity;
import java.util.Optional;

/** A branch interface that is associated has no trunk yet. */
final class TrunkBranchFree extends Precondition<AssociateTrunkInterface> {
    TrunkBranchFree() {
        super(
                RuleInfo.builder()
                        .id("trunk.branch-free")
                        .addCatalogId("TRUNK-ASSOC")
                        .summary("A branch interface that is associated has no trunk yet.")
                        .evidence(Evidence.DOCUMENTED)
                        .severity(Severity.ERROR)
                        .phase(Phase.STATE)
                        .ec2Code("InvalidParameterValue")
                        .codeEvidence(Evidence.INFERRED)
                        .source("AssociateTrunkInterface")
                        .build(),
                AssociateTrunkInterface.class);
    }

    @Override
    Optional<String> check(AssociateTrunkInterface operation, NetworkPlan plan) {
        return plan.eni(operation.eni())
                .flatMap(Eni::trunkAssociation)
                .map(trunk -> operation.eni() + " is associated with " + trunk + " already");
    }
}
