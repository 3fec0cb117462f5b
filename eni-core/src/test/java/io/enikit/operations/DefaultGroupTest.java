package io.enikit.operations;

import static org.assertj.core.api.Assertions.assertThat;

import io.enikit.model.NetworkPlan;
import io.enikit.model.PlanText;
import io.enikit.model.SecurityGroupId;
import io.enikit.rules.Ec2Rules;
import org.junit.jupiter.api.Test;

/** An interface that states no group is in the default group of its VPC, which every VPC has. */
class DefaultGroupTest {
    private static final Ec2 EC2 = Ec2.enforcing(Ec2Rules.standard().without("limits.unchecked"));
    private static final String BARE = """
            eni-plan 1
            vpc v cidrBlocks=10.0.0.0/16
            subnet s vpc=v availabilityZone=eu-west-1a cidrBlock=10.0.0.0/24
            subnet lost vpc=nowhere availabilityZone=eu-west-1a cidrBlock=10.9.0.0/24
            end
            """;
    private static final NetworkPlan PLAN = PlanText.read(BARE);

    @Test
    void createEni_planLeavesTheDefaultGroupOut_addsItOnce() {
        ApplyResult result = EC2.apply(PLAN, CreateEni.of("a", "s"), CreateEni.of("b", "s"));
        NetworkPlan after = result.orElseThrow();
        SecurityGroupId added = SecurityGroupId.of("v/default");
        assertThat(after.enisWith(added)).hasSize(2);
        assertThat(after.securityGroup(added).orElseThrow().isDefault()).isTrue();
        assertThat(((ApplyResult.Accepted) result).outcomes())
                .extracting(Outcome::toString)
                .containsOnlyOnce("v/default: CREATED in v");
        assertThat(EC2.apply(after, DeleteEni.of("a"), DeleteEni.of("b"), DeleteSubnet.of("s"), DeleteVpc.of("v"))
                        .orElseThrow()
                        .securityGroups())
                .as("it goes with its VPC")
                .isEmpty();
    }

    @Test
    void launch_planLeavesTheDefaultGroupOut_addsIt() {
        assertThat(EC2.apply(PLAN, LaunchInstance.of("app", "m5.large").withSubnetId("s"))
                        .orElseThrow()
                        .eni("app/eth0")
                        .orElseThrow()
                        .securityGroups())
                .containsExactly(SecurityGroupId.of("v/default"));
    }

    @Test
    void createEni_groupsStated_addsNone() {
        NetworkPlan with = PlanText.read(BARE.replace("end\n", "group web vpc=v\nend\n"));
        assertThat(EC2.apply(with, CreateEni.of("a", "s").withSecurityGroups("web"))
                        .orElseThrow()
                        .securityGroups())
                .hasSize(1);
    }

    @Test
    void createEni_idOfTheDefaultGroupIsAnothers_isInNoGroup() {
        NetworkPlan taken = PlanText.read(BARE.replace("end\n", "group v/default vpc=v groupName=web\nend\n"));
        assertThat(EC2.apply(taken, CreateEni.of("a", "s")))
                .isInstanceOfSatisfying(
                        ApplyResult.Refused.class,
                        refused -> assertThat(refused.rule()).isEqualTo("eni.groups.required"));
    }

    @Test
    void createEni_subnetOfNoVpc_addsNoGroup() {
        assertThat(EC2.apply(PLAN, CreateEni.of("a", "lost")))
                .isInstanceOfSatisfying(
                        ApplyResult.Refused.class,
                        refused -> assertThat(refused.rule()).isEqualTo("eni.groups.required"));
    }
}
