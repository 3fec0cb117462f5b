package io.enikit.model;

import static java.util.Objects.requireNonNull;

import io.enikit.net.Cidr;
import io.enikit.net.FreeSpace;
import io.enikit.net.IpFamily;
import io.enikit.net.IpSet;
import java.util.List;
import java.util.Objects;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/**
 * Which addresses of one block of a subnet are free, and which of those EC2 picks from. Immutable.
 *
 * <p>An address is free if it is neither one of the five that EC2 reserves nor held by an interface. EC2 picks single
 * addresses outside of the subnet's CIDR reservations, and prefixes inside of the reservations of type {@code prefix};
 * where there are none of that type, prefixes come from outside of the reservations too. A request that names an
 * address or a prefix may have any that is free.
 */
public final class AddressSpace {
    private static final int PREFIX_BITS = 32 - Eni.IPV4_PREFIX_LENGTH;

    private final FreeSpace free;
    private final FreeSpace forAddresses;
    private final FreeSpace forPrefixes;
    private final Reservations reservations;

    private record Reservations(IpSet all, IpSet forPrefixes) {
        static final Reservations NONE = new Reservations(IpSet.empty(), IpSet.empty());

        /** Those of one family alone: where IPv6 prefixes are kept, IPv4 prefixes still come from anywhere. */
        static Reservations of(List<CidrReservation> reservations, IpFamily family) {
            if (reservations.isEmpty()) {
                return NONE;
            }
            IpSet.Builder all = IpSet.builder();
            IpSet.Builder forPrefixes = IpSet.builder();
            for (CidrReservation each : reservations) {
                if (each.cidr().family() == family) {
                    all.add(each.cidr());
                    if (each.type() == CidrReservation.Type.PREFIX) {
                        forPrefixes.add(each.cidr());
                    }
                }
            }
            return new Reservations(all.build(), forPrefixes.build());
        }
    }

    private AddressSpace(FreeSpace free, FreeSpace forAddresses, FreeSpace forPrefixes, Reservations reservations) {
        this.free = free;
        this.forAddresses = forAddresses;
        this.forPrefixes = forPrefixes;
        this.reservations = reservations;
    }

    /** Returns the space of a block of a subnet, given what interfaces hold. */
    static AddressSpace of(Subnet subnet, Cidr block, Iterable<Cidr> held) {
        FreeSpace free = FreeSpace.of(block);
        for (Cidr cidr : subnet.reservedAddresses(block.family()).cidrs()) {
            free = free.take(cidr);
        }
        return of(free, Reservations.of(subnet.cidrReservations(), block.family()))
                .take(held);
    }

    private static AddressSpace of(FreeSpace free, Reservations reservations) {
        if (reservations.all().isEmpty()) {
            return new AddressSpace(free, free, free, reservations);
        }
        IpSet all = free.toIpSet();
        FreeSpace outside = FreeSpace.of(free.block(), all.subtract(reservations.all()));
        return new AddressSpace(
                free,
                outside,
                reservations.forPrefixes().isEmpty()
                        ? outside
                        : FreeSpace.of(free.block(), all.intersect(reservations.forPrefixes())),
                reservations);
    }

    /** {@return the block of the subnet} */
    public Cidr block() {
        return free.block();
    }

    /** {@return all that is free} */
    public FreeSpace free() {
        return free;
    }

    /** {@return where EC2 picks single addresses: what is free outside of CIDR reservations} */
    public FreeSpace forAddresses() {
        return forAddresses;
    }

    /** {@return where EC2 picks prefixes: inside of the reservations for them, if there are any} */
    public FreeSpace forPrefixes() {
        return forPrefixes;
    }

    /** {@return whether prefixes come from reservations, so that they take nothing away from single addresses} */
    public boolean hasPrefixReservation() {
        return !reservations.forPrefixes().isEmpty();
    }

    /** Returns how many single addresses EC2 could pick beside a demand; of IPv4, so they fit into a long. */
    long forAddressesAfter(AddressDemand demand) {
        long size = forAddresses.size().longValueExact();
        if (demand.isNone()) {
            return size;
        }
        long inPrefixes = hasPrefixReservation() ? 0 : demand.ipv4Prefixes() << PREFIX_BITS;
        return Math.max(0, size - inPrefixes - demand.ipv4Addresses());
    }

    /**
     * Returns the space without an address or a prefix.
     *
     * @param held what is held; it need not be free, nor be in the block
     * @return the space left
     */
    public AddressSpace take(Cidr held) {
        requireNonNull(held, "held");
        if (free.isFree(held)) {
            return changed(free.take(held), held, FreeSpace::take);
        }
        if (!free.block().contains(held)) {
            return this;
        }
        AddressSpace left = this;
        for (Cidr part : free.freeIn(held).cidrs()) {
            left = left.take(part);
        }
        return left;
    }

    private AddressSpace take(Iterable<Cidr> held) {
        AddressSpace left = this;
        for (Cidr cidr : held) {
            left = left.take(cidr);
        }
        return left;
    }

    /** Gives back what was taken and is held by no interface any more. */
    AddressSpace give(Cidr held) {
        return changed(free.give(held), held, FreeSpace::give);
    }

    /** Does to the spaces that EC2 picks from what was done to all that is free. */
    private AddressSpace changed(FreeSpace changed, Cidr held, BiFunction<FreeSpace, Cidr, FreeSpace> change) {
        if (reservations.all().isEmpty()) {
            return new AddressSpace(changed, changed, changed, reservations);
        }
        FreeSpace outside = forAddresses;
        for (Cidr part : IpSet.of(held).subtract(reservations.all()).cidrs()) {
            outside = change.apply(outside, part);
        }
        FreeSpace inside = forPrefixes;
        for (Cidr part : IpSet.of(held).intersect(reservations.forPrefixes()).cidrs()) {
            inside = change.apply(inside, part);
        }
        return new AddressSpace(
                changed, outside, reservations.forPrefixes().isEmpty() ? outside : inside, reservations);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof AddressSpace that
                && free.equals(that.free)
                && forAddresses.equals(that.forAddresses)
                && forPrefixes.equals(that.forPrefixes)
                && reservations.equals(that.reservations);
    }

    @Override
    public int hashCode() {
        return Objects.hash(free, forAddresses, forPrefixes, reservations);
    }

    /** {@return such as {@code 251 addresses are free}} */
    @Override
    public String toString() {
        return free.size() + " addresses are free";
    }
}
