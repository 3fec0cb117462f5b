package io.enikit.testkit;

import io.enikit.model.CidrReservation;
import io.enikit.model.NetworkPlan;
import io.enikit.model.Quotas;
import io.enikit.model.Subnet;
import io.enikit.model.Vpc;
import io.enikit.net.Cidr;
import java.util.Map;
import java.util.Optional;

/** What breaks the rules on the blocks of VPCs and subnets, and on what is kept in them. */
final class BlockBreakers {
    private BlockBreakers() {}

    static void addTo(Map<String, Breaker> all) {
        addVpcs(all);
        addIpv6(all);
        addNative(all);
        addReservations(all);
        all.put(
                "quota.ipv4-cidr-blocks",
                network ->
                        network.with((Quotas used) -> used.withIpv4CidrBlocksPerVpc(used.ipv4CidrBlocksPerVpc() - 1)));
        all.put(
                "quota.ipv6-cidr-blocks",
                network ->
                        network.with((Quotas used) -> used.withIpv6CidrBlocksPerVpc(used.ipv6CidrBlocksPerVpc() - 1)));
        all.put(
                "quota.address-usage",
                network -> network.with((Quotas used) ->
                        used.withAddressUsagePerVpc(network.choice().between(1, 4))));
    }

    private static Optional<NetworkPlan> withVpc(SampleNetwork network, Cidr... blocks) {
        Vpc.Builder vpc = Vpc.builder().id("odd");
        for (Cidr block : blocks) {
            vpc.addCidrBlock(block);
        }
        return network.with(vpc.build());
    }

    /** Chooses a block inside another one, as small as a VPC may have it. */
    private static Cidr within(SampleNetwork network, String block) {
        Cidr outer = Cidr.parse(block);
        int length = network.choice().between(Math.max(16, outer.prefixLength()), 28);
        return outer.child(length, network.choice().between(0, (1 << (length - outer.prefixLength())) - 1));
    }

    private static void addVpcs(Map<String, Breaker> all) {
        all.put("vpc.cidr.docker", network -> withVpc(network, within(network, "172.17.0.0/16")));
        all.put("vpc.cidr.link-local", network -> withVpc(network, within(network, "169.254.0.0/16")));
        all.put(
                "vpc.cidr.overlap",
                network -> withVpc(
                        network,
                        Cidr.parse("10.0.0.0/16"),
                        Cidr.parse("100.64.0.0/16"),
                        within(network, "100.64.0.0/16")));
        all.put(
                "vpc.cidr.restricted",
                network -> withVpc(
                        network,
                        Cidr.parse("10.0.0.0/16"),
                        within(network, network.choice().of("192.168.0.0/16", "172.16.0.0/16", "198.19.0.0/16"))));
        all.put(
                "vpc.default.one",
                network -> network.with(
                        Vpc.builder()
                                .id("odd")
                                .addCidrBlock("172.31.0.0/16")
                                .region("eu-west-1")
                                .defaultVpc(true)
                                .build(),
                        Vpc.builder()
                                .id("odd2")
                                .addCidrBlock(within(network, "10.77.0.0/16"))
                                .region("eu-west-1")
                                .defaultVpc(true)
                                .build()));
        all.put(
                "vpc.ipv6-cidr.size",
                network -> network.with(Vpc.builder()
                        .id("odd")
                        .addCidrBlock("10.0.0.0/16")
                        .addIpv6CidrBlock(Cidr.parse("2001:db8:4000::/40")
                                .child(network.choice().of(45, 50, 54, 57, 63, 64), 1))
                        .build()));
    }

    private static void addIpv6(Map<String, Breaker> all) {
        all.put(
                "subnet.ipv6-cidr.in-vpc",
                network -> withIpv6(
                        network,
                        Cidr.parse("2001:db8:9::/48").child(64, network.choice().between(0, 65_535))));
        all.put("subnet.ipv6-cidr.size", network -> {
            int length = network.choice().of(59, 61, 62, 63, 65, 72, 80);
            return withIpv6(network, Cidr.parse("2001:db8:0:ff80::/57").child(length, 1));
        });
        all.put(
                "subnet.ipv6-cidr.overlap",
                network -> network.choice()
                        .any(network.plan().subnets().stream()
                                .filter(subnet -> subnet.vpcId().toString().equals("site"))
                                .filter(subnet -> subnet.ipv6CidrBlock().isPresent())
                                .toList())
                        .flatMap(
                                other -> withIpv6(network, other.ipv6CidrBlock().orElseThrow())));
    }

    private static Optional<NetworkPlan> withIpv6(SampleNetwork network, Cidr block) {
        return network.with(FreshSubnet.bare()
                .cidrBlock(new FreshSubnet(network).cidrBlock())
                .ipv6CidrBlock(block)
                .build());
    }

    private static void addNative(Map<String, Breaker> all) {
        all.put(
                "subnet.auto-ipv6",
                network -> network.with(FreshSubnet.bare()
                        .cidrBlock(new FreshSubnet(network).cidrBlock())
                        .assignIpv6AddressOnCreation(true)
                        .build()));
        all.put(
                "subnet.cidr.required",
                network -> network.with(
                        network.choice().percent(50)
                                ? FreshSubnet.bare().build()
                                : FreshSubnet.bare()
                                        .ipv6CidrBlock(new FreshSubnet(network).ipv6CidrBlock())
                                        .build()));
        all.put(
                "subnet.ipv6-native.block",
                network -> network.with(FreshSubnet.bare().ipv6Native(true).build()));
        all.put("subnet.ipv6-native.no-ipv4", network -> {
            FreshSubnet fresh = new FreshSubnet(network);
            return network.with(FreshSubnet.bare()
                    .cidrBlock(fresh.cidrBlock())
                    .ipv6CidrBlock(fresh.ipv6CidrBlock())
                    .ipv6Native(true)
                    .assignIpv6AddressOnCreation(true)
                    .build());
        });
    }

    private static void addReservations(Map<String, Breaker> all) {
        all.put("subnet.reservation.within", network -> {
            Subnet subnet = new FreshSubnet(network).subnet();
            Cidr elsewhere =
                    network.choice().percent(50) ? within(network, "172.16.0.0/16") : Cidr.parse("2001:db8:9::/80");
            return network.with(reserving(network, subnet, elsewhere));
        });
        all.put("subnet.reservation.overlap", network -> {
            Subnet subnet = new FreshSubnet(network).subnet();
            Cidr one = subnet.cidrBlock().orElseThrow().child(network.choice().between(25, 27), 1);
            return network.with(reserving(
                    network, subnet, one, one.child(28, network.choice().of(0, 1))));
        });
    }

    private static Subnet reserving(SampleNetwork network, Subnet subnet, Cidr... blocks) {
        Subnet.Builder builder = subnet.toBuilder();
        for (Cidr block : blocks) {
            builder.addCidrReservation(
                    new CidrReservation(block, network.choice().of(CidrReservation.Type.values())));
        }
        return builder.build();
    }
}
