package io.enikit.rules;

import io.enikit.model.Eni;
import io.enikit.model.InterfaceType;
import io.enikit.model.NetworkPlan;
import io.enikit.model.TrunkAssociation;
import java.util.Optional;

/** A branch interface is an ordinary one, and what carries it is of type trunk. */
final class TrunkType extends Rule<Eni> {
    TrunkType() {
        super(
                RuleInfo.builder()
                        .id("eni.trunk.type")
                        .addCatalogId("TRUNK-ASSOC")
                        .summary("A branch interface is an ordinary one, and what carries it is of type trunk.")
                        .evidence(Evidence.DOCUMENTED)
                        .phase(Phase.STATE)
                        .ec2Code("InvalidParameterValue")
                        .codeEvidence(Evidence.INFERRED)
                        .source("AssociateTrunkInterface")
                        .build(),
                Eni.class);
    }

    @Override
    protected void check(Eni eni, NetworkPlan plan, Faults faults) {
        Optional<Eni> trunk =
                eni.trunkAssociation().map(TrunkAssociation::trunk).flatMap(plan::eni);
        if (trunk.isPresent() && !trunk.get().interfaceType().equals(InterfaceType.TRUNK)) {
            faults.add(
                    "trunk",
                    trunk.get().id() + " carries it and is of type "
                            + trunk.get().interfaceType() + ": expected trunk",
                    "create the trunk interface with type trunk");
        }
        if (eni.trunkAssociation().isPresent() && !isBranch(eni.interfaceType())) {
            faults.add(
                    "branch",
                    "it is a branch and of type " + eni.interfaceType() + ": expected interface or branch",
                    "use an ordinary interface");
        }
    }

    private static boolean isBranch(InterfaceType type) {
        return type.equals(InterfaceType.INTERFACE) || type.equals(InterfaceType.BRANCH);
    }
}
