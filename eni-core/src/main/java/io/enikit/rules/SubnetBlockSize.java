package io.enikit.rules;

import io.enikit.model.NetworkPlan;
import io.enikit.model.Subnet;
import io.enikit.net.IpFamily;

/** The IPv4 block of a subnet is a /16 to a /28. */
final class SubnetBlockSize extends Rule<Subnet> {
    private static final int LARGEST = 16;
    private static final int SMALLEST = 28;

    SubnetBlockSize() {
        super(
                RuleInfo.builder()
                        .id("subnet.cidr.size")
                        .addCatalogId("SUBNET-SIZE")
                        .summary("The IPv4 block of a subnet is a /16 to a /28.")
                        .evidence(Evidence.DOCUMENTED)
                        .phase(Phase.ADDRESSES)
                        .ec2Code("InvalidSubnet.Range")
                        .codeEvidence(Evidence.SEEN)
                        .source("Subnet CIDR blocks")
                        .build(),
                Subnet.class);
    }

    @Override
    protected void check(Subnet subnet, NetworkPlan plan, Faults faults) {
        subnet.cidrBlock()
                .filter(block -> block.family() != IpFamily.IPV4
                        || block.prefixLength() < LARGEST
                        || block.prefixLength() > SMALLEST)
                .ifPresent(block -> faults.add(
                        "",
                        block + " is a /" + block.prefixLength() + ", a subnet has an IPv4 block of /16 to /28",
                        "use a length of 16 to 28"));
    }
}
