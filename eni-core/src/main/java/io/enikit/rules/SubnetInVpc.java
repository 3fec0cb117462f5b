package io.enikit.rules;

import io.enikit.model.NetworkPlan;
import io.enikit.model.Subnet;
import io.enikit.model.Vpc;
import io.enikit.net.IpFamily;
import java.util.Optional;

/** The block of a subnet is inside one block of its VPC. */
final class SubnetInVpc extends Rule<Subnet> {
    private final IpFamily family;

    SubnetInVpc(IpFamily family) {
        super(info(family), Subnet.class);
        this.family = family;
    }

    private static RuleInfo info(IpFamily family) {
        RuleInfo.Builder info = RuleInfo.builder()
                .summary("The " + family.label() + " block of a subnet is inside one block of its VPC, not across two.")
                .evidence(Evidence.DOCUMENTED)
                .phase(Phase.ADDRESSES)
                .ec2Code("InvalidSubnet.Range")
                .codeEvidence(Evidence.SEEN)
                .addSilentBehind("subnet.vpc.exists")
                .source("Subnet CIDR blocks");
        return switch (family) {
            case IPV4 ->
                info.id("subnet.cidr.in-vpc").addCatalogId("SUBNET-IN-VPC").build();
            case IPV6 ->
                info.id("subnet.ipv6-cidr.in-vpc")
                        .addCatalogId("SUBNET-V6-IN-VPC")
                        .build();
        };
    }

    @Override
    protected void check(Subnet subnet, NetworkPlan plan, Faults faults) {
        Optional<Vpc> vpc = plan.vpc(subnet.vpcId());
        subnet.cidrBlock(family)
                .filter(block -> vpc.isPresent() && vpc.get().blockAround(block).isEmpty())
                .ifPresent(block -> faults.add(
                        "",
                        block + " is not inside one block of VPC \"" + subnet.vpcId() + "\", which has "
                                + vpc.orElseThrow().cidrBlocks(family),
                        "use a part of one of the VPC's blocks"));
    }
}
