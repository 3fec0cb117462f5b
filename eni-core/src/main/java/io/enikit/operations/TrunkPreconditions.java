package io.enikit.operations;

import static io.enikit.rules.Evidence.INFERRED;
import static io.enikit.rules.Phase.SHAPE;
import static io.enikit.rules.Phase.STATE;

import com.google.common.collect.ImmutableList;
import io.enikit.model.Eni;
import io.enikit.model.NetworkPlan;
import io.enikit.rules.Fault;
import io.enikit.rules.RuleInfo;
import java.util.Optional;

/** The preconditions on trunk interfaces and their branches. */
final class TrunkPreconditions {
    static final ImmutableList<Precondition> ALL = ImmutableList.of(
            Precondition.of(
                            AssociateTrunkInterface.class,
                            TrunkPreconditions::oneKey,
                            RuleInfo.of("trunk.one-key", SHAPE)
                                    .withSummary("A branch interface gets a VLAN id or a GRE key, and not both.")
                                    .documented("AssociateTrunkInterface")
                                    .withCatalogIds("TRUNK-ASSOC")
                                    .withCode("InvalidParameterValue", INFERRED))
                    .essential(),
            Precondition.of(
                    AssociateTrunkInterface.class,
                    TrunkPreconditions::branchFree,
                    RuleInfo.of("trunk.branch-free", STATE)
                            .withSummary("A branch interface that is associated has no trunk yet.")
                            .documented("AssociateTrunkInterface")
                            .withCatalogIds("TRUNK-ASSOC")
                            .withCode("InvalidParameterValue", INFERRED)),
            Precondition.of(
                            DisassociateTrunkInterface.class,
                            TrunkPreconditions::associated,
                            RuleInfo.of("trunk.associated", STATE)
                                    .withSummary("A branch interface that is disassociated has a trunk.")
                                    .documented("DisassociateTrunkInterface")
                                    .withCatalogIds("TRUNK-ASSOC")
                                    .withCode("InvalidAssociationID.NotFound", INFERRED))
                    .essential());

    private TrunkPreconditions() {}

    private static Optional<Fault> oneKey(AssociateTrunkInterface operation, NetworkPlan plan) {
        return operation.vlanId().isPresent() != operation.greKey().isPresent()
                ? Optional.empty()
                : Optional.of(Fault.of((operation.vlanId().isPresent() ? "both" : "neither")
                        + " of vlanId and greKey for " + operation.eni() + ": expected one"));
    }

    private static Optional<Fault> branchFree(AssociateTrunkInterface operation, NetworkPlan plan) {
        return plan.eni(operation.eni())
                .flatMap(Eni::trunkAssociation)
                .map(trunk -> Fault.of(operation.eni() + " is associated with " + trunk + " already"));
    }

    private static Optional<Fault> associated(DisassociateTrunkInterface operation, NetworkPlan plan) {
        return plan.eni(operation.eni())
                .filter(eni -> eni.trunkAssociation().isEmpty())
                .map(eni -> Fault.of(eni.id() + " is not associated with a trunk"));
    }
}
