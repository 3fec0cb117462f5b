package io.enikit.json.cloudformation;

import static org.assertj.core.api.Assertions.assertThat;

import io.enikit.json.PlanReader;
import io.enikit.json.Reading;
import io.enikit.json.Source;
import io.enikit.json.Unknown;
import io.enikit.limits.LimitRules;
import io.enikit.model.VpcId;
import io.enikit.rules.Ec2Rules;
import io.enikit.rules.RuleSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What templates leave open without saying so, and how far it is known all the same. */
class TemplateGapsTest {
    private static final RuleSet RULES = Ec2Rules.standard().and(LimitRules.bundled());
    private static final String VPC = """
            Resources:
              V: {Type: "AWS::EC2::VPC", Properties: {CidrBlock: 10.0.0.0/16}}
            """;

    private static Reading yaml(String text) {
        return PlanReader.create().read(Source.of("t.yaml", text));
    }

    private static List<String> rules(Reading reading) {
        return reading.check(RULES).findings().stream()
                .map(finding -> finding.violation().rule())
                .toList();
    }

    private static List<String> reasons(Reading reading) {
        return reading.unknowns().stream().map(Unknown::toString).toList();
    }

    @ParameterizedTest
    @ValueSource(strings = {"eni-0123", "!Ref Elsewhere"})
    void interfaceThatIsNotRead_asThePrimaryOne_isNoMissingOne(String id) {
        String text = """
                Parameters: {Elsewhere: {Type: String}}
                Resources:
                  App: {Type: "AWS::EC2::Instance", Properties: {InstanceType: m5.large, NetworkInterfaces: [{NetworkInterfaceId: ID, DeviceIndex: "0"}]}}
                """;
        assertThat(rules(yaml(text.replace("ID", id)))).isEmpty();
        String declared = "  Eni: {Type: \"AWS::EC2::NetworkInterface\", Properties: {SubnetId: subnet-1}}\n";
        assertThat(rules(yaml(
                        text.replace("ID", "!Ref Eni").replace("DeviceIndex: \"0\"", "DeviceIndex: \"1\"") + declared)))
                .contains("instance.primary-interface");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "InstanceId: !Ref App|that of the primary interface of App, which was not read",
                "InstanceId: i-0123|that of the primary interface of i-0123, which was not read",
                "NetworkInterfaceId: eni-0123|one of eni-0123, which was not read"
            })
    void elasticIp_forWhatIsNotRead_isUnknown(String target, String expected) {
        Reading reading = yaml("""
                Resources:
                  App: {Type: "AWS::EC2::Instance", Properties: {InstanceType: m5.large, NetworkInterfaces: [{NetworkInterfaceId: eni-0123, DeviceIndex: "0"}]}}
                  Ip: {Type: "AWS::EC2::EIP", Properties: {TARGET}}
                """.replace("TARGET", target));
        assertThat(reading.plan().elasticIps())
                .singleElement()
                .satisfies(ip -> assertThat(ip.association()).isEmpty());
        assertThat(reasons(reading))
                .containsExactly("t.yaml:3 /Resources/Ip: unknown: the address that it is for is " + expected);
    }

    @Test
    void elasticIp_forAnAddressOfAnInterfaceThatIsNotRead_isAssociatedWithIt() {
        Reading reading = yaml("""
                Resources:
                  Ip: {Type: "AWS::EC2::EIP"}
                  For: {Type: "AWS::EC2::EIPAssociation", Properties: {AllocationId: !GetAtt Ip.AllocationId, NetworkInterfaceId: eni-0123, PrivateIpAddress: 10.0.0.9}}
                """);
        assertThat(reasons(reading)).isEmpty();
        assertThat(reading.plan().elasticIps())
                .singleElement()
                .satisfies(
                        ip -> assertThat(ip.association().map(Object::toString).orElse(""))
                                .contains("eni-0123", "10.0.0.9"));
    }

    @Test
    void subnet_thatIsNotGiven_isUnknown() {
        assertThat(reasons(yaml("""
                        Resources:
                          App: {Type: "AWS::EC2::Instance", Properties: {InstanceType: m5.large}}
                          Web: {Type: "AWS::EC2::SecurityGroup", Properties: {GroupDescription: web}}
                        """)))
                .containsExactly(
                        "t.yaml:2 /Resources/App: unknown: SubnetId is not given",
                        "t.yaml:3 /Resources/Web: unknown: VpcId is not given");
    }

    @Test
    void block_neitherGivenNorOfAPool_isMissing() {
        String text = VPC + """
                  S: {Type: "AWS::EC2::Subnet", Properties: {VpcId: !Ref V}}
                  W: {Type: "AWS::EC2::VPC"}
                """;
        assertThat(rules(yaml(text))).containsExactlyInAnyOrder("subnet.cidr.required", "vpc.cidr.required");
        Reading pooled =
                yaml(text.replace("{VpcId: !Ref V}", "{VpcId: !Ref V, Ipv4IpamPoolId: pool, Ipv4NetmaskLength: 24}")
                        .replace(
                                "W: {Type: \"AWS::EC2::VPC\"}",
                                "W: {Type: \"AWS::EC2::VPC\", Properties: {Ipv4IpamPoolId: pool}}"));
        assertThat(rules(pooled)).isEmpty();
        assertThat(reasons(pooled))
                .containsExactly(
                        "t.yaml:3 /Resources/S: unknown: the block comes from an IPAM pool",
                        "t.yaml:4 /Resources/W: unknown: the block comes from an IPAM pool");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "AvailabilityZone: !Sub '${AWS::Region}a' | AvailabilityZone: !Join ['', [!Ref AWS::Region, a]] | false",
                "AvailabilityZone: !Sub '${AWS::Region}a' | AvailabilityZone: !Sub '${AWS::Region}b' | true",
                "AvailabilityZone: !Sub '${AWS::Region}a' | AvailabilityZone: !Sub '${AWS::Region}${Letter}' | false",
                "AvailabilityZone: !Sub '${AWS::Region}a' | AvailabilityZone: eu-west-1b | false",
                "AvailabilityZone: !Sub '${AWS::Region}b' | AvailabilityZone: !Select [0, !GetAZs ''] | false",
                "AvailabilityZone: !Sub 'eu-${Letter}a' | AvailabilityZone: !Sub 'eu-${Letter}b' | false",
                "AvailabilityZoneId: use1-az1 | AvailabilityZoneId: use1-az1 | false",
                "AvailabilityZoneId: use1-az1 | AvailabilityZone: us-east-1b | false",
            })
    void zones_thatCannotBeTheSame_areOthers(String one, String other, boolean differ) {
        Reading reading = yaml("Parameters: {Letter: {Type: String}}\n" + VPC
                + """
                  S: {Type: "AWS::EC2::Subnet", Properties: {VpcId: !Ref V, CidrBlock: 10.0.0.0/24, ONE}}
                  T: {Type: "AWS::EC2::Subnet", Properties: {VpcId: !Ref V, CidrBlock: 10.0.1.0/24, OTHER}}
                  App: {Type: "AWS::EC2::Instance", Properties: {InstanceType: m5.large, SubnetId: !Ref S}}
                  Eni: {Type: "AWS::EC2::NetworkInterface", Properties: {SubnetId: !Ref T}}
                  At: {Type: "AWS::EC2::NetworkInterfaceAttachment", Properties: {InstanceId: !Ref App, NetworkInterfaceId: !Ref Eni, DeviceIndex: "1"}}
                """.replace("ONE", one).replace("OTHER", other));
        assertThat(rules(reading)).isEqualTo(differ ? List.of("eni.attach.zone") : List.of());
        assertThat(reading.unknowns()).isNotEmpty();
    }

    @Test
    void mergeKeys_takeOverWhatIsNotThere() {
        Reading reading = yaml("""
                x-one: &one {VpcId: !Ref V, CidrBlock: 10.0.7.0/24}
                x-two: &two {CidrBlock: 10.0.8.0/24, MapPublicIpOnLaunch: true}
                Resources:
                  V: {Type: "AWS::EC2::VPC", Properties: {CidrBlock: 10.0.0.0/16}}
                  S: {Type: "AWS::EC2::Subnet", Properties: {<<: *one, CidrBlock: 10.0.1.0/24}}
                  T: {Type: "AWS::EC2::Subnet", Properties: {<<: [*one, *two]}}
                """);
        assertThat(reading.plan().subnets())
                .extracting(subnet ->
                        subnet.vpcId() + " " + subnet.cidrBlock().orElseThrow() + " " + subnet.mapPublicIpOnLaunch())
                .containsExactly("V 10.0.1.0/24 false", "V 10.0.7.0/24 true");
        assertThat(reading.originOf(VpcId.of("V"))).isPresent();
    }

    @Test
    void macro_mayChangeAnything_unlessItIsKnownNotTo() {
        String text = VPC + "Transform: [AWS::LanguageExtensions, {Name: AWS::Include, Parameters: {}}]\n";
        assertThat(reasons(yaml(text)))
                .containsExactly("t.yaml:3 /Transform/1: unknown: what the macro AWS::Include makes of the template");
        assertThat(reasons(yaml(VPC + "Transform: AWS::Serverless-2016-10-31\n")))
                .isEmpty();
    }
}
