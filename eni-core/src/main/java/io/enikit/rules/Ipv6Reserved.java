package io.enikit.rules;

import io.enikit.model.Eni;
import io.enikit.model.EniAddress;
import io.enikit.model.NetworkPlan;
import io.enikit.model.Subnet;
import java.util.Optional;

/** No interface has one of the five IPv6 addresses that EC2 keeps in each subnet. */
final class Ipv6Reserved extends Rule<Eni> {
    Ipv6Reserved() {
        super(
                RuleInfo.builder()
                        .id("eni.ipv6.reserved")
                        .addCatalogId("SUBNET-RESV-V6")
                        .summary("No interface has one of the five IPv6 addresses that EC2 keeps in each subnet.")
                        .evidence(Evidence.DOCUMENTED)
                        .phase(Phase.ADDRESSES)
                        .ec2Code("InvalidParameterValue")
                        .codeEvidence(Evidence.INFERRED)
                        .addSilentBehind("eni.subnet.exists")
                        .addSilentBehind("eni.ipv6.in-subnet")
                        .source("Subnet CIDR blocks")
                        .build(),
                Eni.class);
    }

    @Override
    protected void check(Eni eni, NetworkPlan plan, Faults faults) {
        Optional<Subnet> subnet = plan.subnet(eni.subnetId());
        for (EniAddress each : eni.ipv6Addresses()) {
            if (subnet.isPresent() && subnet.get().isReserved(each.address())) {
                faults.add(
                        each.address().toString(),
                        each.address() + " is one of the five addresses that EC2 reserves in "
                                + subnet.get().ipv6CidrBlock().orElseThrow(),
                        "use any but the first four and the last address of the subnet");
            }
        }
    }
}
