package io.enikit.operations;

import static io.enikit.operations.Refusal.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import io.enikit.model.CidrReservation;
import io.enikit.model.NetworkPlan;
import io.enikit.model.PlanText;
import io.enikit.model.Subnet;
import io.enikit.net.Cidr;
import io.enikit.rules.Ec2Rules;
import io.enikit.rules.RuleSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What EC2 answers to calls about subnets, their blocks, settings and reservations. */
class SubnetScenarioTest {
    private static final RuleSet RULES = Ec2Rules.standard().without("limits.unchecked");
    private static final Ec2 EC2 = Ec2.enforcing(RULES);
    static final NetworkPlan PLAN = PlanText.read("""
            eni-plan 1
            vpc main cidrBlocks=10.0.0.0/16 ipv6CidrBlocks=2001:db8::/56
            vpc halves cidrBlocks=10.8.0.0/17,10.8.128.0/17
            subnet a vpc=main availabilityZone=eu-west-1a cidrBlock=10.0.1.0/24 ipv6CidrBlock=2001:db8:0:1::/64
            subnet auto vpc=main availabilityZone=eu-west-1a cidrBlock=10.0.2.0/24 ipv6CidrBlock=2001:db8:0:2::/64 assignIpv6AddressOnCreation=true
            subnet plain vpc=main availabilityZone=eu-west-1b cidrBlock=10.0.3.0/24 cidrReservations=10.0.3.16/28;explicit
            group default vpc=main
            eni e1 subnet=a privateIpAddresses=10.0.1.10* ipv6Addresses=2001:db8:0:1::10 groups=default
            eni nat subnet=plain interfaceType=nat_gateway privateIpAddresses=10.0.3.10* requesterManaged=true deviceIndex=1 attachment=ela-attach-1
            end
            """);

    private static CreateSubnet create() {
        return CreateSubnet.of("new", "main", "eu-west-1a");
    }

    private static CreateSubnet create(String cidrBlock) {
        return create().withCidrBlock(cidrBlock);
    }

    static Stream<Refusal> refusals() {
        return Stream.of(
                refusal(
                        12,
                        "create outside the VPC",
                        "InvalidSubnet.Range",
                        "subnet.cidr.in-vpc",
                        create("10.1.0.0/24")),
                refusal(
                        13,
                        "create in another subnet",
                        "InvalidSubnet.Conflict",
                        "subnet.cidr.overlap",
                        create("10.0.1.128/25")),
                refusal(
                        13,
                        "create around another subnet",
                        "InvalidSubnet.Conflict",
                        "subnet.cidr.overlap",
                        create("10.0.0.0/22")),
                refusal(
                        14,
                        "create across two blocks",
                        "InvalidSubnet.Range",
                        "subnet.cidr.in-vpc",
                        CreateSubnet.of("new", "halves", "eu-west-1a").withCidrBlock("10.8.0.0/16")),
                refusal(15, "create a /29", "InvalidSubnet.Range", "subnet.cidr.size", create("10.0.9.0/29")),
                refusal(
                        16,
                        "create in no zone",
                        "InvalidParameterValue",
                        "create.zone-form",
                        CreateSubnet.of("new", "main", "asfas").withCidrBlock("10.0.9.0/24")),
                refusal(
                        17,
                        "create IPv6-native without a block",
                        "MissingParameter",
                        "subnet.ipv6-native.block",
                        create().withIpv6Native(true)),
                refusal(
                        18,
                        "create IPv6-native with an IPv4 block",
                        "InvalidParameterCombination",
                        "subnet.ipv6-native.no-ipv4",
                        create("10.0.9.0/24")
                                .withIpv6CidrBlock("2001:db8:0:9::/64")
                                .withIpv6Native(true)),
                refusal(
                        18,
                        "create IPv6-native with two IPv4 blocks",
                        "InvalidParameterCombination",
                        "cidr.ipv6-native",
                        create("10.0.9.0/24").withIpv6CidrBlock("10.0.10.0/24").withIpv6Native(true)),
                refusal(
                        18,
                        "create IPv6-native with an IPv4 block and none of IPv6",
                        "MissingParameter",
                        "subnet.ipv6-native.block",
                        create("10.0.9.0/24").withIpv6Native(true)),
                refusal(
                        21,
                        "reserve outside the subnet",
                        "InvalidParameterValue",
                        "subnet.reservation.within",
                        CreateSubnetCidrReservation.of("plain", "10.1.0.0/28", CidrReservation.Type.PREFIX)),
                refusal(
                        21,
                        "reserve IPv6 in a subnet without",
                        "InvalidParameterValue",
                        "subnet.reservation.within",
                        CreateSubnetCidrReservation.of("plain", "2001:db8::/80", CidrReservation.Type.PREFIX)),
                refusal(
                        22,
                        "reserve what is reserved",
                        "InvalidParameterValue",
                        "subnet.reservation.overlap",
                        CreateSubnetCidrReservation.of("plain", "10.0.3.16/29", CidrReservation.Type.PREFIX)),
                refusal(
                        80,
                        "modify two attributes",
                        "InvalidParameterCombination",
                        "modify.one-attribute",
                        ModifySubnet.of("a").withMapPublicIpOnLaunch(true).withAssignIpv6AddressOnCreation(true)),
                refusal(
                        80,
                        "modify nothing",
                        "InvalidParameterCombination",
                        "modify.one-attribute",
                        ModifySubnet.of("a")),
                refusal(
                        89,
                        "delete with an interface",
                        "DependencyViolation",
                        "delete.subnet-unused",
                        DeleteSubnet.of("a")),
                refusal(
                        89,
                        "delete with an interface of a service",
                        "DependencyViolation",
                        "delete.subnet-unused",
                        DeleteSubnet.of("plain")),
                refusal(
                        0,
                        "create in an unknown VPC",
                        "InvalidVpcID.NotFound",
                        "subnet.vpc.exists",
                        CreateSubnet.of("new", "nowhere", "eu-west-1a").withCidrBlock("10.0.9.0/24")),
                refusal(0, "create without a block", "MissingParameter", "subnet.cidr.required", create()),
                refusal(
                        0,
                        "create with an IPv6 block outside the VPC",
                        "InvalidSubnet.Range",
                        "subnet.ipv6-cidr.in-vpc",
                        create("10.0.9.0/24").withIpv6CidrBlock("2001:db8:1::/64")),
                refusal(
                        0,
                        "create with an IPv6 block in use",
                        "InvalidSubnet.Conflict",
                        "subnet.ipv6-cidr.overlap",
                        create("10.0.9.0/24").withIpv6CidrBlock("2001:db8::/60")),
                refusal(
                        0,
                        "associate an IPv6 block of a wrong length",
                        "InvalidParameterValue",
                        "subnet.ipv6-cidr.size",
                        AssociateSubnetCidrBlock.of("plain", "2001:db8:0:9::/66")),
                refusal(
                        0,
                        "associate a second IPv6 block",
                        "",
                        "associate.subnet-ipv6-free",
                        AssociateSubnetCidrBlock.of("a", "2001:db8:0:9::/64")),
                refusal(
                        0,
                        "disassociate a block in use",
                        "InvalidCidrBlock.InUse",
                        "disassociate.subnet-block-unused",
                        DisassociateSubnetCidrBlock.of("a", "2001:db8:0:1::/64")),
                refusal(
                        0,
                        "disassociate a block that is given out",
                        "InvalidCidrBlock.InUse",
                        "disassociate.subnet-block-unused",
                        DisassociateSubnetCidrBlock.of("auto", "2001:db8:0:2::/64")),
                refusal(
                        0,
                        "disassociate another block",
                        "InvalidSubnetCidrBlockAssociationID.NotFound",
                        "disassociate.subnet-block-known",
                        DisassociateSubnetCidrBlock.of("a", "2001:db8:0:2::/64")),
                refusal(
                        0,
                        "give out IPv6 addresses without a block",
                        "InvalidParameterValue",
                        "subnet.auto-ipv6",
                        ModifySubnet.of("plain").withAssignIpv6AddressOnCreation(true)),
                refusal(
                        0,
                        "delete an unknown reservation",
                        "InvalidSubnetCidrReservationID.NotFound",
                        "reservation.known",
                        DeleteSubnetCidrReservation.of("plain", "10.0.3.32/28")),
                refusal(
                        0,
                        "modify an unknown subnet",
                        "InvalidSubnetID.NotFound",
                        "subnet.known",
                        ModifySubnet.of("nowhere").withMapPublicIpOnLaunch(true)));
    }

    @Test
    void plan_ofTheScenarios_isSound() {
        assertThat(RULES.check(PLAN).violations()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("refusals")
    void apply_whatEc2Refuses_isRefusedWithItsCode(Refusal refusal) {
        assertThat(EC2.apply(PLAN, refusal.operations())).isInstanceOfSatisfying(ApplyResult.Refused.class, refused -> {
            assertThat(refused.rule()).as(refused.toString()).isEqualTo(refusal.rule());
            assertThat(refused.code()).isEqualTo(refusal.code());
            Refusal.assertWellRefused(PLAN, refusal.operations(), refused);
        });
    }

    private static NetworkPlan after(Operation... operations) {
        NetworkPlan after = EC2.apply(PLAN, operations).orElseThrow();
        assertThat(RULES.check(after).hasErrors())
                .as(RULES.check(after).toString())
                .isFalse();
        return after;
    }

    private static Subnet subnet(NetworkPlan plan, String id) {
        return plan.subnet(id).orElseThrow();
    }

    @Test
    void createSubnet_dualStackWithHostBits_isCanonicalWithDefaults() {
        Subnet made = subnet(after(create("10.0.9.7/24").withIpv6CidrBlock("2001:db8:0:9::7/64")), "new");
        assertThat(made)
                .isEqualTo(Subnet.builder()
                        .id("new")
                        .vpcId("main")
                        .availabilityZone("eu-west-1a")
                        .cidrBlock("10.0.9.0/24")
                        .ipv6CidrBlock("2001:db8:0:9::/64")
                        .build());
    }

    @Test
    void createSubnet_ipv6Native_givesOutIpv6Addresses() {
        Subnet made =
                subnet(after(create().withIpv6CidrBlock("2001:db8:0:9::/64").withIpv6Native(true)), "new");
        assertThat(made.assignIpv6AddressOnCreation()).isTrue();
        assertThat(made.cidrBlock()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "us-east-1f",
                "us-gov-west-1a",
                "eusc-de-east-1a",
                "ap-southeast-12b",
                "us-west-2-lax-1a",
                "us-east-1-wl1-bos-wlz-1"
            })
    void createSubnet_anyZone_isAccepted(String zone) {
        assertThat(after(CreateSubnet.of("new", "main", zone).withCidrBlock("10.0.9.0/24"))
                        .subnet("new"))
                .isPresent();
    }

    @ParameterizedTest
    @ValueSource(strings = {"eu-west-1", "eu-west-1A", "euw1-az1", "west-1a", "", "eu-west-1ab", "eu-west-1a "})
    void createSubnet_noZone_isRefused(String zone) {
        assertThat(EC2.apply(PLAN, CreateSubnet.of("new", "main", zone).withCidrBlock("10.0.9.0/24"))
                        .isAccepted())
                .isFalse();
    }

    @Test
    void createSubnet_zoneOfAnotherSubnet_isAcceptedWhateverItIsCalled() {
        NetworkPlan plan = PLAN.toBuilder()
                .put(subnet(PLAN, "plain").toBuilder()
                        .availabilityZone("zone-b")
                        .build())
                .build();
        assertThat(EC2.apply(plan, CreateSubnet.of("new", "main", "zone-b").withCidrBlock("10.0.9.0/24"))
                        .isAccepted())
                .isTrue();
        assertThat(EC2.apply(plan, CreateSubnet.of("new", "main", "zone-c").withCidrBlock("10.0.9.0/24"))
                        .isAccepted())
                .isFalse();
    }

    @Test
    void modifySubnet_mapPublic_isInheritedByNewInterfacesOnly() {
        NetworkPlan after = after(
                CreateEni.of("before", "a"),
                ModifySubnet.of("a").withMapPublicIpOnLaunch(true),
                CreateEni.of("after", "a"),
                ModifySubnet.of("a").withMapPublicIpOnLaunch(false));
        assertThat(after.eni("before").orElseThrow().associatePublicIpAddress()).isFalse();
        assertThat(after.eni("after").orElseThrow().associatePublicIpAddress()).isTrue();
    }

    @Test
    void modifySubnet_setting_leavesItsBlocksAsTheyAre() {
        NetworkPlan on = after(ModifySubnet.of("a").withAssignIpv6AddressOnCreation(true));
        assertThat(subnet(on, "a"))
                .isEqualTo(subnet(PLAN, "a").toBuilder()
                        .assignIpv6AddressOnCreation(true)
                        .build());
    }

    @Test
    void ipv6Block_associatedAndDisassociated() {
        NetworkPlan with = after(AssociateSubnetCidrBlock.of("plain", "2001:db8:0:3::9/64"));
        assertThat(subnet(with, "plain").ipv6CidrBlock()).contains(Cidr.parse("2001:db8:0:3::/64"));
        assertThat(EC2.apply(with, DisassociateSubnetCidrBlock.of("plain", "2001:db8:0:3::/64"))
                        .orElseThrow())
                .isEqualTo(PLAN);
    }

    @Test
    void ipv6Block_settingOff_isDisassociated() {
        NetworkPlan after = after(
                ModifySubnet.of("auto").withAssignIpv6AddressOnCreation(false),
                DisassociateSubnetCidrBlock.of("auto", "2001:db8:0:2::/64"));
        assertThat(subnet(after, "auto").ipv6CidrBlock()).isEmpty();
    }

    @Test
    void reservation_aroundAnAddressInUse_isMadeAndDeleted() {
        NetworkPlan made = after(CreateSubnetCidrReservation.of("a", "10.0.1.5/28", CidrReservation.Type.EXPLICIT));
        assertThat(subnet(made, "a").cidrReservations())
                .containsExactly(new CidrReservation(Cidr.parse("10.0.1.0/28"), CidrReservation.Type.EXPLICIT));
        assertThat(made.eni("e1")).isEqualTo(PLAN.eni("e1"));
        assertThat(EC2.apply(made, DeleteSubnetCidrReservation.of("a", "10.0.1.0/28"))
                        .orElseThrow())
                .isEqualTo(PLAN);
    }

    @Test
    void deleteSubnet_onceItsInterfaceIsGone_isAccepted() {
        assertThat(EC2.apply(PLAN, DeleteSubnet.of("a")).toString())
                .contains("dependencies")
                .contains("eni e1");
        assertThat(after(DeleteEni.of("e1"), DeleteSubnet.of("a")).subnet("a")).isEmpty();
    }
}
