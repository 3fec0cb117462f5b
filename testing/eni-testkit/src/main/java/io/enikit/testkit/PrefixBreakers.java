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
        all.put("eni.efa-only.addresses", network -> {
            FreshSubnet fresh = new FreshSubnet(network);
            Eni.Builder eni = fresh.eni().interfaceType(InterfaceType.EFA_ONLY);
            return network.with(
                    fresh.subnet(),
                    network.choice().percent(50)
                            ? eni.addIpv4Prefix(ipv4Prefix(network, fresh)).build()
                            : eni.build());
        });
        all.put(
                "eni.public-ip.released",
                network -> network.eni(eni -> eni.privateIpAddress().isPresent()
                                && network.plan().elasticIpsOf(eni.id()).stream()
                                        .anyMatch(elasticIp -> elasticIp
                                                .association()
                                                .orElseThrow()
                                                .privateIpAddress()
                                                .equals(eni.privateIpAddress())))
                        .flatMap(eni -> network.with(eni.toBuilder()
                                .publicIpv4(PublicIpv4.of(Cidr.parse("198.51.100.0/24")
                                        .nth(network.choice().between(0, 255))))
                                .build())));
    }

    private static Optional<NetworkPlan> withPrefix(
            SampleNetwork network, BiFunction<SampleNetwork, FreshSubnet, Cidr> prefix) {
        FreshSubnet fresh = new FreshSubnet(network);
        Cidr chosen = prefix.apply(network, fresh);
        return network.with(
                fresh.subnet(),
                chosen.family() == IpFamily.IPV4
                        ? fresh.eni().addIpv4Prefix(chosen).build()
                        : fresh.eni().addIpv6Prefix(chosen).build());
    }

    /** Chooses a prefix which holds nothing that EC2 keeps, and not the interface. */
    private static Cidr ipv4Prefix(SampleNetwork network, FreshSubnet fresh) {
        return fresh.cidrBlock().child(28, network.choice().between(7, 14));
    }

    private static Cidr ipv6Prefix(SampleNetwork network, FreshSubnet fresh) {
        return fresh.ipv6CidrBlock().child(80, network.choice().between(1, 65_534));
    }

    private static void addIpv4Prefixes(Map<String, Breaker> all) {
        all.put(
                "eni.ipv4.prefix-in-subnet",
                network -> withPrefix(
                        network,
                        (its, fresh) -> Cidr.parse("172.16.0.0/16")
                                .child(28, network.choice().between(0, 4095))));
        all.put(
                "eni.ipv4.prefix-length",
                network -> withPrefix(network, (its, fresh) -> {
                    int length = network.choice().of(27, 29, 30, 32);
                    return Cidr.containing(ipv4Prefix(its, fresh).first(), length);
                }));
        all.put(
                "eni.ipv4.prefix-reserved",
                network -> withPrefix(
                        network,
                        (its, fresh) ->
                                fresh.cidrBlock().child(28, network.choice().of(0, 15))));
        all.put("eni.ipv4.prefix-in-use", network -> {
            FreshSubnet fresh = new FreshSubnet(network);
            Cidr prefix = ipv4Prefix(network, fresh);
            int host = prefix.first()
                    .toBigInteger()
                    .subtract(fresh.cidrBlock().first().toBigInteger())
                    .intValueExact();
            return network.with(
                    fresh.subnet(),
                    fresh.eni().addIpv4Prefix(prefix).build(),
                    fresh.eni("site/first", host + network.choice().between(0, 15))
                            .build());
        });
    }

    private static void addIpv6Prefixes(Map<String, Breaker> all) {
        all.put(
                "eni.ipv6.prefix-in-subnet",
                network -> withPrefix(
                        network,
                        (its, fresh) -> Cidr.parse("2001:db8:9::/64")
                                .child(80, network.choice().between(0, 65_535))));
        all.put(
                "eni.ipv6.prefix-length",
                network -> withPrefix(
                        network,
                        (its, fresh) -> Cidr.containing(
                                ipv6Prefix(its, fresh).first(), network.choice().of(79, 81, 96, 128))));
        all.put(
                "eni.ipv6.prefix-reserved",
                network -> withPrefix(
                        network,
                        (its, fresh) ->
                                fresh.ipv6CidrBlock().child(80, network.choice().of(0, 65_535))));
        all.put("eni.ipv6.prefix-in-use", network -> {
            FreshSubnet fresh = new FreshSubnet(network);
            Cidr prefix = ipv6Prefix(network, fresh);
            return network.with(
                    fresh.subnet(),
                    fresh.eni().addIpv6Prefix(prefix).build(),
                    fresh.eni("site/first", 101)
                            .addIpv6Address(
                                    new EniAddress(prefix.nth(network.choice().between(0, 9_999)), false))
                            .build());
        });
    }

    private static void addIpv6Addresses(Map<String, Breaker> all) {
        all.put("eni.ipv6.duplicate", network -> twoIpv6(network, 0, false));
        all.put("eni.ipv6.primary", network -> twoIpv6(network, 1, true));
    }

    /** Returns the plan with an interface that has two IPv6 addresses, this far apart. */
    private static Optional<NetworkPlan> twoIpv6(SampleNetwork network, int apart, boolean primary) {
        FreshSubnet fresh = new FreshSubnet(network);
        int host = network.choice().between(4, 9_999);
        return network.with(
                fresh.subnet(),
                fresh.eni()
                        .addIpv6Address(new EniAddress(fresh.ipv6CidrBlock().nth(host), primary))
                        .addIpv6Address(new EniAddress(fresh.ipv6CidrBlock().nth(host + apart), primary))
                        .build());
    }
}
