package io.enikit.rules;

import io.enikit.model.NetworkPlan;
import io.enikit.model.Subnet;
import io.enikit.net.IpFamily;

/** The subnets of a VPC do not overlap. */
final class SubnetOverlap extends Rule<Subnet> {
    private final IpFamily family;

    SubnetOverlap(IpFamily family) {
        super(info(family), Subnet.class);
        this.family = family;
    }

    private static RuleInfo info(IpFamily family) {
        RuleInfo.Builder info = RuleInfo.builder()
                .summary("The " + family.label() + " blocks of the subnets of a VPC do not overlap.")
                .evidence(Evidence.DOCUMENTED)
                .phase(Phase.ADDRESSES)
                .ec2Code("InvalidSubnet.Conflict")
                .codeEvidence(Evidence.SEEN)
                .source("Subnet CIDR blocks");
        return switch (family) {
            case IPV4 ->
                info.id("subnet.cidr.overlap").addCatalogId("SUBNET-OVERLAP").build();
            case IPV6 ->
                info.id("subnet.ipv6-cidr.overlap")
                        .addCatalogId("SUBNET-V6-IN-VPC")
                        .build();
        };
    }

    @Override
    protected void check(Subnet subnet, NetworkPlan plan, Faults faults) {
        subnet.cidrBlock(family)
                .ifPresent(block -> plan.subnetsOverlapping(subnet.vpcId(), block).stream()
                        .filter(other -> other.id().compareTo(subnet.id()) < 0)
                        .filter(other ->
                                other.cidrBlock(family).filter(block::overlaps).isPresent())
                        .forEach(other -> faults.add(
                                other.id().toString(),
                                block + " overlaps " + other.cidrBlock(family).orElseThrow() + " of subnet \""
                                        + other.id() + "\"",
                                "use a free part of the VPC's block")));
    }
}
