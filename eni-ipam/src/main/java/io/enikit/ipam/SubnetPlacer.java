package io.enikit.ipam;

import io.enikit.ipam.PlannedVpc.PlannedSubnet;
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

/** Gives blocks to VPCs and subnets, around those that are stated. */
final class SubnetPlacer {
    /** RFC 3849: nobody has these addresses, so they can stand for those that nobody knows yet. */
    private static final Cidr DOCUMENTATION = Cidr.parse("2001:db8::/32");

    private static final int VPC_IPV6_LENGTH = 56;
    private static final int SUBNET_IPV6_LENGTH = 64;

    private final NetworkPlan previous;
    private final List<String> refused;

    SubnetPlacer(NetworkPlan previous, List<String> refused) {
        this.previous = previous;
        this.refused = refused;
    }

    /** Returns a /56 for each VPC that asks for one and states none, by name. */
    Map<String, Cidr> ipv6Blocks(List<PlannedVpc> requests) {
        Map<String, Cidr> placed = new TreeMap<>();
        Map<String, Cidr> before = new TreeMap<>();
        Map<String, Integer> lengths = new TreeMap<>();
        Collection<Cidr> stated = new ArrayList<>();
        for (PlannedVpc request : requests) {
            stated.addAll(request.ipv6CidrBlocks());
            Optional<Cidr> kept = request.wantsIpv6Block() ? keptIpv6Block(request.name()) : Optional.empty();
            if (kept.isPresent() && !DOCUMENTATION.contains(kept.get())) {
                placed.put(request.name(), kept.get());
            } else if (request.wantsIpv6Block()) {
                lengths.put(request.name(), VPC_IPV6_LENGTH);
                kept.ifPresent(block -> before.put(request.name(), block));
            }
        }
        BlockPlan plan = BlockPlan.around(IpFamily.IPV6, List.of(DOCUMENTATION), stated, before, lengths);
        plan.refused().forEach((name, reason) -> refused.add("VPC \"" + name + "\", IPv6: " + reason));
        placed.putAll(plan.cidrs());
        return placed;
    }

    private Optional<Cidr> keptIpv6Block(String vpc) {
        return previous.vpc(VpcId.of(vpc)).stream()
                .flatMap(before -> before.ipv6CidrBlocks().stream())
                .filter(block -> block.prefixLength() == VPC_IPV6_LENGTH)
                .findFirst();
    }

    /** Returns the subnets of a VPC, in the order of the requests. */
    List<Subnet> subnets(PlannedVpc request, Vpc vpc) {
        Map<String, Cidr> ipv4 = blocks(IpFamily.IPV4, request.subnets(), vpc);
        Map<String, Cidr> ipv6 = blocks(IpFamily.IPV6, request.subnets(), vpc);
        List<Subnet> subnets = new ArrayList<>();
        for (PlannedSubnet subnet : request.subnets()) {
            subnets.add(Subnet.builder()
                    .id(subnet.name())
                    .vpcId(vpc.id())
                    .availabilityZone(subnet.availabilityZone())
                    .cidrBlock(subnet.cidrBlock().or(() -> Optional.ofNullable(ipv4.get(subnet.name()))))
                    .ipv6CidrBlock(subnet.ipv6CidrBlock().or(() -> Optional.ofNullable(ipv6.get(subnet.name()))))
                    .ipv6Native(subnet.ipv6Native())
                    .assignIpv6AddressOnCreation(subnet.ipv6Native())
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
                lengths.put(subnet.name(), family == IpFamily.IPV4 ? subnet.prefixLength() : SUBNET_IPV6_LENGTH);
                keptBlock(subnet, vpc, family).ifPresent(block -> before.put(subnet.name(), block));
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

    /** Subnets have an IPv4 block unless they are IPv6-native, and an IPv6 block if their VPC has one. */
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
}
