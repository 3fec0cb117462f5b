package io.enikit.rules;

import io.enikit.model.NetworkPlan;
import io.enikit.model.Vpc;
import io.enikit.net.Cidr;
import java.util.List;

/** The blocks of a VPC do not overlap. */
final class VpcBlockOverlap extends Rule<Vpc> {
    VpcBlockOverlap() {
        super(
                RuleInfo.builder()
                        .id("vpc.cidr.overlap")
                        .addCatalogId("VPC-CIDR2-OVERLAP")
                        .summary("The blocks of a VPC do not overlap.")
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
        overlapping(vpc.cidrBlocks(), faults);
        overlapping(vpc.ipv6CidrBlocks(), faults);
    }

    private static void overlapping(List<Cidr> blocks, Faults faults) {
        for (int i = 1; i < blocks.size(); i++) {
            Cidr block = blocks.get(i);
            blocks.subList(0, i).stream()
                    .filter(block::overlaps)
                    .findFirst()
                    .ifPresent(first -> faults.add(
                            block.toString(),
                            block + " overlaps " + first + ", which the VPC has already",
                            "use a free block"));
        }
    }
}
