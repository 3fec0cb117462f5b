package io.enikit.rules;

import io.enikit.model.NetworkPlan;
import io.enikit.model.Vpc;
import io.enikit.net.Cidr;

/** No block of a VPC is in 169.254.0.0/16. */
final class VpcBlockLinkLocal extends Rule<Vpc> {
    private static final Cidr LINK_LOCAL = Cidr.parse("169.254.0.0/16");

    VpcBlockLinkLocal() {
        super(
                RuleInfo.builder()
                        .id("vpc.cidr.link-local")
                        .addCatalogId("VPC-CIDR-LINKLOCAL")
                        .summary("No block of a VPC is in 169.254.0.0/16.")
                        .evidence(Evidence.DOCUMENTED)
                        .phase(Phase.ADDRESSES)
                        .ec2Code("InvalidVpc.Range")
                        .codeEvidence(Evidence.INFERRED)
                        .source("VPC CIDR blocks")
                        .build(),
                Vpc.class);
    }

    @Override
    protected void check(Vpc vpc, NetworkPlan plan, Faults faults) {
        for (Cidr block : vpc.cidrBlocks()) {
            if (LINK_LOCAL.contains(block)) {
                faults.add(
                        block.toString(),
                        block + " is in " + LINK_LOCAL + ", the link-local addresses",
                        "use a block of 10.0.0.0/8, 172.16.0.0/12 or 192.168.0.0/16");
            }
        }
    }
}
