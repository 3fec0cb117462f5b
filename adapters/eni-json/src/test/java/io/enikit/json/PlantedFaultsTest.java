package io.enikit.json;

import static org.assertj.core.api.Assertions.assertThat;

import io.enikit.limits.LimitRules;
import io.enikit.rules.Ec2Rules;
import io.enikit.rules.RuleSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Faults planted in a template and in a Terraform plan, each found where it stands; SamplesTest does it to accounts. */
class PlantedFaultsTest {
    private static final RuleSet RULES = Ec2Rules.standard().and(LimitRules.bundled());

    private static final String TEMPLATE = """
            Resources:
              Vpc: {Type: "AWS::EC2::VPC", Properties: {CidrBlock: 10.0.0.0/16}}
              A: {Type: "AWS::EC2::Subnet", Properties: {VpcId: !Ref Vpc, CidrBlock: 10.0.0.0/24, AvailabilityZone: a}}
              B: {Type: "AWS::EC2::Subnet", Properties: {VpcId: !Ref Vpc, CidrBlock: 10.0.1.0/24, AvailabilityZone: b}}
              App: {Type: "AWS::EC2::Instance", Properties: {InstanceType: m5.large, SubnetId: !Ref A}}
              Second: {Type: "AWS::EC2::NetworkInterface", Properties: {SubnetId: !Ref A, PrivateIpAddress: 10.0.0.20}}
              At1: {Type: "AWS::EC2::NetworkInterfaceAttachment", Properties: {InstanceId: !Ref App, NetworkInterfaceId: !Ref Second, DeviceIndex: "1"}}
              Third: {Type: "AWS::EC2::NetworkInterface", Properties: {SubnetId: !Ref A}}
              At2: {Type: "AWS::EC2::NetworkInterfaceAttachment", Properties: {InstanceId: !Ref App, NetworkInterfaceId: !Ref Third, DeviceIndex: "2"}}
              Fourth: {Type: "AWS::EC2::NetworkInterface", Properties: {SubnetId: !Ref A}}
            """;

    private static final String FOURTH = "  At3: {Type: \"AWS::EC2::NetworkInterfaceAttachment\","
            + " Properties: {InstanceId: !Ref App, NetworkInterfaceId: !Ref Fourth, DeviceIndex: \"3\"}}\n";

    private static List<String> faults(String name, String text) {
        return PlanReader.create().read(Source.of(name, text)).check(RULES).findings().stream()
                .filter(each -> !each.violation().rule().equals("instance.same-subnet"))
                .map(each -> each.violation().subject() + " " + each.violation().rule() + " "
                        + each.origin().orElseThrow())
                .toList();
    }

    @Test
    void withoutAFault_nothingIsFound() {
        assertThat(faults("t.yaml", TEMPLATE)).isEmpty();
        assertThat(faults("plan.json", plan("10.0.1.0/24", "10.0.0.20", 1, "b", 3)))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "10.0.1.0/24 | 10.0.0.128/25 | subnet.cidr.overlap | t.yaml:4 /Resources/B",
                "10.0.0.20 | 10.0.0.3 | eni.ipv4.reserved | t.yaml:6 /Resources/Second",
                "DeviceIndex: \"2\" | DeviceIndex: \"1\" | eni.attach.index-used | t.yaml:8 /Resources/Third",
                "Third: {Type: \"AWS::EC2::NetworkInterface\", Properties: {SubnetId: !Ref A} | Third: {Type: \"AWS::EC2::NetworkInterface\", Properties: {SubnetId: !Ref B} | eni.attach.zone | t.yaml:8 /Resources/Third",
            })
    void faultInATemplate_isFoundWithItsPlace(String right, String wrong, String rule, String place) {
        assertThat(TEMPLATE).contains(right);
        assertThat(faults("t.yaml", TEMPLATE.replace(right, wrong)))
                .anySatisfy(line -> assertThat(line).contains(rule).endsWith(place));
    }

    @Test
    void fourthInterfaceOnAnM5Large_inATemplate_isFound() {
        assertThat(faults("t.yaml", TEMPLATE + FOURTH))
                .containsExactly("App limits.interfaces t.yaml:5 /Resources/App");
    }

    /** A plan of an m5.large with interfaces in the first of two subnets, the last of them in a zone. */
    private static String plan(String block, String address, int index, String zone, int interfaces) {
        StringBuilder resources = new StringBuilder("""
                {"address": "aws_subnet.a", "type": "aws_subnet", "name": "a", "values": {"id": "subnet-a", "vpc_id": "vpc-1", "cidr_block": "10.0.0.0/24", "availability_zone": "a"}},
                {"address": "aws_subnet.b", "type": "aws_subnet", "name": "b", "values": {"id": "subnet-b", "vpc_id": "vpc-1", "cidr_block": "%s", "availability_zone": "%s"}},
                {"address": "aws_instance.app", "type": "aws_instance", "name": "app", "values": {"id": "i-1", "instance_type": "m5.large", "subnet_id": "subnet-a"}}
                """.formatted(block, zone));
        for (int i = 1; i < interfaces; i++) {
            resources.append("""
                    ,{"address": "aws_network_interface.e[%d]", "type": "aws_network_interface", "name": "e", "index": %d,
                      "values": {"subnet_id": "%s", %s "attachment": [{"instance": "i-1", "device_index": %d}]}}
                    """.formatted(
                            i,
                            i,
                            zone.equals("b") || i > 1 ? "subnet-a" : "subnet-b",
                            i == 1 && zone.equals("b") ? "\"private_ips\": [\"" + address + "\"]," : "",
                            i == 2 ? index + 1 : i));
        }
        return "{\"format_version\": \"1.2\", \"planned_values\": {\"root_module\": {\"resources\": [\n" + resources
                + "]}}}";
    }

    @Test
    void faultsInATerraformPlan_areFoundWithTheirPlace() {
        assertThat(faults("plan.json", plan("10.0.0.128/25", "10.0.0.20", 1, "b", 3)))
                .containsExactly("aws_subnet.b subnet.cidr.overlap plan.json:3 aws_subnet.b");
        assertThat(faults("plan.json", plan("10.0.1.0/24", "10.0.0.3", 1, "b", 3)))
                .containsExactly("aws_network_interface.e[1] eni.ipv4.reserved plan.json:5 aws_network_interface.e[1]");
        assertThat(faults("plan.json", plan("10.0.1.0/24", "10.0.0.20", 0, "b", 3)))
                .containsExactly(
                        "aws_network_interface.e[2] eni.attach.index-used plan.json:7 aws_network_interface.e[2]");
        assertThat(faults("plan.json", plan("10.0.1.0/24", "10.0.0.20", 1, "c", 3)))
                .containsExactly("aws_network_interface.e[1] eni.attach.zone plan.json:5 aws_network_interface.e[1]");
        assertThat(faults("plan.json", plan("10.0.1.0/24", "10.0.0.20", 1, "b", 4)))
                .containsExactly("aws_instance.app limits.interfaces plan.json:4 aws_instance.app");
    }
}
