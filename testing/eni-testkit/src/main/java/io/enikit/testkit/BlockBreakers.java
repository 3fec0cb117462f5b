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
                site -> site.with((Quotas used) -> used.withIpv4CidrBlocksPerVpc(used.ipv4CidrBlocksPerVpc() - 1)));
        all.put(
                "quota.ipv6-cidr-blocks",
                site -> site.with((Quotas used) -> used.withIpv6CidrBlocksPerVpc(used.ipv6CidrBlocksPerVpc() - 1)));
        all.put(
                "quota.address-usage",
                site -> site.with((Quotas used) ->
                        used.withAddressUsagePerVpc(site.choice().between(1, 4))));
    }

    private static Optional<NetworkPlan> withVpc(Site site, Cidr... blocks) {
        Vpc.Builder vpc = Vpc.builder().id("odd");
        for (Cidr block : blocks) {
            vpc.addCidrBlock(block);
        }
        return site.with(vpc.build());
    }

    /** Chooses a block inside another one, as small as a VPC may have it. */
    private static Cidr within(Site site, String block) {
        Cidr outer = Cidr.parse(block);
        int length = site.choice().between(Math.max(16, outer.prefixLength()), 28);
        return outer.child(length, site.choice().between(0, (1 << (length - outer.prefixLength())) - 1));
    }

    private static void addVpcs(Map<String, Breaker> all) {
        all.put("vpc.cidr.docker", site -> withVpc(site, within(site, "172.17.0.0/16")));
        all.put("vpc.cidr.link-local", site -> withVpc(site, within(site, "169.254.0.0/16")));
        all.put(
                "vpc.cidr.overlap",
                site -> withVpc(
                        site, Cidr.parse("10.0.0.0/16"), Cidr.parse("100.64.0.0/16"), within(site, "100.64.0.0/16")));
        all.put(
                "vpc.cidr.restricted",
                site -> withVpc(
                        site,
                        Cidr.parse("10.0.0.0/16"),
                        within(site, site.choice().of("192.168.0.0/16", "172.16.0.0/16", "198.19.0.0/16"))));
        all.put(
                "vpc.default.one",
                site -> site.with(
                        Vpc.builder()
                                .id("odd")
                                .addCidrBlock("172.31.0.0/16")
                                .defaultVpc(true)
                                .build(),
                        Vpc.builder()
                                .id("odd2")
                                .addCidrBlock(within(site, "10.77.0.0/16"))
                                .defaultVpc(true)
                                .build()));
        all.put(
                "vpc.ipv6-cidr.size",
                site -> site.with(Vpc.builder()
                        .id("odd")
                        .addCidrBlock("10.0.0.0/16")
                        .addIpv6CidrBlock(Cidr.parse("2001:db8:4000::/40")
                                .child(site.choice().of(45, 50, 54, 57, 63, 64), 1))
                        .build()));
    }

    private static void addIpv6(Map<String, Breaker> all) {
        all.put(
                "subnet.ipv6-cidr.in-vpc",
                site -> withIpv6(
                        site,
                        Cidr.parse("2001:db8:9::/48").child(64, site.choice().between(0, 65_535))));
        all.put("subnet.ipv6-cidr.size", site -> {
            int length = site.choice().of(59, 61, 62, 63, 65, 72, 80);
            return withIpv6(site, Cidr.parse("2001:db8:0:ff80::/57").child(length, 1));
        });
        all.put(
                "subnet.ipv6-cidr.overlap",
                site -> site.choice()
                        .any(site.plan().subnets().stream()
                                .filter(subnet -> subnet.vpcId().toString().equals("site"))
                                .filter(subnet -> subnet.ipv6CidrBlock().isPresent())
                                .toList())
                        .flatMap(other -> withIpv6(site, other.ipv6CidrBlock().orElseThrow())));
    }

    private static Optional<NetworkPlan> withIpv6(Site site, Cidr block) {
        return site.with(Room.bare()
                .cidrBlock(new Room(site).cidrBlock())
                .ipv6CidrBlock(block)
                .build());
    }

    private static void addNative(Map<String, Breaker> all) {
        all.put(
                "subnet.auto-ipv6",
                site -> site.with(Room.bare()
                        .cidrBlock(new Room(site).cidrBlock())
                        .assignIpv6AddressOnCreation(true)
                        .build()));
        all.put(
                "subnet.cidr.required",
                site -> site.with(
                        site.choice().percent(50)
                                ? Room.bare().build()
                                : Room.bare()
                                        .ipv6CidrBlock(new Room(site).ipv6CidrBlock())
                                        .build()));
        all.put(
                "subnet.ipv6-native.block",
                site -> site.with(Room.bare().ipv6Native(true).build()));
        all.put("subnet.ipv6-native.no-ipv4", site -> {
            Room room = new Room(site);
            return site.with(Room.bare()
                    .cidrBlock(room.cidrBlock())
                    .ipv6CidrBlock(room.ipv6CidrBlock())
                    .ipv6Native(true)
                    .assignIpv6AddressOnCreation(true)
                    .build());
        });
    }

    private static void addReservations(Map<String, Breaker> all) {
        all.put("subnet.reservation.within", site -> {
            Subnet subnet = new Room(site).subnet();
            Cidr elsewhere = site.choice().percent(50) ? within(site, "172.16.0.0/16") : Cidr.parse("2001:db8:9::/80");
            return site.with(reserving(site, subnet, elsewhere));
        });
        all.put("subnet.reservation.overlap", site -> {
            Subnet subnet = new Room(site).subnet();
            Cidr one = subnet.cidrBlock().orElseThrow().child(site.choice().between(25, 27), 1);
            return site.with(
                    reserving(site, subnet, one, one.child(28, site.choice().of(0, 1))));
        });
    }

    private static Subnet reserving(Site site, Subnet subnet, Cidr... blocks) {
        Subnet.Builder builder = subnet.toBuilder();
        for (Cidr block : blocks) {
            builder.addCidrReservation(new CidrReservation(block, site.choice().of(CidrReservation.Type.values())));
        }
        return builder.build();
    }
}
