package io.enikit.rules;

import io.enikit.model.Eni;
import io.enikit.model.EniAddress;
import io.enikit.model.NetworkPlan;
import io.enikit.model.Subnet;
import io.enikit.net.Cidr;
import java.util.Optional;

/** The IPv6 addresses of an interface are in its subnet. */
final class Ipv6InSubnet extends Rule<Eni> {
    Ipv6InSubnet() {
        super(
                RuleInfo.builder()
                        .id("eni.ipv6.in-subnet")
                        .addCatalogId("IP6-IN-SUBNET")
                        .summary("The IPv6 addresses of an interface are in its subnet.")
                        .evidence(Evidence.DOCUMENTED)
                        .phase(Phase.ADDRESSES)
                        .ec2Code("InvalidParameterValue")
                        .codeEvidence(Evidence.INFERRED)
                        .addSilentBehind("eni.subnet.exists")
                        .source("Subnet CIDR blocks")
                        .build(),
                Eni.class);
    }

    @Override
    protected void check(Eni eni, NetworkPlan plan, Faults faults) {
        Optional<Subnet> subnet = plan.subnet(eni.subnetId());
        if (subnet.isEmpty()) {
            return;
        }
        Optional<Cidr> block = subnet.get().ipv6CidrBlock();
        for (EniAddress each : eni.ipv6Addresses()) {
            if (block.isEmpty() || !block.get().contains(each.address())) {
                faults.add(
                        each.address().toString(),
                        each.address() + " is not in subnet \"" + eni.subnetId() + "\", "
                                + block.map(cidr -> "which is " + cidr).orElse("which has no IPv6 block"),
                        "use an address of the subnet, or leave it out to have one picked");
            }
        }
    }
}
