package io.enikit.rules;

import io.enikit.model.Eni;
import io.enikit.model.EniAddress;
import io.enikit.model.NetworkPlan;
import io.enikit.net.IpAddress;
import io.enikit.net.IpFamily;
import java.util.HashSet;
import java.util.Set;

/** An interface has each of its addresses once. */
final class AddressesTwice extends Rule<Eni> {
    private final IpFamily family;

    AddressesTwice(IpFamily family) {
        super(info(family), Eni.class);
        this.family = family;
    }

    private static RuleInfo info(IpFamily family) {
        return RuleInfo.builder()
                .id(AddressRules.id(family, "duplicate"))
                .addCatalogIds(AddressRules.ofFamily(family, "IP4-DUP", "IP6-IN-SUBNET"))
                .summary("An interface has each of its " + family.label() + " addresses once.")
                .evidence(Evidence.SEEN)
                .phase(Phase.ADDRESSES)
                .ec2Code("InvalidParameterValue")
                .codeEvidence(Evidence.SEEN)
                .source("an answer of EC2")
                .build();
    }

    @Override
    protected void check(Eni eni, NetworkPlan plan, Faults faults) {
        if (eni.addresses(family).size() < 2) {
            return;
        }
        Set<IpAddress> seen = new HashSet<>();
        for (EniAddress each : eni.addresses(family)) {
            if (!seen.add(each.address())) {
                faults.add(each.address().toString(), "it has " + each.address() + " twice", "leave one out");
            }
        }
    }
}
