package io.enikit.ipam;

import com.google.common.collect.ImmutableSortedSet;
import io.enikit.net.Cidr;
import io.enikit.net.IpAddress;
import io.enikit.net.IpSet;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What is kept from being given out, apart from what is granted: ends of blocks, and reservations. */
record Marks(ReservedAddresses policy, IpSet ends, ImmutableSortedSet<Cidr> reservations, IpSet all) {
    static Marks of(ReservedAddresses policy, List<Cidr> blocks, Set<Cidr> reservations) {
        IpSet.Builder ends = IpSet.builder();
        blocks.forEach(block -> ends.add(policy.of(block)));
        return withEnds(policy, ends.build(), ImmutableSortedSet.copyOf(reservations));
    }

    private static Marks withEnds(ReservedAddresses policy, IpSet ends, ImmutableSortedSet<Cidr> reservations) {
        IpSet.Builder all = IpSet.builder().add(ends);
        reservations.forEach(all::add);
        return new Marks(policy, ends, reservations, all.build());
    }

    /** Refuses grants at the ends of the blocks. */
    void checkEnds(Ledger ledger) {
        for (Cidr end : ends.cidrs()) {
            for (Grant granted : ledger.overlapping(end)) {
                throw new IllegalArgumentException(granted.describe() + " holds " + end + ", reserved by " + policy);
            }
        }
    }

    Marks plus(Cidr reservation) {
        reservationOverlapping(reservation).ifPresent(other -> {
            throw new IllegalArgumentException("reservation " + reservation + " overlaps reservation " + other);
        });
        return withEnds(
                policy,
                ends,
                ImmutableSortedSet.<Cidr>naturalOrder()
                        .addAll(reservations)
                        .add(reservation)
                        .build());
    }

    /** With disjoint reservations that overlap no other. */
    Marks plusAll(Collection<Cidr> more) {
        return withEnds(
                policy,
                ends,
                ImmutableSortedSet.<Cidr>naturalOrder()
                        .addAll(reservations)
                        .addAll(more)
                        .build());
    }

    Marks minus(Cidr reservation) {
        if (!reservations.contains(reservation)) {
            throw new IllegalArgumentException("not reserved: " + reservation);
        }
        return withEnds(
                policy,
                ends,
                reservations.stream()
                        .filter(other -> !other.equals(reservation))
                        .collect(ImmutableSortedSet.toImmutableSortedSet(Cidr::compareTo)));
    }

    /** Whether addresses of a block are never given out, whatever is reserved. */
    boolean endsOverlap(Cidr cidr) {
        return ends.overlaps(IpSet.of(cidr));
    }

    /** The reservation that shares an address with a block. */
    Optional<Cidr> reservationOverlapping(Cidr cidr) {
        return PoolSpace.overlapping(reservations, cidr);
    }

    /** The reservation that contains an address. */
    Optional<Cidr> reservationAt(IpAddress address) {
        return reservationOverlapping(Cidr.from(address));
    }
}
