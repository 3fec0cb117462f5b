package io.enikit.operations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.enikit.model.ElasticIpId;
import io.enikit.model.EniId;
import io.enikit.model.InstanceId;
import io.enikit.model.NetworkPlan;
import io.enikit.model.PlanText;
import io.enikit.model.Resource;
import io.enikit.model.ResourceId;
import io.enikit.model.SecurityGroupId;
import io.enikit.model.SubnetId;
import io.enikit.model.VpcId;
import io.enikit.rules.Ec2Rules;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Whose is what operations create. */
class OwnershipTest {
    private static final String OWNER = "111122223333";
    private static final String PARTICIPANT = "444455556666";
    private static final Ec2 EC2 = Ec2.enforcing(Ec2Rules.standard());
    private static final NetworkPlan SHARED = PlanText.read("""
            eni-plan 1
            vpc main cidrBlocks=10.0.0.0/16 ownerId=111122223333
            subnet a vpc=main availabilityZone=us-east-1a zoneId=use1-az4 cidrBlock=10.0.0.0/24 ownerId=111122223333
            group web vpc=main ownerId=444455556666
            eni idle subnet=a privateIpAddresses=10.0.0.20* groups=web ownerId=444455556666
            end
            """);

    private static Optional<String> ownerAfter(Ec2 ec2, ResourceId id, Operation... operations) {
        return find(ec2.apply(SHARED, operations).orElseThrow(), id).ownerId();
    }

    private static Resource find(NetworkPlan plan, ResourceId id) {
        return plan.find(id).orElseThrow();
    }

    @Test
    void create_noAccountGiven_belongsToTheOwnerOfWhatItIsIn() {
        assertThat(ownerAfter(EC2, EniId.of("new"), CreateEni.of("new", "a").withSecurityGroups("web")))
                .contains(OWNER);
        assertThat(ownerAfter(EC2, SecurityGroupId.of("new"), group())).contains(OWNER);
        assertThat(ownerAfter(EC2, SubnetId.of("new"), subnet())).contains(OWNER);
        assertThat(ownerAfter(EC2, VpcId.of("new"), CreateVpc.of("new", "10.9.0.0/16")))
                .isEmpty();
        assertThat(ownerAfter(EC2, ElasticIpId.of("new"), AllocateElasticIp.of("new")))
                .isEmpty();
        LaunchInstance launch = LaunchInstance.of("new", "m5.large");
        assertThat(ownerAfter(EC2, InstanceId.of("new"), launch.withSubnetId("a")))
                .contains(OWNER);
        assertThat(ownerAfter(EC2, InstanceId.of("new"), launch.plusInterface(LaunchInterface.existing(0, "idle"))))
                .contains(PARTICIPANT);
    }

    @Test
    void create_byAParticipant_belongsToIt() {
        Ec2 ec2 = EC2.withOwnerId(PARTICIPANT);
        assertThat(ownerAfter(ec2, EniId.of("new"), CreateEni.of("new", "a").withSecurityGroups("web")))
                .contains(PARTICIPANT);
        assertThat(ownerAfter(ec2, SecurityGroupId.of("new"), group())).contains(PARTICIPANT);
        assertThat(ownerAfter(ec2, VpcId.of("new"), CreateVpc.of("new", "10.9.0.0/16")))
                .contains(PARTICIPANT);
        assertThat(ownerAfter(ec2, SecurityGroupId.of("new/default"), CreateVpc.of("new", "10.9.0.0/16")))
                .contains(PARTICIPANT);
        assertThat(ownerAfter(ec2, ElasticIpId.of("new"), AllocateElasticIp.of("new")))
                .contains(PARTICIPANT);
        Operation launch =
                LaunchInstance.of("new", "m5.large").withSubnetId("a").withSecurityGroups("web");
        assertThat(ownerAfter(ec2, InstanceId.of("new"), launch)).contains(PARTICIPANT);
        assertThat(ownerAfter(ec2, EniId.of("new/eth0"), launch)).contains(PARTICIPANT);
    }

    @Test
    void createSubnet_byAParticipant_isStillThatOfTheVpcsOwner() {
        assertThat(ownerAfter(EC2.withOwnerId(PARTICIPANT), SubnetId.of("new"), subnet()))
                .contains(OWNER);
    }

    @Test
    void createSubnet_zoneThatAnotherSubnetOfTheAccountIsIn_hasItsId() {
        NetworkPlan plan = EC2.apply(
                        SHARED,
                        subnet(),
                        CreateSubnet.of("far", "main", "us-east-1b").withCidrBlock("10.0.2.0/24"))
                .orElseThrow();
        assertThat(plan.subnet("new").orElseThrow().zoneId()).contains("use1-az4");
        assertThat(plan.subnet("far").orElseThrow().zoneId()).isEmpty();
    }

    @Test
    void create_inARegion_isThere() {
        NetworkPlan plan = EC2.withRegion("us-east-1")
                .apply(SHARED, CreateVpc.of("new", "10.9.0.0/16"), AllocateElasticIp.of("ip"))
                .orElseThrow();
        assertThat(plan.vpc("new").orElseThrow().region()).contains("us-east-1");
        assertThat(plan.elasticIp("ip").orElseThrow().region()).contains("us-east-1");
    }

    @Test
    void createVpc_quotaMetInOneRegion_isRefusedThereAlone() {
        NetworkPlan five = PlanText.read("""
                eni-plan 1
                vpc v1 cidrBlocks=10.1.0.0/16 region=eu-west-1
                vpc v2 cidrBlocks=10.1.0.0/16 region=eu-west-1
                vpc v3 cidrBlocks=10.1.0.0/16 region=eu-west-1
                vpc v4 cidrBlocks=10.1.0.0/16 region=eu-west-1
                vpc v5 cidrBlocks=10.1.0.0/16 region=eu-west-1
                end
                """);
        Operation sixth = CreateVpc.of("v6", "10.1.0.0/16");
        assertThat(EC2.withRegion("eu-west-1").apply(five, sixth))
                .isInstanceOfSatisfying(
                        ApplyResult.Refused.class,
                        refused -> assertThat(refused.code()).contains("VpcLimitExceeded"));
        assertThat(EC2.apply(five, sixth)).isInstanceOf(ApplyResult.Refused.class);
        assertThat(EC2.withRegion("us-east-1").apply(five, sixth)).isInstanceOf(ApplyResult.Accepted.class);
    }

    @Test
    void createVpc_quotaMetByAnotherAccount_isAccepted() {
        NetworkPlan one = PlanText.read("""
                eni-plan 1
                quotas vpcs=1
                vpc v1 cidrBlocks=10.1.0.0/16 ownerId=111122223333
                end
                """);
        Operation second = CreateVpc.of("v2", "10.1.0.0/16");
        assertThat(EC2.withOwnerId(PARTICIPANT).apply(one, second)).isInstanceOf(ApplyResult.Accepted.class);
        assertThat(EC2.withOwnerId(OWNER).apply(one, second)).isInstanceOf(ApplyResult.Refused.class);
    }

    @Test
    void equals_accountAndRegion_count() {
        assertThat(EC2.withOwnerId(OWNER))
                .isEqualTo(EC2.withOwnerId(OWNER))
                .isNotEqualTo(EC2)
                .isNotEqualTo(EC2.withOwnerId(PARTICIPANT));
        assertThat(EC2.withRegion("eu-west-1"))
                .isEqualTo(EC2.withRegion("eu-west-1"))
                .isNotEqualTo(EC2);
        assertThat(EC2.withOwnerId(OWNER).withRegion("eu-west-1").withAddressSeed(7))
                .hasToString(EC2 + ", addresses by seed 7, called by 111122223333, in eu-west-1");
    }

    @Test
    @SuppressWarnings("NullAway") // nulls are what this is about
    void nulls_arguments_areNamed() {
        assertThatThrownBy(() -> EC2.withOwnerId(null))
                .isInstanceOf(NullPointerException.class)
                .hasMessage("ownerId");
        assertThatThrownBy(() -> EC2.withRegion(null))
                .isInstanceOf(NullPointerException.class)
                .hasMessage("region");
    }

    private static Operation group() {
        return CreateSecurityGroup.of("new", "main").withDescription("of somebody");
    }

    private static Operation subnet() {
        return CreateSubnet.of("new", "main", "us-east-1a").withCidrBlock("10.0.1.0/24");
    }
}
