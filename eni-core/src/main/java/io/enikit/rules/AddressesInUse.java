package io.enikit.rules;

import io.enikit.model.Eni;
import io.enikit.model.EniAddress;
import io.enikit.model.NetworkPlan;
import io.enikit.net.IpAddress;
import io.enikit.net.IpFamily;

/** An address belongs to one interface of its subnet. */
final class AddressesInUse extends Rule<Eni> {
    private final IpFamily family;

    AddressesInUse(IpFamily family) {
        super(info(family), Eni.class);
        this.family = family;
    }

    private static RuleInfo info(IpFamily family) {
        RuleInfo.Builder info = RuleInfo.builder()
                .id(AddressRules.id(family, "in-use"))
                .summary("An " + family.label() + " address belongs to one interface of its subnet.")
                .evidence(Evidence.DOCUMENTED)
                .phase(Phase.ADDRESSES)
                .ec2Code("InvalidIPAddress.InUse")
                .source("Error codes for the Amazon EC2 API");
        return switch (family) {
            case IPV4 ->
                info.addCatalogIds("IP4-INUSE").codeEvidence(Evidence.SEEN).build();
            case IPV6 ->
                info.addCatalogIds("IP6-IN-SUBNET", "IP6-NO-MOVE")
                        .codeEvidence(Evidence.INFERRED)
                        .build();
        };
    }

    @Override
    protected void check(Eni eni, NetworkPlan plan, Faults faults) {
        for (EniAddress each : eni.addresses(family)) {
            if (plan.isShared(each.address())) {
                check(each.address(), eni, plan, faults);
            }
        }
    }

    private static void check(IpAddress address, Eni eni, NetworkPlan plan, Faults faults) {
        for (Eni other : plan.ownersOf(address)) {
            if (other.id().compareTo(eni.id()) < 0 && other.subnetId().equals(eni.subnetId())) {
                faults.add(
                        address.toString(),
                        address + " belongs to " + other.id() + " as well",
                        "use another address, or leave it out to have one picked");
                return;
            }
        }
    }
}
