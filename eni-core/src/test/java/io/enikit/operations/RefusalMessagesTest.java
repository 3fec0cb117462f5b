package io.enikit.operations;

import static org.assertj.core.api.Assertions.assertThat;

import io.enikit.model.EniAddress;
import io.enikit.model.NetworkPlan;
import io.enikit.model.PlanText;
import io.enikit.net.IpAddress;
import io.enikit.rules.Ec2Rules;
import io.enikit.rules.RuleSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What a refusal says, to the letter; and that calls without meaning are refused whatever is left out. */
class RefusalMessagesTest {
    private static final RuleSet RULES = Ec2Rules.standard();
    static final NetworkPlan PLAN = PlanText.read("""
            eni-plan 1
            vpc bare cidrBlocks=10.2.0.0/16
            vpc main cidrBlocks=10.0.0.0/16,10.9.0.0/16 ipv6CidrBlocks=2001:db8::/56 internetGatewayAttached=true
            subnet a vpc=main availabilityZone=z1 cidrBlock=10.0.0.0/24 ipv6CidrBlock=2001:db8::/64 cidrReservations=10.0.0.64/28;prefix
            group default vpc=main
            group web vpc=main
            instance halt instanceType=m5.large state=stopped
            instance run instanceType=m5.large
            eni efa subnet=a interfaceType=efa privateIpAddresses=10.0.0.31* groups=web instance=run deviceIndex=2
            eni halt/eth0 subnet=a privateIpAddresses=10.0.0.12* groups=web instance=halt deviceIndex=0
            eni nat subnet=a interfaceType=nat_gateway privateIpAddresses=10.0.0.40* requesterManaged=true
            eni run/eth0 subnet=a privateIpAddresses=10.0.0.10* ipv6Addresses=2001:db8::10* groups=web instance=run deviceIndex=0
            eni run/eth1 subnet=a privateIpAddresses=10.0.0.11* groups=web instance=run deviceIndex=1
            eni spare subnet=a privateIpAddresses=10.0.0.20* groups=web
            eni trunk subnet=a interfaceType=trunk privateIpAddresses=10.0.0.21* groups=web
            eip ip networkInterface=run/eth1 privateIpAddress=10.0.0.11
            end
            """);

    private static Arguments says(String rule, String message, Operation operation) {
        return Arguments.of(rule, message, operation);
    }

    static Stream<Arguments> refusals() {
        return Stream.of(
                says("create.id-free", "the eni \"spare\" is there already", CreateEni.of("spare", "a")),
                says("create.id-free", "the vpc \"main\" is there already", CreateVpc.of("main", "10.5.0.0/16")),
                says(
                        "create.id-free",
                        "the subnet \"a\" is there already",
                        CreateSubnet.of("a", "main", "eu-west-1a").withCidrBlock("10.0.1.0/24")),
                says(
                        "create.id-free",
                        "the group \"web\" is there already",
                        CreateSecurityGroup.of("web", "main").withDescription("web")),
                says("create.id-free", "the eip \"ip\" is there already", AllocateElasticIp.of("ip")),
                says(
                        "create.id-free",
                        "the instance \"run\" is there already",
                        LaunchInstance.of("run", "m5.large").withSubnetId("a")),
                says(
                        "create.one-primary",
                        "privateIpAddress and a primary one of privateIpAddresses of new may not be specified on the same request",
                        CreateEni.of("new", "a")
                                .withPrivateIpAddress("10.0.0.50")
                                .plusPrivateIpAddress(new EniAddress(IpAddress.parse("10.0.0.51"), true))),
                says(
                        "detach.efa-hot",
                        "efa is of type efa, and its instance is running: stop it first",
                        DetachEni.of("efa")),
                says(
                        "detach.primary",
                        "the network interface at device index 0 of network card 0 cannot be detached: run/eth0 is the primary interface of run",
                        DetachEni.of("run/eth0")),
                says(
                        "attach.managed",
                        "you do not have permission to access the specified resource: nat is managed by a service",
                        AttachEni.of("nat", "halt", 1)),
                says(
                        "attach.interface-free",
                        "run/eth1 is in use, attached to run",
                        AttachEni.of("run/eth1", "halt", 1)),
                says(
                        "delete.detached",
                        "network interface 'run/eth1' is currently in use by run",
                        DeleteEni.of("run/eth1")),
                says(
                        "launch.interfaces-or-subnet",
                        "neither network interfaces nor a subnet ID are specified: expected one of them",
                        LaunchInstance.of("app", "m5.large")),
                says(
                        "launch.interfaces-or-subnet",
                        "network interfaces and an instance-level subnet ID may not be specified on the same request",
                        LaunchInstance.of("app", "m5.large")
                                .plusInterface(LaunchInterface.creating(0, CreateEni.of("app-0", "a")))
                                .withSubnetId("a")),
                says(
                        "launch.interfaces-or-subnet",
                        "network interfaces and an instance-level security groups may not be specified on the same request",
                        LaunchInstance.of("app", "m5.large")
                                .plusInterface(LaunchInterface.creating(0, CreateEni.of("app-0", "a")))
                                .withSecurityGroups("web")),
                says(
                        "launch.interfaces-or-subnet",
                        "network interfaces and an instance-level private IP address may not be specified on the same request",
                        LaunchInstance.of("app", "m5.large")
                                .plusInterface(LaunchInterface.creating(0, CreateEni.of("app-0", "a")))
                                .withPrivateIpAddress(IpAddress.parse("10.0.0.50"))),
                says(
                        "launch.count-positive",
                        "value (0) for the count is invalid: expected 1 or more",
                        LaunchInstance.of("app", "m5.large").withSubnetId("a").withCount(0)),
                says(
                        "gateway.detach-unused",
                        "the VPC main has mapped public addresses: those of eni run/eth1",
                        DetachInternetGateway.of("main")),
                says(
                        "trunk.one-key",
                        "neither of vlanId and greKey for spare: expected one",
                        AssociateTrunkInterface.of("spare", "trunk")),
                says(
                        "trunk.one-key",
                        "both of vlanId and greKey for spare: expected one",
                        AssociateTrunkInterface.of("spare", "trunk")
                                .withVlanId(1)
                                .withGreKey(1)),
                says(
                        "trunk.associated",
                        "spare is not associated with a trunk",
                        DisassociateTrunkInterface.of("spare")),
                says(
                        "associate.one-block",
                        "0 blocks for main: expected one of cidrBlock, ipv6CidrBlock and amazonProvidedIpv6CidrBlock",
                        AssociateVpcCidrBlock.of("main")),
                says(
                        "disassociate.vpc-block-known",
                        "10.8.0.0/16 is not associated with VPC main, which has [10.0.0.0/16, 10.9.0.0/16]",
                        DisassociateVpcCidrBlock.of("main", "10.8.0.0/16")),
                says(
                        "disassociate.subnet-block-known",
                        "2001:db8:0:9::/64 is not the IPv6 block of subnet a, which is 2001:db8::/64",
                        DisassociateSubnetCidrBlock.of("a", "2001:db8:0:9::/64")),
                says(
                        "disassociate.subnet-block-unused",
                        "2001:db8::/64 may not be disassociated, because it is in use by eni run/eth0",
                        DisassociateSubnetCidrBlock.of("a", "2001:db8::/64")),
                says(
                        "reservation.known",
                        "the subnet CIDR reservation 10.0.0.80/28 does not exist in subnet a, which has [10.0.0.64/28;prefix]",
                        DeleteSubnetCidrReservation.of("a", "10.0.0.80/28")),
                says(
                        "detach.attachment-id-form",
                        "invalid attachment id \"eni-0123\": expected eni-attach-…, this is the id of an interface",
                        DetachAttachment.of("eni-0123")),
                says(
                        "detach.attachment-id-form",
                        "invalid attachment id \"attach-0123\": expected eni-attach-…",
                        DetachAttachment.of("attach-0123")),
                says(
                        "detach.attachment-of-service",
                        "you are not allowed to manage 'ela-attach' attachments",
                        DetachAttachment.of("ela-attach-1")),
                says(
                        "delete.group-known",
                        "the security group \"nowhere\" does not exist",
                        DeleteSecurityGroup.of("nowhere")),
                says("instance.known", "the instance \"nowhere\" does not exist", StopInstance.of("nowhere")),
                says("vpc.known", "the VPC \"nowhere\" does not exist", DeleteVpc.of("nowhere")),
                says(
                        "modify.only-interface",
                        "there are multiple interfaces attached to instance 'run': specify an interface for the operation instead",
                        ModifyInstance.of("run").withSourceDestCheck(false)),
                says(
                        "create.primary-ipv6",
                        "enablePrimaryIpv6 of new is on and it gets no IPv6 address that could be the primary one",
                        CreateEni.of("new", "a").withEnablePrimaryIpv6(true)),
                says(
                        "modify.primary-ipv6",
                        "2001:db8::10 is the primary IPv6 address of run/eth0: that cannot be undone until the interface is detached",
                        ModifyEni.of("run/eth0").withEnablePrimaryIpv6(false)),
                says(
                        "addresses.family",
                        "invalid value for parameter address: 2001:db8::9: expected an IPv4 address or prefix",
                        AssignPrivateIpAddresses.of("spare").plusPrivateIpAddress("2001:db8::9")),
                says(
                        "addresses.family",
                        "invalid value for parameter address: 10.0.0.16/28: expected an IPv6 address or prefix",
                        AssignIpv6Addresses.of("spare").plusIpv6Prefix("10.0.0.16/28")),
                says(
                        "addresses.family",
                        "invalid value for parameter address: 10.0.0.50: expected an IPv6 address or prefix",
                        CreateEni.of("new", "a").plusIpv6Address("10.0.0.50")),
                says(
                        "unassign.held",
                        "some of the specified addresses are not assigned to interface run/eth0: 2001:db8::10",
                        UnassignPrivateIpAddresses.of("run/eth0").plusPrivateIpAddress("2001:db8::10")),
                says(
                        "unassign.held",
                        "some of the specified addresses are not assigned to interface run/eth0: 10.0.0.10",
                        UnassignIpv6Addresses.of("run/eth0").plusIpv6Address("10.0.0.10")),
                says(
                        "addresses.count",
                        "value (0) for parameter secondaryPrivateIpAddressCount is invalid: expected a number from 1 to 65536",
                        CreateEni.of("new", "a").withSecondaryPrivateIpAddressCount(0)),
                says(
                        "addresses.count",
                        "value (0) for parameter ipv4PrefixCount is invalid: expected a number from 1 to 65536",
                        AssignPrivateIpAddresses.of("spare").withIpv4PrefixCount(0)),
                says(
                        "addresses.count",
                        "value (65537) for parameter ipv6AddressCount is invalid: expected a number from 1 to 65536",
                        AssignIpv6Addresses.of("spare").withIpv6AddressCount(65_537)),
                says(
                        "addresses.count",
                        "value (-1) for parameter ipv6PrefixCount is invalid: expected a number from 1 to 65536",
                        AssignIpv6Addresses.of("spare").withIpv6PrefixCount(-1)),
                says(
                        "create.tags-reserved",
                        "the tag key 'aws:x' is not valid: tag keys starting with 'aws:' are reserved for internal use",
                        AllocateElasticIp.of("new").withTags(java.util.Map.of("aws:x", "y"))));
    }

    @ParameterizedTest
    @MethodSource("refusals")
    void refusal_saysWhatWasWrongAndWhatWasExpected(String rule, String message, Operation operation) {
        ApplyResult result = Ec2.enforcing(RULES).apply(PLAN, operation);
        assertThat(result).isInstanceOf(ApplyResult.Refused.class);
        ApplyResult.Refused refused = (ApplyResult.Refused) result;
        assertThat(refused.rule() + ": " + refused.message()).isEqualTo(rule + ": " + message);
    }

    /** Preconditions without which the call would have no meaning. */
    private static final Set<String> ESSENTIAL = Set.of(
            "associate.one-block",
            "cidr.syntax",
            "create.id-free",
            "delete.group-known",
            "detach.attachment-of-service",
            "disassociate.subnet-block-known",
            "disassociate.vpc-block-known",
            "instance.known",
            "launch.count-positive",
            "reservation.known",
            "trunk.associated",
            "trunk.one-key",
            "vpc.known");

    @ParameterizedTest
    @MethodSource("refusals")
    void precondition_leftOut_isStillCheckedWhereTheCallWouldHaveNoMeaning(
            String rule, String message, Operation operation) {
        ApplyResult result = Ec2.enforcing(RULES.without(rule)).apply(PLAN, List.of(operation));
        boolean refusedAnyway =
                result instanceof ApplyResult.Refused refused && refused.rule().equals(rule);
        assertThat(refusedAnyway).isEqualTo(ESSENTIAL.contains(rule));
    }
}
