package io.enikit.rules;

import io.enikit.model.Eni;
import io.enikit.model.EniAddress;
import io.enikit.model.NetworkPlan;
import io.enikit.net.IpAddress;
import java.util.HashSet;
import java.util.Set;

/** An interface has each of its addresses once. */
final class Ipv4Duplicate extends Rule<Eni> {
    Ipv4Duplicate() {
        super(
                RuleInfo.builder()
                        .id("eni.ipv4.duplicate")
                        .addCatalogId("IP4-DUP")
                        .summary("An interface has each of its addresses once.")
                        .evidence(Evidence.SEEN)
                        .phase(Phase.ADDRESSES)
                        .ec2Code("InvalidParameterValue")
                        .source("an answer of EC2")
                        .build(),
                Eni.class);
    }

    @Override
    protected void check(Eni eni, NetworkPlan plan, Faults faults) {
        Set<IpAddress> seen = new HashSet<>();
        for (EniAddress each : eni.privateIpAddresses()) {
            if (!seen.add(each.address())) {
                faults.add(each.address().toString(), "it has " + each.address() + " twice", "leave one out");
            }
        }
    }
}
