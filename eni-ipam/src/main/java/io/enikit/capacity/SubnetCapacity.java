package io.enikit.capacity;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.math.LongMath;
import io.enikit.capacity.SubnetFit.Shortage;
import io.enikit.model.AddressDemand;
import io.enikit.model.CidrReservation;
import io.enikit.model.Eni;
import io.enikit.model.NetworkPlan;
import io.enikit.model.Subnet;
import io.enikit.model.SubnetDemand;
import io.enikit.net.Cidr;
import io.enikit.net.FreeSpace;
import io.enikit.net.IpFamily;
import io.enikit.net.IpSet;
import java.math.RoundingMode;
import java.util.List;
import java.util.NavigableSet;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The free addresses of a subnet, for single addresses and for prefixes, and what fits into them. */
final class SubnetCapacity {
    private static final int UNIT = VpcCniWarmPool.ADDRESSES_PER_PREFIX;

    private final Cidr block;
    private final IpSet reserved;

    /** True if there are reservations for prefixes, so that prefixes and single addresses do not compete. */
    private final boolean separate;

    private final IpSet freeForAddresses;
    private final IpSet freeForPrefixes;

    /** The addresses that would be free for prefixes if no interface had a single address. */
    private final IpSet allForPrefixes;

    private final long interfacesLeft;

    /** What EC2 has yet to choose here, and what interfaces have that are not in the plan. */
    private final AddressDemand demand;

    SubnetCapacity(NetworkPlan plan, Subnet subnet, Cidr block) {
        this.block = block;
        List<CidrReservation> reservations = subnet.cidrReservations();
        reserved = addressesOf(reservations);
        IpSet forPrefixes = addressesOf(reservations.stream()
                .filter(reservation -> reservation.type() == CidrReservation.Type.PREFIX)
                .toList());
        separate = !forPrefixes.isEmpty();
        IpSet free = plan.freeSpace(subnet.id(), IpFamily.IPV4).orElseThrow().toIpSet();
        IpSet delegated = IpSet.of(plan.enisIn(subnet.id()).stream()
                .flatMap(eni -> eni.ipv4Prefixes().stream())
                .toArray(Cidr[]::new));
        freeForAddresses = free.subtract(reserved);
        allForPrefixes = (separate ? forPrefixes : IpSet.of(block).subtract(reserved))
                .intersect(IpSet.of(block))
                .subtract(subnet.reservedAddresses(IpFamily.IPV4))
                .subtract(delegated);
        freeForPrefixes = allForPrefixes.intersect(free);
        long notInPlan = SubnetDemand.interfacesOf(plan.subnetDemands());
        interfacesLeft =
                Math.max(0, plan.quotas().networkInterfaces() - plan.enis().size() - notInPlan);
        demand = plan.addressDemandOn(subnet.id());
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof SubnetCapacity capacity
                && block.equals(capacity.block)
                && reserved.equals(capacity.reserved)
                && separate == capacity.separate
                && freeForAddresses.equals(capacity.freeForAddresses)
                && freeForPrefixes.equals(capacity.freeForPrefixes)
                && allForPrefixes.equals(capacity.allForPrefixes)
                && interfacesLeft == capacity.interfacesLeft
                && demand.equals(capacity.demand);
    }

    @Override
    public int hashCode() {
        return Objects.hash(block, freeForAddresses, interfacesLeft);
    }

    private static IpSet addressesOf(List<CidrReservation> reservations) {
        return IpSet.of(reservations.stream()
                .map(CidrReservation::cidr)
                .filter(cidr -> cidr.family() == IpFamily.IPV4)
                .toArray(Cidr[]::new));
    }

    private static long size(IpSet set) {
        return set.size().longValueExact();
    }

    /** Returns how many aligned /28 lie in a set of addresses. */
    private long units(IpSet set) {
        return block.prefixLength() > Eni.IPV4_PREFIX_LENGTH
                ? 0
                : FreeSpace.of(block, set).countOf(Eni.IPV4_PREFIX_LENGTH).longValueExact();
    }

    long freeAddresses() {
        long inPrefixes = separate ? 0 : UNIT * demand.ipv4Prefixes();
        return Math.max(0, size(freeForAddresses) - demand.ipv4Addresses() - inPrefixes);
    }

    /** Addresses that EC2 has yet to choose need not break a prefix as long as there are others. */
    long freePrefixes() {
        long left = Math.max(0, units(freeForPrefixes) - demand.ipv4Prefixes());
        return separate ? left : Math.min(left, freeAddresses() / UNIT);
    }

    double fragmentation() {
        long all = units(allForPrefixes);
        long noPrefix = size(allForPrefixes) - UNIT * all;
        long used = size(allForPrefixes) - size(freeForPrefixes);
        long packed = all - LongMath.divide(Math.max(0, used - noPrefix), UNIT, RoundingMode.CEILING);
        return packed == 0 ? 0 : 1 - (double) units(freeForPrefixes) / packed;
    }

    SubnetFit prefixes() {
        long left = separate ? size(freeForPrefixes) : freeAddresses();
        long count = freePrefixes();
        return new SubnetFit(count, left - UNIT * count < UNIT ? Shortage.ADDRESSES : Shortage.PREFIXES);
    }

    SubnetFit instances(AddressNeeds needs) {
        long addressesEach = needs.addresses() + (separate ? 0 : (long) UNIT * needs.prefixes());
        SubnetFit fit = new SubnetFit(freeAddresses() / addressesEach, Shortage.ADDRESSES);
        if (needs.prefixes() > 0) {
            fit = smaller(fit, new SubnetFit(freePrefixes() / needs.prefixes(), Shortage.PREFIXES));
        }
        return smaller(fit, new SubnetFit(interfacesLeft / needs.interfaces(), Shortage.INTERFACE_QUOTA));
    }

    private static SubnetFit smaller(SubnetFit one, SubnetFit other) {
        return other.count() < one.count() ? other : one;
    }

    Optional<CidrReservation> reservationFor(long prefixes) {
        checkArgument(prefixes > 0, "prefixes is %s: expected 1 or more", prefixes);
        for (int length = Eni.IPV4_PREFIX_LENGTH; length > block.prefixLength(); length--) {
            for (Cidr candidate : candidates(length).descendingSet()) {
                if (prefixesIn(candidate) >= prefixes) {
                    return Optional.of(new CidrReservation(candidate, CidrReservation.Type.PREFIX));
                }
            }
        }
        return Optional.empty();
    }

    Optional<CidrReservation> largestReservation() {
        long most = 0;
        for (int length = Eni.IPV4_PREFIX_LENGTH; length > block.prefixLength(); length--) {
            for (Cidr candidate : candidates(length)) {
                most = Math.max(most, prefixesIn(candidate));
            }
        }
        return most == 0 ? Optional.empty() : reservationFor(most);
    }

    private long prefixesIn(Cidr candidate) {
        return units(freeForAddresses.intersect(IpSet.of(candidate)));
    }

    /** Returns the blocks of a length with a free /28 and no reservation, the highest one of each free block. */
    private NavigableSet<Cidr> candidates(int length) {
        NavigableSet<Cidr> candidates = new TreeSet<>();
        for (Cidr free : freeForAddresses.cidrs()) {
            Cidr candidate = Cidr.containing(free.last(), length);
            if (free.prefixLength() <= Eni.IPV4_PREFIX_LENGTH && !reserved.overlaps(IpSet.of(candidate))) {
                candidates.add(candidate);
            }
        }
        return candidates;
    }
}
