package io.enikit.model;

import io.enikit.net.Cidr;
import io.enikit.net.FreeSpace;
import io.enikit.net.IpFamily;
import io.enikit.net.IpSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Which addresses of one block of a subnet are free: neither reserved by EC2 nor held by an interface.
 *
 * <p>While all that was taken was free before, taking and giving back are exact opposites. In a plan with faults two
 * interfaces may hold one address, or one holds an address that is reserved or outside of the block; then what a
 * removal frees can only be told from all that stays, and the space is made anew.
 */
record AddressSpace(FreeSpace free, boolean exact) {
    static AddressSpace of(Cidr block, IpSet reserved, Stream<Cidr> held) {
        FreeSpace unreserved = FreeSpace.of(block);
        for (Cidr cidr : reserved.cidrs()) {
            unreserved = unreserved.take(cidr);
        }
        return new AddressSpace(unreserved, true).take(held.toList());
    }

    AddressSpace take(List<Cidr> held) {
        AddressSpace left = this;
        for (Cidr cidr : held) {
            left = left.take(cidr);
        }
        return left;
    }

    private AddressSpace take(Cidr cidr) {
        if (!free.block().contains(cidr)) {
            return new AddressSpace(free, false);
        }
        if (free.isFree(cidr)) {
            return new AddressSpace(free.take(cidr), exact);
        }
        IpSet left = free.toIpSet().subtract(IpSet.of(cidr));
        return new AddressSpace(FreeSpace.of(free.block(), left), false);
    }

    /** Gives back what one interface held, or returns empty where that cannot be told without the others. */
    Optional<AddressSpace> give(List<Cidr> held) {
        if (!exact) {
            return Optional.empty();
        }
        FreeSpace more = free;
        for (Cidr cidr : held) {
            more = more.give(cidr);
        }
        return Optional.of(new AddressSpace(more, true));
    }

    /** Lists what an interface holds of a family, as blocks. */
    static Stream<Cidr> heldBy(Eni eni, IpFamily family) {
        return switch (family) {
            case IPV4 -> blocks(eni.privateIpAddresses(), eni.ipv4Prefixes());
            case IPV6 -> blocks(eni.ipv6Addresses(), eni.ipv6Prefixes());
        };
    }

    private static Stream<Cidr> blocks(List<EniAddress> addresses, List<Cidr> prefixes) {
        return Stream.concat(
                addresses.stream()
                        .map(EniAddress::address)
                        .map(address -> Cidr.of(address, address.family().bits())),
                prefixes.stream());
    }
}
