package io.enikit.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.enikit.net.Cidr;
import io.enikit.net.IpAddress;
import io.enikit.net.IpFamily;
import java.util.Collection;
import java.util.List;
import org.junit.jupiter.api.Test;

class NetworkPlanTest {
    private static final NetworkPlan PLAN = PlanText.read("""
            eni-plan 1
            vpc main cidrBlocks=10.0.0.0/16
            subnet a vpc=main availabilityZone=z1 cidrBlock=10.0.0.0/24
            subnet b vpc=main availabilityZone=z2 cidrBlock=10.0.1.0/28
            group db vpc=main
            group web vpc=main
            instance app instanceType=m5.large
            instance big instanceType=p4d.24xlarge availabilityZone=z2
            eni e1 subnet=a privateIpAddresses=10.0.0.10*,10.0.0.11 groups=web instance=app deviceIndex=1
            eni e2 subnet=a privateIpAddresses=10.0.0.20* ipv4Prefixes=10.0.0.32/28 groups=db,web instance=app deviceIndex=0
            eni e3 subnet=b privateIpAddresses=10.0.1.4* groups=db instance=big deviceIndex=0 networkCardIndex=1 attachment=eni-attach-3
            eip ip1 networkInterface=e1 privateIpAddress=10.0.0.11
            end
            """);

    private static List<String> ids(Collection<? extends Resource> resources) {
        return resources.stream()
                .map(Resource::resourceId)
                .map(ResourceId::toString)
                .toList();
    }

    @Test
    void enisOf_instance_byPlaceNotById() {
        assertThat(ids(PLAN.enisOf("app"))).containsExactly("e2", "e1");
        assertThat(PLAN.enisOf("nobody")).isEmpty();
    }

    @Test
    void queries_indexes_findWhoIsWhere() {
        assertThat(ids(PLAN.enisIn("a"))).containsExactly("e1", "e2");
        assertThat(ids(PLAN.enisWith(SecurityGroupId.of("db")))).containsExactly("e2", "e3");
        assertThat(ids(PLAN.subnetsOf(VpcId.of("main")))).containsExactly("a", "b");
        assertThat(ids(PLAN.securityGroupsOf(VpcId.of("main")))).containsExactly("db", "web");
        assertThat(ids(PLAN.elasticIpsOf(EniId.of("e1")))).containsExactly("ip1");
        assertThat(PLAN.eniAttachedAs("eni-attach-3").map(Eni::id)).contains(EniId.of("e3"));
        Eni e1 = PLAN.eni("e1").orElseThrow();
        assertThat(ids(PLAN.enisWith(e1.macAddress()))).containsExactly("e1");
        assertThat(PLAN.vpcOf(e1).map(Vpc::id)).contains(VpcId.of("main"));
    }

    @Test
    void ownerOf_addressInsideAPrefix_isTheInterfaceWithThePrefix() {
        assertThat(PLAN.ownerOf(IpAddress.parse("10.0.0.11")).map(Eni::id)).contains(EniId.of("e1"));
        assertThat(PLAN.ownerOf(IpAddress.parse("10.0.0.47")).map(Eni::id)).contains(EniId.of("e2"));
        assertThat(PLAN.ownerOf(IpAddress.parse("10.0.0.48"))).isEmpty();
        assertThat(ids(PLAN.ownersIn(Cidr.parse("10.0.0.16/28")))).containsExactly("e2");
        assertThat(ids(PLAN.ownersIn(Cidr.parse("10.0.0.40/30")))).containsExactly("e2");
        assertThat(ids(PLAN.ownersIn(Cidr.parse("10.0.0.0/26")))).containsExactly("e1", "e2");
        assertThat(PLAN.ownersIn(Cidr.parse("10.0.0.48/28"))).isEmpty();
    }

    @Test
    void availabilityZoneOf_statedOrThatOfThePrimaryInterface() {
        assertThat(PLAN.availabilityZoneOf(InstanceId.of("app"))).contains("z1");
        assertThat(PLAN.availabilityZoneOf(InstanceId.of("big"))).contains("z2");
        assertThat(PLAN.primaryEniOf(InstanceId.of("big"))).isEmpty();
    }

    @Test
    void freeSpace_subnet_isWithoutReservedAndHeld() {
        assertThat(PLAN.freeSpace(SubnetId.of("b"), IpFamily.IPV4).orElseThrow().size())
                .isEqualTo(16 - 5 - 1);
        assertThat(PLAN.freeSpace(SubnetId.of("a"), IpFamily.IPV4).orElseThrow().size())
                .isEqualTo(256 - 5 - 3 - 16);
        assertThat(PLAN.freeSpace(SubnetId.of("a"), IpFamily.IPV6)).isEmpty();
    }

    @Test
    void put_changedResource_leavesTheOldPlanAsItIs() {
        Eni e1 = PLAN.eni("e1").orElseThrow();
        NetworkPlan changed = PLAN.toBuilder()
                .put(e1.toBuilder().attachment(java.util.Optional.empty()).build())
                .build();
        assertThat(ids(changed.enisOf("app"))).containsExactly("e2");
        assertThat(ids(PLAN.enisOf("app"))).containsExactly("e2", "e1");
        assertThat(changed.toBuilder().put(e1).build()).isEqualTo(PLAN).hasSameHashCodeAs(PLAN);
    }

    @Test
    void build_builderGoesOn_leavesWhatWasBuilt() {
        NetworkPlan.Builder builder = PLAN.toBuilder();
        NetworkPlan first = builder.build();
        NetworkPlan second = builder.remove(EniId.of("e2")).build();
        assertThat(ids(first.enisIn("a"))).containsExactly("e1", "e2");
        assertThat(ids(second.enisIn("a"))).containsExactly("e1");
        assertThat(first.ownerOf(IpAddress.parse("10.0.0.20"))).isPresent();
        assertThat(second.ownerOf(IpAddress.parse("10.0.0.20"))).isEmpty();
    }

    @Test
    void add_idThatIsTaken_isKeptAside() {
        Eni other = Eni.builder().id("e1").subnetId("b").build();
        NetworkPlan plan = PLAN.toBuilder().add(other).build();
        assertThat(plan.duplicates()).containsExactly(other);
        assertThat(plan.enis()).hasSize(3);
        assertThat(plan).isNotEqualTo(PLAN);
    }

    @Test
    void add_idThatWasRemoved_isNoDuplicate() {
        Vpc vpc = Vpc.builder().id("v").addCidrBlock("10.0.0.0/16").build();
        Vpc other = Vpc.builder().id("v").addCidrBlock("10.1.0.0/16").build();
        NetworkPlan plan = NetworkPlan.builder().add(vpc).build();

        NetworkPlan replaced =
                plan.toBuilder().remove(vpc.id()).add(other).add(vpc).build();
        assertThat(replaced.vpcs()).containsExactly(other);
        assertThat(replaced.duplicates()).containsExactly(vpc);

        NetworkPlan again =
                NetworkPlan.builder().add(vpc).remove(vpc.id()).add(other).build();
        assertThat(again.vpcs()).containsExactly(other);
        assertThat(again.duplicates()).isEmpty();
        assertThat(plan.toBuilder().add(other).build().duplicates()).containsExactly(other);
        assertThat(plan.toBuilder().remove(vpc.id()).build().vpcs()).isEmpty();
    }

    @Test
    void listings_changedFromOutside_refuse() {
        assertThatThrownBy(() -> PLAN.enis().clear()).isInstanceOf(UnsupportedOperationException.class);
        assertThatThrownBy(() -> PLAN.enisIn("a").iterator().remove())
                .isInstanceOf(UnsupportedOperationException.class);
        assertThatThrownBy(() -> PLAN.enisOf("app").clear()).isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    @SuppressWarnings("NullAway") // nulls are what this is about
    void nulls_arguments_areNamed() {
        assertThatThrownBy(() -> PLAN.eni((EniId) null))
                .isInstanceOf(NullPointerException.class)
                .hasMessage("id");
        assertThatThrownBy(() -> PLAN.ownerOf(null))
                .isInstanceOf(NullPointerException.class)
                .hasMessage("address");
        assertThatThrownBy(() -> EniId.of(null))
                .isInstanceOf(NullPointerException.class)
                .hasMessage("text");
        assertThatThrownBy(() -> PlanText.read(null))
                .isInstanceOf(NullPointerException.class)
                .hasMessage("text");
        assertThatThrownBy(() -> EniId.of(" "))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("the id of a resource of kind \"eni\" is blank: expected a name");
    }

    @Test
    void macAddress_notGiven_isDerivedFromTheIdAndLooksLikeOneOfEc2() {
        Eni one = Eni.builder().id("one").subnetId("a").build();
        assertThat(one.macAddress())
                .isEqualTo(Eni.builder().id("one").subnetId("b").build().macAddress());
        assertThat(one.macAddress())
                .isNotEqualTo(Eni.builder().id("two").subnetId("a").build().macAddress());
        assertThat(one.macAddress().isUnicast()).isTrue();
        assertThat(one.macAddress().isLocallyAdministered()).isTrue();
    }

    @Test
    void quotas_outOfRange_areRefused() {
        assertThat(Quotas.awsDefaults().withSecurityGroupsPerInterface(16).securityGroupsPerInterface())
                .isEqualTo(16);
        assertThatThrownBy(() -> Quotas.awsDefaults().withSecurityGroupsPerInterface(17))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("securityGroupsPerInterface is 17: expected 1 to 16");
        assertThatThrownBy(() -> Quotas.awsDefaults().withElasticIps(-1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("elasticIps is -1: expected 0 or more");
    }
}
