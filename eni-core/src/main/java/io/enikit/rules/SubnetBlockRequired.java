package io.enikit.rules;

import io.enikit.model.NetworkPlan;
import io.enikit.model.Subnet;

/** A subnet has an IPv4 block, unless it is IPv6-native. */
final class SubnetBlockRequired extends Rule<Subnet> {
    SubnetBlockRequired() {
        super(
                RuleInfo.builder()
                        .id("subnet.cidr.required")
                        .summary("A subnet has an IPv4 block, unless it is IPv6-native.")
                        .evidence(Evidence.DOCUMENTED)
                        .phase(Phase.SHAPE)
                        .ec2Code("MissingParameter")
                        .codeEvidence(Evidence.INFERRED)
                        .source("CreateSubnet")
                        .build(),
                Subnet.class);
    }

    @Override
    protected void check(Subnet subnet, NetworkPlan plan, Faults faults) {
        if (!subnet.ipv6Native() && subnet.cidrBlock().isEmpty()) {
            faults.add(
                    "",
                    "it has no IPv4 block and is not IPv6-native",
                    "give it a block of its VPC, or make it IPv6-native");
        }
    }
}
