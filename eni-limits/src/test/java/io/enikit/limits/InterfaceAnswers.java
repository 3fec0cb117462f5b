package io.enikit.limits;

import static io.enikit.limits.Ec2Answer.answer;

import io.enikit.model.InterfaceType;
import io.enikit.operations.AssignPrivateIpAddresses;
import io.enikit.operations.AssociateTrunkInterface;
import io.enikit.operations.AttachEni;
import io.enikit.operations.CreateEni;
import io.enikit.operations.DeleteEni;
import io.enikit.operations.DetachAttachment;
import io.enikit.operations.DetachEni;
import io.enikit.operations.ModifyEni;
import io.enikit.operations.UnassignPrivateIpAddresses;
import java.util.stream.Stream;

/** Answers to calls about interfaces and their addresses. */
final class InterfaceAnswers {
    private static final String NET = """
            vpc main cidrBlocks=10.0.0.0/16 ipv6CidrBlocks=2001:db8::/56 internetGatewayAttached=true
            subnet a vpc=main availabilityZone=eu-west-1a cidrBlock=10.0.0.0/24 ipv6CidrBlock=2001:db8::/64
            subnet small vpc=main availabilityZone=eu-west-1a cidrBlock=10.0.1.0/28
            group default vpc=main
            group web vpc=main""";
    private static final String APP = """
            instance app instanceType=t3.medium
            eni app/eth0 subnet=a privateIpAddresses=10.0.0.10* groups=web instance=app deviceIndex=0""";
    private static final String SPARE = "eni eni-0000000a subnet=a privateIpAddresses=10.0.0.20* groups=web";
    private static final String LAMBDA =
            "eni fn subnet=a interfaceType=lambda privateIpAddresses=10.0.0.30* groups=web deviceIndex=1 attachment=ela-attach-00000001";

    private InterfaceAnswers() {}

    static Stream<Ec2Answer> all() {
        return Stream.of(created(), deleted(), attached(), detached(), modified(), assigned(), branches())
                .flatMap(each -> each);
    }

    private static Stream<Ec2Answer> created() {
        return Stream.of(
                answer("ENI-01", "the subnet is full")
                        .in(
                                NET,
                                "eni full subnet=small privateIpAddresses=10.0.1.4*,10.0.1.5,10.0.1.6,10.0.1.7,10.0.1.8,10.0.1.9,10.0.1.10,10.0.1.11,10.0.1.12,10.0.1.13,10.0.1.14 groups=web")
                        .when(() -> CreateEni.of("new", "small"))
                        .refused("InsufficientFreeAddressesInSubnet")
                        .saying("The specified subnet does not have enough free addresses to satisfy the request."),
                answer("ENI-03", "an address that EC2 keeps")
                        .in(NET)
                        .when(() -> CreateEni.of("new", "a").withPrivateIpAddress("10.0.0.2"))
                        .refused("InvalidParameterValue")
                        .saying("Address 10.0.0.2 is in subnet's reserved address range"),
                answer("ENI-04", "a list where an address belongs")
                        .in(NET)
                        .when(() -> CreateEni.of("new", "a").withPrivateIpAddress("[10.0.0.21, 10.0.0.22]"))
                        .refused("InvalidParameterValue")
                        .saying("invalid value for parameter address: [10.0.0.21, 10.0.0.22]"),
                answer("ENI-06", "no such subnet")
                        .in(NET)
                        .when(() -> CreateEni.of("new", "gone"))
                        .refused("InvalidSubnetID.NotFound")
                        .saying("The subnet ID 'gone' does not exist"),
                answer("ENI-07", "a prefix where 10 addresses are left")
                        .in(NET, "eni one subnet=small privateIpAddresses=10.0.1.4* groups=web")
                        .when(() -> CreateEni.of("new", "small").withIpv4PrefixCount(1))
                        .refused("InvalidParameterValue")
                        .saying("There aren't sufficient free Ipv4 addresses or prefixes"),
                answer("ENI-11", "the first address of a /28 that is not kept")
                        .in(NET)
                        .when(() -> CreateEni.of("new", "small").withPrivateIpAddress("10.0.1.4")),
                answer("ENI-12", "the last address of a /28 that is not kept")
                        .in(NET)
                        .when(() -> CreateEni.of("new", "small").withPrivateIpAddress("10.0.1.14")),
                answer("ENI-13", "an EFA that is attached to nothing")
                        .in(NET)
                        .when(() -> CreateEni.of("new", "a").withInterfaceType(InterfaceType.EFA)),
                // Known from a comment in the source of an emulator alone, of 2014 to 2017; no answer shows the code.
                answer("ENI-14", "a secondary address that another interface has")
                        .in(NET, SPARE)
                        .when(() -> CreateEni.of("new", "a")
                                .withPrivateIpAddress("10.0.0.40")
                                .plusSecondaryPrivateIpAddress("10.0.0.20"))
                        .refused("InvalidParameterValue")
                        .hereOnPurpose("InvalidIPAddress.InUse"),
                answer("IP-13", "an IPv4 address, two of IPv6, and a group")
                        .in(NET)
                        .when(() -> CreateEni.of("new", "a")
                                .withPrivateIpAddress("10.0.0.40")
                                .plusIpv6Address("2001:db8::10")
                                .plusIpv6Address("2001:db8::11")
                                .withSecurityGroups("web")));
    }

    private static Stream<Ec2Answer> deleted() {
        return Stream.of(
                answer("DEL-02", "the interface of a NAT gateway")
                        .in(
                                NET,
                                "eni nat subnet=a interfaceType=nat_gateway privateIpAddresses=10.0.0.40* requesterManaged=true deviceIndex=1 attachment=ela-attach-00000002")
                        .when(() -> DeleteEni.of("nat"))
                        .refused("InvalidParameterValue")
                        .saying("Network interface 'nat' is currently in use."),
                answer("DEL-03", "no such interface")
                        .in(NET)
                        .when(() -> DeleteEni.of("eni-0000000f"))
                        .refused("InvalidNetworkInterfaceID.NotFound")
                        .saying("The networkInterface ID 'eni-0000000f' does not exist"),
                answer("DEL-04", "a branch that its trunk carries")
                        .in(NET, trunk())
                        .when(() -> DeleteEni.of("branch")));
    }

    private static Stream<Ec2Answer> attached() {
        return Stream.of(
                answer("ATT-02", "the index of the primary interface")
                        .in(NET, APP, SPARE)
                        .when(() -> AttachEni.of("eni-0000000a", "app", 0))
                        .refused("InvalidParameterValue")
                        .saying("Instance 'app' already has an interface attached at device index '0'."),
                answer("ATT-03", "an index that leaves a gap, while the instance runs")
                        .in(NET, APP, SPARE)
                        .when(() -> AttachEni.of("eni-0000000a", "app", 2)),
                answer("ATT-05", "a third interface where two may be")
                        .in(
                                NET,
                                "instance old instanceType=m1.small",
                                "eni old/eth0 subnet=a privateIpAddresses=10.0.0.10* groups=web instance=old deviceIndex=0",
                                "eni old/eth1 subnet=a privateIpAddresses=10.0.0.11* groups=web instance=old deviceIndex=1",
                                SPARE)
                        .when(() -> AttachEni.of("eni-0000000a", "old", 2))
                        .refused("AttachmentLimitExceeded")
                        .saying("Interface count 3 exceeds the limit for m1.small"),
                answer("ATT-06", "an interface with seven addresses where six may be")
                        .in(NET, APP, SPARE)
                        .when(
                                () -> AssignPrivateIpAddresses.of("eni-0000000a")
                                        .withSecondaryPrivateIpAddressCount(6),
                                () -> AttachEni.of("eni-0000000a", "app", 1))
                        .refused("InvalidInterface.IpAddressLimitExceeded")
                        .sayingAmongOthers("exceeds the limit for t3.medium"),
                answer("ATT-07", "an interface that is attached")
                        .in(
                                NET,
                                APP,
                                "instance other instanceType=t3.medium",
                                "eni other/eth0 subnet=a privateIpAddresses=10.0.0.11* groups=web instance=other deviceIndex=0",
                                "eni eni-0000000b subnet=a privateIpAddresses=10.0.0.12* groups=web instance=other deviceIndex=1")
                        .when(() -> AttachEni.of("eni-0000000b", "app", 1))
                        .refused("InvalidNetworkInterface.InUse")
                        .saying("Interface: [eni-0000000b] in use."),
                answer("ATT-09", "an EFA, and a type that has none")
                        .in(
                                NET,
                                "instance old instanceType=t2.micro state=stopped",
                                "eni old/eth0 subnet=a privateIpAddresses=10.0.0.10* groups=web instance=old deviceIndex=0",
                                "eni efa subnet=a interfaceType=efa privateIpAddresses=10.0.0.20* groups=web")
                        .when(() -> AttachEni.of("efa", "old", 1))
                        .refused()
                        .saying("t2.micro instances do not support Elastic Fabric Adapters."),
                answer("ATT-10", "an index of one card that is taken on another one")
                        .in(
                                NET,
                                "instance big instanceType=p4d.24xlarge",
                                "eni big/eth0 subnet=a privateIpAddresses=10.0.0.10* groups=web instance=big deviceIndex=0",
                                "eni big/card1 subnet=a privateIpAddresses=10.0.0.11* groups=web instance=big deviceIndex=1 networkCardIndex=1",
                                SPARE)
                        .when(() -> AttachEni.of("eni-0000000a", "big", 1)),
                answer("ATT-12", "no such interface")
                        .in(NET, APP)
                        .when(() -> AttachEni.of("eni-ffffffff", "app", 1))
                        .refused("InvalidNetworkInterfaceID.NotFound")
                        .saying("The networkInterface ID 'eni-ffffffff' does not exist"));
    }

    private static Stream<Ec2Answer> detached() {
        return Stream.of(
                answer("DET-01", "the primary interface")
                        .in(NET, APP)
                        .when(() -> DetachEni.of("app/eth0"))
                        .refused("OperationNotPermitted")
                        .saying("The network interface at device index 0 and networkCard index 0 cannot be detached."),
                answer("DET-03", "the interface of a function, which is not marked as managed")
                        .in(NET, LAMBDA)
                        .when(() -> DetachAttachment.of("ela-attach-00000001"))
                        .refused("OperationNotPermitted")
                        .saying("You are not allowed to manage 'ela-attach' attachments."),
                answer("DET-03", "the same, by its interface")
                        .in(NET, LAMBDA)
                        .when(() -> DetachEni.of("fn"))
                        .refused("OperationNotPermitted")
                        .saying("You are not allowed to manage 'ela-attach' attachments."),
                answer("DET-04", "no such attachment")
                        .in(NET, APP)
                        .when(() -> DetachAttachment.of("eni-attach-0000000f"))
                        .refused("InvalidAttachmentID.NotFound"));
    }

    private static Stream<Ec2Answer> modified() {
        return Stream.of(
                answer("MOD-01", "no attribute")
                        .in(NET, SPARE)
                        .when(() -> ModifyEni.of("eni-0000000a"))
                        .refused("InvalidParameterCombination"),
                answer("MOD-02", "an attachment and no value, in no form of an id")
                        .in(NET, SPARE)
                        .when(() -> ModifyEni.of("eni-0000000a").withAttachmentId("none"))
                        .refused("MissingParameter"),
                answer("MOD-03", "an attachment that is not there")
                        .in(NET, SPARE)
                        .when(() -> ModifyEni.of("eni-0000000a")
                                .withAttachmentId("eni-attach-0")
                                .withDeleteOnTermination(true))
                        .refused("InvalidAttachmentID.NotFound"),
                answer("MOD-05", "a sixth group")
                        .in(
                                NET,
                                SPARE,
                                "group g1 vpc=main",
                                "group g2 vpc=main",
                                "group g3 vpc=main",
                                "group g4 vpc=main",
                                "group g5 vpc=main")
                        .when(() ->
                                ModifyEni.of("eni-0000000a").withSecurityGroups("web", "g1", "g2", "g3", "g4", "g5"))
                        .refused("SecurityGroupsPerInterfaceLimitExceeded")
                        .saying("The maximum number of security groups per interface has been reached."),
                answer("MOD-06", "a group of another VPC")
                        .in(NET, SPARE, "vpc far cidrBlocks=10.8.0.0/16", "group there vpc=far")
                        .when(() -> ModifyEni.of("eni-0000000a").withSecurityGroups("there"))
                        .refused("InvalidGroup.NotFound")
                        .saying("You have specified two resources that belong to different networks."),
                answer("MOD-07", "the groups of the interface of a function")
                        .in(NET, LAMBDA)
                        .when(() -> ModifyEni.of("fn").withSecurityGroups("default"))
                        .refused("OperationNotPermitted"),
                // A test of 2014 to 2017; since then ids of 8 or 17 digits may be asked for first.
                answer("MOD-08", "an id with one digit")
                        .in(NET)
                        .when(() -> ModifyEni.of("eni-0").withDescription("none"))
                        .refused("InvalidNetworkInterfaceID.NotFound")
                        .hereOnPurpose("InvalidNetworkInterfaceId.Malformed"));
    }

    private static Stream<Ec2Answer> assigned() {
        return Stream.of(
                answer("IP-01", "a secondary address of another interface")
                        .in(NET, APP, "eni other subnet=a privateIpAddresses=10.0.0.20*,10.0.0.21 groups=web")
                        .when(() -> AssignPrivateIpAddresses.of("app/eth0").plusPrivateIpAddress("10.0.0.21"))
                        .refused("InvalidParameterValue")
                        .saying("[10.0.0.21] assigned, but move is not allowed."),
                answer("IP-04", "more than the type allows")
                        .in(NET, APP)
                        .when(() -> AssignPrivateIpAddresses.of("app/eth0").withSecondaryPrivateIpAddressCount(6))
                        .refused("PrivateIpAddressLimitExceeded")
                        .saying("Number of private addresses will exceed limit."),
                answer("IP-05", "the primary address is given back")
                        .in(NET, SPARE)
                        .when(() ->
                                UnassignPrivateIpAddresses.of("eni-0000000a").plusPrivateIpAddress("10.0.0.20"))
                        .refused("InvalidParameterValue"),
                answer("IP-07", "a prefix, and no sixteen of 27 free addresses are a block")
                        .in(
                                NET,
                                "subnet split vpc=main availabilityZone=eu-west-1a cidrBlock=10.0.2.0/27",
                                "eni frag subnet=split privateIpAddresses=10.0.2.4* groups=web")
                        .when(() -> AssignPrivateIpAddresses.of("frag").withIpv4PrefixCount(1))
                        .refused("InsufficientCidrBlocks")
                        .saying("The specified subnet does not have enough free cidr blocks to satisfy the request."));
    }

    private static Stream<Ec2Answer> branches() {
        return Stream.of(answer("TRK-03", "a VLAN id that another branch of the trunk has")
                .in(NET, trunk(), SPARE)
                .when(() -> AssociateTrunkInterface.of("eni-0000000a", "trunk").withVlanId(1))
                .refused());
    }

    private static String trunk() {
        return """
                subnet pods vpc=main availabilityZone=eu-west-1a cidrBlock=10.0.4.0/24
                instance node instanceType=m5.large
                eni node/eth0 subnet=a privateIpAddresses=10.0.0.50* groups=web instance=node deviceIndex=0
                eni trunk subnet=a interfaceType=trunk privateIpAddresses=10.0.0.51* groups=web instance=node deviceIndex=1
                eni branch subnet=pods interfaceType=branch privateIpAddresses=10.0.4.10* groups=web trunk=trunk vlanId=1""";
    }
}
