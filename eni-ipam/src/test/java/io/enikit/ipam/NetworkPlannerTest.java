package io.enikit.ipam;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.enikit.limits.LimitRules;
import io.enikit.model.CidrReservation;
import io.enikit.model.ElasticIp;
import io.enikit.model.Eni;
import io.enikit.model.NetworkPlan;
import io.enikit.model.Subnet;
import io.enikit.net.Cidr;
import io.enikit.net.IpAddress;
import io.enikit.rules.Ec2Rules;
import java.util.List;
import org.junit.jupiter.api.Test;

class NetworkPlannerTest {
    private static NetworkPlanner requests(NetworkPlanner planner, String... zones) {
        return planner.vpc(
                        "main",
                        "10.0.0.0/16",
                        vpc -> vpc.availabilityZones(zones)
                                .subnetPerZone("small", 26)
                                .subnetPerZone("large", 20)
                                .securityGroup("web")
                                .internetGateway())
                .instance(
                        "app",
                        "m5.large",
                        i -> i.primaryEni(
                                        "small/z2",
                                        eni -> eni.secondaryPrivateIpAddressCount(2)
                                                .elasticIp("ip"))
                                .secondaryEni("large/z2"));
    }

    @Test
    void plan_nothingStated_breaksNoRuleAndSkipsTheReservedAddresses() {
        NetworkPlan plan = requests(NetworkPlanner.create(), "z2").plan();
        assertThat(Ec2Rules.standard().and(LimitRules.bundled()).check(plan).violations())
                .isEmpty();
        Subnet small = plan.subnet("small/z2").orElseThrow();
        assertThat(plan.subnet("large/z2").orElseThrow().cidrBlock())
                .map(Object::toString)
                .contains("10.0.0.0/20");
        assertThat(small.cidrBlock()).map(Object::toString).contains("10.0.16.0/26");
        assertThat(plan.eni("app/eth0").orElseThrow().privateIpAddresses())
                .hasToString("[10.0.16.4*, 10.0.16.5, 10.0.16.6]");
    }

    @Test
    void from_zoneAndInstanceAdded_movesNothing() {
        NetworkPlan made = requests(NetworkPlanner.create(), "z2").plan();
        NetworkPlan first = made.toBuilder()
                .put(made.eni("app/eth0").orElseThrow().toBuilder()
                        .macAddress("02:00:00:00:00:01")
                        .build())
                .put(made.elasticIps().iterator().next().toBuilder()
                        .publicIp("203.0.113.9")
                        .build())
                .build();
        NetworkPlan next = requests(
                        NetworkPlanner.from(first).instance("a-first", "m5.large", i -> i.primaryEni("small/z2")),
                        "z1",
                        "z2")
                .plan();
        first.subnets().forEach(subnet -> assertThat(next.find(subnet.id())).contains(subnet));
        first.enis().forEach(eni -> assertThat(next.find(eni.id())).contains(eni));
        assertThat(next.elasticIps())
                .extracting(ElasticIp::publicIp)
                .containsExactly(first.elasticIps().iterator().next().publicIp());
        assertThat(next.subnets()).hasSize(4);
        assertThat(next.eni("a-first/eth0").orElseThrow().privateIpAddress()).contains(IpAddress.parse("10.0.16.7"));
        assertThat(Ec2Rules.standard().and(LimitRules.bundled()).check(next).violations())
                .isEmpty();
    }

    @Test
    void from_otherStated_givesWayToWhatIsStated() {
        NetworkPlan first = requests(NetworkPlanner.create(), "z2").plan();
        NetworkPlan next = requests(
                        NetworkPlanner.from(first).eni("extra", "small/z2", eni -> eni.privateIpAddress("10.0.16.5")),
                        "z2")
                .plan();
        assertThat(next.eni("extra").orElseThrow().privateIpAddress()).contains(IpAddress.parse("10.0.16.5"));
        assertThat(next.eni("app/eth0").orElseThrow().privateIpAddresses())
                .hasToString("[10.0.16.4*, 10.0.16.6, 10.0.16.7]");
    }

    @Test
    void plan_requestsWithoutAPlace_areAllNamedWithNumbers() {
        NetworkPlanner planner = NetworkPlanner.create()
                .vpc("main", "10.0.0.0/27", vpc -> vpc.subnet("a", "z", 28).subnet("b", "z", 27))
                .eni("many", "a", eni -> eni.secondaryPrivateIpAddressCount(11))
                .eni("lost", "nowhere", eni -> {});
        assertThat(planner.tryPlan())
                .isInstanceOfSatisfying(
                        PlanningResult.Refused.class,
                        refused -> assertThat(refused.reasons())
                                .containsExactly(
                                        "subnet \"a\" of VPC \"main\": needs a /28; nothing is free; releasing 10.0.0.0/27 #1 b would make"
                                                + " room",
                                        "interface \"many\" needs 12 IPv4 addresses of subnet \"a\", which has no IPv4 block",
                                        "interface \"lost\" needs 1 IPv4 address of subnet \"nowhere\", which does not exist"));
        assertThatThrownBy(planner::plan)
                .isInstanceOf(PlanningRefusedException.class)
                .hasMessageContaining("\"lost\"")
                .hasMessageContaining("\"many\"");
    }

    @Test
    void plan_statedAndWrong_isPutInAsItIs() {
        NetworkPlan plan = NetworkPlanner.create()
                .vpc(
                        "main",
                        "10.0.0.0/24",
                        vpc -> vpc.subnet("a", "z", "10.0.0.0/25").subnet("b", "z", "10.0.0.0/25"))
                .eni("e", "a", eni -> eni.privateIpAddress("192.0.2.1"))
                .plan();
        assertThat(plan.eni("e").map(Eni::privateIpAddress).orElseThrow()).contains(IpAddress.parse("192.0.2.1"));
        assertThat(Ec2Rules.standard().check(plan).hasErrors()).isTrue();
    }

    private static NetworkPlanner dualStack(NetworkPlanner planner, String... zones) {
        return planner.vpc(
                        "main",
                        "10.0.0.0/16",
                        vpc -> vpc.availabilityZones(zones)
                                .internetGateway()
                                .ipv6()
                                .subnetPerZone("web", 24)
                                .ipv6NativeSubnetPerZone("six"))
                .instances(
                        "node",
                        2,
                        "m5.large",
                        i -> i.primaryEni(
                                        "web/z2",
                                        eni -> eni.ipv6AddressCount(1)
                                                .ipv4PrefixCount(2)
                                                .ipv6PrefixCount(1)
                                                .elasticIp(i.name() + "-ip"))
                                .secondaryEni("six/z2"))
                .elasticIp("spare");
    }

    @Test
    void plan_withIpv6_givesA56AndA64PerSubnetAndNoIpv4WhereItIsNative() {
        NetworkPlan plan = dualStack(NetworkPlanner.create(), "z2").plan();
        assertThat(Ec2Rules.standard().check(plan).hasErrors()).isFalse();
        assertThat(plan.vpcs().iterator().next().ipv6CidrBlocks()).hasToString("[2001:db8::/56]");
        Subnet web = plan.subnet("web/z2").orElseThrow();
        Subnet six = plan.subnet("six/z2").orElseThrow();
        assertThat(web.ipv6CidrBlock()).hasToString("Optional[2001:db8:0:1::/64]");
        assertThat(six.ipv6CidrBlock()).hasToString("Optional[2001:db8::/64]");
        assertThat(six.cidrBlock()).isEmpty();
        assertThat(six.ipv6Native()).isTrue();
        Eni eth0 = plan.eni("node-2/eth0").orElseThrow();
        assertThat(eth0.privateIpAddresses()).hasToString("[10.0.0.5*]");
        assertThat(eth0.ipv4Prefixes()).hasToString("[10.0.0.48/28, 10.0.0.64/28]");
        assertThat(eth0.ipv6Addresses()).hasToString("[2001:db8:0:1::5]");
        assertThat(eth0.ipv6Prefixes()).hasToString("[2001:db8:0:1:2::/80]");
        Eni eth1 = plan.eni("node-2/eth1").orElseThrow();
        assertThat(eth1.privateIpAddresses()).isEmpty();
        assertThat(eth1.ipv6Addresses()).hasToString("[2001:db8::5]");
        assertThat(plan.elasticIps())
                .extracting(it -> it.id().toString())
                .containsExactly("node-1-ip", "node-2-ip", "spare");
    }

    @Test
    void from_realIpv6Block_keepsItAndWhatIsInIt() {
        NetworkPlan first = NetworkPlanner.create()
                .vpc(
                        "main",
                        "10.0.0.0/16",
                        vpc -> vpc.ipv6CidrBlock("2600:1f18:1:ab00::/56")
                                .subnet("web", "z", "10.0.0.0/24", "2600:1f18:1:ab07::/64")
                                .ipv6NativeSubnet("six", "z", "2600:1f18:1:ab05::/64"))
                .plan();
        NetworkPlan next = NetworkPlanner.from(first)
                .vpc(
                        "main",
                        "10.0.0.0/16",
                        vpc -> vpc.ipv6()
                                .subnet("added", "z", 20)
                                .subnet("web", "z", 24)
                                .ipv6NativeSubnet("six", "z"))
                .vpc("other", "10.1.0.0/16", vpc -> vpc.ipv6())
                .plan();
        assertThat(next.find(first.vpcs().iterator().next().id()))
                .contains(first.vpcs().iterator().next());
        first.subnets().forEach(subnet -> assertThat(next.find(subnet.id())).contains(subnet));
        assertThat(next.subnet("added").orElseThrow().ipv6CidrBlock()).hasToString("Optional[2600:1f18:1:ab00::/64]");
        assertThat(next.vpc("other").orElseThrow().ipv6CidrBlocks()).hasToString("[2001:db8::/56]");
    }

    @Test
    void from_ipv6BlocksOfOtherLengths_keepsThemAll() {
        NetworkPlan first = NetworkPlanner.create()
                .vpc(
                        "main",
                        "10.0.0.0/16",
                        vpc -> vpc.ipv6CidrBlock("2600:1f18:1::/48")
                                .ipv6CidrBlock("2600:1f18:2:a0::/60")
                                .ipv6NativeSubnet("wide", "z", "2600:1f18:1:100::/56")
                                .ipv6NativeSubnet("second", "z", "2600:1f18:2:a7::/64"))
                .plan();
        NetworkPlan next = NetworkPlanner.from(first)
                .vpc(
                        "main",
                        "10.0.0.0/16",
                        vpc -> vpc.ipv6().ipv6NativeSubnet("wide", "z").ipv6NativeSubnet("second", "z"))
                .plan();
        assertThat(next).isEqualTo(first);
    }

    @Test
    void from_placeholderThatAnotherVpcStates_givesWayToIt() {
        NetworkPlan first = NetworkPlanner.create()
                .vpc("main", "10.0.0.0/16", vpc -> vpc.ipv6())
                .plan();
        NetworkPlan next = NetworkPlanner.from(first)
                .vpc("main", "10.0.0.0/16", vpc -> vpc.ipv6())
                .vpc("other", "10.1.0.0/16", vpc -> vpc.ipv6CidrBlock("2001:db8::/56"))
                .plan();
        assertThat(next.vpc("main").orElseThrow().ipv6CidrBlocks()).hasToString("[2001:db8:0:100::/56]");
    }

    @Test
    void from_cidrReservations_keepsThemAndPicksWhereEc2Does() {
        NetworkPlan made = requests(NetworkPlanner.create(), "z2").plan();
        Subnet small = made.subnet("small/z2").orElseThrow();
        NetworkPlan first = made.toBuilder()
                .put(small.toBuilder()
                        .addCidrReservation(
                                new CidrReservation(Cidr.parse("10.0.16.0/28"), CidrReservation.Type.EXPLICIT))
                        .addCidrReservation(
                                new CidrReservation(Cidr.parse("10.0.16.32/28"), CidrReservation.Type.PREFIX))
                        .build())
                .build();
        NetworkPlan next = requests(
                        NetworkPlanner.from(first).eni("more", "small/z2", eni -> eni.ipv4PrefixCount(1)), "z2")
                .plan();
        assertThat(next.subnet("small/z2")).isEqualTo(first.subnet("small/z2"));
        assertThat(next.eni("app/eth0")).isEqualTo(first.eni("app/eth0"));
        Eni more = next.eni("more").orElseThrow();
        assertThat(more.privateIpAddresses()).hasToString("[10.0.16.16*]");
        assertThat(more.ipv4Prefixes()).hasToString("[10.0.16.32/28]");
        NetworkPlan moved = NetworkPlanner.from(first)
                .vpc("main", "10.0.0.0/16", vpc -> vpc.subnet("small/z2", "z2", "10.0.200.0/26"))
                .plan();
        assertThat(moved.subnet("small/z2").orElseThrow().cidrReservations()).isEqualTo(List.of());
    }

    @Test
    void plan_ipv6RequestsWithoutAPlace_areRefused() {
        NetworkPlanner planner = NetworkPlanner.create()
                .vpc(
                        "main",
                        "10.0.0.0/16",
                        vpc -> vpc.ipv6NativeSubnet("six", "z").subnet("four", "z", 28))
                .eni("a", "four", eni -> eni.ipv4PrefixCount(1))
                .eni("b", "four", eni -> eni.ipv6AddressCount(2));
        assertThat(((PlanningResult.Refused) planner.tryPlan()).reasons())
                .containsExactly(
                        "subnet \"six\" of VPC \"main\": needs a /64; nothing is free",
                        "interface \"a\" needs 1 /28 prefix of subnet \"four\", where 0 are free",
                        "interface \"b\" needs 2 IPv6 addresses of subnet \"four\", which has no IPv6 block");
    }

    @Test
    void plan_blocksThatOverlap_areNotJudgedHere() {
        NetworkPlan plan = NetworkPlanner.create()
                .vpc(
                        "main",
                        "10.0.0.0/16",
                        vpc -> vpc.cidrBlock("10.0.1.0/24")
                                .subnet("stated", "z", "192.0.2.0/24")
                                .subnet("picked", "z", 24))
                .eni("twice", "picked", eni -> {})
                .eni("twice", "picked", eni -> eni.secondaryPrivateIpAddressCount(1))
                .plan();
        assertThat(plan.subnet("picked").orElseThrow().cidrBlock()).hasToString("Optional[10.0.0.0/24]");
        assertThat(plan.duplicates()).hasSize(1);
        assertThat(plan.eni("twice").orElseThrow().privateIpAddresses()).hasToString("[10.0.0.4*]");
        assertThat(Ec2Rules.standard().check(plan).hasErrors()).isTrue();
    }
}
