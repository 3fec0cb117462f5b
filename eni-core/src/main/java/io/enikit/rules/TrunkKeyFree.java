package io.enikit.rules;

import io.enikit.model.Eni;
import io.enikit.model.NetworkPlan;
import io.enikit.model.TrunkAssociation;

/** The VLAN id or GRE key of a branch interface is its own in its trunk. */
final class TrunkKeyFree extends BranchRule {
    TrunkKeyFree() {
        super(RuleInfo.builder()
                .id("eni.trunk.key-used")
                .addCatalogId("TRUNK-VLAN")
                .summary("The VLAN id or GRE key of a branch interface is its own in its trunk.")
                .evidence(Evidence.SEEN)
                .phase(Phase.STATE)
                .ec2Code("InvalidParameterValue")
                .codeEvidence(Evidence.INFERRED)
                .source("the VPC resource controller")
                .build());
    }

    @Override
    void check(Eni branch, TrunkAssociation association, NetworkPlan plan, Faults faults) {
        plan.branchesOf(association.trunk()).stream()
                .filter(other -> other.id().compareTo(branch.id()) < 0)
                .filter(other -> other.trunkAssociation().equals(branch.trunkAssociation()))
                .findFirst()
                .ifPresent(other -> faults.add(
                        "",
                        association.protocol().keyName() + " " + association.key() + " of trunk \""
                                + association.trunk() + "\" belongs to " + other.id() + " as well",
                        "use another " + association.protocol().keyName()));
    }
}
