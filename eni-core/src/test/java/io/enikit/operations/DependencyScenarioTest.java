package io.enikit.operations;

import static org.assertj.core.api.Assertions.assertThat;

import io.enikit.model.NetworkPlan;
import io.enikit.model.PlanText;
import io.enikit.model.SubnetId;
import io.enikit.rules.Ec2Rules;
import io.enikit.rules.RuleSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is in use stays, and the refusal names all that uses it, so that nobody has to ask twice. */
class DependencyScenarioTest {
    private static final RuleSet RULES = Ec2Rules.standard().without("limits.unchecked");
    private static final Ec2 EC2 = Ec2.enforcing(RULES);
    static final NetworkPlan PLAN = PlanText.read("""
            eni-plan 1
            vpc main cidrBlocks=10.0.0.0/16 ipv6CidrBlocks=2001:db8::/56 internetGatewayAttached=true
            vpc other cidrBlocks=10.1.0.0/16
            subnet a vpc=main availabilityZone=eu-west-1a cidrBlock=10.0.0.0/24 ipv6CidrBlock=2001:db8::/64 cidrReservations=2001:db8::/80;prefix,10.0.0.64/28;prefix
            subnet free vpc=main availabilityZone=eu-west-1a cidrBlock=10.0.1.0/24 ipv6CidrBlock=2001:db8:0:1::/64 cidrReservations=2001:db8:0:1::/80;explicit
            subnet native vpc=main availabilityZone=eu-west-1a ipv6CidrBlock=2001:db8:0:2::/64 ipv6Native=true
            subnet far vpc=other availabilityZone=eu-west-1a cidrBlock=10.1.0.0/24
            group default vpc=main
            group other/default vpc=other groupName=default
            group shared vpc=main associatedVpcs=other
            eni e1 subnet=a privateIpAddresses=10.0.0.11* ipv6Addresses=2001:db8::11 groups=shared
            eni e2 subnet=a privateIpAddresses=10.0.0.12* ipv6Prefixes=2001:db8:0:0:1::/80 groups=shared
            eni e3 subnet=a privateIpAddresses=10.0.0.13* groups=shared
            eni e4 subnet=far privateIpAddresses=10.1.0.14* groups=shared
            eip one networkInterface=e1 privateIpAddress=10.0.0.11
            eip two networkInterface=e3 privateIpAddress=10.0.0.13
            end
            """);

    record InUse(Operation operation, String code, List<String> named) {}

    static Stream<InUse> refusals() {
        return Stream.of(
                new InUse(DeleteSubnet.of("a"), "DependencyViolation", List.of("eni e1", "eni e2", "eni e3")),
                new InUse(
                        DeleteVpc.of("main"),
                        "DependencyViolation",
                        List.of("subnet a", "subnet free", "subnet native", "group shared", "internet gateway")),
                new InUse(
                        DeleteVpc.of("other"),
                        "DependencyViolation",
                        List.of("subnet far", "association of group shared")),
                new InUse(
                        DeleteSecurityGroup.of("shared"),
                        "DependencyViolation",
                        List.of("eni e1", "eni e2", "eni e3", "eni e4", "association with vpc other")),
                new InUse(
                        DisassociateSecurityGroupVpc.of("shared", "other"),
                        "DependencyViolation",
                        List.of("shared", "VPC other", "eni e4")),
                new InUse(
                        DisassociateSubnetCidrBlock.of("a", "2001:db8::/64"),
                        "InvalidCidrBlock.InUse",
                        List.of("eni e1", "eni e2", "reservation 2001:db8::/80;prefix")),
                new InUse(
                        DisassociateSubnetCidrBlock.of("free", "2001:db8:0:1::/64"),
                        "InvalidCidrBlock.InUse",
                        List.of("reservation 2001:db8:0:1::/80;explicit")),
                new InUse(
                        DisassociateSubnetCidrBlock.of("native", "2001:db8:0:2::/64"),
                        "InvalidCidrBlock.InUse",
                        List.of("its subnet is IPv6-native")),
                new InUse(
                        DisassociateVpcCidrBlock.of("main", "2001:db8::/56"),
                        "InvalidCidrBlock.InUse",
                        List.of("subnet a", "subnet free", "subnet native")),
                new InUse(DetachInternetGateway.of("main"), "DependencyViolation", List.of("eni e1", "eni e3")));
    }

    @Test
    void plan_ofTheScenarios_isSound() {
        assertThat(RULES.check(PLAN).hasErrors()).isFalse();
    }

    @ParameterizedTest
    @MethodSource("refusals")
    void delete_whatIsInUse_isRefusedAndNamesAllUsers(InUse refusal) {
        assertThat(EC2.apply(PLAN, refusal.operation())).isInstanceOfSatisfying(ApplyResult.Refused.class, refused -> {
            assertThat(refused.code()).isEqualTo(Optional.of(refusal.code()));
            assertThat(refused.message()).contains(refusal.named());
            Refusal.assertWellRefused(PLAN, List.of(refusal.operation()), refused);
        });
    }

    @Test
    void delete_whatDoesNotUseIt_isNotNamed() {
        assertThat(EC2.apply(PLAN, DisassociateSubnetCidrBlock.of("a", "2001:db8::/64"))
                        .toString())
                .doesNotContain("e3")
                .doesNotContain("10.0.0.64");
        assertThat(EC2.apply(PLAN, DisassociateSecurityGroupVpc.of("shared", "other"))
                        .toString())
                .doesNotContain("e1");
    }

    @Test
    void delete_manyUsers_namesTenAndCountsTheRest() {
        NetworkPlan.Builder full = PLAN.toBuilder();
        for (int i = 0; i < 100; i++) {
            full.add(PLAN.eni("e3").orElseThrow().toBuilder().id("n" + i).build());
        }
        assertThat(EC2.apply(full.build(), DeleteSubnet.of("a")).toString())
                .contains(
                        "eni e1, eni e2, eni e3, eni n0, eni n1, eni n10, eni n11, eni n12, eni n13, eni n14 and 93 more (");
    }

    @Test
    void everything_deletedFromTheInsideOut_leavesAnEmptyPlan() {
        NetworkPlan after = EC2.apply(
                        PLAN,
                        DeleteEni.of("e1"),
                        DeleteEni.of("e2"),
                        DeleteEni.of("e3"),
                        DeleteEni.of("e4"),
                        ReleaseElasticIp.of("one"),
                        ReleaseElasticIp.of("two"),
                        DetachInternetGateway.of("main"),
                        DisassociateSecurityGroupVpc.of("shared", "other"),
                        DeleteSecurityGroup.of("shared"),
                        DeleteSubnetCidrReservation.of("a", "2001:db8::/80"),
                        DisassociateSubnetCidrBlock.of("a", "2001:db8::/64"),
                        DeleteSubnet.of("a"),
                        DeleteSubnet.of("free"),
                        DeleteSubnet.of("native"),
                        DisassociateVpcCidrBlock.of("main", "2001:db8::/56"),
                        DeleteVpc.of("main"),
                        DeleteSubnet.of("far"),
                        DeleteVpc.of("other"))
                .orElseThrow();
        assertThat(after).isEqualTo(NetworkPlan.builder().build());
        assertThat(after.enisIn(SubnetId.of("a"))).isEmpty();
    }
}
