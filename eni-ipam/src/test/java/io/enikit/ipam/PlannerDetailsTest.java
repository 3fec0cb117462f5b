package io.enikit.ipam;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.enikit.model.NetworkPlan;
import io.enikit.model.PlanText;
import io.enikit.model.Quotas;
import org.junit.jupiter.api.Test;

/** What is stated of a planned resource is in the plan as it was stated. */
class PlannerDetailsTest {
    private static NetworkPlanner vpc(NetworkPlanner planner) {
        return planner.vpc(
                "main",
                "10.0.0.0/16",
                vpc -> vpc.cidrBlock("10.1.0.0/16")
                        .ipv6CidrBlock("2001:db8::/56")
                        .availabilityZones("z1")
                        .subnet("a", "z1", "10.0.0.0/24", "2001:db8::/64")
                        .ipv6NativeSubnet("native", "z1", "2001:db8:0:1::/64")
                        .ipv6NativeSubnetPerZone("perzone")
                        .ipv6NativeSubnet("free", "z1")
                        .subnet("b", "z1", 24)
                        .securityGroup("web")
                        .securityGroup("db"));
    }

    @Test
    void plan_everyDetailOfAnInterfaceStated_isAsStated() {
        NetworkPlan plan = vpc(NetworkPlanner.create())
                .quotas(Quotas.awsDefaults().withVpcs(7))
                .instance(
                        "app",
                        "m5.large",
                        i -> i.primaryEni(
                                        "a",
                                        eni -> eni.name("first")
                                                .description("text")
                                                .securityGroups("web", "db")
                                                .privateIpAddress("10.0.0.10")
                                                .secondaryPrivateIpAddress("10.0.0.11")
                                                .ipv4Prefix("10.0.0.32/28")
                                                .ipv6Address("2001:db8::5")
                                                .ipv6Prefix("2001:db8:0:0:1::/80")
                                                .elasticIp("one", "10.0.0.11")
                                                .elasticIp("two")
                                                .macAddress("02:00:00:00:00:01")
                                                .sourceDestCheck(false)
                                                .tag("k", "v")
                                                .networkCardIndex(0)
                                                .deleteOnTermination(false))
                                .secondaryEni(
                                        "a",
                                        eni -> eni.deviceIndex(3)
                                                .networkCardIndex(1)
                                                .securityGroups("web"))
                                .secondaryEni("b", eni -> eni.securityGroups("db")))
                .plan();
        assertThat(PlanText.write(plan)).isEqualTo("""
                eni-plan 1
                quotas vpcs=7
                vpc main cidrBlocks=10.0.0.0/16,10.1.0.0/16 ipv6CidrBlocks=2001:db8::/56
                subnet a vpc=main availabilityZone=z1 cidrBlock=10.0.0.0/24 ipv6CidrBlock=2001:db8::/64
                subnet b vpc=main availabilityZone=z1 cidrBlock=10.0.1.0/24 ipv6CidrBlock=2001:db8:0:2::/64
                subnet free vpc=main availabilityZone=z1 ipv6CidrBlock=2001:db8:0:3::/64 ipv6Native=true assignIpv6AddressOnCreation=true
                subnet native vpc=main availabilityZone=z1 ipv6CidrBlock=2001:db8:0:1::/64 ipv6Native=true assignIpv6AddressOnCreation=true
                subnet perzone/z1 vpc=main availabilityZone=z1 ipv6CidrBlock=2001:db8:0:4::/64 ipv6Native=true assignIpv6AddressOnCreation=true
                group db vpc=main
                group main/default vpc=main groupName=default description=default%20VPC%20security%20group
                group web vpc=main
                instance app instanceType=m5.large
                eni app/eth1 subnet=a privateIpAddresses=10.0.0.4* groups=web instance=app deviceIndex=3 networkCardIndex=1
                eni app/eth2 subnet=b privateIpAddresses=10.0.1.4* groups=db instance=app deviceIndex=2
                eni first subnet=a description=text macAddress=02:00:00:00:00:01 privateIpAddresses=10.0.0.10*,10.0.0.11 ipv4Prefixes=10.0.0.32/28 ipv6Addresses=2001:db8::5 ipv6Prefixes=2001:db8:0:0:1::/80 groups=db,web sourceDestCheck=false instance=app deviceIndex=0 tag:k=v
                eip one networkInterface=first privateIpAddress=10.0.0.11
                eip two networkInterface=first privateIpAddress=10.0.0.10
                end
                """);
    }

    @Test
    void from_planWithStatedDetails_keepsThemWhereNothingElseIsStated() {
        NetworkPlan first = vpc(NetworkPlanner.create())
                .instance(
                        "app",
                        "m5.large",
                        i -> i.primaryEni(
                                "a",
                                eni -> eni.secondaryPrivateIpAddress("10.0.0.99")
                                        .ipv4Prefix("10.0.0.64/28")
                                        .ipv6Address("2001:db8::99")
                                        .ipv6Prefix("2001:db8:0:0:9::/80")
                                        .macAddress("02:00:00:00:00:01")))
                .plan();
        NetworkPlan next = vpc(NetworkPlanner.from(first))
                .instance(
                        "app",
                        "m5.large",
                        i -> i.primaryEni(
                                "a",
                                eni -> eni.secondaryPrivateIpAddressCount(1)
                                        .ipv4PrefixCount(1)
                                        .ipv6AddressCount(1)
                                        .ipv6PrefixCount(1)))
                .plan();
        assertThat(next).isEqualTo(first);
        NetworkPlan less = vpc(NetworkPlanner.from(first))
                .instance("app", "m5.large", i -> i.primaryEni("a", eni -> eni.macAddress("02:00:00:00:00:02")))
                .plan();
        assertThat(less.eni("app/eth0").orElseThrow().ipv4Prefixes()).isEmpty();
        assertThat(less.eni("app/eth0").orElseThrow().privateIpAddresses()).hasToString("[10.0.0.4*]");
        assertThat(less.eni("app/eth0").orElseThrow().macAddress()).hasToString("02:00:00:00:00:02");
    }

    @Test
    void numbersThatCannotBe_areRefusedAtOnce() {
        assertThatThrownBy(() -> NetworkPlanner.create().eni("e", "a", eni -> eni.secondaryPrivateIpAddressCount(-1)))
                .hasMessage("secondaryPrivateIpAddressCount is -1: expected 0 or more");
        NetworkPlanner.create().eni("e", "a", eni -> eni.secondaryPrivateIpAddressCount(0));
        assertThatThrownBy(() -> NetworkPlanner.create().instances("i", -1, "m5.large", i -> {}))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> NetworkPlanner.create().vpc("v", "10.0.0.0/16", vpc -> vpc.subnet("s", "z", 33)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> NetworkPlanner.create().vpc("v", "10.0.0.0/16", vpc -> vpc.subnet("s", "z", -1)))
                .isInstanceOf(IllegalArgumentException.class);
        NetworkPlanner.create()
                .vpc("v", "10.0.0.0/16", vpc -> vpc.subnet("s", "z", 32).subnet("t", "z", 0));
    }
}
