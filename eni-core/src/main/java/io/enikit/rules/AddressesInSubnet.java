package io.enikit.rules;

import io.enikit.model.Eni;
import io.enikit.model.EniAddress;
import io.enikit.model.NetworkPlan;
import io.enikit.model.Subnet;
import io.enikit.net.Cidr;
import io.enikit.net.IpFamily;
import java.util.Optional;

/** The addresses of an interface are in its subnet. */
final class AddressesInSubnet extends Rule<Eni> {
    private final IpFamily family;

    AddressesInSubnet(IpFamily family) {
        super(info(family), Eni.class);
        this.family = family;
    }

    private static RuleInfo info(IpFamily family) {
        RuleInfo.Builder info = RuleInfo.builder()
                .id(AddressRules.id(family, "in-subnet"))
                .summary("The " + family.label() + " addresses of an interface are in its subnet.")
                .evidence(Evidence.DOCUMENTED)
                .phase(Phase.ADDRESSES)
                .ec2Code("InvalidParameterValue")
                .source("Subnet CIDR blocks");
        return switch (family) {
            case IPV4 ->
                info.addCatalogIds("IP4-IN-SUBNET")
                        .codeEvidence(Evidence.SEEN)
                        .addSilentBehind("eni.subnet.exists")
                        .build();
            case IPV6 ->
                info.addCatalogIds("IP6-IN-SUBNET")
                        .codeEvidence(Evidence.INFERRED)
                        .addSilentBehind("eni.subnet.exists")
                        .build();
        };
    }

    @Override
    protected void check(Eni eni, NetworkPlan plan, Faults faults) {
        if (eni.addresses(family).isEmpty()) {
            return;
        }
        Optional<Subnet> subnet = plan.subnet(eni.subnetId());
        if (subnet.isEmpty()) {
            return;
        }
        Optional<Cidr> block = subnet.get().cidrBlock(family);
        for (EniAddress each : eni.addresses(family)) {
            if (block.isEmpty() || !block.get().contains(each.address())) {
                faults.add(
                        each.address().toString(),
                        AddressRules.outside(each.address(), subnet.get(), family),
                        "use an address of the subnet, or leave it out to have one picked");
            }
        }
    }
}
