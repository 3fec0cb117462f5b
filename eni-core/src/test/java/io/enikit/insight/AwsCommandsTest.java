package io.enikit.insight;

import static org.assertj.core.api.Assertions.assertThat;

import io.enikit.model.ConnectionTracking;
import io.enikit.model.EniId;
import io.enikit.model.SecurityGroupRule;
import io.enikit.operations.AssignPrivateIpAddresses;
import io.enikit.operations.AuthorizeSecurityGroupIngress;
import io.enikit.operations.CreateEni;
import io.enikit.operations.CreateSubnet;
import io.enikit.operations.CreateVpc;
import io.enikit.operations.DeleteSubnet;
import io.enikit.operations.DeleteVpc;
import io.enikit.operations.DetachEni;
import io.enikit.operations.LaunchInstance;
import io.enikit.operations.LaunchInterface;
import io.enikit.operations.ModifyEni;
import io.enikit.operations.ModifySecurityGroupRules;
import io.enikit.operations.Operation;
import io.enikit.operations.StopInstance;
import io.enikit.operations.TagResource;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Operations as command lines of the AWS CLI. */
class AwsCommandsTest {
    static Stream<Arguments> lines() {
        return Stream.of(
                Arguments.of(DeleteSubnet.of("subnet-0a1b2c3d"), "aws ec2 delete-subnet --subnet-id subnet-0a1b2c3d"),
                Arguments.of(
                        CreateVpc.of("main", "10.0.0.0/16").withTags(Map.of("Name", "it's \"main\"")),
                        "vpc_main=$(aws ec2 create-vpc --cidr-block 10.0.0.0/16 --tag-specifications"
                                + " '[{\"ResourceType\":\"vpc\",\"Tags\":[{\"Key\":\"Name\",\"Value\":\"it'\\''s"
                                + " \\\"main\\\"\"}]}]' --query Vpc.VpcId --output text)"),
                Arguments.of(
                        CreateSubnet.of("web/a", "main", "eu-west-1a").withCidrBlock("10.0.0.0/24"),
                        "subnet_web_2fa=$(aws ec2 create-subnet --vpc-id \"$vpc_main\" --availability-zone eu-west-1a"
                                + " --cidr-block 10.0.0.0/24 --query Subnet.SubnetId --output text)"),
                Arguments.of(
                        DetachEni.of("eni-0123456789abcdef0"),
                        "aws ec2 detach-network-interface --attachment-id \"$(aws ec2 describe-network-interfaces"
                                + " --network-interface-ids eni-0123456789abcdef0 --query"
                                + " 'NetworkInterfaces[0].Attachment.AttachmentId' --output text)\""),
                Arguments.of(
                        AuthorizeSecurityGroupIngress.of("web").plusRule("tcp;443;group:lb;;from the lb"),
                        "aws ec2 authorize-security-group-ingress --group-id \"$group_web\" --ip-permissions"
                                + " '[{\"IpProtocol\":\"tcp\",\"FromPort\":443,\"ToPort\":443,\"UserIdGroupPairs\":"
                                + "[{\"GroupId\":\"'\"$group_lb\"'\",\"Description\":\"from the lb\"}]}]'"),
                Arguments.of(
                        ModifySecurityGroupRules.of("sg-0a1b2c3d")
                                .plusRule("sgr-1", SecurityGroupRule.parse("-1;;::/0")),
                        "aws ec2 modify-security-group-rules --group-id sg-0a1b2c3d --security-group-rules"
                                + " '[{\"SecurityGroupRuleId\":\"sgr-1\",\"SecurityGroupRule\":{\"IpProtocol\":\"-1\","
                                + "\"CidrIpv6\":\"::/0\"}}]'"),
                Arguments.of(
                        ModifyEni.of("e").withSourceDestCheck(false),
                        "aws ec2 modify-network-interface-attribute --network-interface-id \"$eni_e\""
                                + " --no-source-dest-check"),
                Arguments.of(
                        TagResource.of(EniId.of("e"), "a b", "c"),
                        "aws ec2 create-tags --resources \"$eni_e\" --tags '[{\"Key\":\"a b\",\"Value\":\"c\"}]'"),
                Arguments.of(
                        AssignPrivateIpAddresses.of("e").withSecondaryPrivateIpAddressCount(3),
                        "aws ec2 assign-private-ip-addresses --network-interface-id \"$eni_e\""
                                + " --secondary-private-ip-address-count 3"),
                Arguments.of(
                        LaunchInstance.of("app", "m5.large")
                                .plusInterface(LaunchInterface.creating(0, CreateEni.of("x", "a"))),
                        "instance_app=$(aws ec2 run-instances --image-id \"$image_id\" --instance-type m5.large --count 1"
                                + " --network-interfaces '[{\"DeviceIndex\":0,\"DeleteOnTermination\":true,\"SubnetId\":\"'"
                                + "\"$subnet_a\"'\"}]' --query 'Instances[0].InstanceId' --output text)"),
                Arguments.of(
                        LaunchInstance.of("i-0a1b2c3d", "m5.large")
                                .withAvailabilityZone("eu-west-1a")
                                .plusInterface(LaunchInterface.creating(
                                        0,
                                        CreateEni.of("x", "subnet-0a1b2c3d")
                                                .withEnablePrimaryIpv6(true)
                                                .withConnectionTracking(ConnectionTracking.defaults()
                                                        .withUdpTimeout(40))
                                                .withTags(Map.of("a", "b")))),
                        "aws ec2 run-instances --image-id \"$image_id\" --instance-type m5.large --count 1 --placement"
                                + " AvailabilityZone=eu-west-1a --network-interfaces '[{\"DeviceIndex\":0,"
                                + "\"DeleteOnTermination\":true,\"SubnetId\":\"subnet-0a1b2c3d\",\"PrimaryIpv6\":true,"
                                + "\"ConnectionTrackingSpecification\":{\"UdpTimeout\":40}}]' --tag-specifications"
                                + " '[{\"ResourceType\":\"network-interface\",\"Tags\":[{\"Key\":\"a\",\"Value\":\"b\"}]}]'"));
    }

    @ParameterizedTest
    @MethodSource("lines")
    void of_anOperation_isTheCommandThatDoesIt(Operation operation, String line) {
        assertThat(AwsCommands.of(operation)).isEqualTo(line);
    }

    @Test
    void of_operations_isALineForEach() {
        assertThat(AwsCommands.of(List.of(DeleteVpc.of("vpc-0a1b2c3d"), StopInstance.of("i-0a1b2c3d"))))
                .containsExactly(
                        "aws ec2 delete-vpc --vpc-id vpc-0a1b2c3d", "aws ec2 stop-instances --instance-ids i-0a1b2c3d");
    }
}
