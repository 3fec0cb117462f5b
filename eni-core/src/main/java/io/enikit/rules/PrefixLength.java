package io.enikit.rules;

import io.enikit.model.Eni;
import io.enikit.model.NetworkPlan;
import io.enikit.net.Cidr;
import io.enikit.net.IpFamily;

/** A delegated prefix has the length that EC2 delegates. */
final class PrefixLength extends Rule<Eni> {
    private final IpFamily family;

    PrefixLength(IpFamily family) {
        super(info(family), Eni.class);
        this.family = family;
    }

    private static RuleInfo info(IpFamily family) {
        return RuleInfo.builder()
                .id(AddressRules.id(family, "prefix-length"))
                .addCatalogIds(AddressRules.ofFamily(family, "PFX-V4-LEN", "PFX-V6-LEN"))
                .summary("A delegated " + family.label() + " prefix is a /" + Eni.prefixLength(family) + ".")
                .evidence(Evidence.DOCUMENTED)
                .phase(Phase.ADDRESSES)
                .ec2Code("InvalidParameterValue")
                .codeEvidence(Evidence.INFERRED)
                .source("Assign prefixes to network interfaces")
                .build();
    }

    @Override
    protected void check(Eni eni, NetworkPlan plan, Faults faults) {
        for (Cidr prefix : eni.prefixes(family)) {
            if (prefix.prefixLength() != Eni.prefixLength(family)) {
                faults.add(
                        prefix.toString(),
                        prefix + " is no prefix that EC2 delegates: expected a /" + Eni.prefixLength(family),
                        "use blocks of that length, or leave it to EC2 to pick them");
            }
        }
    }
}
