package io.enikit.rules;

import io.enikit.model.NetworkPlan;
import io.enikit.model.Subnet;

/** An IPv6-native subnet has no IPv4 block. */
final class SubnetNativeNoIpv4 extends Rule<Subnet> {
    SubnetNativeNoIpv4() {
        super(
                RuleInfo.builder()
                        .id("subnet.ipv6-native.no-ipv4")
                        .addCatalogId("SUBNET-V6NATIVE-NO-V4")
                        .summary("An IPv6-native subnet has no IPv4 block.")
                        .evidence(Evidence.SEEN)
                        .phase(Phase.SHAPE)
                        .ec2Code("InvalidParameterCombination")
                        .source("an answer of EC2")
                        .build(),
                Subnet.class);
    }

    @Override
    protected void check(Subnet subnet, NetworkPlan plan, Faults faults) {
        subnet.cidrBlock()
                .filter(block -> subnet.ipv6Native())
                .ifPresent(block -> faults.add(
                        "",
                        "it is IPv6-native and has the IPv4 block " + block,
                        "leave the IPv4 block out, or ipv6Native off"));
    }
}
