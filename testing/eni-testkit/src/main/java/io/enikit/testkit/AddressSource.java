package io.enikit.testkit;

import io.enikit.model.CidrReservation;
import io.enikit.model.Subnet;
import io.enikit.net.Cidr;
import io.enikit.net.IpAddress;
import io.enikit.net.IpFamily;
import java.util.BitSet;
import java.util.Optional;

/** Gives out the addresses of a subnet; of a large one only the first 1,024. */
final class AddressSource {
    private static final int BITS = 10;
    private static final int PREFIX = 16;

    private final Subnet subnet;
    private final BitSet taken = new BitSet();
    private final BitSet forPrefixes = new BitSet();
    private final int size;
    private int ipv6 = 4;
    private int ipv6Prefixes;

    AddressSource(Subnet subnet) {
        this.subnet = subnet;
        this.size = subnet.cidrBlock()
                .map(block -> 1 << Math.min(BITS, 32 - block.prefixLength()))
                .orElse(0);
        if (size > 0) {
            taken.set(0, 4);
            taken.set(size - 1);
        }
        subnet.cidrReservations().stream()
                .filter(reservation -> reservation.cidr().family() == IpFamily.IPV4)
                .forEach(this::keep);
    }

    /** A reservation for prefixes gives no single addresses; an explicit one gives nothing. */
    private void keep(CidrReservation reservation) {
        int start = block().indexOf(reservation.cidr().first()).intValueExact();
        int end = start + reservation.cidr().size().intValueExact();
        (reservation.type() == CidrReservation.Type.PREFIX ? forPrefixes : taken).set(start, end);
    }

    Subnet subnet() {
        return subnet;
    }

    private Cidr block() {
        return subnet.cidrBlock().orElseThrow();
    }

    /** Takes the lowest free address, or now and then the lowest one above a random place. */
    Optional<IpAddress> takeAddress(Choice choice) {
        return takeFrom(size > 0 && choice.percent(20) ? choice.between(0, size - 1) : 0);
    }

    Optional<IpAddress> takeLowest() {
        return takeFrom(0);
    }

    private Optional<IpAddress> takeFrom(int from) {
        for (int i = taken.nextClearBit(from); i < size; i = taken.nextClearBit(i + 1)) {
            if (!forPrefixes.get(i)) {
                taken.set(i);
                return Optional.of(block().first().plus(i));
            }
        }
        return Optional.empty();
    }

    /** Takes a free /28 without any of the addresses that EC2 keeps. */
    Optional<Cidr> takePrefix() {
        for (int i = PREFIX; i + PREFIX < size; i += PREFIX) {
            int next = taken.nextSetBit(i);
            if (next < 0 || next >= i + PREFIX) {
                taken.set(i, i + PREFIX);
                return Optional.of(Cidr.of(block().first().plus(i), 28));
            }
        }
        return Optional.empty();
    }

    IpAddress takeIpv6(Choice choice) {
        ipv6 += choice.percent(80) ? 1 : choice.between(2, 5000);
        return subnet.ipv6CidrBlock().orElseThrow().first().plus(ipv6 - 1L);
    }

    /** Takes an /80; the lowest one is where single addresses come from. */
    Cidr takeIpv6Prefix() {
        return subnet.ipv6CidrBlock().orElseThrow().child(80, ++ipv6Prefixes);
    }
}
