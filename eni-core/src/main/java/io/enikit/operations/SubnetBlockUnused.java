package io.enikit.operations;

import io.enikit.model.NetworkPlan;
import io.enikit.model.Subnet;
import io.enikit.net.IpFamily;
import io.enikit.rules.Evidence;
import io.enikit.rules.Phase;
import io.enikit.rules.RuleInfo;
import java.util.List;
import java.util.Optional;

/** An IPv6 block is taken off a subnet that can do without, once nothing of it is in use, reserved or given out. */
final class SubnetBlockUnused extends Precondition<DisassociateSubnetCidrBlock> {
    SubnetBlockUnused() {
        super(
                RuleInfo.documented(
                                "disassociate.subnet-block-unused",
                                Phase.STATE,
                                "An IPv6 block is taken off a subnet once nothing of it is in use or reserved, and the subnet neither gives out IPv6 addresses nor is IPv6-native.",
                                "DisassociateSubnetCidrBlock")
                        .withCatalogIds("SUBNET-V6-DISASSOC")
                        .withCode("InvalidCidrBlock.InUse", Evidence.SEEN),
                DisassociateSubnetCidrBlock.class);
    }

    @Override
    Optional<String> check(DisassociateSubnetCidrBlock operation, NetworkPlan plan) {
        return plan.subnet(operation.subnet())
                .flatMap(subnet -> reason(subnet, plan))
                .map(reason -> operation.block() + " may not be disassociated, because " + reason);
    }

    private static Optional<String> reason(Subnet subnet, NetworkPlan plan) {
        if (subnet.assignIpv6AddressOnCreation()) {
            return Optional.of("its subnet has assign-ipv6-address-on-creation set to true");
        }
        if (subnet.ipv6Native()) {
            return Optional.of("its subnet is IPv6-native");
        }
        List<String> users = Dependencies.of(plan.enisIn(subnet.id()).stream()
                .filter(eni ->
                        !eni.ipv6Addresses().isEmpty() || !eni.ipv6Prefixes().isEmpty())
                .toList());
        subnet.cidrReservations().stream()
                .filter(each -> each.cidr().family() == IpFamily.IPV6)
                .forEach(each -> users.add("reservation " + each));
        return users.isEmpty() ? Optional.empty() : Optional.of("it is in use by " + String.join(", ", users));
    }
}
