package io.enikit.rules;

import io.enikit.model.NetworkPlan;
import io.enikit.model.Subnet;
import io.enikit.model.Vpc;
import java.util.Optional;

/** The block of a subnet is inside one block of its VPC. */
final class SubnetInVpc extends Rule<Subnet> {
    SubnetInVpc() {
        super(
                RuleInfo.builder()
                        .id("subnet.cidr.in-vpc")
                        .addCatalogId("SUBNET-IN-VPC")
                        .summary("The block of a subnet is inside one block of its VPC.")
                        .evidence(Evidence.DOCUMENTED)
                        .phase(Phase.ADDRESSES)
                        .ec2Code("InvalidSubnet.Range")
                        .codeEvidence(Evidence.SEEN)
                        .addSilentBehind("subnet.vpc.exists")
                        .source("Subnet CIDR blocks")
                        .build(),
                Subnet.class);
    }

    @Override
    protected void check(Subnet subnet, NetworkPlan plan, Faults faults) {
        Optional<Vpc> vpc = plan.vpc(subnet.vpcId());
        subnet.cidrBlock()
                .filter(block -> vpc.isPresent() && vpc.get().blockAround(block).isEmpty())
                .ifPresent(block -> faults.add(
                        "",
                        block + " is not inside one block of VPC \"" + subnet.vpcId() + "\", which has "
                                + vpc.orElseThrow().cidrBlocks(),
                        "use a part of one of the VPC's blocks"));
    }
}
