package io.enikit.rules;

import io.enikit.model.NetworkPlan;
import io.enikit.model.Vpc;
import io.enikit.net.Cidr;

/** A VPC keeps clear of 172.17.0.0/16, which some AWS services use inside of hosts. */
final class VpcBlockDocker extends Rule<Vpc> {
    private static final Cidr DOCKER = Cidr.parse("172.17.0.0/16");

    VpcBlockDocker() {
        super(
                RuleInfo.builder()
                        .id("vpc.cidr.docker")
                        .addCatalogId("VPC-CIDR-17217")
                        .summary("A VPC keeps clear of 172.17.0.0/16, which some AWS services use inside of hosts.")
                        .evidence(Evidence.DOCUMENTED)
                        .severity(Severity.WARNING)
                        .phase(Phase.ADDRESSES)
                        .source("VPC CIDR blocks")
                        .build(),
                Vpc.class);
    }

    @Override
    protected void check(Vpc vpc, NetworkPlan plan, Faults faults) {
        for (Cidr block : vpc.cidrBlocks()) {
            if (DOCKER.contains(block)) {
                faults.add(
                        block.toString(),
                        block + " is in " + DOCKER + ", which Docker and the AWS services built on it use",
                        "use another block");
            }
        }
    }
}
