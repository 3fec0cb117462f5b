package io.enikit.rules;

import io.enikit.model.Eni;
import io.enikit.model.EniAddress;
import io.enikit.model.NetworkPlan;

/** An IPv6 address belongs to one interface of its subnet. */
final class Ipv6InUse extends Rule<Eni> {
    Ipv6InUse() {
        super(
                RuleInfo.builder()
                        .id("eni.ipv6.in-use")
                        .addCatalogId("IP6-IN-SUBNET")
                        .addCatalogId("IP6-NO-MOVE")
                        .summary("An IPv6 address belongs to one interface of its subnet.")
                        .evidence(Evidence.DOCUMENTED)
                        .phase(Phase.ADDRESSES)
                        .ec2Code("InvalidIPAddress.InUse")
                        .codeEvidence(Evidence.INFERRED)
                        .source("Error codes for the Amazon EC2 API")
                        .build(),
                Eni.class);
    }

    @Override
    protected void check(Eni eni, NetworkPlan plan, Faults faults) {
        for (EniAddress each : eni.ipv6Addresses()) {
            for (Eni other : plan.ownersOf(each.address())) {
                if (other.id().compareTo(eni.id()) < 0 && other.subnetId().equals(eni.subnetId())) {
                    faults.add(
                            each.address().toString(),
                            each.address() + " belongs to " + other.id() + " already",
                            "use another address, or leave it out to have one picked");
                    break;
                }
            }
        }
    }
}
