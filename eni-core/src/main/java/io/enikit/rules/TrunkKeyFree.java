package io.enikit.rules;

import io.enikit.model.Eni;
import io.enikit.model.NetworkPlan;

/** The VLAN id or GRE key of a branch interface is its own in its trunk. */
final class TrunkKeyFree extends Rule<Eni> {
    TrunkKeyFree() {
        super(
                RuleInfo.builder()
                        .id("eni.trunk.key-used")
                        .addCatalogId("TRUNK-VLAN")
                        .summary("The VLAN id or GRE key of a branch interface is its own in its trunk.")
                        .evidence(Evidence.SEEN)
                        .phase(Phase.STATE)
                        .ec2Code("InvalidParameterValue")
                        .codeEvidence(Evidence.INFERRED)
                        .source("the VPC resource controller")
                        .build(),
                Eni.class);
    }

    @Override
    protected void check(Eni eni, NetworkPlan plan, Faults faults) {
        eni.trunkAssociation()
                .ifPresent(branch -> plan.branchesOf(branch.trunk()).stream()
                        .filter(other -> other.id().compareTo(eni.id()) < 0)
                        .filter(other ->
                                other.trunkAssociation().filter(branch::equals).isPresent())
                        .findFirst()
                        .ifPresent(other -> faults.add(
                                "",
                                branch.protocol().keyName() + " " + branch.key() + " of trunk \"" + branch.trunk()
                                        + "\" belongs to " + other.id() + " already",
                                "use another " + branch.protocol().keyName())));
    }
}
