package io.enikit.operations;

import static org.assertj.core.api.Assertions.assertThat;

import io.enikit.model.CidrReservation;
import io.enikit.model.ConnectionTracking;
import io.enikit.model.ElasticIpId;
import io.enikit.model.Eni;
import io.enikit.model.EniId;
import io.enikit.model.InstanceId;
import io.enikit.model.InterfaceType;
import io.enikit.model.NetworkPlan;
import io.enikit.model.PlanText;
import io.enikit.model.ResourceId;
import io.enikit.model.SecurityGroupId;
import io.enikit.model.SubnetId;
import io.enikit.model.VpcId;
import io.enikit.net.Cidr;
import io.enikit.rules.Ec2Rules;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What calls do and refuse beside the scenarios of the catalog. */
class OperationCasesTest {
    private static final Ec2 EC2 = Ec2.enforcing(Ec2Rules.standard());
    static final NetworkPlan PLAN = PlanText.read("""
            eni-plan 1
            vpc bare cidrBlocks=10.9.0.0/16
            vpc main cidrBlocks=10.0.0.0/16 ipv6CidrBlocks=2001:db8::/56 internetGatewayAttached=true
            subnet a vpc=main availabilityZone=eu-west-1a cidrBlock=10.0.0.0/24 ipv6CidrBlock=2001:db8::/64
            subnet b vpc=main availabilityZone=eu-west-1a cidrBlock=10.0.1.0/24 ipv6CidrBlock=2001:db8:0:1::/64
            group default vpc=main
            group shared vpc=main associatedVpcs=bare
            instance halt instanceType=m5.large state=stopped
            instance idle instanceType=m5.large state=stopped
            instance run instanceType=m5.large
            eni efa subnet=a interfaceType=efa privateIpAddresses=10.0.0.40* groups=default instance=halt deviceIndex=1
            eni halt/eth0 subnet=a privateIpAddresses=10.0.0.11* groups=default instance=halt deviceIndex=0
            eni idle/eth0 subnet=a privateIpAddresses=10.0.0.12* groups=default instance=idle deviceIndex=0
            eni many subnet=a privateIpAddresses=10.0.0.20*,10.0.0.21 ipv4Prefixes=10.0.0.64/28,10.0.0.80/28 ipv6Addresses=2001:db8::20,2001:db8::21 ipv6Prefixes=2001:db8:0:0:1::/80,2001:db8:0:0:2::/80 groups=default
            eni other subnet=a privateIpAddresses=10.0.0.30* groups=default
            eni run/eth0 subnet=a privateIpAddresses=10.0.0.10* associatePublicIpAddress=true publicIpv4=198.51.100.7 groups=default instance=run deviceIndex=0
            eip ip
            eip used networkInterface=many privateIpAddress=10.0.0.20
            end
            """);

    private static List<String> outcomes(NetworkPlan plan, Operation... operations) {
        ApplyResult result = EC2.apply(plan, operations);
        assertThat(result).isInstanceOf(ApplyResult.Accepted.class);
        return ((ApplyResult.Accepted) result)
                .outcomes().stream().map(Outcome::toString).toList();
    }

    private static NetworkPlan apply(Operation... operations) {
        return EC2.apply(PLAN, operations).orElseThrow();
    }

    private static ApplyResult.Refused refused(NetworkPlan plan, Operation... operations) {
        ApplyResult result = EC2.apply(plan, operations);
        assertThat(result).isInstanceOf(ApplyResult.Refused.class);
        return (ApplyResult.Refused) result;
    }

    static Stream<ResourceId> kinds() {
        return Stream.of(
                VpcId.of("main"),
                SubnetId.of("a"),
                SecurityGroupId.of("shared"),
                InstanceId.of("run"),
                EniId.of("many"),
                ElasticIpId.of("ip"));
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void tag_resourceOfAnyKind_isOnItUntilTakenOff(ResourceId id) {
        NetworkPlan tagged = apply(TagResource.of(id, "k", "v"));
        assertThat(tagged.find(id).orElseThrow().tags()).isEqualTo(Map.of("k", "v"));
        assertThat(EC2.apply(tagged, UntagResource.of(id, "k")).orElseThrow()).isEqualTo(PLAN);
    }

    static Stream<Arguments> refusals() {
        return Stream.of(
                Arguments.of(
                        CreateEni.of("new", "a").withIpv6AddressCount(1).plusIpv6Address("2001:db8::99"),
                        "addresses.one-way",
                        "ipv6Addresses"),
                Arguments.of(
                        CreateEni.of("new", "a")
                                .plusIpv6Prefix("2001:db8:0:0:9::/80")
                                .withIpv6PrefixCount(1),
                        "addresses.one-way",
                        "ipv6Prefixes"),
                Arguments.of(
                        LaunchInstance.of("new", "m5.large")
                                .plusInterface(LaunchInterface.creating(
                                        0, CreateEni.of("x", "a").withInterfaceType(InterfaceType.TRUNK))),
                        "create.interface-type",
                        "expected interface, efa or efa-only"));
    }

    @ParameterizedTest
    @MethodSource("refusals")
    void apply_whatEc2Refuses_isRefusedByTheRuleThatSaysWhy(Operation operation, String rule, String message) {
        ApplyResult.Refused refused = refused(PLAN, operation);
        assertThat(refused.rule()).isEqualTo(rule);
        assertThat(refused.message()).contains(message);
    }

    @Test
    void count_largestThatIsAllowed_isNotWhatItIsRefusedFor() {
        assertThat(refused(PLAN, AssignIpv6Addresses.of("many").withIpv6AddressCount(65_537))
                        .rule())
                .isEqualTo("addresses.count");
        assertThat(apply(AssignPrivateIpAddresses.of("other").withSecondaryPrivateIpAddressCount(1))
                        .eni("other")
                        .orElseThrow()
                        .privateIpAddresses())
                .hasSize(2);
    }

    static Stream<Arguments> accepted() {
        return Stream.of(
                Arguments.of(
                        DisassociateSecurityGroupVpc.of("shared", "bare"),
                        "DisassociateSecurityGroupVpc",
                        List.of("shared: DISASSOCIATED from bare")),
                Arguments.of(
                        UnassignIpv6Addresses.of("many").plusIpv6Prefix("2001:db8:0:0:1::/80"),
                        "UnassignIpv6Addresses",
                        List.of("many: RELEASED 2001:db8:0:0:1::/80")),
                Arguments.of(
                        UnassignPrivateIpAddresses.of("many").plusIpv4Prefix("10.0.0.64/28"),
                        "UnassignPrivateIpAddresses",
                        List.of("many: RELEASED 10.0.0.64/28")),
                Arguments.of(
                        AssociateElasticIpWithInstance.of("used", "idle"),
                        "AssociateAddress",
                        List.of(
                                "used: DISASSOCIATED from 10.0.0.20 of many",
                                "used: ASSOCIATED with 10.0.0.12 of idle/eth0")),
                Arguments.of(
                        ModifyEni.of("run/eth0").withAssociatePublicIpAddress(false),
                        "ModifyNetworkInterfaceAttribute",
                        List.of(
                                "run/eth0: MODIFIED associatePublicIpAddress=false",
                                "run/eth0: RELEASED its public IPv4 address")),
                Arguments.of(
                        DetachEni.of("efa"),
                        "DetachNetworkInterface",
                        List.of("efa: DETACHED from halt", "efa: STATUS in-use → detaching → available")),
                Arguments.of(
                        CreateEni.of("new", "a")
                                .plusIpv6Address("2001:db8::4")
                                .plusSecondaryPrivateIpAddress("10.0.0.4"),
                        "CreateNetworkInterface",
                        List.of(
                                "new: CREATED in a",
                                "new: STATUS pending → available",
                                "new: ASSIGNED 10.0.0.4",
                                "new: ASSIGNED 10.0.0.5 (primary)",
                                "new: ASSIGNED 2001:db8::4")));
    }

    @ParameterizedTest
    @MethodSource("accepted")
    void apply_whatEc2Accepts_reportsWhatItDid(Operation operation, String action, List<String> outcomes) {
        assertThat(operation.action()).isEqualTo(action);
        assertThat(outcomes(PLAN, operation)).isEqualTo(outcomes);
    }

    @Test
    void unassign_onePrefixOfEachFamily_leavesTheOthers() {
        NetworkPlan after = apply(
                UnassignIpv6Addresses.of("many").plusIpv6Prefix("2001:db8:0:0:1::/80"),
                UnassignPrivateIpAddresses.of("many").plusIpv4Prefix("10.0.0.80/28"));
        assertThat(after.eni("many").orElseThrow().ipv6Prefixes())
                .extracting(Object::toString)
                .containsExactly("2001:db8:0:0:2::/80");
        assertThat(after.eni("many").orElseThrow().ipv4Prefixes())
                .extracting(Object::toString)
                .containsExactly("10.0.0.64/28");
    }

    @Test
    void modifyInstance_groupsOfAnInstance_areTheInterfacesGroups() {
        assertThat(apply(ModifyInstance.of("run").withSecurityGroups("shared"))
                        .eni("run/eth0")
                        .orElseThrow()
                        .securityGroups())
                .containsExactly(SecurityGroupId.of("shared"));
    }

    @Test
    void modifyEni_connectionTracking_isTheInterfaces() {
        ConnectionTracking tracking = ConnectionTracking.defaults().withUdpTimeout(45);
        assertThat(apply(ModifyEni.of("many").withConnectionTracking(tracking))
                        .eni("many")
                        .orElseThrow()
                        .connectionTracking())
                .isEqualTo(tracking);
    }

    @Test
    void modifyEni_publicAddressWantedAgain_isGiven() {
        NetworkPlan without = apply(ModifyEni.of("run/eth0").withAssociatePublicIpAddress(false));
        assertThat(outcomes(without, ModifyEni.of("run/eth0").withAssociatePublicIpAddress(true)))
                .containsExactly(
                        "run/eth0: MODIFIED associatePublicIpAddress=true", "run/eth0: ASSIGNED a public IPv4 address");
    }

    @Test
    void associate_addressInUseWithoutLeaveToTakeIt_isRefused() {
        assertThat(refused(
                                PLAN,
                                AssociateElasticIpWithInstance.of("used", "idle")
                                        .withAllowReassociation(false))
                        .code())
                .contains("Resource.AlreadyAssociated");
    }

    @Test
    void assign_addressOfAnotherInterface_isMovedOnlyWithLeave() {
        assertThat(refused(PLAN, AssignPrivateIpAddresses.of("other").plusPrivateIpAddress("10.0.0.21"))
                        .rule())
                .isEqualTo("assign.move-allowed");
        AssignPrivateIpAddresses inPrefix = AssignPrivateIpAddresses.of("other").plusPrivateIpAddress("10.0.0.65");
        assertThat(refused(PLAN, inPrefix.withAllowReassignment(true)).rule()).isEqualTo("eni.ipv4.in-use");
        AssignPrivateIpAddresses own = AssignPrivateIpAddresses.of("many").plusPrivateIpAddress("10.0.0.21");
        assertThat(apply(own.withAllowReassignment(true))).isEqualTo(PLAN);
    }

    @Test
    void createAndDelete_withIdsOrWithText_areTheSame() {
        assertThat(CreateVpc.of(VpcId.of("new"), Cidr.parse("10.1.0.0/16")))
                .isEqualTo(CreateVpc.of("new", "10.1.0.0/16"));
        assertThat(AssociateSubnetCidrBlock.of(SubnetId.of("a"), Cidr.parse("2001:db8::/64")))
                .isEqualTo(AssociateSubnetCidrBlock.of("a", "2001:db8::/64"));
        assertThat(CreateSubnetCidrReservation.of(
                        SubnetId.of("a"), new CidrReservation(Cidr.parse("10.0.0.64/28"), CidrReservation.Type.PREFIX)))
                .isEqualTo(CreateSubnetCidrReservation.of("a", "10.0.0.64/28", CidrReservation.Type.PREFIX));
    }

    @Test
    void deleteVpc_withItsDefaultGroup_deletesBoth() {
        NetworkPlan created = apply(CreateVpc.of("new", "10.5.0.0/16"));
        assertThat(outcomes(created, DeleteVpc.of("new"))).containsExactly("new/default: DELETED", "new: DELETED");
        assertThat(EC2.apply(created, DeleteVpc.of("new")).orElseThrow()).isEqualTo(PLAN);
    }

    @Test
    void detach_unknownInterface_saysThatThereIsNone() {
        assertThat(Ec2.enforcing(Ec2Rules.standard())
                        .apply(NetworkPlan.builder().build(), DetachEni.of("nope")))
                .hasToString(
                        "refused: InvalidNetworkInterfaceID.NotFound: the network interface \"nope\" does not exist"
                                + " (eni.known)");
    }

    @Test
    void attach_withAttachmentId_hasIt() {
        NetworkPlan plan = PlanText.read("""
                eni-plan 1
                vpc main cidrBlocks=10.0.0.0/16
                subnet a vpc=main availabilityZone=eu-west-1a cidrBlock=10.0.0.0/24
                group g vpc=main
                instance i instanceType=m5.large
                eni i/eth0 subnet=a privateIpAddresses=10.0.0.4* groups=g instance=i deviceIndex=0
                eni e subnet=a privateIpAddresses=10.0.0.5* groups=g
                eni f subnet=a privateIpAddresses=10.0.0.6* groups=g
                end
                """);
        Ec2 ec2 = Ec2.enforcing(Ec2Rules.standard());
        NetworkPlan attached = ec2.apply(plan, AttachEni.of("e", "i", 1).withAttachmentId("eni-attach-01"))
                .orElseThrow();
        assertThat(attached.eniAttachedAs("eni-attach-01")).map(Eni::id).contains(EniId.of("e"));
        NetworkPlan again = ec2.apply(
                        attached, DetachEni.of("e"), AttachEni.of("e", "i", 1).withAttachmentId("eni-attach-02"))
                .orElseThrow();
        assertThat(again.eniAttachedAs("eni-attach-01")).isEmpty();
        NetworkPlan launched = ec2.apply(
                        plan,
                        LaunchInstance.of("j", "m5.large")
                                .plusInterface(LaunchInterface.existing(0, "f").withAttachmentId("eni-attach-03")))
                .orElseThrow();
        assertThat(launched.eniAttachedAs("eni-attach-03")).map(Eni::id).contains(EniId.of("f"));
    }
}
