package io.enikit.testkit;

import io.enikit.model.ElasticIp;
import io.enikit.model.Eni;
import io.enikit.model.EniAddress;
import io.enikit.model.NetworkPlan;
import io.enikit.net.Cidr;
import io.enikit.net.IpAddress;
import io.enikit.net.IpFamily;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What breaks the rules on addresses and Elastic IPs. */
final class AddressBreakers {
    private AddressBreakers() {}

    static void addTo(Map<String, Breaker> all) {
        all.put("eni.ipv4.in-subnet", site -> withIpv4(site, address(site, "172.16.0.0/16")));
        all.put(
                "eni.ipv4.reserved",
                site -> site.eni(AddressBreakers::isBareIpv4)
                        .flatMap(eni -> site.with(withPrimary(eni, reserved(site, eni, IpFamily.IPV4)))));
        all.put(
                "eni.ipv4.in-use",
                site -> site.eni(AddressBreakers::isBareIpv4)
                        .flatMap(eni -> site.choice()
                                .any(site.plan().enisIn(eni.subnetId()))
                                .filter(other -> !other.id().equals(eni.id()))
                                .flatMap(other -> site.with(withPrimary(
                                        eni, other.privateIpAddress().orElseThrow())))));
        all.put(
                "eni.ipv4.duplicate",
                site -> site.eni(AddressBreakers::isBareIpv4)
                        .flatMap(eni -> site.with(eni.toBuilder()
                                .addPrivateIpAddress(
                                        new EniAddress(eni.privateIpAddress().orElseThrow(), false))
                                .build())));
        all.put(
                "eni.ipv4.primary",
                site -> site.eni(AddressBreakers::isBareIpv4)
                        .flatMap(eni -> site.with(eni.toBuilder()
                                .privateIpAddresses(List.of(
                                        new EniAddress(eni.privateIpAddress().orElseThrow(), false)))
                                .build())));
        addIpv6(all);
        addElasticIps(all);
    }

    /** Interfaces with one private IPv4 and no Elastic IP that could be left hanging. */
    private static boolean isBareIpv4(Eni eni) {
        return eni.privateIpAddress().isPresent()
                && eni.privateIpAddresses().size() == 1
                && eni.attachment().isEmpty();
    }

    private static Eni withPrimary(Eni eni, IpAddress address) {
        return eni.toBuilder()
                .privateIpAddresses(List.of(new EniAddress(address, true)))
                .build();
    }

    private static Optional<NetworkPlan> withIpv4(Site site, IpAddress address) {
        return site.eni(AddressBreakers::isBareIpv4).flatMap(eni -> site.with(withPrimary(eni, address)));
    }

    private static IpAddress address(Site site, String block) {
        return Cidr.parse(block).nth(site.choice().between(0, 65_535));
    }

    private static IpAddress reserved(Site site, Eni eni, IpFamily family) {
        Cidr block = site.subnetOf(eni).cidrBlock(family).orElseThrow();
        int which = site.choice().between(0, 4);
        return which == 4 ? block.last() : block.nth(which);
    }

    private static boolean hasIpv6(Eni eni) {
        return !eni.ipv6Addresses().isEmpty();
    }

    private static Eni withIpv6(Eni eni, IpAddress address) {
        return eni.toBuilder()
                .ipv6Addresses(List.of(new EniAddress(address, false)))
                .build();
    }

    private static void addIpv6(Map<String, Breaker> all) {
        all.put(
                "eni.ipv6.in-subnet",
                site -> site.eni(eni -> eni.ipv6Addresses().size() <= 1)
                        .flatMap(eni -> site.with(withIpv6(eni, address(site, "2001:db8:9::/64")))));
        all.put(
                "eni.ipv6.reserved",
                site -> site.eni(AddressBreakers::hasIpv6)
                        .flatMap(eni -> site.with(withIpv6(eni, reserved(site, eni, IpFamily.IPV6)))));
        all.put(
                "eni.ipv6.in-use",
                site -> site.eni(AddressBreakers::hasIpv6)
                        .flatMap(other -> site.eni(eni -> eni.subnetId().equals(other.subnetId())
                                        && !eni.id().equals(other.id()))
                                .flatMap(eni -> site.with(withIpv6(
                                        eni, other.ipv6Addresses().get(0).address())))));
    }

    private static void addElasticIps(Map<String, Breaker> all) {
        all.put(
                "eip.interface.exists",
                site -> site.with(ElasticIp.builder()
                        .id("new")
                        .association("gone", address(site, "10.0.0.0/16").toString())
                        .build()));
        all.put(
                "eip.address.on-interface",
                site -> site.with(
                        elasticIp(site.plan().eni("site/spare").orElseThrow(), address(site, "172.16.0.0/16"))));
        all.put(
                "eip.address.one-to-one",
                site -> site.choice()
                        .any(site.plan().elasticIps())
                        .flatMap(ElasticIp::association)
                        .flatMap(association -> site.with(ElasticIp.builder()
                                .id("new")
                                .association(association)
                                .build())));
        all.put(
                "eip.internet-gateway",
                site -> site.eni(eni -> eni.privateIpAddress().isPresent())
                        .flatMap(eni -> site.with(
                                site.plan().vpcOf(eni).orElseThrow().toBuilder()
                                        .internetGatewayAttached(false)
                                        .build(),
                                elasticIp(eni, eni.privateIpAddress().orElseThrow()))));
    }

    private static ElasticIp elasticIp(Eni eni, IpAddress address) {
        return ElasticIp.builder()
                .id("new")
                .association(eni.id().toString(), address.toString())
                .build();
    }
}
