package io.enikit.rules;

import io.enikit.model.NetworkPlan;
import io.enikit.model.Subnet;

/** The subnets of a VPC do not overlap. */
final class SubnetOverlap extends Rule<Subnet> {
    SubnetOverlap() {
        super(
                RuleInfo.builder()
                        .id("subnet.cidr.overlap")
                        .addCatalogId("SUBNET-OVERLAP")
                        .summary("The subnets of a VPC do not overlap.")
                        .evidence(Evidence.DOCUMENTED)
                        .phase(Phase.ADDRESSES)
                        .ec2Code("InvalidSubnet.Conflict")
                        .codeEvidence(Evidence.SEEN)
                        .source("Subnet CIDR blocks")
                        .build(),
                Subnet.class);
    }

    @Override
    protected void check(Subnet subnet, NetworkPlan plan, Faults faults) {
        subnet.cidrBlock()
                .ifPresent(block -> plan.subnetsOverlapping(subnet.vpcId(), block).stream()
                        .filter(other -> other.id().compareTo(subnet.id()) < 0)
                        .filter(other ->
                                other.cidrBlock().filter(block::overlaps).isPresent())
                        .forEach(other -> faults.add(
                                other.id().toString(),
                                block + " overlaps " + other.cidrBlock().orElseThrow() + " of subnet \"" + other.id()
                                        + "\"",
                                "use a free part of the VPC's block")));
    }
}
