package io.enikit.limits;

import static io.enikit.limits.Ec2Answer.answer;

import io.enikit.model.EniId;
import io.enikit.model.InterfaceType;
import io.enikit.model.SecurityGroupId;
import io.enikit.model.VpcId;
import io.enikit.operations.AssignPrivateIpAddresses;
import io.enikit.operations.AssociateElasticIp;
import io.enikit.operations.AssociateElasticIpWithInstance;
import io.enikit.operations.AttachEni;
import io.enikit.operations.CreateEni;
import io.enikit.operations.DeleteEni;
import io.enikit.operations.DetachAttachment;
import io.enikit.operations.DetachInternetGateway;
import io.enikit.operations.DisassociateElasticIp;
import io.enikit.operations.LaunchInstance;
import io.enikit.operations.LaunchInterface;
import io.enikit.operations.ModifyEni;
import io.enikit.operations.ModifyInstance;
import io.enikit.operations.StartInstance;
import io.enikit.operations.StopInstance;
import io.enikit.operations.TagResource;
import io.enikit.operations.UnassignPrivateIpAddresses;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Answers about interfaces, addresses and instances that people published; each is named by where it stands. */
final class PublishedAnswers {
    private static final String NET = """
            vpc main cidrBlocks=10.0.0.0/16 ipv6CidrBlocks=2001:db8::/56 internetGatewayAttached=true ownerId=123456789012
            subnet a vpc=main availabilityZone=eu-west-1a cidrBlock=10.0.0.0/24 ipv6CidrBlock=2001:db8::/64 ownerId=123456789012
            subnet b vpc=main availabilityZone=eu-west-1b cidrBlock=10.0.1.0/24
            subnet small vpc=main availabilityZone=eu-west-1a cidrBlock=10.0.2.0/28
            group default vpc=main
            group web vpc=main""";
    private static final String SIX = """
            group g1 vpc=main
            group g2 vpc=main
            group g3 vpc=main
            group g4 vpc=main
            group g5 vpc=main""";
    private static final String SPARE = "eni eni-0000000a subnet=a privateIpAddresses=10.0.0.20* groups=web";
    private static final String FULL =
            "eni full subnet=small privateIpAddresses=10.0.2.4*,10.0.2.5,10.0.2.6,10.0.2.7,10.0.2.8,10.0.2.9,10.0.2.10,10.0.2.11,10.0.2.12,10.0.2.13,10.0.2.14 groups=web";

    private PublishedAnswers() {}

    static Stream<Ec2Answer> all() {
        return Stream.of(created(), attached(), modified(), addresses(), launched(), states(), elasticIps(), tags())
                .flatMap(each -> each);
    }

    private static String app(String state) {
        return "instance app instanceType=t3.medium state=" + state
                + "\neni app/eth0 subnet=a privateIpAddresses=10.0.0.10* groups=web instance=app deviceIndex=0";
    }

    private static LaunchInstance launch() {
        return LaunchInstance.of("new", "t3.medium");
    }

    private static CreateEni create() {
        return CreateEni.of("eni-0000000f", "a");
    }

    private static Stream<Ec2Answer> created() {
        return Stream.of(
                answer("pulumi/pulumi-aws#2169", "the address of another interface")
                        .in(NET, SPARE)
                        .when(() -> create().withPrivateIpAddress("10.0.0.20"))
                        .refused("InvalidIPAddress.InUse")
                        .saying("The specified address is already in use."),
                answer("ansible amazon.aws ec2_eni", "an address outside of the subnet")
                        .in(NET)
                        .when(() -> create().withPrivateIpAddress("10.0.1.20"))
                        .refused("InvalidParameterValue")
                        .saying("Address does not fall within the subnet's address range"),
                answer("aws/amazon-vpc-resource-controller-k8s#583", "a sixth group")
                        .in(NET, SIX)
                        .when(() -> create().withSecurityGroups("web", "g1", "g2", "g3", "g4", "g5"))
                        .refused("InvalidParameterValue")
                        .saying(
                                "user 123456789012 exceeded limit 5 on the number of interface security group memberships"),
                answer("the error codes of the EC2 API", "no such group")
                        .in(NET)
                        .when(() -> create().withSecurityGroups("sg-0000000f"))
                        .refused("InvalidGroup.NotFound")
                        .saying("The security group 'sg-0000000f' does not exist"),
                answer("cilium/cilium#31016", "a prefix where nothing is left")
                        .in(NET, FULL)
                        .when(() -> AssignPrivateIpAddresses.of("full").withIpv4PrefixCount(1))
                        .refused("InvalidParameterValue")
                        .saying("There aren't sufficient free Ipv4 addresses or prefixes"),
                answer("gruntwork-io/cloud-nuke#1132", "it is attached")
                        .in(NET, app("running"))
                        .when(() -> DeleteEni.of("app/eth0"))
                        .refused("InvalidParameterValue")
                        .saying("Network interface 'app/eth0' is currently in use."));
    }

    private static Stream<Ec2Answer> attached() {
        return Stream.of(
                answer("lstoll/k8s-vpcnet#71", "an index that is taken")
                        .in(
                                NET,
                                app("running"),
                                SPARE,
                                "eni app/eth1 subnet=a privateIpAddresses=10.0.0.11* groups=web instance=app deviceIndex=1")
                        .when(() -> AttachEni.of("eni-0000000a", "app", 1))
                        .refused("InvalidParameterValue")
                        .saying("Instance 'app' already has an interface attached at device index '1'."),
                answer("the error codes of the EC2 API", "another zone")
                        .in(NET, app("running"), "eni far subnet=b privateIpAddresses=10.0.1.20* groups=web")
                        .when(() -> AttachEni.of("far", "app", 1))
                        .refused("InvalidParameterCombination"),
                answer("hashicorp/terraform-provider-aws#42188", "a network card that the type has not")
                        .in(NET, app("running"), SPARE)
                        .when(() -> AttachEni.of("eni-0000000a", "app", 1).withNetworkCardIndex(1))
                        .refused()
                        .saying("NetworkCard index 1 exceeds the limit for t3.medium"),
                answer("F5Networks/f5-cloud-failover-extension#150", "an id that is none")
                        .in(NET)
                        .when(() -> AttachEni.of("eni-to-set", "app", 1))
                        .refused("InvalidNetworkInterfaceId.Malformed")
                        .saying("Invalid id: \"eni-to-set\" (expecting \"eni-...\")"),
                answer("hashicorp/terraform#6179", "an attachment that is gone")
                        .in(NET, app("running"))
                        .when(() -> DetachAttachment.of("eni-attach-0000000f"))
                        .refused("InvalidAttachmentID.NotFound")
                        .saying("The interface attachment 'eni-attach-0000000f' does not exist."),
                answer("aws-samples/aws-modern-application-workshop#56", "the attachment of a load balancer")
                        .in(
                                NET,
                                "eni lb subnet=a interfaceType=network_load_balancer privateIpAddresses=10.0.0.40* requesterManaged=true deviceIndex=1 attachment=ela-attach-e44a54d4")
                        .when(() -> DetachAttachment.of("ela-attach-e44a54d4"))
                        .refused("OperationNotPermitted")
                        .saying("You are not allowed to manage 'ela-attach' attachments."));
    }

    private static Stream<Ec2Answer> modified() {
        return Stream.of(
                answer("ansible-collections/amazon.aws#470", "groups, and none of them")
                        .in(NET, app("running"))
                        .when(() -> ModifyInstance.of("app").withSecurityGroups(Set.<SecurityGroupId>of()))
                        .refused("InvalidParameterCombination")
                        .saying("No attributes specified."),
                answer("ansible-collections/amazon.aws#470", "the same of an interface")
                        .in(NET, SPARE)
                        .when(() -> ModifyEni.of("eni-0000000a").withSecurityGroups(Set.<SecurityGroupId>of()))
                        .refused("InvalidParameterCombination")
                        .saying("No attributes specified."),
                answer("the functional tests of openstack/ec2-api", "a group that is gone, of an instance")
                        .in(NET, app("running"))
                        .when(() -> ModifyInstance.of("app").withSecurityGroups("sg-0"))
                        .refused("InvalidGroup.NotFound")
                        .saying("The security group 'sg-0' does not exist"),
                answer("the functional tests of openstack/ec2-api", "a group that is gone, and two interfaces")
                        .in(
                                NET,
                                app("running"),
                                "eni app/eth1 subnet=a privateIpAddresses=10.0.0.11* groups=web instance=app deviceIndex=1")
                        .when(() -> ModifyInstance.of("app").withSecurityGroups("sg-0"))
                        .refused("InvalidInstanceID")
                        .saying(
                                "There are multiple interfaces attached to instance 'app'. Please specify an interface ID for the operation instead."),
                answer("ansible-collections/amazon.aws#470", "no attribute")
                        .in(NET, app("running"))
                        .when(() -> ModifyInstance.of("app"))
                        .refused("InvalidParameterCombination")
                        .saying("No attributes specified."),
                answer("aws/aws-sdk-go#415", "two attributes")
                        .in(NET, SPARE)
                        .when(() -> ModifyEni.of("eni-0000000a")
                                .withDescription("of the web servers, with a = in it")
                                .withSourceDestCheck(false))
                        .refused("InvalidParameterCombination")
                        .saying("Fields for multiple attribute types specified: description, sourceDestCheck"),
                answer("hashicorp/terraform-provider-aws#7856", "a sixth group of an attached one")
                        .in(NET, app("running"), SIX)
                        .when(() -> ModifyEni.of("app/eth0").withSecurityGroups("web", "g1", "g2", "g3", "g4", "g5"))
                        .refused("SecurityGroupsPerInterfaceLimitExceeded")
                        .saying("The maximum number of security groups per interface has been reached."),
                answer("the error codes of the EC2 API", "a group that is gone")
                        .in(NET, SPARE)
                        .when(() -> ModifyEni.of("eni-0000000a").withSecurityGroups("sg-0000000f"))
                        .refused("InvalidGroup.NotFound")
                        .saying("The security group 'sg-0000000f' does not exist"));
    }

    private static Stream<Ec2Answer> addresses() {
        return Stream.of(
                answer("aws/aws-sdk-go#2864, fog/fog-aws#115", "the primary address of another interface")
                        .in(NET, app("running"), SPARE)
                        .when(() -> AssignPrivateIpAddresses.of("app/eth0")
                                .plusPrivateIpAddress("10.0.0.20")
                                .withAllowReassignment(true))
                        .refused("InvalidParameterValue")
                        .saying("secondary-addresses"),
                answer("Netflix/titus", "an address that it has not")
                        .in(NET, SPARE)
                        .when(() ->
                                UnassignPrivateIpAddresses.of("eni-0000000a").plusPrivateIpAddress("10.0.0.99"))
                        .refused("InvalidParameterValue")
                        .saying("Some of the specified addresses are not assigned to interface eni-0000000a"),
                answer("aws/amazon-vpc-cni-k8s#872", "more than the subnet has left")
                        .in(NET, "eni one subnet=small privateIpAddresses=10.0.2.4* groups=web")
                        .when(() -> AssignPrivateIpAddresses.of("one").withSecondaryPrivateIpAddressCount(11))
                        .refused("InsufficientFreeAddressesInSubnet")
                        .saying("The specified subnet does not have enough free addresses to satisfy the request."),
                answer("aws/amazon-vpc-cni-k8s#989", "as many prefixes as addresses may be, beside the primary one")
                        .in(NET, app("running"))
                        .when(() -> AssignPrivateIpAddresses.of("app/eth0").withIpv4PrefixCount(6))
                        .refused("PrivateIpAddressLimitExceeded")
                        .saying("Number of private addresses will exceed limit."));
    }

    private static Stream<Ec2Answer> launched() {
        return Stream.of(
                answer("aws/aws-sdk-php#231, aws/aws-cli#809", "interfaces and a subnet")
                        .in(NET)
                        .when(() -> launch().withSubnetId("a").plusInterface(LaunchInterface.creating(0, create())))
                        .refused("InvalidParameterCombination")
                        .saying(
                                "Network interfaces and an instance-level subnet ID may not be specified on the same request"),
                answer("aws/karpenter-provider-aws#3380", "a subnet that is full")
                        .in(NET, FULL)
                        .when(() -> launch().withSubnetId("small"))
                        .refused("InsufficientFreeAddressesInSubnet")
                        .saying(
                                "There are not enough free addresses in subnet 'small' to satisfy the requested number of instances."),
                answer("JamesWoolfenden/terraform-aws-cassandra#18", "an address outside of the subnet")
                        .in(NET)
                        .when(() -> launch().withSubnetId("a").withPrivateIpAddress("10.0.9.9"))
                        .refused("InvalidParameterValue")
                        .saying("Address 10.0.9.9 does not fall within the subnet's address range"),
                answer("aws/aws-cli#7178", "an address in use")
                        .in(NET, SPARE)
                        .when(() -> launch().withSubnetId("a").withPrivateIpAddress("10.0.0.20"))
                        .refused("InvalidIPAddress.InUse")
                        .saying("Address 10.0.0.20 is in use."),
                answer("hashicorp/terraform-provider-aws#27513", "an interface that is attached")
                        .in(NET, app("running"))
                        .when(() -> launch().plusInterface(LaunchInterface.existing(0, "app/eth0")))
                        .refused("InvalidNetworkInterface.InUse")
                        .saying("Interface: [app/eth0] in use."),
                answer("awsdocs/aws-cloudformation-user-guide#449", "the only interface at index 1")
                        .in(NET)
                        .when(() -> launch().plusInterface(LaunchInterface.creating(1, create())))
                        .refused()
                        .saying("When specifying network interfaces, you must include a device at index 0."),
                answer("cilium/cilium#15877", "more interfaces than the type allows")
                        .in(NET)
                        .when(() -> LaunchInstance.of("new", "t2.micro")
                                .plusInterface(LaunchInterface.creating(0, create()))
                                .plusInterface(LaunchInterface.creating(1, CreateEni.of("n1", "a")))
                                .plusInterface(LaunchInterface.creating(2, CreateEni.of("n2", "a"))))
                        .refused("AttachmentLimitExceeded")
                        .saying("Interface count 3 exceeds the limit for t2.micro"),
                answer("aws/aws-sdk-go#3095", "a type of interface that no launch makes")
                        .in(NET)
                        .when(() -> launch().plusInterface(
                                        LaunchInterface.creating(0, create().withInterfaceType(InterfaceType.TRUNK))))
                        .refused("InvalidParameterValue")
                        .saying("'trunk' is not a valid value for interface type. Enter a valid value and try again."));
    }

    private static Stream<Ec2Answer> states() {
        return Stream.of(
                answer("a log of CloudTrail", "stopped once it is terminated")
                        .in(NET, "instance app instanceType=t3.medium state=terminated")
                        .when(() -> StopInstance.of("app"))
                        .refused("IncorrectInstanceState")
                        .saying("This instance 'app' is not in a state from which it can be stopped."),
                answer("burstable-ai/burst#42", "started while it is stopping")
                        .in(NET, app("stopping"))
                        .when(() -> StartInstance.of("app"))
                        .refused("IncorrectInstanceState")
                        .saying("The instance 'app' is not in a state from which it can be started."),
                answer("the error codes of the EC2 API", "no such instance")
                        .in(NET)
                        .when(() -> StopInstance.of("i-0000000f"))
                        .refused("InvalidInstanceID.NotFound")
                        .saying("The instance ID 'i-0000000f' does not exist"));
    }

    private static Stream<Ec2Answer> elasticIps() {
        String other = "eni other subnet=a privateIpAddresses=10.0.0.21* groups=web";
        return Stream.of(
                answer("cloudfoundry/docs-bosh, bosh-aws-cpi", "it stands for another interface")
                        .in(NET, "eip ip", SPARE, other)
                        .when(
                                () -> AssociateElasticIp.of("ip", "other"),
                                () -> AssociateElasticIp.of("ip", "eni-0000000a")
                                        .withAllowReassociation(false))
                        .refused("Resource.AlreadyAssociated")
                        // in place of the id of the association, which a plan has not, that of the Elastic IP
                        .saying("resource ip is already associated with associate-id ip"),
                answer("hashicorp/terraform-provider-aws#3653", "an association that is gone")
                        .in(NET)
                        .when(() -> DisassociateElasticIp.of("eipassoc-c4186cf0"))
                        .refused("InvalidAssociationID.NotFound")
                        .saying("The association ID 'eipassoc-c4186cf0' does not exist"),
                answer("the error codes of the EC2 API", "no such Elastic IP")
                        .in(NET, SPARE)
                        .when(() -> AssociateElasticIp.of("eipalloc-0000000f", "eni-0000000a"))
                        .refused("InvalidAllocationID.NotFound")
                        .saying("The allocation ID 'eipalloc-0000000f' does not exist"),
                answer("cloudposse/terraform-aws-ec2-instance#95", "an instance that is shutting down")
                        .in(NET, "eip ip", app("shutting-down"))
                        .when(() -> AssociateElasticIpWithInstance.of("ip", "app"))
                        .refused("InvalidInstanceID")
                        .saying("The shutting-down instance 'app' is not in a valid state for this operation."),
                answer("hashicorp/terraform#497", "a gateway, while an Elastic IP is in use")
                        .in(NET, "eip ip", SPARE)
                        .when(() -> AssociateElasticIp.of("ip", "eni-0000000a"), () -> DetachInternetGateway.of("main"))
                        .refused("DependencyViolation")
                        .saying(
                                "Network main has some mapped public address(es). Please unmap those public address(es) before detaching the gateway."));
    }

    private static Stream<Ec2Answer> tags() {
        return Stream.of(
                answer("buildkite/elastic-ci-stack-for-aws#856", "a key of AWS on a new interface")
                        .in(NET)
                        .when(() -> create().withTags(Map.of("aws:created", "no")))
                        .refused("InvalidParameterValue")
                        .saying("Tag keys starting with 'aws:' are reserved for internal use"),
                answer("kubernetes-sigs/cluster-api-provider-aws#5461", "a key of AWS on an interface")
                        .in(NET, SPARE)
                        .when(() -> TagResource.of(EniId.of("eni-0000000a"), "aws:created", "no"))
                        .refused("InvalidParameterValue")
                        .saying(
                                "Value ( aws:created ) for parameter key is invalid. Tag keys starting with 'aws:' are reserved for internal use"),
                // no words: those that are known are about a key that is too long
                answer("the guide on tags", "an empty key")
                        .in(NET)
                        .when(() -> TagResource.of(VpcId.of("main"), "", "no"))
                        .refused("InvalidParameterValue"));
    }
}
