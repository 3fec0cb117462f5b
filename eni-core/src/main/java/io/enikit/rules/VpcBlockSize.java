package io.enikit.rules;

import io.enikit.model.NetworkPlan;
import io.enikit.model.Vpc;
import io.enikit.net.Cidr;
import io.enikit.net.IpFamily;

/** An IPv4 block of a VPC is a /16 to a /28. */
final class VpcBlockSize extends Rule<Vpc> {
    private static final int LARGEST = 16;
    private static final int SMALLEST = 28;

    VpcBlockSize() {
        super(
                RuleInfo.builder()
                        .id("vpc.cidr.size")
                        .addCatalogId("VPC-CIDR-SIZE")
                        .summary("An IPv4 block of a VPC is a /16 to a /28.")
                        .evidence(Evidence.DOCUMENTED)
                        .phase(Phase.ADDRESSES)
                        .ec2Code("InvalidVpc.Range")
                        .codeEvidence(Evidence.SEEN)
                        .source("VPC CIDR blocks")
                        .build(),
                Vpc.class);
    }

    @Override
    protected void check(Vpc vpc, NetworkPlan plan, Faults faults) {
        for (Cidr block : vpc.cidrBlocks()) {
            if (block.family() != IpFamily.IPV4 || block.prefixLength() < LARGEST || block.prefixLength() > SMALLEST) {
                faults.add(
                        block.toString(),
                        block + " is a /" + block.prefixLength() + ", a VPC has IPv4 blocks of /16 to /28",
                        "use a length of 16 to 28");
            }
        }
    }
}
