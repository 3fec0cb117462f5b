package io.enikit.testkit;

import io.enikit.model.CidrReservation;
import io.enikit.model.NetworkPlan;
import io.enikit.model.SecurityGroup;
import io.enikit.model.Subnet;
import io.enikit.model.SubnetId;
import io.enikit.model.Vpc;
import io.enikit.net.Cidr;
import io.enikit.net.IpAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Makes VPCs with subnets and groups: blocks side by side or the same, in private space and in that of 100.64.0.0/10. */
final class NetworkMaker {
    private final Choice choice;
    private final List<String> zones;

    /** Whether all VPCs have the same IPv4 blocks, which is legal: then they have the same addresses, too. */
    private final boolean overlapping;

    private final List<Network> vpcs = new ArrayList<>();
    private Optional<Network> bare = Optional.empty();
    private int subnets;

    NetworkMaker(Choice choice, int zones, boolean overlapping) {
        this.choice = choice;
        this.overlapping = overlapping;
        this.zones = List.of("eu-west-1a", "eu-west-1b", "eu-west-1c", "eu-west-1d", "eu-west-1e", "eu-west-1f")
                .subList(0, zones);
    }

    /** A VPC and what is in it, interfaces left out. */
    record Network(Vpc vpc, List<AddressSource> sources, List<SecurityGroup> groups) {
        void addTo(NetworkPlan.Builder plan) {
            plan.add(vpc);
            sources.forEach(source -> plan.add(source.subnet()));
            groups.forEach(plan::add);
        }

        List<AddressSource> sourcesIn(String zone) {
            return sources.stream()
                    .filter(source -> source.subnet().availabilityZone().equals(zone))
                    .toList();
        }
    }

    /** The VPCs that something can be put into. */
    List<Network> vpcs() {
        return vpcs;
    }

    void addTo(NetworkPlan.Builder plan) {
        vpcs.forEach(each -> each.addTo(plan));
        bare.ifPresent(each -> each.addTo(plan));
    }

    boolean isReachable(SubnetId subnet) {
        return vpcs.stream()
                .filter(network -> network.vpc().internetGatewayAttached())
                .flatMap(network -> network.sources().stream())
                .anyMatch(source -> source.subnet().id().equals(subnet));
    }

    void addVpc(int index) {
        int block = overlapping ? 0 : index;
        Vpc.Builder vpc = Vpc.builder()
                .id("main" + (index == 0 ? "" : index + 1))
                .addCidrBlock(Cidr.of(IpAddress.of(10 << 24 | block << 16), choice.percent(80) ? 16 : 18))
                .internetGatewayAttached(choice.percent(60));
        if (choice.percent(20)) {
            vpc.addCidrBlock(Cidr.of(IpAddress.of(100 << 24 | (64 + block) << 16), 16));
        }
        if (choice.percent(40)) {
            vpc.addIpv6CidrBlock(Cidr.of(IpAddress.of(0x20010db800000000L | (long) index << 8, 0), 56));
        }
        Vpc made = vpc.build();
        vpcs.add(new Network(made, sources(made), groups(made)));
    }

    /** Adds a VPC with nothing in it but its default group. */
    void addBare() {
        Vpc vpc = Vpc.builder().id("bare").addCidrBlock("10.255.0.0/16").build();
        SecurityGroup group = SecurityGroup.builder()
                .id("bare/default")
                .vpcId(vpc.id())
                .groupName(SecurityGroup.DEFAULT_NAME)
                .build();
        bare = Optional.of(new Network(vpc, List.of(), List.of(group)));
    }

    private List<AddressSource> sources(Vpc vpc) {
        Cursor cursor = new Cursor(vpc);
        List<AddressSource> sources = new ArrayList<>();
        for (String zone : zones) {
            int count = choice.between(1, 3);
            for (int i = 0; i < count; i++) {
                sources.add(new AddressSource(subnet(vpc, zone, cursor)));
            }
            if (!vpc.ipv6CidrBlocks().isEmpty() && choice.percent(15)) {
                sources.add(new AddressSource(ipv6Native(vpc, zone, cursor)));
            }
        }
        return sources;
    }

    private Subnet.Builder subnet(Vpc vpc, String zone) {
        return Subnet.builder().id("net" + ++subnets).vpcId(vpc.id()).availabilityZone(zone);
    }

    private Subnet subnet(Vpc vpc, String zone, Cursor cursor) {
        Cidr block = cursor.ipv4(choice, choice.of(28, 28, 27, 26, 24, 24, 24, 22, 20));
        Subnet.Builder subnet = subnet(vpc, zone).cidrBlock(block);
        Optional<Cidr> ipv6 =
                vpc.ipv6CidrBlocks().isEmpty() || choice.percent(40) ? Optional.empty() : Optional.of(cursor.ipv6());
        subnet.ipv6CidrBlock(ipv6).assignIpv6AddressOnCreation(ipv6.isPresent() && choice.percent(20));
        if (block.prefixLength() <= 26 && choice.percent(15)) {
            subnet.addCidrReservation(new CidrReservation(
                    block.child(28, choice.between(1, 2)), choice.of(CidrReservation.Type.values())));
        }
        ipv6.filter(each -> choice.percent(15))
                .map(each -> new CidrReservation(
                        each.child(80, choice.between(1, 9)), choice.of(CidrReservation.Type.values())))
                .ifPresent(subnet::addCidrReservation);
        return subnet.mapPublicIpOnLaunch(choice.percent(10)).build();
    }

    private Subnet ipv6Native(Vpc vpc, String zone, Cursor cursor) {
        return subnet(vpc, zone)
                .ipv6CidrBlock(cursor.ipv6())
                .ipv6Native(true)
                .assignIpv6AddressOnCreation(true)
                .build();
    }

    private List<SecurityGroup> groups(Vpc vpc) {
        List<SecurityGroup> groups = new ArrayList<>();
        int count = choice.between(1, 4);
        for (int i = 1; i <= count; i++) {
            SecurityGroup group = SecurityGroup.builder()
                    .id(vpc.id() + "/group" + i)
                    .vpcId(vpc.id())
                    .groupName(i == 1 && choice.percent(50) ? SecurityGroup.DEFAULT_NAME : "group" + i)
                    .build();
            groups.add(group.isDefault() || vpcs.isEmpty() || choice.percent(70) ? group : associated(group));
        }
        return groups;
    }

    /** Lets a group serve one of the VPCs that were made before. */
    private SecurityGroup associated(SecurityGroup group) {
        Vpc other = choice.of(vpcs).vpc();
        return other.defaultVpc()
                ? group
                : group.toBuilder().addAssociatedVpcId(other.id()).build();
    }

    /** Where the next block of a VPC begins. */
    private static final class Cursor {
        private static final int SMALL = 26;

        private final Vpc vpc;
        private final long[] next;
        private int ipv6;

        Cursor(Vpc vpc) {
            this.vpc = vpc;
            this.next = new long[vpc.cidrBlocks().size()];
        }

        /** Large blocks are given out of the first half of the block, so that there is room for small ones. */
        Cidr ipv4(Choice choice, int prefixLength) {
            int in = choice.between(0, next.length - 1);
            Cidr around = vpc.cidrBlocks().get(in);
            boolean late = next[in] >= 1L << (31 - around.prefixLength() - 1);
            int length = late ? Math.max(prefixLength, SMALL) : prefixLength;
            long size = 1L << (32 - length);
            long start = (next[in] + size - 1) / size * size + (choice.percent(80) ? 0 : size);
            next[in] = start + size;
            return Cidr.of(around.first().plus(start), length);
        }

        Cidr ipv6() {
            return vpc.ipv6CidrBlocks().get(0).child(64, ipv6++);
        }
    }
}
