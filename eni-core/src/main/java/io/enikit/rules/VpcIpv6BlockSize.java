package io.enikit.rules;

import io.enikit.model.NetworkPlan;
import io.enikit.model.Vpc;
import io.enikit.net.Cidr;

/** An IPv6 block of a VPC is a /44 to a /60, in steps of 4. */
final class VpcIpv6BlockSize extends Rule<Vpc> {
    private static final int LARGEST = 44;
    private static final int SMALLEST = 60;
    private static final int STEP = 4;

    VpcIpv6BlockSize() {
        super(
                RuleInfo.builder()
                        .id("vpc.ipv6-cidr.size")
                        .addCatalogId("VPC-V6-SIZE")
                        .addCatalogId("VPC-V6-AMAZON")
                        .summary("An IPv6 block of a VPC is a /44 to a /60, in steps of 4.")
                        .evidence(Evidence.DOCUMENTED)
                        .phase(Phase.ADDRESSES)
                        .source("Compare IPv4 and IPv6")
                        .build(),
                Vpc.class);
    }

    @Override
    protected void check(Vpc vpc, NetworkPlan plan, Faults faults) {
        for (Cidr block : vpc.ipv6CidrBlocks()) {
            int length = block.prefixLength();
            if (length < LARGEST || length > SMALLEST || length % STEP != 0) {
                faults.add(
                        block.toString(),
                        block + " is a /" + length + ", a VPC has IPv6 blocks of /44, /48, /52, /56 or /60",
                        "use one of these lengths; a block that Amazon provides is a /56");
            }
        }
    }
}
