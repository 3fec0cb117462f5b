package io.enikit.ipam;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.enikit.limits.LimitRules;
import io.enikit.model.ElasticIp;
import io.enikit.model.Eni;
import io.enikit.model.NetworkPlan;
import io.enikit.model.Subnet;
import io.enikit.net.IpAddress;
import io.enikit.rules.Ec2Rules;
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
                                        "subnet \"a\" needs a free /28 of VPC \"main\", where 0 addresses are free and the largest free"
                                                + " block is none",
                                        "interface \"many\" needs an address of subnet \"a\", which has no IPv4 block",
                                        "interface \"lost\" needs an address of subnet \"nowhere\", which does not exist"));
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
}
