package io.enikit.rules;

import io.enikit.model.Eni;
import io.enikit.model.EniAddress;
import io.enikit.model.NetworkPlan;
import io.enikit.model.Subnet;
import io.enikit.net.Cidr;
import java.util.Optional;

/** The private IPv4 addresses of an interface are in its subnet. */
final class Ipv4InSubnet extends Rule<Eni> {
    Ipv4InSubnet() {
        super(
                RuleInfo.builder()
                        .id("eni.ipv4.in-subnet")
                        .addCatalogId("IP4-IN-SUBNET")
                        .summary("The private IPv4 addresses of an interface are in its subnet.")
                        .evidence(Evidence.DOCUMENTED)
                        .phase(Phase.ADDRESSES)
                        .ec2Code("InvalidParameterValue")
                        .codeEvidence(Evidence.SEEN)
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
        Optional<Cidr> block = subnet.get().cidrBlock();
        for (EniAddress each : eni.privateIpAddresses()) {
            if (block.isEmpty() || !block.get().contains(each.address())) {
                faults.add(
                        each.address().toString(),
                        each.address() + " is not in subnet \"" + eni.subnetId() + "\", "
                                + block.map(cidr -> "which is " + cidr).orElse("which has no IPv4 block"),
                        "use an address of the subnet, or leave it out to have one picked");
            }
        }
    }
}
