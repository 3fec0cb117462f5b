package io.enikit.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Where a resource is: what it states, else what its VPC states, else what the zones of subnets say. */
class RegionTest {
    private static final NetworkPlan PLAN = PlanText.read("""
            eni-plan 1
            vpc bare cidrBlocks=10.2.0.0/16
            vpc local cidrBlocks=10.1.0.0/16
            vpc stated cidrBlocks=10.0.0.0/16 region=eu-west-1
            subnet first vpc=local availabilityZone=zone-a cidrBlock=10.1.0.0/24
            subnet odd vpc=stated availabilityZone=zone-a cidrBlock=10.0.0.0/24
            subnet second vpc=local availabilityZone=us-west-2-lax-1a cidrBlock=10.1.1.0/24
            subnet stray vpc=gone availabilityZone=us-east-1a cidrBlock=10.9.0.0/24
            group of-bare vpc=bare
            group of-local vpc=local
            instance app instanceType=m5.large
            instance idle instanceType=m5.large availabilityZone=sa-east-1a
            eni app/eth0 subnet=first privateIpAddresses=10.1.0.10* groups=of-local instance=app deviceIndex=0
            eni e1 subnet=odd privateIpAddresses=10.0.0.10*
            eni e2 subnet=nowhere
            eip associated networkInterface=app/eth0 privateIpAddress=10.1.0.10
            eip free
            eip stated region=ap-south-1
            end
            """);

    private static Optional<String> region(ResourceId id) {
        return PLAN.regionOf(PLAN.find(id).orElseThrow());
    }

    @Test
    void regionOf_vpc_isStatedElseThatOfItsSubnetsZones() {
        assertThat(region(VpcId.of("stated"))).contains("eu-west-1");
        assertThat(region(VpcId.of("local"))).contains("us-west-2");
        assertThat(region(VpcId.of("bare"))).isEmpty();
    }

    @Test
    void regionOf_whatIsInAVpc_isThatOfTheVpc() {
        assertThat(region(SubnetId.of("first"))).contains("us-west-2");
        assertThat(region(SubnetId.of("odd"))).contains("eu-west-1");
        assertThat(region(SubnetId.of("stray"))).contains("us-east-1");
        assertThat(region(SecurityGroupId.of("of-local"))).contains("us-west-2");
        assertThat(region(SecurityGroupId.of("of-bare"))).isEmpty();
        assertThat(region(EniId.of("e1"))).contains("eu-west-1");
        assertThat(region(EniId.of("e2"))).isEmpty();
    }

    @Test
    void regionOf_instance_isThatOfItsPrimaryInterfaceElseOfItsZone() {
        assertThat(region(InstanceId.of("app"))).contains("us-west-2");
        assertThat(region(InstanceId.of("idle"))).contains("sa-east-1");
    }

    @Test
    void regionOf_elasticIp_isStatedElseThatOfItsInterface() {
        assertThat(region(ElasticIpId.of("stated"))).contains("ap-south-1");
        assertThat(region(ElasticIpId.of("associated"))).contains("us-west-2");
        assertThat(region(ElasticIpId.of("free"))).isEmpty();
    }

    @Test
    void zoneOf_instance_hasNameAndId() {
        NetworkPlan plan = PlanText.read("""
                eni-plan 1
                vpc v cidrBlocks=10.0.0.0/16
                subnet s vpc=v availabilityZone=eu-west-1a zoneId=euw1-az2 cidrBlock=10.0.0.0/24 ownerId=111122223333
                instance follows instanceType=m5.large
                instance states instanceType=m5.large availabilityZone=eu-west-1c zoneId=euw1-az2 ownerId=444455556666
                eni e subnet=s instance=follows deviceIndex=0
                end
                """);
        assertThat(plan.zoneOf(InstanceId.of("follows")))
                .contains(plan.subnet("s").orElseThrow().zone());
        assertThat(plan.zoneOf(InstanceId.of("states")).orElseThrow()).satisfies(zone -> {
            assertThat(zone.name()).isEqualTo("eu-west-1c");
            assertThat(zone.zoneId()).contains("euw1-az2");
        });
        assertThat(plan.zoneOf(InstanceId.of("gone"))).isEmpty();
    }
}
