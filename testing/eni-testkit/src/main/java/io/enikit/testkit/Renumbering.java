package io.enikit.testkit;

import io.enikit.model.CidrReservation;
import io.enikit.model.ElasticIp;
import io.enikit.model.ElasticIpAssociation;
import io.enikit.model.Eni;
import io.enikit.model.EniAddress;
import io.enikit.model.NetworkPlan;
import io.enikit.model.Subnet;
import io.enikit.model.Vpc;
import io.enikit.net.Cidr;
import io.enikit.net.FreeSpace;
import io.enikit.net.IpAddress;
import io.enikit.net.IpFamily;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToIntFunction;
import java.util.stream.Stream;

/** Gives the blocks and addresses of a plan the plainest numbers: 10.0.0.0/16, 10.0.0.0/24, 10.0.0.4, 2001:db8::4. */
final class Renumbering {
    private static final int FIRST_HOST = 4;
    private static final int PLAIN_LENGTH = 24;
    private static final long PLAIN_IPV6 = 0x20010db800000000L;

    private final IpFamily family;
    private final NetworkPlan plan;
    private final NetworkPlan.Builder renumbered;
    private final Map<ElasticIpAssociation, ElasticIpAssociation> moved = new HashMap<>();

    private Renumbering(NetworkPlan plan, IpFamily family) {
        this.family = family;
        this.plan = plan;
        this.renumbered = plan.toBuilder();
    }

    static NetworkPlan ofAll(NetworkPlan plan) {
        return ofAll(plan, block -> block.family() == IpFamily.IPV4 ? PLAIN_LENGTH : block.prefixLength());
    }

    /** Moves blocks to the front as well, and leaves them as large as they are. */
    static NetworkPlan packed(NetworkPlan plan) {
        return ofAll(plan, Cidr::prefixLength);
    }

    private static NetworkPlan ofAll(NetworkPlan plan, ToIntFunction<Cidr> prefixLength) {
        NetworkPlan done = plan;
        for (IpFamily family : IpFamily.values()) {
            Renumbering all = new Renumbering(done, family);
            int index = 0;
            for (Vpc vpc : done.vpcs()) {
                all.move(vpc, index++, prefixLength);
            }
            done = all.done();
        }
        return done;
    }

    static NetworkPlan ofInterfaces(NetworkPlan plan, Subnet subnet) {
        NetworkPlan done = plan;
        for (IpFamily family : IpFamily.values()) {
            Renumbering one = new Renumbering(done, family);
            subnet.cidrBlock(family).ifPresent(block -> one.moveInterfaces(subnet, block));
            done = one.done();
        }
        return done;
    }

    private NetworkPlan done() {
        for (ElasticIp elasticIp : plan.elasticIps()) {
            elasticIp
                    .association()
                    .map(moved::get)
                    .ifPresent(association -> renumbered.put(
                            elasticIp.toBuilder().association(association).build()));
        }
        return renumbered.build();
    }

    private void move(Vpc vpc, int index, ToIntFunction<Cidr> prefixLength) {
        if (family == IpFamily.IPV6 && vpc.ipv6CidrBlocks().isEmpty()) {
            return;
        }
        Cidr block = plainBlock(index);
        Vpc.Builder plain = vpc.toBuilder();
        renumbered.put(
                (family == IpFamily.IPV4 ? plain.cidrBlocks(List.of(block)) : plain.ipv6CidrBlocks(List.of(block)))
                        .build());
        FreeSpace free = FreeSpace.of(block);
        for (Subnet subnet : plan.subnetsOf(vpc.id())) {
            Optional<Cidr> from = subnet.cidrBlock(family);
            Optional<Cidr> to = from.map(prefixLength::applyAsInt)
                    .filter(length -> length >= block.prefixLength())
                    .flatMap(free::lowest);
            if (to.isPresent()) {
                free = free.take(to.get());
                move(subnet, from.get(), to.get());
            }
        }
    }

    private Cidr plainBlock(int index) {
        return family == IpFamily.IPV4
                ? Cidr.of(IpAddress.of(10 << 24 | index << 16), 16)
                : Cidr.of(IpAddress.of(PLAIN_IPV6 | (long) index << 8, 0), 56);
    }

    /** Where there are prefixes or reservations it matters where things are: these keep their places in the block. */
    private void move(Subnet subnet, Cidr from, Cidr to) {
        boolean fixed = reservationsOf(subnet).findAny().isPresent()
                || plan.enisIn(subnet.id()).stream()
                        .anyMatch(eni -> !eni.prefixes(family).isEmpty());
        if (fixed && !fits(subnet, from, to)) {
            return;
        }
        Subnet.Builder changed = subnet.toBuilder()
                .cidrReservations(subnet.cidrReservations().stream()
                        .map(each -> new CidrReservation(shifted(each.cidr(), from, to), each.type()))
                        .toList());
        renumbered.put((family == IpFamily.IPV4 ? changed.cidrBlock(to) : changed.ipv6CidrBlock(to)).build());
        if (fixed) {
            plan.enisIn(subnet.id()).forEach(eni -> shift(eni, from, to));
        } else {
            moveInterfaces(subnet, to);
        }
    }

    private Stream<Cidr> reservationsOf(Subnet subnet) {
        return subnet.cidrReservations().stream().map(CidrReservation::cidr).filter(cidr -> cidr.family() == family);
    }

    private boolean fits(Subnet subnet, Cidr from, Cidr to) {
        Stream<Cidr> held = plan.enisIn(subnet.id()).stream()
                .flatMap(eni -> Stream.concat(
                        eni.prefixes(family).stream(),
                        eni.addresses(family).stream().map(each -> Cidr.from(each.address()))));
        return Stream.concat(reservationsOf(subnet), held)
                .filter(from::contains)
                .allMatch(part -> from.indexOf(part.last()).compareTo(to.size()) < 0);
    }

    private static Cidr shifted(Cidr part, Cidr from, Cidr to) {
        return from.contains(part) ? Cidr.of(to.nth(from.indexOf(part.first())), part.prefixLength()) : part;
    }

    private void shift(Eni eni, Cidr from, Cidr to) {
        List<Cidr> prefixes = eni.prefixes(family).stream()
                .map(prefix -> shifted(prefix, from, to))
                .toList();
        List<EniAddress> addresses = new ArrayList<>();
        for (EniAddress each : eni.addresses(family)) {
            IpAddress address = shifted(Cidr.from(each.address()), from, to).first();
            addresses.add(new EniAddress(address, each.primary()));
            moved.put(new ElasticIpAssociation(eni.id(), each.address()), new ElasticIpAssociation(eni.id(), address));
        }
        put(eni, addresses, prefixes);
    }

    private void put(Eni eni, List<EniAddress> addresses, List<Cidr> prefixes) {
        Eni.Builder changed = eni.toBuilder();
        renumbered.put((family == IpFamily.IPV4
                        ? changed.privateIpAddresses(addresses).ipv4Prefixes(prefixes)
                        : changed.ipv6Addresses(addresses).ipv6Prefixes(prefixes))
                .build());
    }

    /** Primary addresses become the first hosts, the rest follows; prefixes are left to those who have none. */
    private void moveInterfaces(Subnet subnet, Cidr block) {
        boolean hasPrefixes = plan.enisIn(subnet.id()).stream()
                .anyMatch(eni -> !eni.prefixes(family).isEmpty());
        long count = plan.enisIn(subnet.id()).stream()
                .mapToLong(eni -> eni.addresses(family).size())
                .sum();
        if (hasPrefixes || block.size().compareTo(BigInteger.valueOf(count + FIRST_HOST)) <= 0) {
            return;
        }
        int next = FIRST_HOST;
        for (Eni eni : plan.enisIn(subnet.id())) {
            List<EniAddress> addresses = new ArrayList<>();
            for (EniAddress each : eni.addresses(family)) {
                IpAddress to = block.nth(next++);
                addresses.add(new EniAddress(to, each.primary()));
                moved.put(new ElasticIpAssociation(eni.id(), each.address()), new ElasticIpAssociation(eni.id(), to));
            }
            put(eni, addresses, List.of());
        }
    }
}
