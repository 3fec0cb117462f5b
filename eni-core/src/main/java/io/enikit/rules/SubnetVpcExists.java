package io.enikit.rules;

import io.enikit.model.NetworkPlan;
import io.enikit.model.Subnet;

/** The VPC of a subnet exists. */
final class SubnetVpcExists extends Rule<Subnet> {
    SubnetVpcExists() {
        super(
                RuleInfo.builder()
                        .id("subnet.vpc.exists")
                        .addCatalogId("VPC-404")
                        .summary("The VPC of a subnet exists.")
                        .evidence(Evidence.DOCUMENTED)
                        .phase(Phase.IDS)
                        .ec2Code("InvalidVpcID.NotFound")
                        .codeEvidence(Evidence.SEEN)
                        .source("Error codes for the Amazon EC2 API")
                        .build(),
                Subnet.class);
    }

    @Override
    protected void check(Subnet subnet, NetworkPlan plan, Faults faults) {
        if (plan.vpc(subnet.vpcId()).isEmpty()) {
            faults.add("", "the VPC \"" + subnet.vpcId() + "\" does not exist", "add the VPC, or name one that exists");
        }
    }
}
