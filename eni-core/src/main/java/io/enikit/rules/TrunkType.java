package io.enikit.rules;

import io.enikit.model.Eni;
import io.enikit.model.InterfaceType;
import io.enikit.model.NetworkPlan;
import io.enikit.model.TrunkAssociation;

/** A branch interface is an ordinary one, and what carries it is of type trunk. */
final class TrunkType extends BranchRule {
    TrunkType() {
        super(RuleInfo.builder()
                .id("eni.trunk.type")
                .addCatalogId("TRUNK-ASSOC")
                .summary("A branch interface is an ordinary one, and what carries it is of type trunk.")
                .evidence(Evidence.DOCUMENTED)
                .phase(Phase.STATE)
                .ec2Code("InvalidParameterValue")
                .codeEvidence(Evidence.INFERRED)
                .source("AssociateTrunkInterface")
                .build());
    }

    @Override
    void check(Eni branch, TrunkAssociation association, NetworkPlan plan, Faults faults) {
        plan.eni(association.trunk())
                .filter(trunk -> !trunk.interfaceType().equals(InterfaceType.TRUNK))
                .ifPresent(trunk -> faults.add(
                        "trunk",
                        trunk.id() + " carries it and is of type " + trunk.interfaceType() + ": expected trunk",
                        "create the trunk interface with type trunk"));
        InterfaceType type = branch.interfaceType();
        if (!type.equals(InterfaceType.INTERFACE) && !type.equals(InterfaceType.BRANCH)) {
            faults.add(
                    "branch",
                    "it is a branch and of type " + type + ": expected interface or branch",
                    "use an ordinary interface");
        }
    }
}
