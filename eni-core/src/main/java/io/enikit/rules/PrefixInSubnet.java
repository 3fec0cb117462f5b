package io.enikit.rules;

import io.enikit.model.Eni;
import io.enikit.model.NetworkPlan;
import io.enikit.model.Subnet;
import io.enikit.net.Cidr;
import io.enikit.net.IpFamily;
import java.util.Optional;

/** The delegated prefixes of an interface are in its subnet. */
final class PrefixInSubnet extends Rule<Eni> {
    private final IpFamily family;

    PrefixInSubnet(IpFamily family) {
        super(info(family), Eni.class);
        this.family = family;
    }

    private static RuleInfo info(IpFamily family) {
        return RuleInfo.builder()
                .id(AddressRules.id(family, "prefix-in-subnet"))
                .addCatalogIds(AddressRules.ofFamily(family, "PFX-IN-SUBNET", "PFX-IN-SUBNET"))
                .summary("The delegated " + family.label() + " prefixes of an interface are in its subnet.")
                .evidence(Evidence.DOCUMENTED)
                .phase(Phase.ADDRESSES)
                .ec2Code("InvalidParameterValue")
                .codeEvidence(Evidence.INFERRED)
                .addSilentBehind("eni.subnet.exists")
                .addSilentBehind(AddressRules.id(family, "prefix-length"))
                .source("Assign prefixes to network interfaces")
                .build();
    }

    @Override
    protected void check(Eni eni, NetworkPlan plan, Faults faults) {
        if (eni.prefixes(family).isEmpty()) {
            return;
        }
        Optional<Subnet> subnet = plan.subnet(eni.subnetId());
        if (subnet.isEmpty()) {
            return;
        }
        Optional<Cidr> block = subnet.get().cidrBlock(family);
        for (Cidr prefix : AddressRules.delegable(eni, family)) {
            if (block.isEmpty() || !block.get().contains(prefix)) {
                faults.add(
                        prefix.toString(),
                        AddressRules.outside(prefix, subnet.get(), family),
                        "use a prefix of the subnet, or leave it to EC2 to pick one");
            }
        }
    }
}
