package io.enikit.rules;

import io.enikit.model.Eni;
import io.enikit.model.EniAddress;
import io.enikit.model.NetworkPlan;
import io.enikit.model.Subnet;
import io.enikit.net.IpFamily;
import java.util.Optional;

/** No interface has one of the five addresses that EC2 keeps in each block of a subnet. */
final class AddressesReserved extends Rule<Eni> {
    private final IpFamily family;

    AddressesReserved(IpFamily family) {
        super(info(family), Eni.class);
        this.family = family;
    }

    private static RuleInfo info(IpFamily family) {
        RuleInfo.Builder info = RuleInfo.builder()
                .id(AddressRules.id(family, "reserved"))
                .summary("No interface has one of the five " + family.label()
                        + " addresses that EC2 keeps in each subnet: the first four and the last.")
                .evidence(Evidence.DOCUMENTED)
                .phase(Phase.ADDRESSES)
                .ec2Code("InvalidParameterValue")
                .source("Subnet CIDR blocks");
        return switch (family) {
            case IPV4 ->
                info.addCatalogIds("IP4-RESERVED", "SUBNET-RESV-V4", "SUBNET-MID-OCTETS")
                        .codeEvidence(Evidence.SEEN)
                        .addSilentBehind("eni.subnet.exists")
                        .addSilentBehind(AddressRules.id(family, "in-subnet"))
                        .build();
            case IPV6 ->
                info.addCatalogIds("SUBNET-RESV-V6")
                        .codeEvidence(Evidence.INFERRED)
                        .addSilentBehind("eni.subnet.exists")
                        .addSilentBehind(AddressRules.id(family, "in-subnet"))
                        .build();
        };
    }

    @Override
    protected void check(Eni eni, NetworkPlan plan, Faults faults) {
        if (eni.addresses(family).isEmpty()) {
            return;
        }
        Optional<Subnet> subnet = plan.subnet(eni.subnetId());
        for (EniAddress each : eni.addresses(family)) {
            if (subnet.isPresent() && subnet.get().isReserved(each.address())) {
                faults.add(
                        each.address().toString(),
                        each.address() + " is one of the five addresses that EC2 reserves in "
                                + subnet.get()
                                        .cidrBlock(each.address().family())
                                        .orElseThrow(),
                        "use any but the first four and the last address of the subnet");
            }
        }
    }
}
