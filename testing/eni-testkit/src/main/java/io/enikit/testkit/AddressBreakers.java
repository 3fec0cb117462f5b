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
        all.put("eni.ipv4.in-subnet", network -> withIpv4(network, address(network, "172.16.0.0/16")));
        all.put(
                "eni.ipv4.reserved",
                network -> network.eni(AddressBreakers::isBareIpv4)
                        .flatMap(eni -> network.with(withPrimary(eni, reserved(network, eni, IpFamily.IPV4)))));
        all.put(
                "eni.ipv4.in-use",
                network -> network.eni(AddressBreakers::isBareIpv4)
                        .flatMap(eni -> network.choice()
                                .any(network.plan().enisIn(eni.subnetId()))
                                .filter(other -> !other.id().equals(eni.id()))
                                .flatMap(other -> network.with(withPrimary(
                                        eni, other.privateIpAddress().orElseThrow())))));
        all.put(
                "eni.ipv4.duplicate",
                network -> network.eni(AddressBreakers::isBareIpv4)
                        .flatMap(eni -> network.with(eni.toBuilder()
                                .addPrivateIpAddress(
                                        new EniAddress(eni.privateIpAddress().orElseThrow(), false))
                                .build())));
        all.put(
                "eni.ipv4.primary",
                network -> network.eni(AddressBreakers::isBareIpv4)
                        .flatMap(eni -> network.with(eni.toBuilder()
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

    private static Optional<NetworkPlan> withIpv4(SampleNetwork network, IpAddress address) {
        return network.eni(AddressBreakers::isBareIpv4).flatMap(eni -> network.with(withPrimary(eni, address)));
    }

    private static IpAddress address(SampleNetwork network, String block) {
        return Cidr.parse(block).nth(network.choice().between(0, 65_535));
    }

    private static IpAddress reserved(SampleNetwork network, Eni eni, IpFamily family) {
        Cidr block = network.subnetOf(eni).cidrBlock(family).orElseThrow();
        int which = network.choice().between(0, 4);
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
                network -> network.eni(eni -> eni.ipv6Addresses().size() <= 1)
                        .flatMap(eni -> network.with(withIpv6(eni, address(network, "2001:db8:9::/64")))));
        all.put(
                "eni.ipv6.reserved",
                network -> network.eni(AddressBreakers::hasIpv6)
                        .flatMap(eni -> network.with(withIpv6(eni, reserved(network, eni, IpFamily.IPV6)))));
        all.put(
                "eni.ipv6.in-use",
                network -> network.eni(AddressBreakers::hasIpv6)
                        .flatMap(other -> network.eni(eni -> eni.subnetId().equals(other.subnetId())
                                        && !eni.id().equals(other.id()))
                                .flatMap(eni -> network.with(withIpv6(
                                        eni, other.ipv6Addresses().get(0).address())))));
    }

    private static void addElasticIps(Map<String, Breaker> all) {
        all.put(
                "eip.interface.exists",
                network -> network.with(ElasticIp.builder()
                        .id("new")
                        .association("gone", address(network, "10.0.0.0/16").toString())
                        .build()));
        all.put(
                "eip.address.on-interface",
                network -> network.with(
                        elasticIp(network.plan().eni("site/spare").orElseThrow(), address(network, "172.16.0.0/16"))));
        all.put(
                "eip.address.one-to-one",
                network -> network.choice()
                        .any(network.plan().elasticIps())
                        .flatMap(ElasticIp::association)
                        .flatMap(association -> network.with(ElasticIp.builder()
                                .id("new")
                                .association(association)
                                .build())));
        all.put(
                "eip.internet-gateway",
                network -> network.eni(eni -> eni.privateIpAddress().isPresent())
                        .flatMap(eni -> network.with(
                                network.plan().vpcOf(eni).orElseThrow().toBuilder()
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
