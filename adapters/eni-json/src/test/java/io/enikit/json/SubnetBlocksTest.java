package io.enikit.json;

import static org.assertj.core.api.Assertions.assertThat;

import io.enikit.limits.LimitRules;
import io.enikit.rules.Ec2Rules;
import io.enikit.rules.RuleSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Blocks of subnets against those of their VPC (E3059 of other checkers) and against each other (E3060). */
class SubnetBlocksTest {
    private static final RuleSet RULES = Ec2Rules.standard().and(LimitRules.bundled());

    private static List<String> findings(String text) {
        return PlanReader.create().read(Source.of("t.yaml", text)).check(RULES).findings().stream()
                .map(each -> each.violation().rule()
                        + each.where().map(where -> " " + where).orElse(""))
                .toList();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                // VPC | further block of it | subnet | what is wrong about the subnet
                "CidrBlock: 10.10.0.0/16 |  | CidrBlock: 10.10.4.0/24 |",
                "CidrBlock: 10.11.0.0/16 |  | CidrBlock: 10.10.4.0/24 | subnet.cidr.in-vpc",
                "CidrBlock: 10.10.4.0/25 |  | CidrBlock: 10.10.4.0/24 | subnet.cidr.in-vpc",
                "CidrBlock: !Ref Any |  | CidrBlock: 10.10.4.0/24 |",
                "Ipv4IpamPoolId: pool |  | CidrBlock: 10.10.4.0/24 |",
                "CidrBlock: 10.10.0.0/16 |  | CidrBlock: !Ref Any |",
                "CidrBlock: 10.10.0.0/16 | CidrBlock: 10.12.0.0/16 | CidrBlock: 10.12.4.0/24 |",
                "CidrBlock: 10.10.0.0/16 | CidrBlock: 10.12.0.0/16 | CidrBlock: 10.13.4.0/24 | subnet.cidr.in-vpc",
                "CidrBlock: 10.10.0.0/16 | Ipv4IpamPoolId: pool, Ipv4NetmaskLength: 20 | CidrBlock: 10.13.4.0/24 |",
                "CidrBlock: 10.10.0.0/16 | Ipv6IpamPoolId: pool, Ipv6NetmaskLength: 56 | CidrBlock: 10.13.4.0/24 | subnet.cidr.in-vpc",
                "CidrBlock: 10.10.0.0/16 |  | CidrBlock: 10.10.4.0/24, Ipv6CidrBlock: '2001:db8:7::/64' | subnet.ipv6-cidr.in-vpc",
                "CidrBlock: 10.10.0.0/16 | Ipv6CidrBlock: '2001:db8:7::/56', Ipv6Pool: mine | CidrBlock: 10.10.4.0/24, Ipv6CidrBlock: '2001:db8:7:ff::/64' |",
                "CidrBlock: 10.10.0.0/16 | Ipv6CidrBlock: '2001:db8:7::/60', Ipv6Pool: mine | CidrBlock: 10.10.4.0/24, Ipv6CidrBlock: '2001:db8:7:ff::/64' | subnet.ipv6-cidr.in-vpc",
                "CidrBlock: 10.10.0.0/16 | AmazonProvidedIpv6CidrBlock: true | CidrBlock: 10.10.4.0/24, Ipv6CidrBlock: '2001:db8:7:ff::/64' |",
                "CidrBlock: 10.10.0.0/16 | Ipv6IpamPoolId: pool | CidrBlock: 10.10.4.0/24, Ipv6CidrBlock: '2001:db8:7:ff::/64' |",
                // what depends on a condition
                "CidrBlock: !If [East, 10.10.0.0/16, 10.11.0.0/16] |  | CidrBlock: 10.10.4.0/24 | subnet.cidr.in-vpc where East is false",
                "CidrBlock: !If [East, 10.10.0.0/16, 10.11.0.0/16] |  | CidrBlock: !If [East, 10.10.4.0/24, 10.11.4.0/24] |",
                "CidrBlock: !If [Elsewhere, 10.10.0.0/16, 10.11.0.0/16] |  | CidrBlock: !If [East, 10.11.4.0/24, 10.10.4.0/24] | subnet.cidr.in-vpc where West is true",
            })
    void block_isWithinThoseOfTheVpc(String vpc, String more, String subnet, String expected) {
        String text = """
                Parameters: {Any: {Type: String}}
                Conditions:
                  East: !Equals [!Ref "AWS::Region", us-east-1]
                  West: !Equals [!Ref "AWS::Region", us-west-2]
                  Elsewhere: !Not [!Or [!Condition East, !Condition West]]
                Resources:
                  Net: {Type: "AWS::EC2::VPC", Properties: {VPC}}
                  Part: {Type: "AWS::EC2::Subnet", Properties: {VpcId: !GetAtt Net.VpcId, SUBNET}}
                """.replace("VPC}}", vpc + "}}").replace("SUBNET", subnet)
                + (more == null
                        ? ""
                        : "  More: {Type: \"AWS::EC2::VPCCidrBlock\", Properties: {VpcId: !Ref Net, " + more + "}}\n");
        assertThat(findings(text).stream()
                        .filter(each ->
                                each.startsWith("subnet.cidr.in-vpc") || each.startsWith("subnet.ipv6-cidr.in-vpc")))
                .isEqualTo(expected == null ? List.of() : List.of(expected));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "CidrBlock: 10.10.1.0/24 | CidrBlock: 10.10.2.0/24 |",
                "CidrBlock: 10.10.0.0/22 | CidrBlock: 10.10.2.0/24 | subnet.cidr.overlap",
                "CidrBlock: !Ref Any | CidrBlock: 10.10.2.0/24 |",
                "CidrBlock: 10.10.1.0/24, Ipv6CidrBlock: '2001:db8:7::/60' | CidrBlock: 10.10.2.0/24, Ipv6CidrBlock: '2001:db8:7:1::/64' | subnet.ipv6-cidr.overlap",
                "CidrBlock: 10.10.1.0/24, Ipv6CidrBlock: '2001:db8:7::/64' | CidrBlock: 10.10.2.0/24, Ipv6CidrBlock: '2001:db8:7:1::/64' |",
                "CidrBlock: !If [East, 10.10.1.0/24, 10.10.3.0/24] | CidrBlock: !If [Elsewhere, 10.10.1.0/24, 10.10.4.0/24] |",
                "CidrBlock: !If [East, 10.10.1.0/24, 10.10.3.0/24] | CidrBlock: !If [Elsewhere, 10.10.4.0/24, 10.10.1.0/24] | subnet.cidr.overlap where East is true",
                "CidrBlock: !If [Elsewhere, 10.10.1.0/24, 10.10.3.0/24] | CidrBlock: !If [Elsewhere, 10.10.2.0/24, 10.10.3.128/25] | subnet.cidr.overlap where Elsewhere is false",
            })
    void blocks_doNotOverlap(String one, String other, String expected) {
        String text = """
                Parameters: {Any: {Type: String}}
                Conditions:
                  East: !Equals [!Ref "AWS::Region", us-east-1]
                  West: !Equals [!Ref "AWS::Region", us-west-2]
                  Elsewhere: !Not [!Or [!Condition East, !Condition West]]
                Resources:
                  One: {Type: "AWS::EC2::Subnet", Properties: {VpcId: NET, ONE}}
                  Other: {Type: "AWS::EC2::Subnet", Properties: {VpcId: NET, OTHER}}
                """.replace("ONE", one).replace("OTHER", other);
        for (String vpc : List.of("vpc-1", "!Ref Any", "!Join ['', [vpc-, !Ref Any]]")) {
            assertThat(findings(text.replace("NET", vpc))).isEqualTo(expected == null ? List.of() : List.of(expected));
        }
    }

    @Test
    void resources_thatAreNeverMadeTogether_doNotClash() {
        String text = """
                Conditions:
                  East: !Equals [!Ref "AWS::Region", us-east-1]
                  West: !Equals [!Ref "AWS::Region", us-west-2]
                Resources:
                  One: {Type: "AWS::EC2::Subnet", Condition: East, Properties: {VpcId: vpc-1, CidrBlock: 10.0.0.0/24}}
                  Other: {Type: "AWS::EC2::Subnet", Condition: West, Properties: {VpcId: vpc-1, CidrBlock: 10.0.0.0/24}}
                """;
        assertThat(findings(text)).isEmpty();
        assertThat(findings(text.replace("us-west-2", "us-east-1")))
                .containsExactly("subnet.cidr.overlap where East is true");
    }
}
