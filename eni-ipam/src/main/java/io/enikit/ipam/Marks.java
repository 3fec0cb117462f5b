package io.enikit.ipam;

import com.google.common.collect.ImmutableSortedSet;
import io.enikit.net.Cidr;
import io.enikit.net.IpAddress;
import io.enikit.net.IpSet;
import java.util.List;
import java.util.Optional;

/** What is kept from being given out, apart from what is granted: ends of blocks, and reservations. */
record Marks(ReservedAddresses policy, IpSet ends, ImmutableSortedSet<Cidr> reservations, IpSet all) {
    static Marks of(ReservedAddresses policy, List<Cidr> blocks, ImmutableSortedSet<Cidr> reservations) {
        IpSet.Builder ends = IpSet.builder();
        blocks.forEach(block -> ends.add(policy.of(block)));
        return withEnds(policy, ends.build(), reservations);
    }

    private static Marks withEnds(ReservedAddresses policy, IpSet ends, ImmutableSortedSet<Cidr> reservations) {
        IpSet.Builder all = IpSet.builder().add(ends);
        reservations.forEach(all::add);
        return new Marks(policy, ends, reservations, all.build());
    }

    Marks plus(Cidr reservation) {
        return withEnds(
                policy,
                ends,
                ImmutableSortedSet.<Cidr>naturalOrder()
                        .addAll(reservations)
                        .add(reservation)
                        .build());
    }

    Marks minus(Cidr reservation) {
        return withEnds(
                policy,
                ends,
                reservations.stream()
                        .filter(other -> !other.equals(reservation))
                        .collect(ImmutableSortedSet.toImmutableSortedSet(Cidr::compareTo)));
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
