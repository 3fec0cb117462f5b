package io.enikit.rules;

import io.enikit.model.Eni;
import io.enikit.model.EniAddress;
import io.enikit.model.NetworkPlan;
import io.enikit.model.Subnet;
import java.util.Optional;

/** No interface has one of the five IPv4 addresses that EC2 keeps in each subnet. */
final class Ipv4Reserved extends Rule<Eni> {
    Ipv4Reserved() {
        super(
                RuleInfo.builder()
                        .id("eni.ipv4.reserved")
                        .addCatalogId("IP4-RESERVED")
                        .addCatalogId("SUBNET-RESV-V4")
                        .addCatalogId("SUBNET-MID-OCTETS")
                        .summary("No interface has one of the five IPv4 addresses that EC2 keeps in each subnet.")
                        .evidence(Evidence.DOCUMENTED)
                        .phase(Phase.ADDRESSES)
                        .ec2Code("InvalidParameterValue")
                        .codeEvidence(Evidence.SEEN)
                        .addSilentBehind("eni.subnet.exists")
                        .addSilentBehind("eni.ipv4.in-subnet")
                        .source("Subnet CIDR blocks")
                        .build(),
                Eni.class);
    }

    @Override
    protected void check(Eni eni, NetworkPlan plan, Faults faults) {
        Optional<Subnet> subnet = plan.subnet(eni.subnetId());
        for (EniAddress each : eni.privateIpAddresses()) {
            if (subnet.isPresent() && subnet.get().isReserved(each.address())) {
                faults.add(
                        each.address().toString(),
                        each.address() + " is one of the five addresses that EC2 reserves in "
                                + subnet.get().cidrBlock().orElseThrow(),
                        "use any but the first four and the last address of the subnet");
            }
        }
    }
}
