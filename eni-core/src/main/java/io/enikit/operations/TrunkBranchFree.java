package io.enikit.operations;

import io.enikit.model.Eni;
import io.enikit.model.NetworkPlan;
import io.enikit.rules.Evidence;
import io.enikit.rules.Phase;
import io.enikit.rules.RuleInfo;
import java.util.Optional;

/** A branch interface that is associated has no trunk yet. */
final class TrunkBranchFree extends Precondition<AssociateTrunkInterface> {
    TrunkBranchFree() {
        super(
                RuleInfo.documented(
                                "trunk.branch-free",
                                Phase.STATE,
                                "A branch interface that is associated has no trunk yet.",
                                "AssociateTrunkInterface")
                        .withCatalogIds("TRUNK-ASSOC")
                        .withCode("InvalidParameterValue", Evidence.INFERRED),
                AssociateTrunkInterface.class);
    }

    @Override
    Optional<String> check(AssociateTrunkInterface operation, NetworkPlan plan) {
        return plan.eni(operation.eni())
                .flatMap(Eni::trunkAssociation)
                .map(trunk -> operation.eni() + " is associated with " + trunk + " already");
    }
}
