package io.enikit.rules;

import io.enikit.model.NetworkPlan;
import io.enikit.model.Vpc;

/** A VPC has an IPv4 block, even if its subnets are IPv6-native. */
final class VpcBlockRequired extends Rule<Vpc> {
    VpcBlockRequired() {
        super(
                RuleInfo.builder()
                        .id("vpc.cidr.required")
                        .addCatalogId("VPC-CIDR-REQUIRED")
                        .summary("A VPC has an IPv4 block, even if its subnets are IPv6-native.")
                        .evidence(Evidence.DOCUMENTED)
                        .phase(Phase.SHAPE)
                        .ec2Code("MissingParameter")
                        .codeEvidence(Evidence.INFERRED)
                        .source("CreateVpc")
                        .build(),
                Vpc.class);
    }

    @Override
    protected void check(Vpc vpc, NetworkPlan plan, Faults faults) {
        if (vpc.cidrBlocks().isEmpty()) {
            faults.add("", "it has no IPv4 block", "give it one of /16 to /28");
        }
    }
}
