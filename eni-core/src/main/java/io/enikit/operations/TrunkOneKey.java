package io.enikit.operations;

import io.enikit.model.NetworkPlan;
import io.enikit.rules.Evidence;
import io.enikit.rules.Phase;
import io.enikit.rules.RuleInfo;
import java.util.Optional;

/** A branch interface gets a VLAN id or a GRE key. */
final class TrunkOneKey extends Precondition<AssociateTrunkInterface> {
    TrunkOneKey() {
        super(
                RuleInfo.documented(
                                "trunk.one-key",
                                Phase.SHAPE,
                                "A branch interface gets a VLAN id or a GRE key, and not both.",
                                "AssociateTrunkInterface")
                        .withCatalogIds("TRUNK-ASSOC")
                        .withCode("InvalidParameterValue", Evidence.INFERRED),
                AssociateTrunkInterface.class);
    }

    @Override
    Optional<String> check(AssociateTrunkInterface operation, NetworkPlan plan) {
        return operation.vlanId().isPresent() != operation.greKey().isPresent()
                ? Optional.empty()
                : Optional.of((operation.vlanId().isPresent() ? "both" : "neither") + " of vlanId and greKey for "
                        + operation.eni() + ": expected one");
    }

    @Override
    boolean isEssential() {
        return true;
    }
}
