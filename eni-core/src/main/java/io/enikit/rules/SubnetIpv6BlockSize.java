package io.enikit.rules;

import io.enikit.model.NetworkPlan;
import io.enikit.model.Subnet;

/** The IPv6 block of a subnet is a /44 to a /64, in steps of 4. */
final class SubnetIpv6BlockSize extends Rule<Subnet> {
    private static final int LARGEST = 44;
    private static final int SMALLEST = 64;
    private static final int STEP = 4;

    SubnetIpv6BlockSize() {
        super(
                RuleInfo.builder()
                        .id("subnet.ipv6-cidr.size")
                        .addCatalogId("SUBNET-V6-SIZE")
                        .summary("The IPv6 block of a subnet is a /44 to a /64, in steps of 4.")
                        .evidence(Evidence.DOCUMENTED)
                        .phase(Phase.ADDRESSES)
                        .ec2Code("InvalidParameterValue")
                        .codeEvidence(Evidence.INFERRED)
                        .source("Compare IPv4 and IPv6")
                        .build(),
                Subnet.class);
    }

    @Override
    protected void check(Subnet subnet, NetworkPlan plan, Faults faults) {
        subnet.ipv6CidrBlock()
                .filter(block -> !isAllowed(block.prefixLength()))
                .ifPresent(block -> faults.add(
                        "",
                        block + " is a /" + block.prefixLength()
                                + ", a subnet has an IPv6 block of /44, /48, /52, /56, /60 or /64",
                        "use one of these lengths, /64 as a rule"));
    }

    private static boolean isAllowed(int length) {
        return length >= LARGEST && length <= SMALLEST && length % STEP == 0;
    }
}
