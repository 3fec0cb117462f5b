package io.enikit.rules;

import io.enikit.model.NetworkPlan;
import io.enikit.model.SecurityGroup;
import io.enikit.model.VpcId;

/** The VPC of a security group exists, and those that it is associated with. */
final class GroupVpcExists extends Rule<SecurityGroup> {
    GroupVpcExists() {
        super(
                RuleInfo.builder()
                        .id("group.vpc.exists")
                        .addCatalogId("VPC-404")
                        .summary("The VPC of a security group exists, and those that it is associated with.")
                        .evidence(Evidence.DOCUMENTED)
                        .phase(Phase.IDS)
                        .ec2Code("InvalidVpcID.NotFound")
                        .codeEvidence(Evidence.SEEN)
                        .source("Error codes for the Amazon EC2 API")
                        .build(),
                SecurityGroup.class);
    }

    @Override
    protected void check(SecurityGroup group, NetworkPlan plan, Faults faults) {
        if (plan.vpc(group.vpcId()).isEmpty()) {
            faults.add("", "the VPC \"" + group.vpcId() + "\" does not exist", "add the VPC, or name one that exists");
        }
        for (VpcId id : group.associatedVpcIds()) {
            if (plan.vpc(id).isEmpty()) {
                faults.add(
                        id.toString(),
                        "the VPC \"" + id + "\" that it is associated with does not exist",
                        "add the VPC, or name one that exists");
            }
        }
    }
}
