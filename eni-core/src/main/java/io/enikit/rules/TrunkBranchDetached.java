package io.enikit.rules;

import io.enikit.model.Eni;
import io.enikit.model.NetworkPlan;

/** A branch interface is carried by its trunk and not attached itself. */
final class TrunkBranchDetached extends Rule<Eni> {
    TrunkBranchDetached() {
        super(
                RuleInfo.builder()
                        .id("eni.trunk.branch-detached")
                        .addCatalogId("TRUNK-ASSOC")
                        .summary("A branch interface is carried by its trunk and not attached itself.")
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
        eni.attachment()
                .filter(place -> eni.trunkAssociation().isPresent())
                .ifPresent(place -> faults.add(
                        "",
                        "it is a branch, carried by a trunk, and attached"
                                + place.instanceId()
                                        .map(instance -> " to \"" + instance + "\"")
                                        .orElse("") + " as well",
                        "detach it, or disassociate it from its trunk"));
    }
}
