package io.enikit.json.cloudformation;

import static org.assertj.core.api.Assertions.assertThat;

import io.enikit.json.PlanReader;
import io.enikit.json.Reading;
import io.enikit.json.Source;
import io.enikit.limits.LimitRules;
import io.enikit.rules.Ec2Rules;
import io.enikit.rules.RuleSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What EC2 or CloudFormation refuses about templates, whatever the values are that they leave open. */
class TemplateRequestsTest {
    private static final RuleSet RULES = Ec2Rules.standard().and(LimitRules.bundled());

    private static List<String> findings(String text) {
        return PlanReader.create().read(Source.of("t.yaml", text)).check(RULES).findings().stream()
                .map(each -> each.violation().rule() + " " + each.violation().subject() + ": "
                        + each.violation().message())
                .toList();
    }

    private static List<String> rules(String text) {
        return findings(text).stream()
                .map(each -> each.substring(0, each.indexOf(' ')))
                .toList();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "Ipv6AddressCount: 1, Ipv6PrefixCount: 1 | Ipv6AddressCount and for Ipv6PrefixCount",
                "Ipv6AddressCount: 1, Ipv6Addresses: [{Ipv6Address: '2001:db8::9'}] | Ipv6AddressCount and for Ipv6Addresses",
                "Ipv6AddressCount: 1, Ipv6Prefixes: [{Ipv6Prefix: '2001:db8:0:0:1::/80'}] | Ipv6AddressCount and for Ipv6Prefixes",
                "SecondaryPrivateIpAddressCount: 1, Ipv4PrefixCount: 1 | SecondaryPrivateIpAddressCount and for Ipv4PrefixCount",
                "SecondaryPrivateIpAddressCount: 1, Ipv4Prefixes: [{Ipv4Prefix: 10.0.0.16/28}] | SecondaryPrivateIpAddressCount and for Ipv4Prefixes",
                "Ipv4PrefixCount: 1, PrivateIpAddresses: [{PrivateIpAddress: 10.0.0.9, Primary: true}, {PrivateIpAddress: 10.0.0.10}] | Ipv4PrefixCount and for PrivateIpAddresses",
                "Ipv4PrefixCount: 1, PrivateIpAddresses: [{PrivateIpAddress: 10.0.0.9, Primary: true}] |",
                "Ipv6AddressCount: 0, Ipv6PrefixCount: 1 |",
                "SecondaryPrivateIpAddressCount: 1, Ipv6PrefixCount: 1 |",
            })
    void addresses_askedForInTwoWays_areRefused(String properties, String both) {
        List<String> expected =
                both == null ? List.of() : List.of("addresses.one-way ENI: it asks for " + both + " at once");
        String eni = """
                Resources:
                  ENI: {Type: "AWS::EC2::NetworkInterface", Properties: {SubnetId: subnet-1, PROPERTIES}}
                """.replace("PROPERTIES", properties);
        assertThat(findings(eni))
                .isEqualTo(expected.stream()
                        .map(each -> each.replace("ENI", "ENI"))
                        .toList());
        String instance = """
                Resources:
                  App: {Type: "AWS::EC2::Instance", Properties: {InstanceType: m5.large, NetworkInterfaces: [{DeviceIndex: "0", SubnetId: subnet-1, PROPERTIES}]}}
                """.replace("PROPERTIES", properties);
        assertThat(findings(instance))
                .isEqualTo(expected.stream()
                        .map(each -> each.replace("ENI", "App/eth0"))
                        .toList());
    }

    @Test
    void instance_withInterfacesAndASubnet_isRefused() {
        assertThat(findings("""
                        Resources:
                          App: {Type: "AWS::EC2::Instance", Properties: {InstanceType: m5.large, SubnetId: subnet-1, SecurityGroupIds: [sg-1], NetworkInterfaces: [{DeviceIndex: "0", SubnetId: subnet-1}]}}
                        """))
                .containsExactly(
                        "launch.interfaces-or-subnet App: it has NetworkInterfaces and SubnetId, SecurityGroupIds");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{Type: 'AWS::EC2::EIPAssociation', Properties: {AllocationId: !GetAtt Ip.AllocationId, InstanceId: !Ref Box}} | true",
                "{Type: 'AWS::EC2::EIPAssociation', Properties: {EIP: !Ref Ip, NetworkInterfaceId: eni-1}} | true",
                "{Type: 'AWS::EC2::NatGateway', Properties: {AllocationId: !GetAtt Ip.AllocationId, SubnetId: subnet-1}} | true",
                "{Type: 'AWS::EC2::NatGateway', Properties: {SecondaryAllocationIds: [!GetAtt Ip.AllocationId], SubnetId: subnet-1}} | true",
                "{Type: 'AWS::ElasticLoadBalancingV2::LoadBalancer', Properties: {Type: network, SubnetMappings: [{SubnetId: subnet-1, AllocationId: !GetAtt Ip.AllocationId}]}} | true",
                "{Type: 'AWS::EC2::EIPAssociation', Properties: {AllocationId: eipalloc-1, InstanceId: !Ref Box}} | false",
            })
    void elasticIp_usedTwice_isRefused(String other, boolean refused) {
        String text = """
                Parameters: {Outer: {Type: String}}
                Resources:
                  Box: {Type: "AWS::EC2::Instance", Properties: {InstanceType: t3.micro, SubnetId: subnet-1}}
                  Ip: {Type: "AWS::EC2::EIP", Properties: {InstanceId: !Ref Box}}
                  Other: OTHER
                """.replace("OTHER", other);
        assertThat(rules(text)).isEqualTo(refused ? List.of("eip.reassociation") : List.of());
    }

    @Test
    void elasticIp_thatIsNotKnown_usedTwice_isRefused() {
        assertThat(findings("""
                        Parameters: {Ip: {Type: String}}
                        Resources:
                          One: {Type: "AWS::EC2::NatGateway", Properties: {AllocationId: !Ref Ip, SubnetId: subnet-1}}
                          Two: {Type: "AWS::EC2::NatGateway", Properties: {AllocationId: !Ref Ip, SubnetId: subnet-1}}
                        """))
                .containsExactly("eip.reassociation ${Ip}: Two would associate it, and One does so already");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "!Select [0, !GetAtt Eni.SecondaryPrivateIpAddresses] | eip.address.one-to-one",
                "!Select [1, !GetAtt Eni.SecondaryPrivateIpAddresses] | ",
                "!Ref Free | ",
                "!GetAtt Eni.PrimaryPrivateIpAddress | ",
            })
    void addressThatIsNotKnown_isThatOfOneElasticIp(String address, String rule) {
        assertThat(rules("""
                        Parameters: {Free: {Type: String}}
                        Resources:
                          Eni: {Type: "AWS::EC2::NetworkInterface", Properties: {SubnetId: subnet-1, SecondaryPrivateIpAddressCount: 2}}
                          North: {Type: "AWS::EC2::EIP"}
                          South: {Type: "AWS::EC2::EIP"}
                          One: {Type: "AWS::EC2::EIPAssociation", Properties: {AllocationId: !GetAtt North.AllocationId, NetworkInterfaceId: !Ref Eni, PrivateIpAddress: !Select [0, !GetAtt Eni.SecondaryPrivateIpAddresses]}}
                          Two: {Type: "AWS::EC2::EIPAssociation", Properties: {AllocationId: !GetAtt South.AllocationId, NetworkInterfaceId: !Ref Eni, PrivateIpAddress: ADDRESS}}
                        """.replace("ADDRESS", address))).isEqualTo(rule == null ? List.of() : List.of(rule));
    }

    private static final String DUAL = """
            Parameters: {Pool: {Type: String}, Length: {Type: Number, Default: 24}}
            Resources:
              Net: {Type: "AWS::EC2::VPC", Properties: {Ipv4IpamPoolId: !Ref Pool, Ipv4NetmaskLength: !Ref Length}}
              Other: {Type: "AWS::EC2::VPC", Properties: {Ipv4IpamPoolId: !Ref Pool, Ipv4NetmaskLength: 24}}
              Six: {Type: "AWS::EC2::VPCCidrBlock", Properties: {VpcId: !Ref Net, AmazonProvidedIpv6CidrBlock: true}}
              One: {Type: "AWS::EC2::Subnet", Properties: {VpcId: !Ref Net, ONE}}
              Two: {Type: "AWS::EC2::Subnet", Properties: {VpcId: !Ref NET, TWO}}
            """;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "CidrBlock: !Select [0, !Cidr [!GetAtt Net.CidrBlock, 4, 6]] | CidrBlock: !Select [1, !Cidr [!GetAtt Net.CidrBlock, 4, 6]] | ",
                "CidrBlock: !Select [1, !Cidr [!GetAtt Net.CidrBlock, 4, 6]] | CidrBlock: !Select [1, !Cidr [!GetAtt Net.CidrBlock, 4, 6]] | subnet.cidr.overlap",
                "CidrBlock: !Select [0, !Cidr [!GetAtt Net.CidrBlock, 4, 6]] | CidrBlock: !Select [3, !Cidr [!GetAtt Net.CidrBlock, 8, 4]] | subnet.cidr.overlap",
                "CidrBlock: !Select [0, !Cidr [!GetAtt Net.CidrBlock, 4, 6]] | CidrBlock: !Select [4, !Cidr [!GetAtt Net.CidrBlock, 8, 4]] | ",
                "CidrBlock: !Select [1, !Cidr [!Select [1, !Cidr [!GetAtt Net.CidrBlock, 2, 7]], 2, 6]] | CidrBlock: !Select [3, !Cidr [!GetAtt Net.CidrBlock, 4, 6]] | subnet.cidr.overlap",
                "CidrBlock: !Select [0, !Cidr [!GetAtt Net.CidrBlock, 4, 6]] | CidrBlock: !GetAtt Net.CidrBlock | subnet.cidr.overlap",
                "CidrBlock: !Select [0, !Cidr [!GetAtt Net.CidrBlock, 4, 6]] | CidrBlock: !Select [0, !Cidr [!GetAtt Other.CidrBlock, 4, 6]] | ",
                "CidrBlock: !Select [0, !Cidr [!GetAtt Net.CidrBlock, 16, 5]] | CidrBlock: 10.0.0.0/24 | read.function",
                "CidrBlock: !Select [0, !Cidr [!GetAtt Net.CidrBlock, 4, 3]] | CidrBlock: 10.0.0.0/24 | subnet.cidr.size",
                "CidrBlock: !Ref Pool | CidrBlock: !Ref Pool | subnet.cidr.overlap",
                "CidrBlock: 10.0.0.0/24, Ipv6CidrBlock: !Select [1, !Cidr [!Select [0, !GetAtt Net.Ipv6CidrBlocks], 4, 64]] | CidrBlock: 10.0.1.0/24, Ipv6CidrBlock: !Select [1, !Cidr [!Select [0, !GetAtt Net.Ipv6CidrBlocks], 256, 64]] | subnet.ipv6-cidr.overlap",
                "CidrBlock: 10.0.0.0/24, Ipv6CidrBlock: !Select [1, !Cidr [!Select [0, !GetAtt Net.Ipv6CidrBlocks], 4, 64]] | CidrBlock: 10.0.1.0/24, Ipv6CidrBlock: !Select [2, !Cidr [!Select [0, !GetAtt Net.Ipv6CidrBlocks], 256, 64]] |",
                "CidrBlock: 10.0.0.0/24, Ipv6CidrBlock: !Select [10, !Cidr [!Select [0, !GetAtt Net.Ipv6CidrBlocks], 256, 64]] | CidrBlock: 10.0.1.0/24, Ipv6CidrBlock: !Sub ['${P}0a::/64', {P: !Select [0, !Split ['00::/56', !Select [0, !GetAtt Net.Ipv6CidrBlocks]]]}] | subnet.ipv6-cidr.overlap",
                "CidrBlock: 10.0.0.0/24, Ipv6CidrBlock: !Join ['', [!Select [0, !Split ['00::/56', !Select [0, !GetAtt Net.Ipv6CidrBlocks]]], '01::/64']] | CidrBlock: 10.0.1.0/24, Ipv6CidrBlock: !Join ['', [!Select [0, !Split ['00::/56', !Select [0, !GetAtt Net.Ipv6CidrBlocks]]], '02::/64']] |",
                "CidrBlock: 10.0.0.0/24, Ipv6CidrBlock: !Select [1, !Cidr [!Select [0, !GetAtt Net.Ipv6CidrBlocks], 256, 65]] | CidrBlock: 10.0.1.0/24 | read.function",
                "CidrBlock: 10.0.0.0/24, Ipv6CidrBlock: !Select [1, !Cidr [!Select [0, !GetAtt Net.Ipv6CidrBlocks], 16, 63]] | CidrBlock: 10.0.1.0/24 | subnet.ipv6-cidr.size",
            })
    void slices_ofABlockThatIsNotKnown_areCompared(String one, String two, String rule) {
        String text = DUAL.replace("ONE", one).replace("TWO", two).replace("NET", "Net");
        assertThat(rules(text)).isEqualTo(rule == null ? List.of() : List.of(rule));
        if (rule != null && rule.endsWith("overlap")) {
            assertThat(rules(text.replace(
                            "Two: {Type: \"AWS::EC2::Subnet\", Properties: {VpcId: !Ref Net",
                            "Two: {Type: \"AWS::EC2::Subnet\", Properties: {VpcId: !Ref Other")))
                    .isEmpty();
        }
    }

    @Test
    void ipv6BlockThatIsGiven_isKnownWhereItIsCut() {
        Reading reading = PlanReader.create().read(Source.of("t.yaml", """
                Resources:
                  Net: {Type: "AWS::EC2::VPC", Properties: {CidrBlock: 10.0.0.0/16}}
                  Six: {Type: "AWS::EC2::VPCCidrBlock", Properties: {VpcId: !Ref Net, Ipv6CidrBlock: "2001:db8:0:100::/56", Ipv6Pool: pool}}
                  One: {Type: "AWS::EC2::Subnet", Properties: {VpcId: !Ref Net, CidrBlock: 10.0.0.0/24, Ipv6CidrBlock: !Select [3, !Cidr [!Select [0, !GetAtt Net.Ipv6CidrBlocks], 4, 64]]}}
                """));
        assertThat(reading.unknowns()).isEmpty();
        assertThat(reading.plan().subnet("One").orElseThrow().ipv6CidrBlock().orElseThrow())
                .hasToString("2001:db8:0:103::/64");
    }
}
