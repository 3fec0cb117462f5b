package io.enikit.json;

import static org.assertj.core.api.Assertions.assertThat;

import io.enikit.limits.LimitRules;
import io.enikit.model.ConnectionTracking;
import io.enikit.model.EniId;
import io.enikit.model.TrunkAssociation;
import io.enikit.rules.Ec2Rules;
import io.enikit.rules.RuleSet;
import java.io.ByteArrayInputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Shapes that files have now and then: written by other tools, other versions, or with more than the usual in them. */
class OtherShapesTest {
    private static final RuleSet RULES = Ec2Rules.standard().and(LimitRules.bundled());

    private static Reading read(String text) {
        return PlanReader.create().read(Source.of("x", text));
    }

    private static List<String> reasons(Reading reading) {
        return reading.unknowns().stream().map(Unknown::reason).toList();
    }

    private static List<String> lines(Reading reading) {
        return reading.check(RULES).findings().stream().map(Finding::toString).toList();
    }

    @Test
    void emptyTexts_inDescribeOutput_standForNothing() {
        Reading reading = read("""
                {"Addresses": [
                   {"PublicIp": "203.0.113.9", "Domain": "standard", "InstanceId": ""},
                   {"PublicIp": "203.0.113.8", "AllocationId": "eipalloc-1", "NetworkInterfaceId": "", "InstanceId": "",
                    "PrivateIpAddress": "", "AssociationId": ""}],
                 "NetworkInterfaces": [{"NetworkInterfaceId": "eni-1", "SubnetId": "subnet-1", "VpcId": "", "MacAddress": "",
                   "Groups": [{"GroupId": "sg-1"}], "PrivateIpAddress": "10.0.0.9",
                   "Attachment": {"AttachmentId": "ela-1", "InstanceId": "", "DeviceIndex": 1}}]}
                """);
        assertThat(reading.plan().elasticIps())
                .extracting(each -> each.id() + " " + each.association().isPresent())
                .containsExactly("203.0.113.9 false", "eipalloc-1 false");
        assertThat(reading.plan().eni("eni-1").orElseThrow().instanceId()).isEmpty();
        assertThat(lines(reading)).isEmpty();
    }

    @Test
    void groupsOfEc2Classic_areInNoVpc_andLeftOut() {
        Reading reading = read("""
                {"SecurityGroups": [{"GroupId": "sg-1", "GroupName": "default"},
                                    {"GroupId": "sg-2", "GroupName": "default", "VpcId": "vpc-1"}]}
                """);
        assertThat(reading.plan().securityGroups())
                .extracting(each -> each.id().toString())
                .containsExactly("sg-2");
    }

    @Test
    void terminatedInstances_haveNoInterfaces_andThatIsNoViolation() {
        assertThat(lines(read("""
                {"Reservations": [{"Instances": [{"InstanceId": "i-1", "InstanceType": "m5.large", "SubnetId": "",
                  "State": {"Code": 48, "Name": "terminated"}, "Placement": {"AvailabilityZone": "eu-west-1a"},
                  "NetworkInterfaces": []}]}], "NextToken": "x"}
                """))).isEmpty();
    }

    @Test
    void trunksAndTracking_areRead() {
        Reading reading = read("""
                {"InterfaceAssociations": [{"AssociationId": "trunk-assoc-1", "BranchInterfaceId": "eni-2",
                   "TrunkInterfaceId": "eni-1", "InterfaceProtocol": "VLAN", "VlanId": 7, "TagSet": []}],
                 "NetworkInterfaces": [
                  {"NetworkInterfaceId": "eni-1", "SubnetId": "subnet-1", "PrivateIpAddress": "10.0.0.9", "InterfaceType": "trunk",
                   "Groups": [{"GroupId": "sg-1"}], "ConnectionTrackingConfiguration": {"UdpTimeout": 45}},
                  {"NetworkInterfaceId": "eni-2", "SubnetId": "subnet-1", "PrivateIpAddress": "10.0.0.8", "InterfaceType": "branch",
                   "Groups": [{"GroupId": "sg-1"}]}]}
                """);
        assertThat(reading.plan().eni("eni-2").orElseThrow().trunkAssociation())
                .contains(new TrunkAssociation(EniId.of("eni-1"), TrunkAssociation.Protocol.VLAN, 7));
        assertThat(reading.plan().eni("eni-1").orElseThrow().connectionTracking())
                .isEqualTo(ConnectionTracking.defaults().withUdpTimeout(45));
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "UTF-16", "UTF-16LE", "UTF-16BE"})
    void textInAnyUnicodeForm_isRead(String charset) {
        for (String file : List.of("account/subnets.json", "terraform/shop.json", "template/shop.yaml")) {
            String mark = charset.equals("UTF-16") ? "" : "\ufeff";
            byte[] bytes = (mark + Samples.text(file)).getBytes(Charset.forName(charset));
            assertThat(PlanReader.create()
                            .read(Source.of(file, new ByteArrayInputStream(bytes)))
                            .plan())
                    .isEqualTo(Samples.read(file).plan());
        }
    }

    @Test
    void describeOutputInYaml_isRead() {
        assertThat(read("""
                NextToken: abc
                Subnets:
                - AvailabilityZone: eu-west-1a
                  CidrBlock: 10.0.0.0/24
                  OwnerId: '012345678901'
                  SubnetId: subnet-1
                  VpcId: vpc-1
                """).plan().subnets()).hasSize(1);
    }

    @Test
    void macros_inTemplates_areUnknown() {
        Reading reading = read("""
                Transform: AWS::LanguageExtensions
                Resources:
                  Fn::Transform: {Name: AWS::Include, Parameters: {Location: s3://x}}
                  V:
                    Type: AWS::EC2::VPC
                    Properties:
                      CidrBlock: 10.0.0.0/16
                      Fn::Transform: {Name: Macro}
                  F: {Type: AWS::Serverless::Function, Properties: {VpcConfig: {SubnetIds: [subnet-1]}}}
                Globals: {Function: {Timeout: 3}}
                """);
        assertThat(reading.plan().vpcs()).hasSize(1);
        assertThat(reading.unknowns())
                .extracting(Unknown::toString)
                .containsExactly(
                        "x:3 /Resources/Fn::Transform: unknown: Fn::Transform is not evaluated",
                        "x:8 /Resources/V/Properties/Fn::Transform: unknown: Fn::Transform is not evaluated");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "CidrBlock: '{{resolve:ssm:/block}}' | it is a dynamic reference",
                "CidrBlock: !Sub '{{resolve:ssm:${AWS::StackName}}}' | a part of Fn::Sub is not known: AWS::StackName has no value",
                "CidrBlock: !Sub '{{resolve:ssm:x:1}}' | it is a dynamic reference",
                "CidrBlock: !Ref Stored | it is a dynamic reference",
            })
    void valuesFromElsewhere_areUnknown(String property, String reason) {
        String text = """
                Parameters: {Stored: {Type: String, Default: "{{resolve:ssm:y}}"}}
                Resources:
                  S: {Type: "AWS::EC2::Subnet", Properties: {VpcId: vpc-1, AvailabilityZone: z, %s}}
                """.formatted(property);
        assertThat(reasons(read(text))).containsExactly(reason);
        assertThat(lines(read(text))).isEmpty();
    }

    @Test
    void blankIds_inTemplates_areUnknown() {
        Reading reading = read("""
                Parameters: {Subnet: {Type: String, Default: ""}}
                Resources:
                  E: {Type: "AWS::EC2::NetworkInterface", Properties: {SubnetId: !Ref Subnet, GroupSet: [!Ref Subnet]}}
                """);
        assertThat(reasons(reading)).containsExactly("it is blank", "it is blank");
        assertThat(lines(reading)).isEmpty();
    }

    @Test
    void yesAndNo_inTemplates_areFlags() {
        Reading reading = read("""
                Resources:
                  S: {Type: "AWS::EC2::Subnet", Properties: {VpcId: v, AvailabilityZone: z, CidrBlock: 10.0.0.0/24, MapPublicIpOnLaunch: yes}}
                """);
        assertThat(reading.plan().subnet("S").orElseThrow().mapPublicIpOnLaunch())
                .isTrue();
        assertThat(lines(reading)).isEmpty();
    }

    /** A plan over what there is already, as {@code prior_state} and {@code resource_drift} show. */
    private static String planned(String resources, String changes, String configuration) {
        return """
                {"format_version": "1.2", "terraform_version": "1.9.0", "variables": {}, "complete": true, "errored": false,
                 "planned_values": {"outputs": {}, "root_module": {"resources": [%s]}},
                 "resource_drift": [{"address": "aws_subnet.a[0]", "change": {"actions": ["update"]}}],
                 "resource_changes": [%s],
                 "prior_state": {"format_version": "1.0", "values": {"root_module": {"resources": []}}},
                 "configuration": {"root_module": {"resources": [%s]}}, "relevant_attributes": [], "checks": []}
                """.formatted(resources, changes, configuration);
    }

    private static String subnet(int index, String block) {
        return """
                {"address": "aws_subnet.a[%d]", "mode": "managed", "type": "aws_subnet", "name": "a", "index": %d,
                 "values": {"cidr_block": "%s", "availability_zone": "eu-west-1a"}}""".formatted(index, index, block);
    }

    private static String created(int index) {
        return """
                {"address": "aws_subnet.a[%d]", "change": {"actions": ["create"], "after_unknown": {"vpc_id": true}}}""".formatted(index);
    }

    private static String configured(String references) {
        return """
                {"address": "aws_subnet.a", "mode": "managed", "type": "aws_subnet", "name": "a",
                 "expressions": {"vpc_id": {"references": [%s]}}, "count_expression": {"constant_value": 2}}""".formatted(references);
    }

    @Test
    void instancesOfOneTerraformResource_shareAnUnknownVpc_unlessItDependsOnTheirIndex() {
        String resources = subnet(0, "10.0.0.0/24") + "," + subnet(1, "10.0.0.128/25");
        String changes = created(0) + "," + created(1);
        assertThat(lines(read(planned(resources, changes, configured("\"local.vpc_id\"")))))
                .singleElement()
                .asString()
                .contains("subnet.cidr.overlap");
        assertThat(lines(read(planned(resources, changes, configured("\"local.vpc_ids\", \"count.index\"")))))
                .isEmpty();
    }

    @Test
    void deposedObjects_areNoChangesOfTheResource() {
        String deposed = """
                {"address": "aws_subnet.a[0]", "deposed": "1234abcd",
                 "change": {"actions": ["delete"], "after": null, "after_unknown": {}}}""";
        Reading reading = read(planned(
                subnet(0, "10.0.0.0/24"), created(0) + "," + deposed, configured("\"aws_vpc.v.id\", \"aws_vpc.v\"")));
        assertThat(reasons(reading)).containsExactly("it depends on aws_vpc.v");
    }

    @Test
    void primaryAddress_ofAnInterfaceThatThereIs_neitherFirstNorLost() {
        Reading reading = read(planned("""
                {"address": "aws_network_interface.e", "mode": "managed", "type": "aws_network_interface", "name": "e",
                 "values": {"id": "eni-1", "subnet_id": "subnet-1", "private_ip": "10.0.0.20", "private_ips_count": 1,
                            "private_ips": ["10.0.0.10", "10.0.0.20"], "security_groups": ["sg-1"], "attachment": []}}
                """, "", ""));
        assertThat(reading.plan()
                        .eni("aws_network_interface.e")
                        .orElseThrow()
                        .privateIpAddress()
                        .orElseThrow())
                .hasToString("10.0.0.20");
        assertThat(lines(reading)).isEmpty();
    }

    @Test
    void keysWithDotsAndQuotes_areOneStep() {
        String key = "[\\\"a.b\\\\\\\"c]\\\"]";
        Reading reading = read(planned("", "", "")
                .replace("\"resources\": []}},\n \"resource_drift\"", """
                "child_modules": [{"address": "module.m%1$s", "resources": [
                  {"address": "module.m%1$s.aws_vpc.v", "mode": "managed", "type": "aws_vpc", "name": "v", "values": {"cidr_block": "10.0.0.0/16"}},
                  {"address": "module.m%1$s.aws_subnet.s", "mode": "managed", "type": "aws_subnet", "name": "s",
                   "values": {"cidr_block": "10.0.0.0/24", "availability_zone": "z"}}]}]}},
                 "resource_drift\"""".formatted(key))
                .replace("\"configuration\": {\"root_module\": {\"resources\": []}}", """
                "configuration": {"root_module": {"module_calls": {"m": {"module": {"resources": [
                  {"type": "aws_subnet", "name": "s", "expressions": {"vpc_id": {"references": ["aws_vpc.v.id", "aws_vpc.v"]}}}]}}}}}"""));
        assertThat(reading.unknowns()).isEmpty();
        assertThat(reading.plan().subnets())
                .singleElement()
                .satisfies(subnet -> assertThat(subnet.vpcId()).hasToString("module.m[\"a.b\\\"c]\"].aws_vpc.v"));
    }

    @Test
    void nothingAtAll_inATemplateOrAPlan_isRead() {
        assertThat(read("Resources: {}").plan().resources()).isEmpty();
        assertThat(read(planned("", "", "")).plan().resources()).isEmpty();
        assertThat(PlanReader.create()
                        .read(Source.of(
                                "x", new ByteArrayInputStream("{\"Vpcs\": []}".getBytes(StandardCharsets.UTF_8))))
                        .plan()
                        .resources())
                .isEmpty();
    }
}
