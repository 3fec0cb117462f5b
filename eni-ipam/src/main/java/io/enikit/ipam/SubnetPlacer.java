package io.enikit.ipam;

import io.enikit.ipam.PlannedVpc.PlannedSubnet;
import io.enikit.model.CidrReservation;
import io.enikit.model.NetworkPlan;
import io.enikit.model.Subnet;
import io.enikit.model.SubnetId;
import io.enikit.model.Vpc;
import io.enikit.model.VpcId;
import io.enikit.net.Cidr;
import io.enikit.net.IpFamily;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Assigns blocks to planned VPCs and subnets, around the given ones. */
final class SubnetPlacer {
    /** Placeholder for blocks that EC2 will choose: nobody has these addresses (RFC 3849). */
    private static final Cidr DOCUMENTATION = Cidr.parse("2001:db8::/32");

    private static final int VPC_IPV6_LENGTH = 56;
    private static final int SUBNET_IPV6_LENGTH = 64;

    private final NetworkPlan previous;
    private final List<String> refused;

    SubnetPlacer(NetworkPlan previous, List<String> refused) {
        this.previous = previous;
        this.refused = refused;
    }

    /** Returns the blocks of each VPC that asks for IPv6 without giving a block, by name: its earlier ones, or a /56. */
    Map<String, List<Cidr>> ipv6Blocks(List<PlannedVpc> requests) {
        Map<String, List<Cidr>> placed = new TreeMap<>();
        Map<String, Integer> lengths = new TreeMap<>();
        Collection<Cidr> taken = new ArrayList<>();
        requests.forEach(request -> taken.addAll(request.ipv6CidrBlocks()));
        for (String name : namesWithoutIpv6Block(requests)) {
            List<Cidr> before =
                    previous.vpc(VpcId.of(name)).map(Vpc::ipv6CidrBlocks).orElse(List.of());
            if (before.isEmpty() || before.stream().anyMatch(block -> isPlaceholderNeededBy(taken, block))) {
                lengths.put(name, VPC_IPV6_LENGTH);
            } else {
                placed.put(name, before);
                taken.addAll(before);
            }
        }
        BlockPlan plan = BlockPlan.around(IpFamily.IPV6, List.of(DOCUMENTATION), taken, Map.of(), lengths);
        plan.refused().forEach((name, reason) -> refused.add("VPC \"" + name + "\", IPv6: " + reason));
        plan.cidrs().forEach((name, block) -> placed.put(name, List.of(block)));
        return placed;
    }

    private static Set<String> namesWithoutIpv6Block(List<PlannedVpc> requests) {
        return requests.stream()
                .filter(PlannedVpc::wantsIpv6Block)
                .map(PlannedVpc::name)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Returns true if a block is a placeholder that overlaps a block in use. */
    private static boolean isPlaceholderNeededBy(Collection<Cidr> taken, Cidr block) {
        return DOCUMENTATION.contains(block) && taken.stream().anyMatch(block::overlaps);
    }

    /** Returns the subnets of a VPC, in the order of the requests. */
    List<Subnet> subnets(PlannedVpc request, Vpc vpc) {
        Map<String, Cidr> ipv4 = blocks(IpFamily.IPV4, request.subnets(), vpc);
        Map<String, Cidr> ipv6 = blocks(IpFamily.IPV6, request.subnets(), vpc);
        List<Subnet> subnets = new ArrayList<>();
        for (PlannedSubnet subnet : request.subnets()) {
            Subnet placed = Subnet.builder()
                    .id(subnet.name())
                    .vpcId(vpc.id())
                    .availabilityZone(subnet.availabilityZone())
                    .cidrBlock(subnet.cidrBlock().or(() -> Optional.ofNullable(ipv4.get(subnet.name()))))
                    .ipv6CidrBlock(subnet.ipv6CidrBlock().or(() -> Optional.ofNullable(ipv6.get(subnet.name()))))
                    .ipv6Native(subnet.ipv6Native())
                    .assignIpv6AddressOnCreation(subnet.ipv6Native())
                    .build();
            subnets.add(placed.toBuilder()
                    .cidrReservations(keptReservations(placed))
                    .build());
        }
        return subnets;
    }

    private Map<String, Cidr> blocks(IpFamily family, List<PlannedSubnet> subnets, Vpc vpc) {
        Map<String, Cidr> before = new TreeMap<>();
        Map<String, Integer> lengths = new TreeMap<>();
        List<Cidr> stated = new ArrayList<>();
        for (PlannedSubnet subnet : subnets) {
            subnet.cidrBlock(family).ifPresent(stated::add);
            if (wantsBlock(subnet, vpc, family)) {
                Optional<Cidr> kept = keptBlock(subnet, vpc, family);
                kept.ifPresent(block -> before.put(subnet.name(), block));
                lengths.put(
                        subnet.name(),
                        family == IpFamily.IPV4
                                ? subnet.prefixLength()
                                : kept.map(Cidr::prefixLength).orElse(SUBNET_IPV6_LENGTH));
            }
        }
        List<Cidr> blocks = family == IpFamily.IPV4 ? vpc.cidrBlocks() : vpc.ipv6CidrBlocks();
        BlockPlan plan = BlockPlan.around(family, blocks, stated, before, lengths);
        Set<String> names = new TreeSet<>(plan.refused().keySet());
        for (PlannedSubnet subnet : subnets) {
            if (names.remove(subnet.name())) {
                refused.add("subnet \"" + subnet.name() + "\" of VPC \"" + vpc.id() + "\": "
                        + plan.refused().get(subnet.name()));
            }
        }
        return plan.cidrs();
    }

    /** Returns the blocks: IPv4 unless the subnet is IPv6-native, and IPv6 if its VPC has it. */
    private static boolean wantsBlock(PlannedSubnet subnet, Vpc vpc, IpFamily family) {
        return subnet.cidrBlock(family).isEmpty()
                && (family == IpFamily.IPV4
                        ? !subnet.ipv6Native()
                        : subnet.ipv6Native() || !vpc.ipv6CidrBlocks().isEmpty());
    }

    private Optional<Cidr> keptBlock(PlannedSubnet subnet, Vpc vpc, IpFamily family) {
        return previous.subnet(SubnetId.of(subnet.name()))
                .filter(before -> before.vpcId().equals(vpc.id()))
                .flatMap(before -> before.cidrBlock(family));
    }

    /** Returns the earlier CIDR reservations of a subnet that lie in its present blocks. */
    private List<CidrReservation> keptReservations(Subnet subnet) {
        return previous
                .subnet(subnet.id())
                .filter(before -> before.vpcId().equals(subnet.vpcId()))
                .map(Subnet::cidrReservations)
                .orElse(List.of())
                .stream()
                .filter(reservation -> subnet.cidrBlock(reservation.cidr().family())
                        .filter(block -> block.contains(reservation.cidr()))
                        .isPresent())
                .toList();
    }
}
