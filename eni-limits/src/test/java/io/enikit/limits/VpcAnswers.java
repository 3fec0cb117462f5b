package io.enikit.limits;

import static io.enikit.limits.Ec2Answer.answer;

import io.enikit.model.CidrReservation;
import io.enikit.model.VpcId;
import io.enikit.operations.AssociateVpcCidrBlock;
import io.enikit.operations.CreateSecurityGroup;
import io.enikit.operations.CreateSubnet;
import io.enikit.operations.CreateSubnetCidrReservation;
import io.enikit.operations.CreateVpc;
import io.enikit.operations.DeleteSecurityGroup;
import io.enikit.operations.DeleteSubnet;
import io.enikit.operations.DeleteVpc;
import io.enikit.operations.DisassociateSubnetCidrBlock;
import io.enikit.operations.DisassociateVpcCidrBlock;
import io.enikit.operations.TagResource;
import java.util.stream.Stream;

/** Answers to calls about VPCs, subnets, security groups and tags. */
final class VpcAnswers {
    private static final String VPC = """
            vpc main cidrBlocks=10.0.0.0/16 ipv6CidrBlocks=2001:db8::/56
            group default vpc=main""";
    private static final String NET = VPC + """

            subnet a vpc=main availabilityZone=eu-west-1a cidrBlock=10.0.0.0/24 ipv6CidrBlock=2001:db8::/64""";

    private VpcAnswers() {}

    static Stream<Ec2Answer> all() {
        return Stream.of(vpcs(), subnets(), subnetsInOrderOfFaults(), groups(), tags())
                .flatMap(each -> each);
    }

    private static CreateSubnet subnet() {
        return CreateSubnet.of("new", "main", "eu-west-1a");
    }

    private static CreateSecurityGroup group(String name) {
        return CreateSecurityGroup.of("new", "main").withGroupName(name).withDescription("of the web servers");
    }

    private static Stream<Ec2Answer> vpcs() {
        return Stream.of(
                answer("VPC-02", "a block that is too small")
                        .when(() -> CreateVpc.of("new", "10.0.0.0/29"))
                        .refused("InvalidVpc.Range")
                        .saying("The CIDR '10.0.0.0/29' is invalid."),
                answer("VPC-03", "a sixth block, with host bits: the quota first")
                        .in(
                                "vpc main cidrBlocks=10.0.0.0/16,10.1.0.0/16,10.2.0.0/16,10.3.0.0/16,10.4.0.0/16",
                                "group default vpc=main")
                        .when(() -> AssociateVpcCidrBlock.of("main").withCidrBlock("10.5.0.1/16"))
                        .refused("CidrLimitExceeded")
                        .saying("This network main has met its maximum number of allowed CIDRs: 5"),
                answer("VPC-05", "a block of another private range")
                        .in(VPC)
                        .when(() -> AssociateVpcCidrBlock.of("main").withCidrBlock("192.168.0.0/16"))
                        .refused("InvalidVpc.Range")
                        .saying(
                                "The CIDR '192.168.0.0/16' is restricted. Use a CIDR from the same private address range as the current VPC CIDR, or use a publicly-routable CIDR."),
                answer("VPC-06", "an IPv6 block with a subnet in it")
                        .in(NET)
                        .when(() -> DisassociateVpcCidrBlock.of("main", "2001:db8::/56"))
                        .refused("InvalidCidrBlock.InUse")
                        .saying("The vpc main currently has a subnet within CIDR block 2001:db8::/56"),
                answer("VPC-08", "a VPC that is gone")
                        .in(VPC)
                        .when(() -> DeleteVpc.of("main"), () -> DeleteVpc.of("main"))
                        .refused("InvalidVpcID.NotFound")
                        .saying("The vpc ID 'main' does not exist"),
                answer("VPC-09", "a sixth VPC")
                        .in(
                                VPC,
                                "vpc v2 cidrBlocks=10.2.0.0/16",
                                "vpc v3 cidrBlocks=10.3.0.0/16",
                                "vpc v4 cidrBlocks=10.4.0.0/16",
                                "vpc v5 cidrBlocks=10.5.0.0/16")
                        .when(() -> CreateVpc.of("new", "10.6.0.0/16"))
                        .refused("VpcLimitExceeded")
                        .saying("The maximum number of VPCs has been reached."),
                answer("VPC-11", "a VPC that has its default group alone")
                        .when(() -> CreateVpc.of("new", "10.0.0.0/16"), () -> DeleteVpc.of("new")),
                answer("VPC-12", "the block of another VPC").in(VPC).when(() -> CreateVpc.of("new", "10.0.0.0/16")),
                answer("VPC-14", "two more blocks, one of which goes again")
                        .in("vpc main cidrBlocks=10.7.84.0/24", "group default vpc=main")
                        .when(
                                () -> AssociateVpcCidrBlock.of("main").withCidrBlock("10.7.85.0/24"),
                                () -> AssociateVpcCidrBlock.of("main").withCidrBlock("10.7.86.0/24"),
                                () -> DisassociateVpcCidrBlock.of("main", "10.7.85.0/24")));
    }

    private static Stream<Ec2Answer> subnets() {
        return Stream.of(
                answer("SUB-02", "a block larger than that of the VPC")
                        .in("vpc main cidrBlocks=10.2.0.0/20", "group default vpc=main")
                        .when(() -> subnet().withCidrBlock("10.2.0.0/19"))
                        .refused("InvalidSubnet.Range")
                        .saying("The CIDR '10.2.0.0/19' is invalid."),
                answer("SUB-03", "a block that is too small")
                        .in(VPC)
                        .when(() -> subnet().withCidrBlock("10.0.2.0/29"))
                        .refused("InvalidSubnet.Range")
                        .saying("The CIDR '10.0.2.0/29' is invalid."),
                answer("SUB-05", "the IPv6 block of another subnet")
                        .in(NET)
                        .when(() -> subnet().withCidrBlock("10.0.2.0/24").withIpv6CidrBlock("2001:db8::/64"))
                        .refused("InvalidSubnet.Conflict")
                        .saying("The IPv6 CIDR '2001:db8::/64' conflicts with another subnet"),
                answer("SUB-06", "an IPv6 block outside of the VPC")
                        .in(VPC)
                        .when(() -> subnet().withCidrBlock("10.0.2.0/24").withIpv6CidrBlock("2001:db8:0:100::/64"))
                        .refused("InvalidSubnet.Range")
                        .saying("The IPv6 CIDR '2001:db8:0:100::/64' is invalid."),
                answer("SUB-12", "an IPv6 block that the subnet gives addresses from")
                        .in(NET + " assignIpv6AddressOnCreation=true")
                        .when(() -> DisassociateSubnetCidrBlock.of("a", "2001:db8::/64"))
                        .refused("InvalidCidrBlock.InUse")
                        .sayingAmongOthers(
                                "may not be disassociated, because its subnet has assign-ipv6-address-on-creation set to true."),
                answer("SUB-13", "an interface is in it")
                        .in(NET, "eni one subnet=a privateIpAddresses=10.0.0.20* groups=default")
                        .when(() -> DeleteSubnet.of("a"))
                        .refused("DependencyViolation")
                        .saying("The subnet 'a' has dependencies and cannot be deleted."),
                answer("SUB-17", "a reservation in another one")
                        .in(NET + " cidrReservations=10.0.0.96/27;prefix")
                        .when(() -> CreateSubnetCidrReservation.of("a", "10.0.0.96/28", CidrReservation.Type.PREFIX))
                        .refused("InvalidParameterValue")
                        .saying("Reservation CIDR 10.0.0.96/28 has overlap with existing reserved CIDR block"));
    }

    private static Stream<Ec2Answer> subnetsInOrderOfFaults() {
        return Stream.of(
                answer("SUB-08", "IPv6-native, with an IPv4 block alone: what is missing first")
                        .in(VPC)
                        .when(() -> subnet().withIpv6Native(true).withCidrBlock("10.0.2.0/24"))
                        .refused("MissingParameter")
                        .saying("Either 'ipv6CidrBlock' or 'ipv6IpamPoolId' should be provided."),
                answer("SUB-09", "IPv6-native, with two blocks, of which the second is no IPv6 block: that last")
                        .in(VPC)
                        .when(() -> subnet().withIpv6Native(true)
                                .withCidrBlock("10.0.2.0/24")
                                .withIpv6CidrBlock("10.0.3.0/24"))
                        .refused("InvalidParameterCombination")
                        .saying(
                                "When specifying ipv4 parameters, cidrBlock or ipv4IpamPoolId, you cannot set ipv6Native to true."),
                answer("SUB-15", "a zone that the Region has not")
                        .in(VPC)
                        .when(() -> CreateSubnet.of("new", "main", "us-east-1x").withCidrBlock("10.0.2.0/24"))
                        .refused("InvalidParameterValue")
                        .sayingAmongOthers(
                                "Value (us-east-1x) for parameter availabilityZone is invalid. Subnets can currently only be created in the following availability zones:"),
                answer("SUB-16", "a zone that is none")
                        .in(VPC)
                        .when(() -> CreateSubnet.of("new", "main", "nowhere").withCidrBlock("10.0.2.0/24"))
                        .refused("InvalidParameterValue")
                        .saying("Value (nowhere) for parameter availabilityZone is invalid."));
    }

    private static Stream<Ec2Answer> groups() {
        return Stream.of(
                answer("SG-01", "a name that another group has")
                        .in(VPC, "group g vpc=main groupName=web")
                        .when(() -> group("web"))
                        .refused("InvalidGroup.Duplicate")
                        .saying("The security group 'web' already exists for VPC 'main'"),
                answer("SG-02", "a name that a group of another VPC has")
                        .in(VPC, "vpc far cidrBlocks=10.8.0.0/16", "group g vpc=far groupName=web")
                        .when(() -> group("web")),
                answer("SG-04", "an interface is in it")
                        .in(NET, "group web vpc=main", "eni one subnet=a privateIpAddresses=10.0.0.20* groups=web")
                        .when(() -> DeleteSecurityGroup.of("web"))
                        .refused("DependencyViolation")
                        .saying("resource web has a dependent object"),
                answer("SG-05", "the default group")
                        .in(VPC)
                        .when(() -> DeleteSecurityGroup.of("default"))
                        .refused("CannotDelete")
                        .sayingAmongOthers(
                                "the specified group: \"default\" name: \"default\" cannot be deleted by a user"),
                answer("SG-06", "a name with a per cent sign and a quotation mark")
                        .in(VPC)
                        .when(() -> group("web%\""))
                        .refused("InvalidParameterValue"),
                answer("SG-07", "a description with an apostrophe")
                        .in(VPC)
                        .when(() -> group("web").withDescription("the app's"))
                        .refused("InvalidParameterValue")
                        .saying(
                                "Invalid security group description. Valid descriptions are strings less than 256 characters from the following set:  a-zA-Z0-9. _-:/()#,@[]+=&;{}!$*"),
                answer("SG-09", "the name default")
                        .in(VPC)
                        .when(() -> group("default"))
                        .refused("InvalidParameterValue"),
                answer("SG-10", "no description")
                        .in(VPC)
                        .when(() -> CreateSecurityGroup.of("new", "main"))
                        .refused("MissingParameter"),
                // its words are of 2018 and name a VPC; the quota is that of an account in a Region now
                answer("SG-13", "the quota is met")
                        .in("quotas securityGroups=1", VPC, "group one vpc=main")
                        .when(() -> group("web"))
                        .refused("SecurityGroupLimitExceeded")
                        .saying("The maximum number of security groups for VPC 'main' has been reached."));
    }

    private static Stream<Ec2Answer> tags() {
        return Stream.of(
                answer("TAG-01", "a key of AWS")
                        .in(VPC)
                        .when(() -> TagResource.of(VpcId.of("main"), "aws:created", "no"))
                        .refused("InvalidParameterValue")
                        .saying(
                                "Value ( aws:created ) for parameter key is invalid. Tag keys starting with 'aws:' are reserved for internal use"),
                answer("TAG-04", "no such resource")
                        .in(VPC)
                        .when(() -> TagResource.of(VpcId.of("gone"), "Name", "x"))
                        .refused("InvalidID"));
    }
}
