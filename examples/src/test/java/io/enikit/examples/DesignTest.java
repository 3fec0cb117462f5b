package io.enikit.examples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.enikit.diagram.TextDiagram;
import io.enikit.ipam.Allocation;
import io.enikit.ipam.CidrLayout;
import io.enikit.ipam.CidrPool;
import io.enikit.ipam.NetworkPlanner;
import io.enikit.limits.InstanceLimits;
import io.enikit.limits.InstanceTypes;
import io.enikit.limits.LimitRules;
import io.enikit.limits.PodCapacity;
import io.enikit.model.Eni;
import io.enikit.model.NetworkPlan;
import io.enikit.net.AddressParseException;
import io.enikit.net.Cidr;
import io.enikit.net.IpAddress;
import io.enikit.net.IpSet;
import io.enikit.net.MacAddress;
import io.enikit.operations.ApplyResult;
import io.enikit.operations.AttachEni;
import io.enikit.operations.DetachEni;
import io.enikit.operations.Ec2;
import io.enikit.rules.Ec2Rules;
import io.enikit.rules.Report;
import io.enikit.rules.RuleSet;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** How code of a user reads, as it was agreed before there was a library. */
class DesignTest {
    @Test
    void plan_checkMoveRefuse() {
        NetworkPlan plan = NetworkPlanner.create()
                .vpc(
                        "main",
                        "10.0.0.0/16",
                        vpc -> vpc.availabilityZones("ap-northeast-2a", "ap-northeast-2c")
                                .subnetPerZone("public", 24)
                                .subnetPerZone("private", 20)
                                .securityGroup("web")
                                .securityGroup("db")
                                .internetGateway())
                .instance(
                        "app-1",
                        "m5.large",
                        i -> i.primaryEni(
                                        "public/ap-northeast-2a",
                                        eni -> eni.securityGroups("web").elasticIp("app-eip"))
                                .secondaryEni("private/ap-northeast-2a", eni -> eni.securityGroups("db")))
                .instance(
                        "app-2",
                        "m5.large",
                        i -> i.primaryEni("public/ap-northeast-2a", eni -> eni.securityGroups("web")))
                .plan();

        RuleSet rules = Ec2Rules.standard().and(LimitRules.bundled());
        Report report = rules.check(plan);
        assertThat(report.orElseThrow().violations()).isEmpty();

        Ec2 ec2 = Ec2.enforcing(rules);
        NetworkPlan failedOver = ec2.apply(plan, DetachEni.of("app-1/eth1"), AttachEni.of("app-1/eth1", "app-2", 1))
                .orElseThrow();
        ApplyResult refused = ec2.apply(plan, DetachEni.of("app-1/eth0"));
        assertThat(refused)
                .isInstanceOfSatisfying(
                        ApplyResult.Refused.class, r -> assertThat(r.code()).contains("OperationNotPermitted"));
        assertThat(failedOver.enisOf("app-2"))
                .extracting(eni -> eni.id().toString())
                .containsExactly("app-2/eth0", "app-1/eth1");
        Eni before = plan.eni("app-1/eth1").orElseThrow();
        Eni after = failedOver.eni("app-1/eth1").orElseThrow();
        assertThat(after.toBuilder().attachment(before.attachment()).build()).isEqualTo(before);
        assertThat(TextDiagram.of(failedOver).toString()).contains("app-1/eth1");
    }

    @Test
    void net_parseContainSubtract() {
        Cidr block = Cidr.parse("10.0.0.0/16");
        assertThat(block.contains(IpAddress.parse("10.0.3.7"))).isTrue();
        assertThatThrownBy(() -> Cidr.parse("10.0.0.5/24"))
                .isInstanceOf(AddressParseException.class)
                .hasMessageContaining("host bits set; did you mean 10.0.0.0/24 (at index 7)");
        assertThat(Cidr.containing(IpAddress.parse("10.0.0.5"), 24)).hasToString("10.0.0.0/24");
        IpSet free = IpSet.of(block).subtract(IpSet.of(Cidr.parse("10.0.1.0/24")));
        assertThat(free.size()).isEqualTo(65_536 - 256);
        assertThat(MacAddress.parse("02:1A:80:41:52:9C")).hasToString("02:1a:80:41:52:9c");
    }

    @Test
    void pool_isAValue() {
        CidrPool pool = CidrPool.of(Cidr.parse("10.0.0.0/16"));
        Allocation a = pool.allocate("web", 24).orElseThrow();
        assertThat(a.cidr()).hasToString("10.0.0.0/24");
        assertThat(a.pool().free().contains(a.cidr())).isFalse();
        assertThat(pool.free().contains(a.cidr())).isTrue();
    }

    @Test
    void layout_anotherName_movesNothing() {
        CidrLayout first = CidrLayout.empty(Cidr.parse("10.0.0.0/16")).plan(Map.of("web/a", 24, "web/b", 24));
        CidrLayout next = first.plan(Map.of("web/a", 24, "web/b", 24, "web/c", 24));
        assertThat(next.diffFrom(first)).hasToString("added 1, moved 0, removed 0");
    }

    @Test
    void limits_m5large() {
        InstanceLimits m5 = InstanceTypes.bundled().limits("m5.large");
        assertThat(m5.maximumNetworkInterfaces()).isEqualTo(3);
        assertThat(PodCapacity.of(m5).withSecondaryIps()).isEqualTo(29);
        assertThat(Optional.of(PodCapacity.of(m5).explain()))
                .hasValueSatisfying(line -> assertThat(line).contains("29"));
    }
}
