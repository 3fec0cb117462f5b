package io.enikit.rules;

import io.enikit.model.Eni;
import io.enikit.model.EniAddress;
import io.enikit.model.NetworkPlan;

/** A private IPv4 address belongs to one interface of its subnet. */
final class Ipv4InUse extends Rule<Eni> {
    Ipv4InUse() {
        super(
                RuleInfo.builder()
                        .id("eni.ipv4.in-use")
                        .addCatalogId("IP4-INUSE")
                        .summary("A private IPv4 address belongs to one interface of its subnet.")
                        .evidence(Evidence.DOCUMENTED)
                        .phase(Phase.ADDRESSES)
                        .ec2Code("InvalidIPAddress.InUse")
                        .codeEvidence(Evidence.SEEN)
                        .source("Error codes for the Amazon EC2 API")
                        .build(),
                Eni.class);
    }

    @Override
    protected void check(Eni eni, NetworkPlan plan, Faults faults) {
        for (EniAddress each : eni.privateIpAddresses()) {
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
