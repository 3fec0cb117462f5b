package io.enikit.operations;

import io.enikit.model.NetworkPlan;
import io.enikit.rules.Evidence;
import io.enikit.rules.Phase;
import io.enikit.rules.RuleInfo;
import java.util.Optional;

/** A branch interface that is disassociated has a trunk. */
final class TrunkAssociated extends Precondition<DisassociateTrunkInterface> {
    TrunkAssociated() {
        super(
                RuleInfo.documented(
                                "trunk.associated",
                                Phase.STATE,
                                "A branch interface that is disassociated has a trunk.",
                                "DisassociateTrunkInterface")
                        .withCatalogIds("TRUNK-ASSOC")
                        .withCode("InvalidAssociationID.NotFound", Evidence.INFERRED),
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
