package io.enikit.operations;

import io.enikit.Growth;
import io.enikit.model.CidrReservation;
import io.enikit.model.EniId;
import io.enikit.model.InstanceId;
import io.enikit.model.NetworkPlan;
import io.enikit.model.PlanText;
import io.enikit.model.SecurityGroupId;
import io.enikit.model.SecurityGroupRule;
import io.enikit.model.SubnetId;
import io.enikit.model.VpcId;
import io.enikit.rules.Ec2Rules;
import java.util.List;
import java.util.Locale;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** One call takes about the same time beside thousands of resources of every kind as beside a hundred of each. */
class OperationGrowthTest {
    private static final Ec2 EC2 = Ec2.enforcing(Ec2Rules.standard());
    private static final NetworkPlan MANY = beside(8_000);
    private static final NetworkPlan FEW = beside(100);

    /** What the calls are about, which is the same in both plans. */
    private static final String OWN = """
            vpc v cidrBlocks=10.0.0.0/8,172.16.0.0/16 ipv6CidrBlocks=2600:1f00:0:100::/56 internetGatewayAttached=true
            vpc crowd cidrBlocks=10.0.0.0/8
            subnet full vpc=v availabilityZone=eu-west-1a cidrBlock=10.160.0.0/12
            group all vpc=v groupName=all
            vpc lone cidrBlocks=10.0.0.0/16
            vpc alone cidrBlocks=10.0.0.0/16
            vpc gate cidrBlocks=10.0.0.0/16 internetGatewayAttached=true
            subnet s vpc=v availabilityZone=eu-west-1a cidrBlock=10.240.0.0/12 ipv6CidrBlock=2600:1f00:0:100::/64
            subnet empty vpc=v availabilityZone=eu-west-1a cidrBlock=10.128.0.0/24 cidrReservations=10.128.0.16/28;explicit
            group g vpc=v groupName=web
            group lonely vpc=v groupName=lonely
            group there vpc=v groupName=there associatedVpcs=lone
            instance i instanceType=m5.large
            instance off instanceType=m5.large state=stopped
            eni i/eth0 subnet=s instance=i deviceIndex=0 privateIpAddresses=10.255.0.10*,10.255.0.11 groups=g
            eni i/eth1 subnet=s instance=i deviceIndex=1 attachment=eni-attach-1 privateIpAddresses=10.255.0.12* groups=g
            eni off/eth0 subnet=s instance=off deviceIndex=0 privateIpAddresses=10.255.0.13* groups=g
            eni free subnet=s privateIpAddresses=10.255.0.14* ipv6Addresses=2600:1f00:0:100::5 groups=g
            eni trunk subnet=s interfaceType=trunk privateIpAddresses=10.255.0.15*
            eni branch subnet=s privateIpAddresses=10.255.0.16* trunk=trunk vlanId=4001
            eni loose subnet=s privateIpAddresses=10.255.0.17*
            eip spare
            eip used networkInterface=free privateIpAddress=10.255.0.14
            """;

    private static NetworkPlan beside(int n) {
        return PlanText.read("eni-plan 1\nquotas vpcs=100000 subnetsPerVpc=100000 securityGroups=100000"
                + " networkInterfaces=1000000 elasticIps=100000 addressUsagePerVpc=10000000\n"
                + OWN
                + lines(n, i -> "vpc v" + i + " cidrBlocks=10.0.0.0/16")
                + lines(
                        n,
                        i -> "subnet s" + i + " vpc=crowd availabilityZone=eu-west-1a cidrBlock=10." + i / 256 + "."
                                + i % 256 + ".0/24")
                + lines(n, i -> "group g" + i + " vpc=crowd")
                + lines(n, i -> "instance i" + i + " instanceType=m5.large")
                + lines(
                        n,
                        i -> "eni i" + i + "/eth0 subnet=full instance=i" + i + " deviceIndex=0 groups=all"
                                + " privateIpAddresses=" + address(2 * i) + "*")
                + lines(n, i -> "eni e" + i + " subnet=full groups=all privateIpAddresses=" + address(2 * i + 1) + "*")
                + lines(n, i -> "eip p" + i)
                + "end\n");
    }

    private static String lines(int n, IntFunction<String> line) {
        return IntStream.range(0, n).mapToObj(line).collect(Collectors.joining("\n", "", "\n"));
    }

    private static String address(int i) {
        return String.format(Locale.ROOT, "10.%d.%d.%d", 160 + (i >> 16), i >> 8 & 255, 1 + i % 250);
    }

    static Stream<Operation> operations() {
        List<SecurityGroupRule> rule = List.of(SecurityGroupRule.parse("tcp;443;10.0.0.0/8"));
        return Stream.of(
                CreateVpc.of("new", "10.0.0.0/16"),
                DeleteVpc.of("alone"),
                AssociateVpcCidrBlock.of("v").withCidrBlock("100.64.0.0/16"),
                DisassociateVpcCidrBlock.of("v", "172.16.0.0/16"),
                AttachInternetGateway.of("lone"),
                DetachInternetGateway.of("gate"),
                CreateSubnet.of("new", "v", "eu-west-1a").withCidrBlock("10.129.0.0/24"),
                DeleteSubnet.of("empty"),
                ModifySubnet.of("s").withMapPublicIpOnLaunch(true),
                AssociateSubnetCidrBlock.of("empty", "2600:1f00:0:101::/64"),
                CreateSubnetCidrReservation.of("empty", "10.128.0.32/28", CidrReservation.Type.PREFIX),
                DeleteSubnetCidrReservation.of("empty", "10.128.0.16/28"),
                CreateSecurityGroup.of("new", "v").withDescription("d"),
                DeleteSecurityGroup.of("lonely"),
                AuthorizeSecurityGroupIngress.of("g").withRules(rule),
                AuthorizeSecurityGroupEgress.of("g").withRules(rule),
                AssociateSecurityGroupVpc.of("g", "lone"),
                DisassociateSecurityGroupVpc.of("there", "lone"),
                CreateEni.of("new", "s").withSecurityGroups("g"),
                DeleteEni.of("loose"),
                AttachEni.of("loose", "i", 2),
                DetachEni.of("i/eth1"),
                DetachAttachment.of("eni-attach-1"),
                AssignPrivateIpAddresses.of("free").withSecondaryPrivateIpAddressCount(2),
                UnassignPrivateIpAddresses.of("i/eth0").plusPrivateIpAddress("10.255.0.11"),
                AssignIpv6Addresses.of("loose").withIpv6AddressCount(1),
                UnassignIpv6Addresses.of("free").plusIpv6Address("2600:1f00:0:100::5"),
                ModifyEni.of("free").withSecurityGroups("g", "lonely"),
                ModifyEni.of("free").withSourceDestCheck(false),
                ResetEni.of("free"),
                AssociateTrunkInterface.of("loose", "trunk").withVlanId(4_002),
                DisassociateTrunkInterface.of("branch"),
                LaunchInstance.of("new", "m5.large").withSubnetId("s").withSecurityGroups("g"),
                ModifyInstance.of("off").withSecurityGroups("lonely"),
                StopInstance.of("i"),
                StartInstance.of("off"),
                TerminateInstance.of("off"),
                AllocateElasticIp.of("new"),
                AssociateElasticIp.of("spare", "loose"),
                AssociateElasticIpWithInstance.of("spare", "off"),
                DisassociateElasticIp.of("used"),
                ReleaseElasticIp.of("spare"),
                TagResource.of(VpcId.of("v"), "a", "b"),
                TagResource.of(SubnetId.of("s"), "a", "b"),
                TagResource.of(SecurityGroupId.of("g"), "a", "b"),
                TagResource.of(InstanceId.of("i"), "a", "b"),
                TagResource.of(EniId.of("free"), "a", "b"),
                UntagResource.of(EniId.of("free"), "a"));
    }

    @ParameterizedTest
    @MethodSource("operations")
    void apply_besideThousandsOfEveryKind_takesAboutTheTimeThatItTakesBeside100(Operation operation) {
        Growth.assertAtMost(
                Growth.MOST_FOR_A_CALL,
                () -> EC2.apply(MANY, operation).orElseThrow(),
                () -> EC2.apply(FEW, operation).orElseThrow());
    }
}
