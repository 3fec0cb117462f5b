package io.enikit.testkit;

import io.enikit.model.Eni;
import io.enikit.model.EniAddress;
import io.enikit.model.InterfaceType;
import io.enikit.model.NetworkPlan;
import io.enikit.model.PublicIpv4;
import io.enikit.net.Cidr;
import io.enikit.net.IpFamily;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;

/** What breaks the rules on delegated prefixes, on IPv6 addresses, and on public IPv4 addresses. */
final class PrefixBreakers {
    private PrefixBreakers() {}

    static void addTo(Map<String, Breaker> all) {
        addIpv4Prefixes(all);
        addIpv6Prefixes(all);
        addIpv6Addresses(all);
        all.put("eni.efa-only.addresses", site -> {
            Room room = new Room(site);
            Eni.Builder eni = room.eni().interfaceType(InterfaceType.EFA_ONLY);
            return site.with(
                    room.subnet(),
                    site.choice().percent(50)
                            ? eni.addIpv4Prefix(ipv4Prefix(site, room)).build()
                            : eni.build());
        });
        all.put(
                "eni.public-ip.released",
                site -> site.eni(eni -> eni.privateIpAddress().isPresent()
                                && site.plan().elasticIpsOf(eni.id()).stream()
                                        .anyMatch(elasticIp -> elasticIp
                                                .association()
                                                .orElseThrow()
                                                .privateIpAddress()
                                                .equals(eni.privateIpAddress().orElseThrow())))
                        .flatMap(eni -> site.with(eni.toBuilder()
                                .publicIpv4(PublicIpv4.of(Cidr.parse("198.51.100.0/24")
                                        .nth(site.choice().between(0, 255))))
                                .build())));
    }

    private static Optional<NetworkPlan> withPrefix(Site site, BiFunction<Site, Room, Cidr> prefix) {
        Room room = new Room(site);
        Cidr chosen = prefix.apply(site, room);
        return site.with(
                room.subnet(),
                chosen.family() == IpFamily.IPV4
                        ? room.eni().addIpv4Prefix(chosen).build()
                        : room.eni().addIpv6Prefix(chosen).build());
    }

    /** Chooses a prefix which holds nothing that EC2 keeps, and not the interface. */
    private static Cidr ipv4Prefix(Site site, Room room) {
        return room.cidrBlock().child(28, site.choice().between(7, 14));
    }

    private static Cidr ipv6Prefix(Site site, Room room) {
        return room.ipv6CidrBlock().child(80, site.choice().between(1, 65_534));
    }

    private static void addIpv4Prefixes(Map<String, Breaker> all) {
        all.put(
                "eni.ipv4.prefix-in-subnet",
                site -> withPrefix(
                        site,
                        (its, room) -> Cidr.parse("172.16.0.0/16")
                                .child(28, site.choice().between(0, 4095))));
        all.put(
                "eni.ipv4.prefix-length",
                site -> withPrefix(site, (its, room) -> {
                    int length = site.choice().of(27, 29, 30, 32);
                    return Cidr.containing(ipv4Prefix(its, room).first(), length);
                }));
        all.put(
                "eni.ipv4.prefix-reserved",
                site -> withPrefix(
                        site,
                        (its, room) -> room.cidrBlock().child(28, site.choice().of(0, 15))));
        all.put("eni.ipv4.prefix-in-use", site -> {
            Room room = new Room(site);
            Cidr prefix = ipv4Prefix(site, room);
            int host = prefix.first()
                    .toBigInteger()
                    .subtract(room.cidrBlock().first().toBigInteger())
                    .intValueExact();
            return site.with(
                    room.subnet(),
                    room.eni().addIpv4Prefix(prefix).build(),
                    room.eni("site/first", host + site.choice().between(0, 15)).build());
        });
    }

    private static void addIpv6Prefixes(Map<String, Breaker> all) {
        all.put(
                "eni.ipv6.prefix-in-subnet",
                site -> withPrefix(
                        site,
                        (its, room) -> Cidr.parse("2001:db8:9::/64")
                                .child(80, site.choice().between(0, 65_535))));
        all.put(
                "eni.ipv6.prefix-length",
                site -> withPrefix(
                        site,
                        (its, room) -> Cidr.containing(
                                ipv6Prefix(its, room).first(), site.choice().of(79, 81, 96, 128))));
        all.put(
                "eni.ipv6.prefix-reserved",
                site -> withPrefix(
                        site,
                        (its, room) ->
                                room.ipv6CidrBlock().child(80, site.choice().of(0, 65_535))));
        all.put("eni.ipv6.prefix-in-use", site -> {
            Room room = new Room(site);
            Cidr prefix = ipv6Prefix(site, room);
            return site.with(
                    room.subnet(),
                    room.eni().addIpv6Prefix(prefix).build(),
                    room.eni("site/first", 101)
                            .addIpv6Address(
                                    new EniAddress(prefix.nth(site.choice().between(0, 9_999)), false))
                            .build());
        });
    }

    private static void addIpv6Addresses(Map<String, Breaker> all) {
        all.put("eni.ipv6.duplicate", site -> twoIpv6(site, 0, false));
        all.put("eni.ipv6.primary", site -> twoIpv6(site, 1, true));
    }

    /** Returns the plan with an interface that has two IPv6 addresses, this far apart. */
    private static Optional<NetworkPlan> twoIpv6(Site site, int apart, boolean primary) {
        Room room = new Room(site);
        int host = site.choice().between(4, 9_999);
        return site.with(
                room.subnet(),
                room.eni()
                        .addIpv6Address(new EniAddress(room.ipv6CidrBlock().nth(host), primary))
                        .addIpv6Address(new EniAddress(room.ipv6CidrBlock().nth(host + apart), primary))
                        .build());
    }
}
