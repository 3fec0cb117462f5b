package io.enikit.operations;

import static org.assertj.core.api.Assertions.assertThat;

import io.enikit.model.Attachment;
import io.enikit.model.CidrReservation;
import io.enikit.model.Eni;
import io.enikit.model.EniId;
import io.enikit.model.NetworkPlan;
import io.enikit.model.PlanText;
import io.enikit.rules.Ec2Rules;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What each operation is called in the EC2 API, and what it reports to have done. */
class OutcomesTest {
    private static final Ec2 EC2 = Ec2.enforcing(Ec2Rules.standard());
    static final NetworkPlan PLAN = PlanText.read("""
            eni-plan 1
            vpc bare cidrBlocks=10.9.0.0/16,10.8.0.0/16
            vpc empty cidrBlocks=10.7.0.0/16 internetGatewayAttached=true
            vpc main cidrBlocks=10.0.0.0/16 ipv6CidrBlocks=2001:db8::/56 internetGatewayAttached=true
            subnet a vpc=main availabilityZone=eu-west-1a cidrBlock=10.0.0.0/24 ipv6CidrBlock=2001:db8::/64 cidrReservations=10.0.0.192/28;prefix
            subnet unused vpc=main availabilityZone=eu-west-1a cidrBlock=10.0.1.0/24
            subnet v6 vpc=main availabilityZone=eu-west-1a cidrBlock=10.0.2.0/24 ipv6CidrBlock=2001:db8:0:2::/64
            group default vpc=main
            group loose vpc=main
            instance run instanceType=m5.large
            instance halt instanceType=m5.large state=stopped
            eni branch subnet=a privateIpAddresses=10.0.0.30* groups=default trunk=trunk vlanId=7
            eni halt/eth0 subnet=a privateIpAddresses=10.0.0.11* groups=default instance=halt deviceIndex=0
            eni run/eth0 subnet=a privateIpAddresses=10.0.0.10* associatePublicIpAddress=true publicIpv4=198.51.100.7 groups=default instance=run deviceIndex=0 deleteOnTermination=true
            eni run/eth1 subnet=a privateIpAddresses=10.0.0.12* groups=default instance=run deviceIndex=1 attachment=eni-attach-1
            eni spare subnet=a privateIpAddresses=10.0.0.20*,10.0.0.21 ipv6Addresses=2001:db8::20 groups=default tag:Name=x
            eni trunk subnet=a interfaceType=trunk privateIpAddresses=10.0.0.13* groups=default instance=run deviceIndex=2
            eip ip networkInterface=spare privateIpAddress=10.0.0.21
            eip loose
            end
            """);

    static Stream<Arguments> operations() {
        return Stream.of(
                done(AllocateElasticIp.of("new"), "AllocateAddress", "new: CREATED"),
                done(
                        AssignIpv6Addresses.of("spare").withIpv6AddressCount(1),
                        "AssignIpv6Addresses",
                        "spare: ASSIGNED 2001:db8::4"),
                done(
                        AssignPrivateIpAddresses.of("spare").withIpv4PrefixCount(1),
                        "AssignPrivateIpAddresses",
                        "spare: ASSIGNED 10.0.0.192/28"),
                done(
                        AssociateElasticIp.of("loose", "spare"),
                        "AssociateAddress",
                        "loose: ASSOCIATED with 10.0.0.20 of spare"),
                done(AssociateElasticIp.of("ip", "run/eth0"), "AssociateAddress", """
                        ip: DISASSOCIATED from 10.0.0.21 of spare
                        ip: ASSOCIATED with 10.0.0.10 of run/eth0
                        run/eth0: RELEASED its public IPv4 address"""),
                done(
                        AssociateElasticIpWithInstance.of("loose", "halt"),
                        "AssociateAddress",
                        "loose: ASSOCIATED with 10.0.0.11 of halt/eth0"),
                done(AssociateSubnetCidrBlock.of("unused", "2001:db8:0:1::/64"), "AssociateSubnetCidrBlock", """
                        unused: ASSOCIATED 2001:db8:0:1::/64
                        unused: STATUS 2001:db8:0:1::/64 associating → associated"""),
                done(
                        AssociateTrunkInterface.of("spare", "trunk").withVlanId(8),
                        "AssociateTrunkInterface",
                        "spare: ASSOCIATED with trunk vlanId=8"),
                done(AssociateVpcCidrBlock.of("main").withCidrBlock("10.1.0.0/16"), "AssociateVpcCidrBlock", """
                        main: ASSOCIATED 10.1.0.0/16
                        main: STATUS 10.1.0.0/16 associating → associated"""),
                done(AttachEni.of("spare", "halt", 1), "AttachNetworkInterface", """
                        spare: ATTACHED eni-attach-65d2d032fabc2f7f1 at device index 1 of network card 0 of halt
                        spare: STATUS available → attaching → in-use"""),
                done(AttachInternetGateway.of("bare"), "AttachInternetGateway", "bare: ATTACHED internet gateway"),
                done(CreateEni.of("new", "a"), "CreateNetworkInterface", """
                        new: CREATED in a
                        new: STATUS pending → available
                        new: ASSIGNED 10.0.0.4 (primary)"""),
                done(
                        CreateSecurityGroup.of("new", "main").withDescription("for tests"),
                        "CreateSecurityGroup",
                        "new: CREATED in main"),
                done(
                        CreateSubnet.of("new", "main", "eu-west-1b").withCidrBlock("10.0.3.0/24"),
                        "CreateSubnet",
                        "new: CREATED in main and eu-west-1b"),
                done(
                        CreateSubnetCidrReservation.of("a", "10.0.0.64/28", CidrReservation.Type.EXPLICIT),
                        "CreateSubnetCidrReservation",
                        "a: MODIFIED reserved 10.0.0.64/28;explicit"),
                done(CreateVpc.of("new", "10.5.0.0/16"), "CreateVpc", """
                        new: CREATED 10.5.0.0/16
                        new/default: CREATED in new"""),
                done(DeleteEni.of("spare"), "DeleteNetworkInterface", """
                        ip: DISASSOCIATED from 10.0.0.21 of spare
                        spare: DELETED"""),
                done(DeleteSecurityGroup.of("loose"), "DeleteSecurityGroup", "loose: DELETED"),
                done(DeleteSubnet.of("unused"), "DeleteSubnet", "unused: DELETED"),
                done(
                        DeleteSubnetCidrReservation.of("a", "10.0.0.192/28"),
                        "DeleteSubnetCidrReservation",
                        "a: MODIFIED no longer reserved 10.0.0.192/28"),
                done(DeleteVpc.of("bare"), "DeleteVpc", "bare: DELETED"),
                done(DetachAttachment.of("eni-attach-1"), "DetachNetworkInterface", """
                        run/eth1: DETACHED from run
                        run/eth1: STATUS in-use → detaching → available"""),
                done(DetachInternetGateway.of("empty"), "DetachInternetGateway", "empty: DETACHED internet gateway"),
                done(
                        DisassociateElasticIp.of("ip"),
                        "DisassociateAddress",
                        "ip: DISASSOCIATED from 10.0.0.21 of spare"),
                done(DisassociateSubnetCidrBlock.of("v6", "2001:db8:0:2::/64"), "DisassociateSubnetCidrBlock", """
                        v6: DISASSOCIATED 2001:db8:0:2::/64
                        v6: STATUS 2001:db8:0:2::/64 disassociating → disassociated"""),
                done(
                        DisassociateTrunkInterface.of("branch"),
                        "DisassociateTrunkInterface",
                        "branch: DISASSOCIATED from trunk vlanId=7"),
                done(DisassociateVpcCidrBlock.of("bare", "10.8.0.0/16"), "DisassociateVpcCidrBlock", """
                        bare: DISASSOCIATED 10.8.0.0/16
                        bare: STATUS 10.8.0.0/16 disassociating → disassociated"""),
                done(LaunchInstance.of("new", "m5.large").withSubnetId("a"), "RunInstances", """
                        new: CREATED of type m5.large
                        new/eth0: CREATED in a
                        new/eth0: ASSIGNED 10.0.0.4 (primary)
                        new/eth0: ATTACHED eni-attach-2b42037d330428931 at device index 0 of network card 0 of new
                        new/eth0: STATUS available → attaching → in-use
                        new: STATUS pending → running"""),
                done(
                        ModifyEni.of("spare").withSourceDestCheck(false),
                        "ModifyNetworkInterfaceAttribute",
                        "spare: MODIFIED sourceDestCheck=false"),
                done(
                        ModifyInstance.of("halt").withSourceDestCheck(false),
                        "ModifyInstanceAttribute",
                        "halt/eth0: MODIFIED sourceDestCheck=false"),
                done(
                        ModifySubnet.of("a").withMapPublicIpOnLaunch(true),
                        "ModifySubnetAttribute",
                        "a: MODIFIED mapPublicIpOnLaunch=true"),
                done(ReleaseElasticIp.of("loose"), "ReleaseAddress", "loose: DELETED"),
                done(ResetEni.of("spare"), "ResetNetworkInterfaceAttribute", "spare: MODIFIED sourceDestCheck=true"),
                done(StartInstance.of("halt"), "StartInstances", "halt: STATUS stopped → pending → running"),
                done(StopInstance.of("run"), "StopInstances", """
                        run: STATUS running → stopping → stopped
                        run/eth0: RELEASED its public IPv4 address"""),
                done(TagResource.of(EniId.of("spare"), "k", "v"), "CreateTags", "spare: MODIFIED tag k=v"),
                done(TerminateInstance.of("run"), "TerminateInstances", """
                        run/eth0: DELETED
                        run/eth1: DETACHED from run
                        run/eth1: STATUS in-use → detaching → available
                        trunk: DETACHED from run
                        trunk: STATUS in-use → detaching → available
                        run: STATUS running → shutting-down → terminated"""),
                done(
                        UnassignIpv6Addresses.of("spare").plusIpv6Address("2001:db8::20"),
                        "UnassignIpv6Addresses",
                        "spare: RELEASED 2001:db8::20"),
                done(
                        UnassignPrivateIpAddresses.of("spare").plusPrivateIpAddress("10.0.0.21"),
                        "UnassignPrivateIpAddresses",
                        """
                        spare: RELEASED 10.0.0.21
                        ip: DISASSOCIATED from 10.0.0.21 of spare"""),
                done(UntagResource.of(EniId.of("spare"), "Name"), "DeleteTags", "spare: MODIFIED tag Name removed"));
    }

    private static Arguments done(Operation operation, String action, String outcomes) {
        return Arguments.of(operation, action, outcomes);
    }

    @ParameterizedTest
    @MethodSource("operations")
    void apply_acceptedCall_reportsWhatItDid(Operation operation, String action, String outcomes) {
        assertThat(operation.action()).isEqualTo(action);
        ApplyResult result = EC2.apply(PLAN, operation);
        assertThat(result).isInstanceOf(ApplyResult.Accepted.class);
        assertThat(((ApplyResult.Accepted) result)
                        .outcomes().stream().map(Outcome::toString).collect(Collectors.joining("\n")))
                .isEqualTo(outcomes.strip());
    }

    @Test
    void terminate_primaryInterfaceStays_reportsThatItsPublicAddressIsGone() {
        Eni primary = PLAN.eni("run/eth0").orElseThrow();
        Attachment staying = primary.attachment().orElseThrow().toBuilder()
                .deleteOnTermination(false)
                .build();
        NetworkPlan plan = PLAN.toBuilder()
                .put(primary.toBuilder().attachment(staying).build())
                .build();
        ApplyResult result = EC2.apply(plan, TerminateInstance.of("run"));
        assertThat(((ApplyResult.Accepted) result).outcomes())
                .extracting(Outcome::toString)
                .startsWith(
                        "run/eth0: RELEASED its public IPv4 address",
                        "run/eth0: DETACHED from run",
                        "run/eth0: STATUS in-use → detaching → available");
        assertThat(result.orElseThrow().eni("run/eth0").orElseThrow().publicIpv4())
                .isEmpty();
    }
}
