package io.enikit.testkit;

import io.enikit.model.AddressSpace;
import io.enikit.model.CidrReservation;
import io.enikit.model.NetworkPlan;
import io.enikit.model.Subnet;
import io.enikit.net.Cidr;
import io.enikit.net.IpFamily;
import io.enikit.net.IpSet;
import java.util.BitSet;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** What holds of the free addresses of one block of a subnet, and of where EC2 picks: (f). */
final class SpaceInvariants {
    private static final int KEPT_AT_THE_START = 4;

    /** Larger blocks are not counted one by one. */
    private static final int LARGEST_COUNTED = 8;

    private final NetworkPlan plan;
    private final Subnet subnet;
    private final Cidr block;
    private final Consumer<String> broken;

    SpaceInvariants(NetworkPlan plan, Subnet subnet, Cidr block, Consumer<String> broken) {
        this.plan = plan;
        this.subnet = subnet;
        this.block = block;
        this.broken = broken;
    }

    void check(List<Cidr> held) {
        AddressSpace space = plan.addressSpace(subnet.id(), block.family()).orElseThrow();
        IpSet.Builder rest = IpSet.builder().add(block).remove(block.last());
        for (int i = 0; i < KEPT_AT_THE_START; i++) {
            rest.remove(block.first().plus(i));
        }
        held.forEach(rest::remove);
        IpSet free = rest.build();
        IpSet outside = free.subtract(reserved(CidrReservation.Type.values()));
        IpSet forPrefixes = reserved(CidrReservation.Type.PREFIX);
        checkSame("are free", space.free().toIpSet(), free);
        checkSame("are there to pick addresses from", space.forAddresses().toIpSet(), outside);
        checkSame(
                "are there to pick prefixes from",
                space.forPrefixes().toIpSet(),
                forPrefixes.isEmpty() ? outside : free.intersect(forPrefixes));
        if (block.family() == IpFamily.IPV4 && block.prefixLength() >= LARGEST_COUNTED) {
            checkAvailable(held);
        }
    }

    private IpSet reserved(CidrReservation.Type... types) {
        List<CidrReservation.Type> asked = List.of(types);
        return IpSet.of(subnet.cidrReservations().stream()
                .filter(each -> asked.contains(each.type()))
                .map(CidrReservation::cidr)
                .filter(block::contains)
                .toArray(Cidr[]::new));
    }

    private void checkSame(String what, IpSet found, IpSet expected) {
        if (!found.equals(expected)) {
            broken.accept("(f) of " + block + " of subnet " + subnet.id() + ", " + found.ranges() + " " + what
                    + ": expected " + expected.ranges());
        }
    }

    /** Counts one by one what is neither kept by EC2, nor held, nor reserved. */
    private void checkAvailable(List<Cidr> held) {
        int size = block.size().intValueExact();
        BitSet gone = new BitSet(size);
        gone.set(0, Math.min(KEPT_AT_THE_START, size));
        gone.set(size - 1);
        Stream<Cidr> reserved = subnet.cidrReservations().stream().map(CidrReservation::cidr);
        Stream.concat(held.stream(), reserved).filter(block::contains).forEach(cidr -> {
            int from = block.indexOf(cidr.first()).intValueExact();
            gone.set(from, from + cidr.size().intValueExact());
        });
        long counted = (long) size - gone.cardinality();
        long available = plan.availableIpAddressCount(subnet.id());
        if (available != counted) {
            broken.accept("(f) subnet " + subnet.id() + " has " + available
                    + " addresses available, counted one by one " + counted);
        }
    }
}
