package io.enikit.json.declared;

import static org.assertj.core.api.Assertions.assertThat;

import io.enikit.json.Findings;
import io.enikit.json.PlanReader;
import io.enikit.json.Reading;
import io.enikit.json.Source;
import io.enikit.json.Unknown;
import io.enikit.limits.LimitRules;
import io.enikit.model.SubnetDemand;
import io.enikit.rules.Ec2Rules;
import io.enikit.rules.RuleSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What takes addresses in templates beside interfaces and instances. */
class ServicesTest {
    private static final RuleSet RULES = Ec2Rules.standard().and(LimitRules.bundled());

    private static final String NET = """
            Parameters: {Any: {Type: String}, Many: {Type: "List<AWS::EC2::Subnet::Id>"}}
            Resources:
              Net: {Type: "AWS::EC2::VPC", Properties: {CidrBlock: 10.0.0.0/16}}
              A: {Type: "AWS::EC2::Subnet", Properties: {VpcId: !Ref Net, AvailabilityZone: x-1a, CidrBlock: 10.0.0.0/24}}
              B: {Type: "AWS::EC2::Subnet", Properties: {VpcId: !Ref Net, AvailabilityZone: x-1b, CidrBlock: 10.0.1.0/24}}
              A2: {Type: "AWS::EC2::Subnet", Properties: {VpcId: !Ref Net, AvailabilityZone: x-1a, CidrBlock: 10.0.2.0/24}}
              SmallA: {Type: "AWS::EC2::Subnet", Properties: {VpcId: !Ref Net, AvailabilityZone: x-1a, CidrBlock: 10.0.3.0/28}}
              SmallB: {Type: "AWS::EC2::Subnet", Properties: {VpcId: !Ref Net, AvailabilityZone: x-1b, CidrBlock: 10.0.3.16/28}}
            """;

    private static Reading read(String resources) {
        return PlanReader.create().read(Source.of("t.yaml", NET + resources));
    }

    private static List<String> findings(Reading reading) {
        return reading.check(RULES).findings().stream()
                .map(each -> each.violation().rule() + " " + each.violation().subject())
                .toList();
    }

    private static List<String> interfaces(Reading reading) {
        return reading.plan().enis().stream()
                .map(eni -> eni.id() + " " + eni.interfaceType() + " in " + eni.subnetId()
                        + eni.privateIpAddress().map(ip -> " " + ip).orElse(""))
                .toList();
    }

    private static List<String> demands(Reading reading) {
        return reading.plan().subnetDemands().stream()
                .map(SubnetDemand::toString)
                .toList();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "EC2::NatGateway | SubnetId: !Ref A, PrivateIpAddress: 10.0.0.9 | S/eth0 nat_gateway in A 10.0.0.9",
                "EC2::NatGateway | SubnetId: !Ref A, ConnectivityType: private | S/eth0 nat_gateway in A",
                "EC2::VPCEndpoint | VpcEndpointType: Interface, SubnetIds: [!Ref A, !Ref B] | S/eth0 vpc_endpoint in A, S/eth1 vpc_endpoint in B",
                "EC2::VPCEndpoint | VpcEndpointType: GatewayLoadBalancer, SubnetIds: [!Ref A] | S/eth0 vpc_endpoint in A",
                "EC2::VPCEndpoint | VpcEndpointType: Gateway |",
                "EC2::VPCEndpoint | ServiceName: s3 |",
                "ElasticLoadBalancingV2::LoadBalancer | Subnets: [!Ref A, !Ref B] | S/eth0 load_balancer in A, S/eth1 load_balancer in B",
                "ElasticLoadBalancingV2::LoadBalancer | Type: network, SubnetMappings: [{SubnetId: !Ref A, PrivateIPv4Address: 10.0.0.9}] | S/eth0 network_load_balancer in A 10.0.0.9",
                "ElasticLoadBalancingV2::LoadBalancer | Type: gateway, Subnets: [!Ref A] | S/eth0 gateway_load_balancer in A",
                "ElasticLoadBalancing::LoadBalancer | Subnets: [!Ref A] | S/eth0 load_balancer in A",
                "EFS::MountTarget | SubnetId: !Ref A | S/eth0 efs in A",
                "EFS::MountTarget | SubnetId: !Ref A, IpAddress: 10.0.0.10 | S/eth0 efs in A 10.0.0.10",
                "Route53Resolver::ResolverEndpoint | IpAddresses: [{SubnetId: !Ref A, Ip: 10.0.0.11}, {SubnetId: !Ref B}] | S/eth0 interface in A 10.0.0.11, S/eth1 interface in B",
                "Lambda::Function | VpcConfig: {SubnetIds: [!Ref A, !Ref B], SecurityGroupIds: [sg-1]} | S/eth0 lambda in A, S/eth1 lambda in B",
                "Serverless::Function | VpcConfig: {SubnetIds: [!Ref A], SecurityGroupIds: [sg-1]} | S/eth0 lambda in A",
                "Lambda::Function | Handler: x |",
                "EC2::TransitGatewayAttachment | SubnetIds: [!Ref A] | S/eth0 transit_gateway in A",
                "EC2::InstanceConnectEndpoint | SubnetId: !Ref A | S/eth0 interface in A",
                "NetworkFirewall::Firewall | SubnetMappings: [{SubnetId: !Ref A}] | S/eth0 interface in A",
                "DirectoryService::MicrosoftAD | VpcSettings: {SubnetIds: [!Ref A, !Ref B]} | S/eth0 interface in A, S/eth1 interface in B",
                "FSx::FileSystem | SubnetIds: [!Ref A] | S/eth0 interface in A",
            })
    void service_hasAnInterfaceInEachOfItsSubnets(String type, String properties, String expected) {
        Reading reading = read("  S: {Type: \"AWS::" + type + "\", Properties: {" + properties + "}}\n");
        assertThat(String.join(", ", interfaces(reading))).isEqualTo(expected == null ? "" : expected);
        assertThat(findings(reading)).isEmpty();
        assertThat(reading.unknowns()).isEmpty();
    }

    @Test
    void functions_ofTheSameSubnetAndGroups_shareAnInterface() {
        assertThat(interfaces(read("""
                  F: {Type: "AWS::Lambda::Function", Properties: {VpcConfig: {SubnetIds: [!Ref A], SecurityGroupIds: [sg-1, sg-2]}}}
                  G: {Type: "AWS::Lambda::Function", Properties: {VpcConfig: {SubnetIds: [!Ref A], SecurityGroupIds: [sg-2, sg-1]}}}
                  H: {Type: "AWS::Lambda::Function", Properties: {VpcConfig: {SubnetIds: [!Ref A], SecurityGroupIds: [sg-1]}}}
                """))).containsExactly("F/eth0 lambda in A", "H/eth0 lambda in A");
    }

    @Test
    void serverlessFunctions_areWhereTheGlobalsSay_unlessTheySayItThemselves() {
        assertThat(interfaces(read("""
                  F: {Type: "AWS::Serverless::Function", Properties: {Handler: x}}
                  G: {Type: "AWS::Serverless::Function", Properties: {VpcConfig: {SubnetIds: [!Ref B], SecurityGroupIds: [sg-1]}}}
                  H: {Type: "AWS::Lambda::Function", Properties: {Handler: x}}
                Globals: {Function: {VpcConfig: {SubnetIds: [!Ref A], SecurityGroupIds: [sg-1]}}}
                """))).containsExactly("F/eth0 lambda in A", "G/eth0 lambda in B");
    }

    @Test
    void addressOfAService_thatIsInUse_isAViolation() {
        String eni =
                "  Eni: {Type: \"AWS::EC2::NetworkInterface\", Properties: {SubnetId: !Ref A, PrivateIpAddress: 10.0.0.10}}\n";
        assertThat(
                        findings(
                                read(
                                        eni
                                                + "  S: {Type: \"AWS::EFS::MountTarget\", Properties: {SubnetId: !Ref A, IpAddress: 10.0.0.10}}\n")))
                .containsExactly("eni.ipv4.in-use S/eth0");
        assertThat(
                        findings(
                                read(
                                        eni
                                                + "  S: {Type: \"AWS::ElasticLoadBalancingV2::LoadBalancer\", Properties: {Type: network, SubnetMappings: [{SubnetId: !Ref A, PrivateIPv4Address: 10.0.1.10}]}}\n")))
                .containsExactly("eni.ipv4.in-subnet S/eth0");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "AutoScaling::AutoScalingGroup | MaxSize: '4', VPCZoneIdentifier: [!Ref A, !Ref B] | S: 4 IPv4 addresses in [A, B]",
                "AutoScaling::AutoScalingGroup | MaxSize: 4, VPCZoneIdentifier: [!Ref A], LaunchTemplate: {LaunchTemplateId: !Ref Lt, Version: 1} | S: 4 IPv4 addresses in [A], S: 4 IPv4 addresses, 4 IPv4 prefixes in [B], S: 8 IPv4 addresses in [B]",
                "AutoScaling::AutoScalingGroup | MaxSize: 4, VPCZoneIdentifier: [!Ref A], LaunchTemplate: {LaunchTemplateName: fleet, Version: 1} | S: 4 IPv4 addresses in [A], S: 4 IPv4 addresses, 4 IPv4 prefixes in [B], S: 8 IPv4 addresses in [B]",
                "AutoScaling::AutoScalingGroup | MaxSize: 4, VPCZoneIdentifier: [!Ref A], MixedInstancesPolicy: {LaunchTemplate: {LaunchTemplateSpecification: {LaunchTemplateId: !Ref Lt}}} | S: 4 IPv4 addresses in [A], S: 4 IPv4 addresses, 4 IPv4 prefixes in [B], S: 8 IPv4 addresses in [B]",
                "AutoScaling::AutoScalingGroup | MaxSize: 4, VPCZoneIdentifier: [!Ref A], LaunchTemplate: {LaunchTemplateId: lt-elsewhere} | S: 4 IPv4 addresses in [A]",
                "AutoScaling::AutoScalingGroup | MaxSize: 0, VPCZoneIdentifier: [!Ref A] |",
                "EKS::Nodegroup | Subnets: [!Ref A, !Ref B], ScalingConfig: {MaxSize: 3} | S: 3 IPv4 addresses in [A, B]",
                "EKS::Nodegroup | Subnets: [!Ref A], ScalingConfig: {MaxSize: 3}, LaunchTemplate: {Id: !Ref Lt} | S: 3 IPv4 addresses in [A], S: 3 IPv4 addresses, 3 IPv4 prefixes in [B], S: 6 IPv4 addresses in [B]",
                "EKS::Cluster | ResourcesVpcConfig: {SubnetIds: [!Ref A, !Ref B]} | S: 2 IPv4 addresses in [A, B]",
                "ECS::Service | DesiredCount: 5, NetworkConfiguration: {AwsvpcConfiguration: {Subnets: [!Ref A, !Ref B]}} | S: 5 IPv4 addresses in [A, B]",
                "ECS::Service | NetworkConfiguration: {AwsvpcConfiguration: {Subnets: [!Ref A]}} | S: 1 IPv4 address in [A]",
                "ECS::Service | DesiredCount: 0, NetworkConfiguration: {AwsvpcConfiguration: {Subnets: [!Ref A]}} |",
                "ECS::Service | SchedulingStrategy: DAEMON, NetworkConfiguration: {AwsvpcConfiguration: {Subnets: [!Ref A]}} |",
                "ECS::Service | DesiredCount: 5 |",
                "RDS::DBInstance | DBSubnetGroupName: !Ref Db, MultiAZ: true | S: 2 IPv4 addresses in [A, B]",
                "RDS::DBInstance | DBSubnetGroupName: db | S: 1 IPv4 address in [A, B]",
                "RDS::DBInstance | DBClusterIdentifier: !Ref Aurora | S: 1 IPv4 address in [A, B]",
                "RDS::DBInstance | DBSubnetGroupName: elsewhere |",
                "ElastiCache::CacheCluster | NumCacheNodes: 3, CacheSubnetGroupName: !Ref Cache | S: 3 IPv4 addresses in [A, B]",
                "ElastiCache::ReplicationGroup | NumNodeGroups: 2, ReplicasPerNodeGroup: 1, CacheSubnetGroupName: !Ref Cache | S: 4 IPv4 addresses in [A, B]",
                "ElastiCache::ReplicationGroup | NumCacheClusters: 2, CacheSubnetGroupName: !Ref Cache | S: 2 IPv4 addresses in [A, B]",
            })
    void group_isADemandOnItsSubnets(String type, String properties, String expected) {
        Reading reading = read("""
                  Lt:
                    Type: AWS::EC2::LaunchTemplate
                    Properties:
                      LaunchTemplateName: fleet
                      LaunchTemplateData:
                        InstanceType: m5.large
                        NetworkInterfaces:
                          - {DeviceIndex: 0}
                          - {DeviceIndex: 1, SubnetId: !Ref B, SecondaryPrivateIpAddressCount: 1}
                          - {DeviceIndex: 2, SubnetId: !Ref B, Ipv4PrefixCount: 1}
                  Db: {Type: "AWS::RDS::DBSubnetGroup", Properties: {DBSubnetGroupName: db, SubnetIds: [!Ref A, !Ref B]}}
                  Aurora: {Type: "AWS::RDS::DBCluster", Properties: {DBSubnetGroupName: !Ref Db}}
                  Cache: {Type: "AWS::ElastiCache::SubnetGroup", Properties: {SubnetIds: [!Ref A, !Ref B]}}
                """ + "  S: {Type: \"AWS::" + type + "\", Properties: {" + properties + "}}\n");
        assertThat(together(demands(reading))).isEqualTo(expected == null ? "" : expected);
        assertThat(findings(reading)).isEmpty();
        assertThat(reading.unknowns()).isEmpty();
    }

    private static String together(List<String> demands) {
        return String.join(", ", demands);
    }

    @Test
    void group_thatIsTooLargeForItsSubnets_isAViolation() {
        String group =
                "  S: {Type: \"AWS::AutoScaling::AutoScalingGroup\", Properties: {MaxSize: SIZE, VPCZoneIdentifier: [!Ref SmallA, !Ref SmallB]}}\n";
        assertThat(findings(read(group.replace("SIZE", "22")))).isEmpty();
        assertThat(findings(read(group.replace("SIZE", "23")))).containsExactly("subnet.room SmallA");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"MaxSize: !Ref Any, VPCZoneIdentifier: [!Ref A]", "MaxSize: 9, VPCZoneIdentifier: !Ref Many"})
    void group_ofWhichSomethingIsNotKnown_isUnknown(String properties) {
        Reading reading =
                read("  S: {Type: \"AWS::AutoScaling::AutoScalingGroup\", Properties: {" + properties + "}}\n");
        assertThat(demands(reading)).isEmpty();
        assertThat(reading.unknowns()).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "t3.micro | {DeviceIndex: 0}, {DeviceIndex: 1} |",
                "t3.micro | {DeviceIndex: 0}, {DeviceIndex: 1}, {DeviceIndex: 2} | limits.interfaces Lt",
                "t3.micro | {DeviceIndex: 0}, {DeviceIndex: 0} | eni.attach.index-used Lt/eth0-2",
                "t3.micro | {DeviceIndex: 1} | instance.primary-interface Lt",
                "t3.micro | {DeviceIndex: 0, SecondaryPrivateIpAddressCount: 4} | limits.ipv4-addresses Lt/eth0",
                "t3.micro | {DeviceIndex: 0, NetworkCardIndex: 1} | instance.primary-interface Lt, limits.network-card Lt/card1-eth0",
                "t3.micro | {DeviceIndex: 0, Ipv6AddressCount: 1, Ipv6PrefixCount: 1} | addresses.one-way Lt/eth0",
                "t3.micro | {DeviceIndex: 0, SubnetId: !Ref A, PrivateIpAddress: 10.0.0.3} | eni.ipv4.reserved Lt/eth0",
                "!Ref Any | {DeviceIndex: 0}, {DeviceIndex: 1}, {DeviceIndex: 2} |",
            })
    void launchTemplate_isCheckedAsAnInstanceOfIt(String type, String interfaces, String expected) {
        String template = "  Lt: {Type: \"AWS::EC2::LaunchTemplate\", Properties: {LaunchTemplateData: {InstanceType: "
                + type + ", NetworkInterfaces: [" + interfaces + "]}}}\n";
        assertThat(String.join(", ", findings(read(template)))).isEqualTo(expected == null ? "" : expected);
        assertThat(read(template).plan().instances()).isEmpty();
    }

    @Test
    void launchTemplate_withInterfacesAndGroups_isRefused() {
        assertThat(
                        findings(
                                read(
                                        "  Lt: {Type: \"AWS::EC2::LaunchTemplate\", Properties: {LaunchTemplateData: {InstanceType: t3.micro, SecurityGroupIds: [sg-1], NetworkInterfaces: [{DeviceIndex: 0}]}}}\n")))
                .containsExactly("launch.interfaces-or-subnet Lt");
    }

    @Test
    void subnet_ofWhichTheSizeIsKnown_hasRoomForSoMany() {
        String text = """
                  Pooled: {Type: "AWS::EC2::VPC", Properties: {Ipv4IpamPoolId: pool, Ipv4NetmaskLength: 24}}
                  Part: {Type: "AWS::EC2::Subnet", Properties: {VpcId: !Ref Pooled, AvailabilityZone: x-1a, CidrBlock: !Select [0, !Cidr [!GetAtt Pooled.CidrBlock, 16, 4]]}}
                  Eni: {Type: "AWS::EC2::NetworkInterface", Properties: {SubnetId: !Ref Part, SecondaryPrivateIpAddressCount: 1}}
                  Group: {Type: "AWS::AutoScaling::AutoScalingGroup", Properties: {MaxSize: SIZE, VPCZoneIdentifier: [!Ref Part]}}
                """;
        assertThat(findings(read(text.replace("SIZE", "9")))).isEmpty();
        assertThat(findings(read(text.replace("SIZE", "10")))).containsExactly("subnet.room Part");
    }

    @Test
    void instance_takesFromItsLaunchTemplateWhatItDoesNotState() {
        Reading reading = read("""
                  Lt: {Type: "AWS::EC2::LaunchTemplate", Properties: {LaunchTemplateData: {InstanceType: t3.micro, NetworkInterfaces: [{DeviceIndex: 0, SubnetId: !Ref A, Groups: [sg-1]}, {DeviceIndex: 1, SubnetId: !Ref A2}]}}}
                  One: {Type: "AWS::EC2::Instance", Properties: {LaunchTemplate: {LaunchTemplateId: !Ref Lt, Version: !GetAtt Lt.LatestVersionNumber}}}
                  Two: {Type: "AWS::EC2::Instance", Properties: {InstanceType: m5.large, LaunchTemplate: {LaunchTemplateId: !Ref Lt, Version: 1}}}
                  Three: {Type: "AWS::EC2::Instance", Properties: {LaunchTemplate: {LaunchTemplateId: lt-1, Version: 1}}}
                """);
        assertThat(reading.plan().instances())
                .extracting(each -> each.id() + " " + each.instanceType())
                .containsExactly("One t3.micro", "Three ${Three.InstanceType}", "Two m5.large");
        assertThat(interfaces(reading))
                .containsExactly(
                        "One/eth0 interface in A",
                        "One/eth1 interface in A2",
                        "Two/eth0 interface in A",
                        "Two/eth1 interface in A2");
        assertThat(reading.unknowns())
                .extracting(Unknown::reason)
                .containsExactly("the instance type is not given", "the interfaces are those of the launch template");
    }

    @Test
    void typesOfAGroup_areCheckedBesideThatOfTheLaunchTemplate() {
        Reading reading = read("""
                  Lt: {Type: "AWS::EC2::LaunchTemplate", Properties: {LaunchTemplateData: {InstanceType: m5.large, NetworkInterfaces: [{DeviceIndex: 0}, {DeviceIndex: 1}, {DeviceIndex: 2}]}}}
                  Mixed: {Type: "AWS::AutoScaling::AutoScalingGroup", Properties: {MaxSize: 2, VPCZoneIdentifier: [!Ref A], MixedInstancesPolicy: {LaunchTemplate: {LaunchTemplateSpecification: {LaunchTemplateId: !Ref Lt}, Overrides: [{InstanceType: m5.xlarge}, {InstanceType: t3.micro}]}}}}
                  Nodes: {Type: "AWS::EKS::Nodegroup", Properties: {Subnets: [!Ref A], ScalingConfig: {MaxSize: 1}, InstanceTypes: [t3.nano], LaunchTemplate: {Id: !Ref Lt}}}
                """);
        assertThat(findings(reading))
                .containsExactly("limits.interfaces Mixed/t3.micro", "limits.interfaces Nodes/t3.nano");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "ElasticLoadBalancingV2::LoadBalancer | Subnets: [!Ref A, !Ref A2] | service.load-balancer-subnets S",
                "ElasticLoadBalancingV2::LoadBalancer | Subnets: [!Ref A, !Ref SmallB] | service.load-balancer-subnets S",
                "ElasticLoadBalancingV2::LoadBalancer | Subnets: [!Ref A] | service.load-balancer-subnets S",
                "ElasticLoadBalancingV2::LoadBalancer | Subnets: [!Ref A, !Ref Any] |",
                "ElasticLoadBalancingV2::LoadBalancer | Subnets: !Ref Many |",
                "ElasticLoadBalancingV2::LoadBalancer | Type: network, Subnets: [!Ref SmallA] |",
                "ElasticLoadBalancing::LoadBalancer | Subnets: [!Ref SmallA] | service.load-balancer-subnets S",
                "ElasticLoadBalancingV2::LoadBalancer | Subnets: [!Ref A, !Ref A2, !Ref B] | service.load-balancer-subnets S",
                "ElasticLoadBalancingV2::LoadBalancer | Type: network, Subnets: [!Ref A, !Ref A2] | service.load-balancer-subnets S",
                "EC2::VPCEndpoint | VpcEndpointType: Interface, SubnetIds: [!Ref A, !Ref A2] | service.endpoint-subnets S",
                "EC2::VPCEndpoint | VpcEndpointType: Interface, SubnetIds: [!Ref A, !Ref Any] |",
                "EKS::Cluster | ResourcesVpcConfig: {SubnetIds: [!Ref A, !Ref A2]} | service.eks-subnets S",
                "EKS::Cluster | ResourcesVpcConfig: {SubnetIds: [!Ref A, !Ref A2, !Ref SmallB]} |",
                "RDS::DBSubnetGroup | SubnetIds: [!Ref A, !Ref A2] | service.database-zones S",
            })
    void subnets_areWhatServicesAskFor(String type, String properties, String expected) {
        Reading reading = read("  S: {Type: \"AWS::" + type + "\", Properties: {" + properties + "}}\n");
        assertThat(String.join(", ", findings(reading))).isEqualTo(expected == null ? "" : expected);
    }

    @Test
    void subnets_thatAreNearlyFull_areNotWhatServicesAskFor() {
        StringBuilder enis = new StringBuilder();
        for (int i = 0; i < 7; i++) {
            enis.append("  E" + i + ": {Type: \"AWS::EC2::NetworkInterface\", Properties: {SubnetId: !Ref SmallB}}\n");
        }
        String eks =
                "  S: {Type: \"AWS::EKS::Cluster\", Properties: {ResourcesVpcConfig: {SubnetIds: [!Ref A, !Ref SmallB]}}}\n";
        assertThat(findings(read(enis.substring(enis.indexOf("E1") - 2) + eks))).isEmpty();
        Findings full = read(enis + eks).check(RULES);
        assertThat(full.toString())
                .contains("S: it needs subnets in 2 availability zones with 5 free addresses each, and has 1: A");
    }
}
