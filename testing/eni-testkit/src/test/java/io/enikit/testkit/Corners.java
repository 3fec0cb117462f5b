package io.enikit.testkit;

import io.enikit.model.CidrReservation;
import io.enikit.model.ConnectionTracking;
import io.enikit.model.Eni;
import io.enikit.model.InterfaceType;
import io.enikit.model.NetworkPlan;
import io.enikit.model.Resource;
import io.enikit.model.Subnet;
import io.enikit.model.Vpc;
import io.enikit.net.Cidr;
import io.enikit.net.FreeSpace;
import io.enikit.net.IpFamily;
import java.util.List;
import java.util.Map;
import java.util.function.BiPredicate;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/** Corners that plans are to reach into, by name. */
final class Corners {
    static final Map<String, Predicate<NetworkPlan>> ALL = Map.ofEntries(
            Map.entry("full subnet", Corners::hasFullSubnet),
            Map.entry("several cards", anyEni(Corners::isOnFurtherCard)),
            Map.entry("IPv4 prefix", anyEni(eni -> !eni.ipv4Prefixes().isEmpty())),
            Map.entry("IPv6 prefix", anyEni(eni -> !eni.ipv6Prefixes().isEmpty())),
            Map.entry("primary IPv6", anyEni(eni -> eni.primaryIpv6Address().isPresent())),
            Map.entry("IPv6-native", Corners::usesIpv6Native),
            Map.entry("secondary block", anyVpc(vpc -> vpc.cidrBlocks().size() > 1)),
            Map.entry("bare VPC", Corners::hasBareVpc),
            Map.entry("VPCs with one block", Corners::hasOverlappingVpcs),
            Map.entry("reservation for prefixes", anySubnet(reserves(CidrReservation.Type.PREFIX))),
            Map.entry("explicit reservation", anySubnet(reserves(CidrReservation.Type.EXPLICIT))),
            Map.entry("trunk", anyEni(eni -> eni.interfaceType().equals(InterfaceType.TRUNK))),
            Map.entry("branch", anyEni(eni -> eni.trunkAssociation().isPresent())),
            Map.entry("public IPv4", anyEni(eni -> eni.publicIpv4().isPresent())),
            Map.entry("two accounts", plan -> plan.accounts().size() > 1),
            Map.entry("two Regions", plan -> plan.regions().size() > 1),
            Map.entry(
                    "quota that is met",
                    anyVpcOf((plan, vpc) ->
                            plan.subnetsOf(vpc.id()).size() == plan.quotas().subnetsPerVpc())),
            Map.entry(
                    "connection tracking",
                    anyEni(eni -> !eni.connectionTracking().equals(ConnectionTracking.defaults()))),
            Map.entry("tags", plan -> plan.resources().map(Resource::tags).anyMatch(tags -> !tags.isEmpty())),
            Map.entry(
                    "Elastic IP in use",
                    plan -> plan.elasticIps().stream()
                            .anyMatch(elasticIp -> elasticIp.association().isPresent())));

    private Corners() {}

    private static Predicate<NetworkPlan> anyEni(Predicate<Eni> is) {
        return plan -> plan.enis().stream().anyMatch(is);
    }

    private static Predicate<NetworkPlan> anyVpc(Predicate<Vpc> is) {
        return plan -> plan.vpcs().stream().anyMatch(is);
    }

    private static Predicate<NetworkPlan> anyVpcOf(BiPredicate<NetworkPlan, Vpc> is) {
        return plan -> plan.vpcs().stream().anyMatch(vpc -> is.test(plan, vpc));
    }

    private static Predicate<NetworkPlan> anySubnet(Predicate<Subnet> is) {
        return plan -> plan.subnets().stream().anyMatch(is);
    }

    private static Predicate<Subnet> reserves(CidrReservation.Type type) {
        return subnet -> subnet.cidrReservations().stream().anyMatch(each -> each.type() == type);
    }

    private static boolean hasFullSubnet(NetworkPlan plan) {
        return anySubnet(subnet -> plan.freeSpace(subnet.id(), IpFamily.IPV4)
                        .filter(FreeSpace::isEmpty)
                        .isPresent())
                .test(plan);
    }

    private static boolean isOnFurtherCard(Eni eni) {
        return eni.attachment().filter(place -> place.networkCardIndex() > 0).isPresent();
    }

    private static boolean hasBareVpc(NetworkPlan plan) {
        return anyVpc(vpc -> plan.subnetsOf(vpc.id()).isEmpty()).test(plan);
    }

    static boolean hasOverlappingVpcs(NetworkPlan plan) {
        List<Cidr> blocks =
                plan.vpcs().stream().flatMap(vpc -> vpc.cidrBlocks().stream()).toList();
        return IntStream.range(1, blocks.size())
                .anyMatch(i -> blocks.subList(0, i).stream().anyMatch(blocks.get(i)::overlaps));
    }

    private static boolean usesIpv6Native(NetworkPlan plan) {
        return anyEni(eni ->
                        plan.subnet(eni.subnetId()).filter(Subnet::ipv6Native).isPresent())
                .test(plan);
    }
}
