package io.enikit.json;

import static io.enikit.json.ReadTexts.RULES;
import static org.assertj.core.api.Assertions.assertThat;

import io.enikit.model.PlanText;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Templates and plans beside others: what one file says is not lost where another one is read too. */
class TemplateTogetherTest {
    private static final Source NOTHING = Source.of("nothing.yaml", "Resources: {}");

    private static Source source(String name, String text) {
        return Source.of(name, text);
    }

    private static Reading read(Source... sources) {
        return PlanReader.create().read(sources);
    }

    private static List<String> lines(Reading reading) {
        return reading.check(RULES).findings().stream().map(Finding::toString).toList();
    }

    private static List<String> outside(Reading reading) {
        return reading.outside().stream().map(Object::toString).toList();
    }

    @Test
    void terraform_besideATemplateThatMakesNothing_isTheSame() {
        PlannedJson plan = new PlannedJson();
        Map<String, Object> block = Map.of("cidr_block", "10.0.0.0/16");
        plan.add("", "aws_vpc", "a", null, block, Map.of());
        plan.add("", "aws_vpc", "b", null, block, Map.of());
        plan.add(
                "",
                "aws_subnet",
                "s",
                null,
                Map.of("cidr_block", "10.9.0.0/24", "availability_zone", "eu-west-1a"),
                Map.of("vpc_id", "local.vpc"));
        plan.add("", "aws_network_interface", "n", null, Map.of(), Map.of("subnet_id", "aws_subnet.s.id aws_subnet.s"));
        plan.add("", "aws_eip", "e", null, Map.of(), Map.of("network_interface", "aws_network_interface.n"));
        plan.add("", "aws_lb", "l", null, Map.of("load_balancer_type", "network"), Map.of("subnets", "aws_subnet.s"));
        plan.add(
                "",
                "aws_eks_cluster",
                "c",
                null,
                Map.of("vpc_config", List.of(Map.of("subnet_ids", List.of("subnet-9")))),
                Map.of());
        Source terraform = source("plan.json", plan.text());
        assertThat(lines(read(terraform))).as("by what is tried").isNotEmpty();
        assertThat(read(terraform).plan().elasticIps())
                .singleElement()
                .satisfies(each -> assertThat(each.association()).isPresent());
        assertThat(ReadTexts.members(read(terraform, NOTHING))).isEqualTo(ReadTexts.members(read(terraform)));
    }

    @Test
    void associations_ofWhatIsNotRead_areOutside() {
        Reading reading = read(source("t.yaml", """
                Resources:
                  A: {Type: "AWS::EC2::EIPAssociation", Properties: {AllocationId: eipalloc-9, NetworkInterfaceId: eni-9}}
                  B: {Type: "AWS::EC2::EIPAssociation", Properties: {AllocationId: eipalloc-8, InstanceId: i-8}}
                """));
        assertThat(outside(reading)).containsExactly("i-8", "eni-9", "eipalloc-8", "eipalloc-9");
    }

    @Test
    void subnetsOfAGroup_thatAreNotRead_areOutside() {
        Reading reading = read(source("t.yaml", """
                Resources:
                  G: {Type: "AWS::AutoScaling::AutoScalingGroup", Properties: {MaxSize: 2, VPCZoneIdentifier: [subnet-8, subnet-9]}}
                """));
        assertThat(outside(reading)).containsExactly("subnet-8", "subnet-9");
    }

    @Test
    void template_ofWhichNothingIsMade_isRead() {
        Reading reading = read(source("t.yaml", """
                Conditions: {Never: !Equals [a, b]}
                Resources:
                  V: {Type: "AWS::EC2::VPC", Condition: Never, Properties: {CidrBlock: 10.0.0.0/16}}
                """));
        assertThat(reading.leftOut()).extracting(Object::toString).containsExactly("t.yaml:3 /Resources/V");
        assertThat(reading.check(RULES)).hasToString("no violations");
    }

    @Test
    void interfacesAtOnePlaceOfAnInstance_haveNamesInARow() {
        Reading reading = read(source("t.yaml", """
                Resources:
                  I:
                    Type: AWS::EC2::Instance
                    Properties:
                      InstanceType: m5.large
                      NetworkInterfaces:
                        - {DeviceIndex: 0, SubnetId: subnet-1}
                        - {DeviceIndex: 0, SubnetId: subnet-1}
                        - {DeviceIndex: 0, SubnetId: subnet-1}
                """));
        assertThat(reading.plan().enis())
                .extracting(each -> each.id().toString())
                .containsExactly("I/eth0", "I/eth0-2", "I/eth0-3");
    }

    @Test
    void zonesOfTheRegion_areUnknownOnceInAFile() {
        String template = """
                Resources:
                  A: {Type: "AWS::EC2::Subnet", Properties: {VpcId: v, CidrBlock: 10.0.0.0/24, AvailabilityZone: !Select [0, !GetAZs ""]}}
                  B: {Type: "AWS::EC2::Subnet", Properties: {VpcId: v, CidrBlock: 10.0.1.0/24, AvailabilityZone: !Select [1, !GetAZs ""]}}
                """;
        assertThat(read(source("a.yaml", template), source("b.yaml", template)).unknowns())
                .extracting(each -> each.origin().toString())
                .containsExactly(
                        "a.yaml:2 /Resources/A/Properties/AvailabilityZone",
                        "b.yaml:2 /Resources/A/Properties/AvailabilityZone");
    }

    @Test
    void interfaceInASubnetWithoutIpv4_awaitsNoIpv4Address() {
        Reading reading = read(source("t.yaml", """
                Resources:
                  S: {Type: "AWS::EC2::Subnet", Properties: {VpcId: vpc-1, AvailabilityZone: x, Ipv6CidrBlock: "2001:db8::/64", Ipv6Native: true}}
                  N: {Type: "AWS::EC2::NetworkInterface", Properties: {SubnetId: !Ref S, GroupSet: [sg-1], Ipv6AddressCount: 1}}
                """));
        assertThat(reading.plan().eni("N").orElseThrow().addressDemand()).hasToString("1 IPv6 address");
    }

    @Test
    void planText_withDemands_isReadAsItIs() {
        String text = """
                eni-plan 1
                subnet s vpc=v availabilityZone=eu-west-1a cidrBlock=10.0.0.0/24
                demand fleet subnets=s interfaces=3 addresses=ipv4Addresses:3
                end
                """;
        String canonical = PlanText.write(PlanText.read(text));
        assertThat(canonical).contains("demand fleet");
        assertThat(PlanText.write(read(source("a.eni", text)).plan())).isEqualTo(canonical);
    }

    @Test
    void vpcThatIsOpen_ofAGroup_isNotAnother() {
        Reading reading = read(source("t.yaml", """
                Parameters: {V: {Type: String}, T: {Type: String}}
                Resources:
                  W: {Type: "AWS::EC2::VPC", Properties: {CidrBlock: 10.0.0.0/16}}
                  S: {Type: "AWS::EC2::Subnet", Properties: {VpcId: !Ref W, AvailabilityZone: x, CidrBlock: 10.0.0.0/24}}
                  G: {Type: "AWS::EC2::SecurityGroup", Properties: {VpcId: !Ref V, GroupDescription: g}}
                  N: {Type: "AWS::EC2::NetworkInterface", Properties: {SubnetId: !Ref S, GroupSet: [!Ref G]}}
                """));
        assertThat(lines(reading)).isEmpty();
    }

    private static final String DESCRIBED = """
            {"Vpcs": [{"VpcId": "vpc-1", "CidrBlock": "10.0.0.0/16"}],
             "Subnets": [
              {"SubnetId": "subnet-1", "VpcId": "vpc-1", "AvailabilityZone": "eu-west-1a", "CidrBlock": "10.0.1.0/24"},
              {"SubnetId": "subnet-2", "VpcId": "vpc-1", "AvailabilityZone": "eu-west-1b", "CidrBlock": "10.0.2.0/24"}],
             "NetworkInterfaces": [
              {"NetworkInterfaceId": "eni-1", "SubnetId": "subnet-1", "AvailabilityZone": "eu-west-1a",
               "PrivateIpAddress": "10.0.1.9", "Groups": [{"GroupId": "sg-1"}],
               "Attachment": {"InstanceId": "i-1", "DeviceIndex": 1, "DeleteOnTermination": false}},
              {"NetworkInterfaceId": "eni-2", "SubnetId": "subnet-1", "PrivateIpAddress": "10.0.1.8", "Groups": [{"GroupId": "sg-1"}],
               "Attachment": {"InstanceId": "i-1", "DeviceIndex": 0, "DeleteOnTermination": true}}]}
            """;

    private static Source plan(String resources, String changes) {
        return source(
                "plan.json",
                "{\"format_version\": \"1.2\", \"planned_values\": {\"root_module\": {\"resources\": [" + resources
                        + "]}}, \"resource_changes\": [" + changes + "]}");
    }

    @Test
    void interfaceThatMoves_doesNotStateTheZoneThatItWasIn() {
        String moved = """
                {"address": "aws_network_interface.n", "mode": "managed", "type": "aws_network_interface", "name": "n",
                 "values": {"id": "eni-1", "subnet_id": "subnet-2", "private_ips": ["10.0.2.9"], "security_groups": ["sg-1"]}}
                """;
        String change = """
                {"address": "aws_network_interface.n", "change": {"actions": ["update"], "before": {"id": "eni-1"}}}""";
        Reading reading = read(source("a.json", DESCRIBED), plan(moved, change));
        assertThat(reading.plan().eni("eni-1").orElseThrow().subnetId()).hasToString("subnet-2");
        assertThat(lines(reading)).isEmpty();
    }

    @Test
    void instanceThatGoes_leavesTheInterfacesThatAreNotDeletedWithIt() {
        String change = """
                {"address": "aws_instance.i", "type": "aws_instance", "change": {"actions": ["delete"], "before": {"id": "i-1"}}}""";
        assertThat(read(source("a.json", DESCRIBED), plan("", change)).plan().enis())
                .extracting(each -> each.id().toString())
                .containsExactly("eni-1");
    }

    @Test
    void interfaceThatIsShownOnlyInItsInstance_isTheOneOfAPlan() {
        String described = """
                {"Instances": [{"InstanceId": "i-1", "InstanceType": "m5.large", "NetworkInterfaces": [
                  {"NetworkInterfaceId": "eni-1", "SubnetId": "subnet-1", "PrivateIpAddress": "10.0.1.9",
                   "Groups": [{"GroupId": "sg-1"}], "Attachment": {"DeviceIndex": 0}}]}]}
                """;
        String same = """
                {"address": "aws_network_interface.n", "mode": "managed", "type": "aws_network_interface", "name": "n",
                 "values": {"id": "eni-1", "subnet_id": "subnet-1", "private_ips": ["10.0.1.9"], "security_groups": ["sg-1"]}}
                """;
        String change = "{\"address\": \"aws_network_interface.n\", \"change\": {\"actions\": [\"no-op\"]}}";
        assertThat(read(source("a.json", described), plan(same, change)).plan().enis())
                .extracting(each -> each.id().toString())
                .containsExactly("eni-1");
    }
}
