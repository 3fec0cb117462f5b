package io.enikit.rules;

import static io.enikit.model.ResourceKind.ENI;
import static io.enikit.model.ResourceKind.SUBNET;
import static io.enikit.rules.Evidence.INFERRED;
import static io.enikit.rules.Evidence.SEEN;
import static io.enikit.rules.Phase.ADDRESSES;
import static io.enikit.rules.Phase.SHAPE;

import com.google.common.collect.ImmutableList;
import io.enikit.internal.PlanAccess;
import io.enikit.model.AddressDemand;
import io.enikit.model.Eni;
import io.enikit.model.EniAddress;
import io.enikit.model.EniId;
import io.enikit.model.InterfaceType;
import io.enikit.model.NetworkPlan;
import io.enikit.model.Subnet;
import io.enikit.net.Cidr;
import io.enikit.net.IpAddress;
import io.enikit.net.IpFamily;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The rules on the addresses of interfaces. */
final class AddressRules {
    static final ImmutableList<Rule<?>> ALL = ImmutableList.of(
            RuleInfo.of("eni.ipv4.primary", SHAPE)
                    .withSummary("An interface has one primary private IPv4 address.")
                    .documented("CreateNetworkInterface")
                    .withMessage("Only one primary private IP address can be specified.")
                    .withCatalogIds("IP4-PRIMARY-ONE")
                    .withCode("InvalidParameterValue", SEEN)
                    .withNeeds(Fact.ENI_ADDRESSES, Fact.SUBNET_IPV4_BLOCK)
                    .rule(Eni.class, AddressRules::ipv4Primary)
                    .lookingAt(SUBNET),
            RuleInfo.of("eni.ipv6.primary", SHAPE)
                    .withSummary("At most one IPv6 address of an interface is the primary one.")
                    .documented("ModifyNetworkInterfaceAttribute")
                    .withCatalogIds("IP6-PRIMARY")
                    .withCode("InvalidParameterValue", INFERRED)
                    .rule(Eni.class, AddressRules::ipv6Primary)
                    .lookingAt(),
            RuleInfo.of("eni.ipv4.in-subnet", ADDRESSES)
                    .withSummary("The IPv4 addresses of an interface are in its subnet.")
                    .documented("Subnet CIDR blocks")
                    .withMessage("Address {address} does not fall within the subnet's address range")
                    .withMessageOf("CreateNetworkInterface", "Address does not fall within the subnet's address range")
                    .withCatalogIds("IP4-IN-SUBNET")
                    .withCode("InvalidParameterValue", SEEN)
                    .withSilentBehind("eni.subnet.exists")
                    .withNeeds(Fact.SUBNET_IPV4_BLOCK)
                    .rule(Eni.class, (eni, plan, faults) -> inSubnet(IpFamily.IPV4, eni, plan, faults))
                    .lookingAt(SUBNET),
            RuleInfo.of("eni.ipv6.in-subnet", ADDRESSES)
                    .withSummary("The IPv6 addresses of an interface are in its subnet.")
                    .documented("Subnet CIDR blocks")
                    .withCatalogIds("IP6-IN-SUBNET")
                    .withCode("InvalidParameterValue", INFERRED)
                    .withSilentBehind("eni.subnet.exists")
                    .withNeeds(Fact.SUBNET_IPV6_BLOCK)
                    .rule(Eni.class, (eni, plan, faults) -> inSubnet(IpFamily.IPV6, eni, plan, faults))
                    .lookingAt(SUBNET),
            RuleInfo.of("eni.ipv4.reserved", ADDRESSES)
                    .withSummary(
                            "No interface has one of the five IPv4 addresses that EC2 keeps in each subnet: the first four and the last.")
                    .documented("Subnet CIDR blocks")
                    .withMessage("Address {address} is in subnet's reserved address range")
                    .withCatalogIds("IP4-RESERVED", "SUBNET-RESV-V4", "SUBNET-MID-OCTETS")
                    .withCode("InvalidParameterValue", SEEN)
                    .withSilentBehind("eni.subnet.exists")
                    .withSilentBehindSame("eni.ipv4.in-subnet")
                    .withNeeds(Fact.SUBNET_IPV4_BLOCK)
                    .rule(Eni.class, (eni, plan, faults) -> reserved(IpFamily.IPV4, eni, plan, faults))
                    .lookingAt(SUBNET),
            RuleInfo.of("eni.ipv6.reserved", ADDRESSES)
                    .withSummary(
                            "No interface has one of the five IPv6 addresses that EC2 keeps in each subnet: the first four and the last.")
                    .documented("Subnet CIDR blocks")
                    .withCatalogIds("SUBNET-RESV-V6")
                    .withCode("InvalidParameterValue", INFERRED)
                    .withSilentBehind("eni.subnet.exists")
                    .withSilentBehindSame("eni.ipv6.in-subnet")
                    .withNeeds(Fact.SUBNET_IPV6_BLOCK)
                    .rule(Eni.class, (eni, plan, faults) -> reserved(IpFamily.IPV6, eni, plan, faults))
                    .lookingAt(SUBNET),
            RuleInfo.of("eni.ipv4.in-use", ADDRESSES)
                    .withSummary("An IPv4 address belongs to one interface of its subnet.")
                    .documented(
                            "Error codes for the Amazon EC2 API; an emulator says that a secondary address gets InvalidParameterValue, and a client looks for \"is already assigned\", which no answer shows")
                    .withMessage("The specified address is already in use.")
                    .withMessageOf("RunInstances", "Address {address} is in use.")
                    .withCatalogIds("IP4-INUSE")
                    .withCode("InvalidIPAddress.InUse", SEEN)
                    .rule(Eni.class, (eni, plan, faults) -> inUse(IpFamily.IPV4, eni, plan, faults))
                    .lookingAt(ENI),
            RuleInfo.of("eni.ipv6.in-use", ADDRESSES)
                    .withSummary("An IPv6 address belongs to one interface of its subnet.")
                    .documented("Error codes for the Amazon EC2 API")
                    .withCatalogIds("IP6-IN-SUBNET", "IP6-NO-MOVE")
                    .withCode("InvalidIPAddress.InUse", INFERRED)
                    .rule(Eni.class, (eni, plan, faults) -> inUse(IpFamily.IPV6, eni, plan, faults))
                    .lookingAt(ENI),
            RuleInfo.of("eni.ipv4.duplicate", ADDRESSES)
                    .withSummary("An interface has each of its IPv4 addresses once.")
                    .seen("an answer of EC2")
                    .withCatalogIds("IP4-DUP")
                    .withCode("InvalidParameterValue")
                    .rule(Eni.class, (eni, plan, faults) -> duplicate(IpFamily.IPV4, eni, faults))
                    .lookingAt(),
            RuleInfo.of("eni.ipv6.duplicate", ADDRESSES)
                    .withSummary("An interface has each of its IPv6 addresses once.")
                    .seen("an answer of EC2")
                    .withCatalogIds("IP6-IN-SUBNET")
                    .withCode("InvalidParameterValue")
                    .rule(Eni.class, (eni, plan, faults) -> duplicate(IpFamily.IPV6, eni, faults))
                    .lookingAt());

    private AddressRules() {}

    private static void ipv4Primary(Eni eni, NetworkPlan plan, Faults faults) {
        int primaries = primaries(eni.privateIpAddresses());
        if (primaries > 1) {
            faults.exceeds(
                    primaries - 1,
                    primaries + " of its private IPv4 addresses are primary ones, one is allowed",
                    "flag one of them");
        } else if (primaries == 0 && !eni.awaitsPrimary() && needsPrimary(eni, plan)) {
            faults.add(Fault.of("none of its private IPv4 addresses is the primary one", "flag one of them")
                    .withDetail("none"));
        }
    }

    /** Interfaces of IPv6-native subnets and of type efa-only have no IPv4 address at all. */
    private static boolean needsPrimary(Eni eni, NetworkPlan plan) {
        return !eni.interfaceType().equals(InterfaceType.EFA_ONLY)
                && plan.subnet(eni.subnetId())
                        .filter(subnet -> !subnet.ipv6Native())
                        .isPresent();
    }

    private static void ipv6Primary(Eni eni, NetworkPlan plan, Faults faults) {
        int primaries = primaries(eni.ipv6Addresses());
        if (primaries > 1) {
            faults.exceeds(
                    primaries - 1,
                    primaries + " of its IPv6 addresses are primary ones, at most one is allowed",
                    "flag one of them or none");
        }
    }

    /** Counts the primary addresses, which are the first of a list. */
    private static int primaries(List<EniAddress> addresses) {
        int primaries = 0;
        while (primaries < addresses.size() && addresses.get(primaries).primary()) {
            primaries++;
        }
        return primaries;
    }

    private static void inSubnet(IpFamily family, Eni eni, NetworkPlan plan, Faults faults) {
        AddressDemand demand = eni.addressDemand().only(family);
        if (eni.addresses(family).isEmpty() && demand.isNone()) {
            return;
        }
        Optional<Subnet> subnet = plan.subnet(eni.subnetId());
        if (subnet.isEmpty()) {
            return;
        }
        Optional<Cidr> block = subnet.get().cidrBlock(family);
        if (block.isEmpty() && !demand.isNone()) {
            faults.add(Fault.of(
                            "EC2 is to choose " + demand + " in subnet \"" + eni.subnetId() + "\", which has no "
                                    + family.label() + " block",
                            "use a subnet with such a block, or ask for none")
                    .withDetail(family));
        }
        for (EniAddress each : eni.addresses(family)) {
            if (block.isEmpty() || !block.get().contains(each.address())) {
                faults.add(Fault.of(
                                outside(each.address(), subnet.get(), family),
                                "use an address of the subnet, or leave it out to have one picked")
                        .withValue("address", each.address())
                        .withDetail(each.address()));
            }
        }
    }

    /** Says that an address or a prefix is not in a subnet. */
    static String outside(Object what, Subnet subnet, IpFamily family) {
        return what + " is not in subnet \"" + subnet.id() + "\", "
                + subnet.cidrBlock(family)
                        .map(cidr -> "which is " + cidr)
                        .orElse("which has no " + family.label() + " block");
    }

    private static void reserved(IpFamily family, Eni eni, NetworkPlan plan, Faults faults) {
        if (eni.addresses(family).isEmpty()) {
            return;
        }
        Optional<Subnet> subnet = plan.subnet(eni.subnetId());
        for (EniAddress each : eni.addresses(family)) {
            if (subnet.isPresent() && subnet.get().isReserved(each.address())) {
                faults.add(Fault.of(
                                each.address() + " is one of the five addresses that EC2 reserves in "
                                        + subnet.get()
                                                .cidrBlock(each.address().family())
                                                .orElseThrow(),
                                "use any but the first four and the last address of the subnet")
                        .withValue("address", each.address())
                        .withDetail(each.address()));
            }
        }
    }

    private static void inUse(IpFamily family, Eni eni, NetworkPlan plan, Faults faults) {
        for (EniAddress each : eni.addresses(family)) {
            if (PlanAccess.get().isShared(plan, eni.subnetId(), each.address())) {
                inUse(each.address(), eni, plan, faults);
            }
        }
    }

    private static void inUse(IpAddress address, Eni eni, NetworkPlan plan, Faults faults) {
        EniId first = PlanAccess.get().ownersOf(plan, eni.subnetId(), address).first();
        if (!first.equals(eni.id())) {
            faults.add(Fault.of(
                            address + " belongs to " + first + " as well",
                            "use another address, or leave it out to have one picked")
                    .withValue("address", address)
                    .withDetail(address)
                    .withOther(first, address + " belongs to " + eni.id() + " as well"));
        }
    }

    private static void duplicate(IpFamily family, Eni eni, Faults faults) {
        if (eni.addresses(family).size() < 2) {
            return;
        }
        Set<IpAddress> seen = new HashSet<>();
        for (EniAddress each : eni.addresses(family)) {
            if (!seen.add(each.address())) {
                faults.add(Fault.of("it has " + each.address() + " twice", "leave one out")
                        .withDetail(each.address()));
            }
        }
    }
}
