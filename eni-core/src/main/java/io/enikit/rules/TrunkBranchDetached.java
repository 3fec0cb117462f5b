package io.enikit.rules;

import io.enikit.model.Eni;
import io.enikit.model.NetworkPlan;
import io.enikit.model.TrunkAssociation;

/** A branch interface is carried by its trunk and not attached itself. */
final class TrunkBranchDetached extends BranchRule {
    TrunkBranchDetached() {
        super(RuleInfo.builder()
                .id("eni.trunk.branch-detached")
                .addCatalogId("TRUNK-ASSOC")
                .summary("A branch interface is carried by its trunk and not attached itself.")
                .evidence(Evidence.DOCUMENTED)
                .phase(Phase.STATE)
                .ec2Code("InvalidParameterValue")
                .codeEvidence(Evidence.INFERRED)
                .source("AssociateTrunkInterface")
                .build());
    }

    @Override
    void check(Eni branch, TrunkAssociation association, NetworkPlan plan, Faults faults) {
        branch.attachment()
                .ifPresent(place -> faults.add(
                        "",
                        "it is a branch, carried by a trunk, and attached"
                                + place.instanceId()
                                        .map(instance -> " to \"" + instance + "\"")
                                        .orElse("")
                                + " as well",
                        "detach it, or disassociate it from its trunk"));
    }
}
