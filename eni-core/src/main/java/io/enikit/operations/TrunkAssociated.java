package io.enikit.operations;

import io.enikit.model.NetworkPlan;
import io.enikit.rules.Evidence;
import io.enikit.rules.Phase;
import io.enikit.rules.RuleInfo;
import io.enikit.rules.Severity;
import java.util.Optional;

/** A branch interface that is disassociated has a trunk. */
final class TrunkAssociated extends Precondition<DisassociateTrunkInterface> {
    TrunkAssociated() {
        super(
                RuleInfo.builder()
                        .id("trunk.associated")
                        .addCatalogId("TRUNK-ASSOC")
                        .summary("A branch interface that is disassociated has a trunk.")
                        .evidence(Evidence.DOCUMENTED)
                        .severity(Severity.ERROR)
                        .phase(Phase.STATE)
                        .ec2Code("InvalidAssociationID.NotFound")
                        .codeEvidence(Evidence.INFERRED)
                        .source("DisassociateTrunkInterface")
                        .build(),
                DisassociateTrunkInterface.class);
    }

    @Override
    Optional<String> check(DisassociateTrunkInterface operation, NetworkPlan plan) {
        return plan.eni(operation.eni())
                .filter(eni -> eni.trunkAssociation().isEmpty())
                .map(eni -> eni.id() + " is not associated with a trunk");
    }

    @Override
    boolean isEssential() {
        return true;
    }
}
