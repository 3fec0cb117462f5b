package io.enikit.rules;

import io.enikit.model.NetworkPlan;
import io.enikit.model.Subnet;

/** Only a subnet with an IPv6 block gives new interfaces an IPv6 address. */
final class SubnetAutoIpv6 extends Rule<Subnet> {
    SubnetAutoIpv6() {
        super(
                RuleInfo.builder()
                        .id("subnet.auto-ipv6")
                        .addCatalogId("SUBNET-AUTOV6")
                        .summary("Only a subnet with an IPv6 block gives new interfaces an IPv6 address.")
                        .evidence(Evidence.DOCUMENTED)
                        .phase(Phase.STATE)
                        .ec2Code("InvalidParameterValue")
                        .codeEvidence(Evidence.SEEN)
                        .addSilentBehind("subnet.ipv6-native.block")
                        .source("ModifySubnetAttribute")
                        .build(),
                Subnet.class);
    }

    @Override
    protected void check(Subnet subnet, NetworkPlan plan, Faults faults) {
        if (subnet.assignIpv6AddressOnCreation()
                && !subnet.ipv6Native()
                && subnet.ipv6CidrBlock().isEmpty()) {
            faults.add(
                    "",
                    "assignIpv6AddressOnCreation is on and it has no IPv6 block",
                    "give it an IPv6 block, or leave the setting off");
        }
    }
}
