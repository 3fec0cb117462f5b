package io.enikit.rules;

import io.enikit.model.NetworkPlan;
import io.enikit.model.SecurityGroup;
import io.enikit.model.Vpc;
import io.enikit.model.VpcId;

/** A default group is associated with no further VPC, and no group with a default VPC. */
final class GroupAssociations extends Rule<SecurityGroup> {
    GroupAssociations() {
        super(
                RuleInfo.builder()
                        .id("group.vpc.associations")
                        .addCatalogId("SG-VPC-ASSOC")
                        .summary("A default group is associated with no further VPC, and no group with a default VPC.")
                        .evidence(Evidence.DOCUMENTED)
                        .phase(Phase.STATE)
                        .source("Associate security groups with multiple VPCs")
                        .build(),
                SecurityGroup.class);
    }

    @Override
    protected void check(SecurityGroup group, NetworkPlan plan, Faults faults) {
        if (group.isDefault() && !group.associatedVpcIds().isEmpty()) {
            faults.add("", "it is a default group, but associated with further VPCs", "make a group of another name");
        }
        for (VpcId id : group.associatedVpcIds()) {
            plan.vpc(id)
                    .filter(Vpc::defaultVpc)
                    .ifPresent(vpc -> faults.add(
                            id.toString(),
                            "it is associated with the default VPC \"" + id + "\"",
                            "make a group in that VPC instead"));
        }
    }
}
