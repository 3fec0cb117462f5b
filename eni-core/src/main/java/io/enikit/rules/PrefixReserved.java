package io.enikit.rules;

import io.enikit.model.Eni;
import io.enikit.model.NetworkPlan;
import io.enikit.net.Cidr;
import io.enikit.net.IpFamily;
import io.enikit.net.IpSet;

/** No delegated prefix has one of the five addresses inside that EC2 keeps in each block of a subnet. */
final class PrefixReserved extends Rule<Eni> {
    private final IpFamily family;

    PrefixReserved(IpFamily family) {
        super(info(family), Eni.class);
        this.family = family;
    }

    private static RuleInfo info(IpFamily family) {
        return RuleInfo.builder()
                .id(AddressRules.id(family, "prefix-reserved"))
                .addCatalogIds(AddressRules.ofFamily(family, "PFX-BROADCAST-BLOCKS", "PFX-BROADCAST-BLOCKS"))
                .summary("A delegated " + family.label()
                        + " prefix holds none of the five addresses that EC2 keeps in each subnet: it is neither the first"
                        + " nor the last /" + Eni.prefixLength(family) + " there.")
                .evidence(Evidence.DOCUMENTED)
                .phase(Phase.ADDRESSES)
                .ec2Code("InvalidParameterValue")
                .codeEvidence(Evidence.INFERRED)
                .addSilentBehind("eni.subnet.exists")
                .addSilentBehind(AddressRules.id(family, "prefix-length"))
                .source("Subnet CIDR blocks")
                .build();
    }

    @Override
    protected void check(Eni eni, NetworkPlan plan, Faults faults) {
        if (eni.prefixes(family).isEmpty()) {
            return;
        }
        IpSet reserved = plan.subnet(eni.subnetId())
                .map(subnet -> subnet.reservedAddresses(family))
                .orElse(IpSet.empty());
        for (Cidr prefix : AddressRules.delegable(eni, family)) {
            if (reserved.overlaps(IpSet.of(prefix))) {
                faults.add(
                        prefix.toString(),
                        prefix + " has addresses inside that EC2 reserves in the subnet \"" + eni.subnetId() + "\"",
                        "use any but the first and the last /" + Eni.prefixLength(family) + " of the subnet");
            }
        }
    }
}
