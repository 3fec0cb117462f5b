package io.enikit.limits;

import static io.enikit.limits.Ec2Answer.answer;

import io.enikit.operations.AssociateVpcCidrBlock;
import io.enikit.operations.CreateSecurityGroup;
import io.enikit.operations.CreateSubnet;
import io.enikit.operations.CreateVpc;
import io.enikit.operations.DeleteSecurityGroup;
import io.enikit.operations.DeleteSubnet;
import io.enikit.operations.DeleteVpc;
import io.enikit.operations.DisassociateSubnetCidrBlock;
import io.enikit.operations.DisassociateVpcCidrBlock;
import io.enikit.operations.ModifySubnet;
import java.util.stream.Stream;

/** Answers about VPCs, subnets and security groups that people published; each is named by where it stands. */
final class PublishedVpcAnswers {
    private static final String NET = """
            vpc main cidrBlocks=10.0.0.0/16 ipv6CidrBlocks=2001:db8::/56
            subnet a vpc=main availabilityZone=eu-west-1a cidrBlock=10.0.0.0/24 ipv6CidrBlock=2001:db8::/64
            subnet b vpc=main availabilityZone=eu-west-1b cidrBlock=10.0.1.0/24
            group default vpc=main""";

    private PublishedVpcAnswers() {}

    static Stream<Ec2Answer> all() {
        return Stream.of(vpcs(), subnets(), groups()).flatMap(each -> each);
    }

    private static CreateSubnet subnet() {
        return CreateSubnet.of("new", "main", "eu-west-1a");
    }

    private static CreateSecurityGroup group(String name, String description) {
        return CreateSecurityGroup.of("new", "main").withGroupName(name).withDescription(description);
    }

    private static Stream<Ec2Answer> vpcs() {
        return Stream.of(
                answer("the functional tests of openstack/ec2-api", "a block that is too large")
                        .when(() -> CreateVpc.of("new", "10.0.0.0/15"))
                        .refused("InvalidVpc.Range")
                        .saying("The CIDR '10.0.0.0/15' is invalid."),
                answer("tests of moto", "the primary block is taken off")
                        .in(NET)
                        .when(() -> DisassociateVpcCidrBlock.of("main", "10.0.0.0/16"))
                        .refused("OperationNotPermitted")
                        // in place of the id of the association, which a plan has not, the block
                        .saying(
                                "The vpc CIDR block with association ID 10.0.0.0/16 may not be disassociated. It is the primary IPv4 CIDR block of the VPC"),
                answer("hashicorp/terraform-provider-aws#29077", "an IPv4 block with a subnet in it")
                        .in(
                                "vpc main cidrBlocks=10.0.0.0/16,10.1.0.0/16",
                                "subnet a vpc=main availabilityZone=eu-west-1a cidrBlock=10.1.0.0/24",
                                "group default vpc=main")
                        .when(() -> DisassociateVpcCidrBlock.of("main", "10.1.0.0/16"))
                        .refused("InvalidCidrBlock.InUse")
                        .saying("The vpc main currently has a subnet within CIDR block 10.1.0.0/16"),
                answer("logs of Terraform", "a subnet is in it")
                        .in(NET)
                        .when(() -> DeleteVpc.of("main"))
                        .refused("DependencyViolation")
                        .saying("The vpc 'main' has dependencies and cannot be deleted."),
                answer("the error codes of the EC2 API", "a block that overlaps another one of the VPC")
                        .in(NET)
                        .when(() -> AssociateVpcCidrBlock.of("main").withCidrBlock("10.0.128.0/17"))
                        .refused("CidrConflict"),
                answer("VPC CIDR blocks", "a block in 10.0.0.0/16, to a VPC in 10.1.0.0/16")
                        .in("vpc main cidrBlocks=10.1.0.0/16", "group default vpc=main")
                        .when(() -> AssociateVpcCidrBlock.of("main").withCidrBlock("10.0.0.0/24"))
                        .refused("InvalidVpc.Range")
                        .saying(
                                "The CIDR '10.0.0.0/24' is restricted. Use a CIDR from the same private address range as the current VPC CIDR, or use a publicly-routable CIDR."));
    }

    private static Stream<Ec2Answer> subnets() {
        return Stream.of(
                answer("logs of Terraform", "a block outside of the VPC")
                        .in(NET)
                        .when(() -> subnet().withCidrBlock("10.1.0.0/24"))
                        .refused("InvalidSubnet.Range")
                        .saying("The CIDR '10.1.0.0/24' is invalid."),
                answer("waterbear-cloud/paco#40, hashicorp/terraform#33470", "a part of the block of another subnet")
                        .in(NET)
                        .when(() -> subnet().withCidrBlock("10.0.1.128/25"))
                        .refused("InvalidSubnet.Conflict")
                        .saying("The CIDR '10.0.1.128/25' conflicts with another subnet"),
                answer("hashicorp/terraform-provider-aws#42414", "no block")
                        .in(NET)
                        .when(() -> subnet())
                        .refused("MissingParameter")
                        .saying("Either 'cidrBlock' or 'ipv4IpamPoolId' should be provided."),
                answer("terraform-aws-modules/terraform-aws-vpc#735", "automatic IPv6 addresses without a block")
                        .in(NET)
                        .when(() -> ModifySubnet.of("b").withAssignIpv6AddressOnCreation(true))
                        .refused("InvalidParameterValue")
                        .saying(
                                "Invalid value 'true' for assign-ipv6-address-on-creation. Cannot set assign-ipv6-address-on-creation to true unless the subnet (b) has an IPv6 CIDR block associated with it."),
                answer("hashicorp/terraform-provider-aws#46017", "an IPv6 block that the subnet gives addresses from")
                        .in(NET.replace("2001:db8::/64", "2001:db8::/64 assignIpv6AddressOnCreation=true"))
                        .when(() -> DisassociateSubnetCidrBlock.of("a", "2001:db8::/64"))
                        .refused("InvalidCidrBlock.InUse")
                        // in place of the id of the association, which a plan has not, the block
                        .saying(
                                "The subnet IPv6 CIDR block with association ID 2001:db8::/64 may not be disassociated, because its subnet has assign-ipv6-address-on-creation set to true."),
                answer("tests of moto that pass on EC2", "IPv6-native, and no block")
                        .in(NET)
                        .when(() -> subnet().withIpv6Native(true))
                        .refused("MissingParameter")
                        .saying("Either 'ipv6CidrBlock' or 'ipv6IpamPoolId' should be provided."),
                answer("the functional tests of openstack/ec2-api", "it is gone")
                        .in(NET)
                        .when(() -> DeleteSubnet.of("b"), () -> DeleteSubnet.of("b"))
                        .refused("InvalidSubnetID.NotFound")
                        .saying("The subnet ID 'b' does not exist"));
    }

    private static Stream<Ec2Answer> groups() {
        return Stream.of(
                answer("logs of Terraform", "a description in another script")
                        .in(NET)
                        .when(() -> group("web", "web tier \u2014 from the load balancer"))
                        .refused("InvalidParameterValue")
                        .saying(
                                "Value (web tier \u2014 from the load balancer) for parameter GroupDescription is invalid. Character sets beyond ASCII are not supported."),
                answer("the functional tests of openstack/ec2-api", "a name in another script")
                        .in(NET)
                        .when(() -> group("gr\u00fcn", "of the web servers"))
                        .refused("InvalidParameterValue")
                        .saying(
                                "Value (gr\u00fcn) for parameter GroupName is invalid. Character sets beyond ASCII are not supported."),
                answer("the functional tests of openstack/ec2-api", "a name like an id")
                        .in(NET)
                        .when(() -> group("sg-web", "of the web servers"))
                        .refused("InvalidParameterValue")
                        .saying(
                                "Value (sg-web) for parameter GroupName is invalid. Group names may not be in the format sg-*."),
                answer("the functional tests of openstack/ec2-api", "no name")
                        .in(NET)
                        .when(() -> group("", "of the web servers"))
                        .refused("MissingParameter"),
                answer("otiai10/hotsub#36", "the quota is met")
                        .in("quotas securityGroups=1", NET)
                        .when(() -> group("web", "of the web servers"))
                        .refused("SecurityGroupLimitExceeded")
                        .saying("The maximum number of security groups for VPC 'main' has been reached."),
                answer("weaveworks/eksctl#1849", "a rule of another group names it")
                        .in(NET, "group web vpc=main", "group db vpc=main ingress=tcp;5432;group:web")
                        .when(() -> DeleteSecurityGroup.of("web"))
                        .refused("DependencyViolation")
                        .saying("resource web has a dependent object"),
                answer("the error codes of the EC2 API", "it is gone")
                        .in(NET)
                        .when(() -> DeleteSecurityGroup.of("sg-0000000f"))
                        .refused("InvalidGroup.NotFound")
                        .saying("The security group 'sg-0000000f' does not exist"));
    }
}
