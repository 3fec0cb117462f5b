package io.enikit.rules;

import static io.enikit.model.ResourceKind.ENI;
import static io.enikit.model.ResourceKind.SUBNET;
import static io.enikit.rules.Evidence.SEEN;
import static io.enikit.rules.Phase.CAPACITY;

import com.google.common.collect.ImmutableList;
import io.enikit.model.AddressDemand;
import io.enikit.model.AddressSpace;
import io.enikit.model.Eni;
import io.enikit.model.NetworkPlan;
import io.enikit.model.Subnet;
import io.enikit.model.SubnetDemand;
import io.enikit.model.SubnetId;
import io.enikit.net.FreeSpace;
import io.enikit.net.IpFamily;
import java.math.BigInteger;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * The rule on room for the addresses that EC2 has yet to choose.
 *
 * <p>It reports only what cannot fit however EC2 chooses. Several subnets are looked at together where a demand names them
 * together.
 */
final class RoomRules {
    static final ImmutableList<Rule<?>> ALL = ImmutableList.of(RuleInfo.of("subnet.room", CAPACITY)
            .withSummary("A subnet has room for the addresses that EC2 is to choose in it.")
            .documented("Error codes for the Amazon EC2 API")
            .withCode("InsufficientFreeAddressesInSubnet", SEEN)
            .withNeeds(Fact.SUBNET_IPV4_BLOCK, Fact.SUBNET_IPV6_BLOCK)
            .rule(Subnet.class, RoomRules::room)
            .lookingAt(SUBNET, ENI));

    private static final String LARGER = "use a larger subnet, or another one";

    private RoomRules() {}

    private static void room(Subnet subnet, NetworkPlan plan, Faults faults) {
        List<SubnetDemand> demands = plan.subnetDemandsOn(subnet.id());
        AddressDemand own = ownDemand(subnet.id(), plan);
        if (!own.isNone()) {
            BigInteger lacking =
                    lacking(subnet.id(), IpFamily.IPV4, own, plan).add(lacking(subnet.id(), IpFamily.IPV6, own, plan));
            if (lacking.signum() > 0) {
                faults.exceeds(
                        lacking.min(BigInteger.valueOf(Long.MAX_VALUE)).longValueExact(),
                        "it has no room for " + lacking + " of the addresses and prefixes that EC2 is to choose in it",
                        LARGER);
                return;
            }
        }
        if (demands.isEmpty()) {
            return;
        }
        Set<SortedSet<SubnetId>> groups = new LinkedHashSet<>();
        for (SubnetDemand each : demands) {
            if (each.subnets().size() > 1) {
                groups.add(each.subnets());
                groups.add(withNeighbours(each.subnets(), plan));
            }
        }
        groups.stream()
                .filter(group -> group.first().equals(subnet.id()))
                .forEach(group -> together(group, plan, faults));
    }

    /** Returns what must be in a subnet and nowhere else. */
    private static AddressDemand ownDemand(SubnetId subnet, NetworkPlan plan) {
        AddressDemand own = AddressDemand.none();
        for (Eni eni : plan.enisAwaitingAddressesIn(subnet)) {
            own = own.plus(eni.addressDemand());
        }
        for (SubnetDemand each : plan.subnetDemandsOn(subnet)) {
            own = each.subnets().size() == 1 ? own.plus(each.addresses()) : own;
        }
        return own;
    }

    /** Returns how many addresses and prefixes too few there are; none where the subnet or its block is not known. */
    private static BigInteger lacking(SubnetId subnet, IpFamily family, AddressDemand demand, NetworkPlan plan) {
        Optional<AddressSpace> space = plan.addressSpace(subnet, family);
        BigInteger addresses = BigInteger.valueOf(demand.addresses(family));
        BigInteger prefixes = BigInteger.valueOf(demand.prefixes(family));
        if (space.isEmpty()) {
            return BigInteger.ZERO;
        }
        BigInteger prefixesLeft = prefixesIn(space.get().forPrefixes(), family);
        BigInteger inPrefixes = space.get().hasPrefixReservation()
                ? BigInteger.ZERO
                : prefixes.min(prefixesLeft).shiftLeft(family.bits() - Eni.prefixLength(family));
        BigInteger addressesLeft = space.get().forAddresses().size().subtract(inPrefixes);
        return tooMany(prefixes, prefixesLeft).add(tooMany(addresses, addressesLeft));
    }

    private static BigInteger prefixesIn(FreeSpace space, IpFamily family) {
        int length = Eni.prefixLength(family);
        return space.block().prefixLength() <= length ? space.countOf(length) : BigInteger.ZERO;
    }

    private static BigInteger tooMany(BigInteger wanted, BigInteger left) {
        return wanted.subtract(left).max(BigInteger.ZERO);
    }

    /** Returns some subnets, and those that other demands name together with any of them, and so on. */
    private static SortedSet<SubnetId> withNeighbours(SortedSet<SubnetId> subnets, NetworkPlan plan) {
        SortedSet<SubnetId> all = new TreeSet<>(subnets);
        int before = 0;
        while (all.size() > before) {
            before = all.size();
            for (SubnetId each : List.copyOf(all)) {
                plan.subnetDemandsOn(each).forEach(demand -> all.addAll(demand.subnets()));
            }
        }
        return all;
    }

    /** Looks at the demands that nothing but some subnets can meet. */
    private static void together(SortedSet<SubnetId> subnets, NetworkPlan plan, Faults faults) {
        BigInteger left = BigInteger.ZERO;
        Set<SubnetDemand> demands = new LinkedHashSet<>();
        for (SubnetId each : subnets) {
            Optional<AddressSpace> space = plan.addressSpace(each, IpFamily.IPV4);
            if (space.isEmpty()) {
                return;
            }
            left = left.add(tooMany(space.get().free().size(), units(ownDemand(each, plan))));
            plan.subnetDemandsOn(each).stream()
                    .filter(demand -> demand.subnets().size() > 1 && subnets.containsAll(demand.subnets()))
                    .forEach(demands::add);
        }
        BigInteger wanted =
                demands.stream().map(demand -> units(demand.addresses())).reduce(BigInteger.ZERO, BigInteger::add);
        BigInteger lacking = tooMany(wanted, left);
        if (lacking.signum() > 0) {
            faults.add(Fault.of(
                            demands.stream().map(SubnetDemand::name).collect(Collectors.joining(", ")) + ": " + wanted
                                    + " IPv4 addresses are to be chosen in " + subnets + ", which have " + left
                                    + " left",
                            "use larger subnets, or one more")
                    .withExcess(lacking.min(BigInteger.valueOf(Long.MAX_VALUE)).longValueExact())
                    .withDetail(subnets));
        }
    }

    private static BigInteger units(AddressDemand demand) {
        return BigInteger.valueOf(demand.ipv4Prefixes())
                .shiftLeft(IpFamily.IPV4.bits() - Eni.IPV4_PREFIX_LENGTH)
                .add(BigInteger.valueOf(demand.ipv4Addresses()));
    }
}
