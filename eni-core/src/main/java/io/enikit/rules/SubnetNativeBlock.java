package io.enikit.rules;

import io.enikit.model.NetworkPlan;
import io.enikit.model.Subnet;

/** An IPv6-native subnet has an IPv6 block. */
final class SubnetNativeBlock extends Rule<Subnet> {
    SubnetNativeBlock() {
        super(
                RuleInfo.builder()
                        .id("subnet.ipv6-native.block")
                        .addCatalogId("SUBNET-V6NATIVE-NEEDS-V6")
                        .summary("An IPv6-native subnet has an IPv6 block.")
                        .evidence(Evidence.SEEN)
                        .phase(Phase.SHAPE)
                        .ec2Code("MissingParameter")
                        .addSilentBehind("subnet.ipv6-native.no-ipv4")
                        .source("an answer of EC2")
                        .build(),
                Subnet.class);
    }

    @Override
    protected void check(Subnet subnet, NetworkPlan plan, Faults faults) {
        if (subnet.ipv6Native()
                && subnet.ipv6CidrBlock().isEmpty()
                && subnet.cidrBlock().isEmpty()) {
            faults.add("", "it is IPv6-native and has no IPv6 block", "give it an IPv6 block of its VPC");
        }
    }
}
