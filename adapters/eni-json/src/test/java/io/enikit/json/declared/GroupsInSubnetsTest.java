package io.enikit.json.declared;

import static org.assertj.core.api.Assertions.assertThat;

import io.enikit.json.Finding;
import io.enikit.json.PlanReader;
import io.enikit.json.Source;
import io.enikit.limits.LimitRules;
import io.enikit.rules.Ec2Rules;
import io.enikit.rules.RuleSet;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Groups and services beside subnets that exist: what they have there already is not counted twice. */
class GroupsInSubnetsTest {
    private static final RuleSet RULES = Ec2Rules.standard().and(LimitRules.bundled());

    /** Two subnets of 11 addresses, of which so many are left. */
    private static String subnets(int left) {
        return """
                {"Vpcs": [{"VpcId": "vpc-1", "CidrBlock": "10.0.0.0/16"}],
                 "Subnets": [
                  {"SubnetId": "subnet-1", "VpcId": "vpc-1", "AvailabilityZone": "eu-west-1a", "CidrBlock": "10.0.1.0/28",
                   "AvailableIpAddressCount": %d},
                  {"SubnetId": "subnet-2", "VpcId": "vpc-1", "AvailabilityZone": "eu-west-1b", "CidrBlock": "10.0.2.0/28",
                   "AvailableIpAddressCount": %d}]}
                """.formatted(left, left);
    }

    /** Interfaces of an instance each in the first subnet. */
    private static String interfaces(int number) {
        List<String> all = new ArrayList<>();
        for (int i = 1; i <= number; i++) {
            all.add("""
                    {"NetworkInterfaceId": "eni-%1$d", "SubnetId": "subnet-1", "VpcId": "vpc-1", "Groups": [{"GroupId": "sg-1"}],
                     "PrivateIpAddress": "10.0.1.%2$d", "Attachment": {"InstanceId": "i-%1$d", "DeviceIndex": 0}}""".formatted(i, i + 3));
        }
        return "{\"NetworkInterfaces\": [" + String.join(",", all) + "]}";
    }

    private static String plan(String type, String before, String after, String actions) {
        return """
                {"format_version": "1.2", "planned_values": {"root_module": {"resources": [
                  {"address": "%1$s.s", "mode": "managed", "type": "%1$s", "name": "s", "values": {%3$s}}]}},
                 "resource_changes": [{"address": "%1$s.s", "mode": "managed", "type": "%1$s", "name": "s",
                   "change": {"actions": [%4$s], "before": %2$s, "after": {%3$s}, "after_unknown": {}}}]}
                """.formatted(type, before.isEmpty() ? "null" : "{" + before + "}", after, actions);
    }

    private static String scaling(int most, String subnets, String more) {
        return "\"id\": \"g\", \"max_size\": %d, \"vpc_zone_identifier\": [%s]%s".formatted(most, subnets, more);
    }

    private static List<String> lines(String... texts) {
        return PlanReader.create()
                .read(Arrays.stream(texts)
                        .map(text -> Source.of("file" + Arrays.asList(texts).indexOf(text), text))
                        .toList())
                .check(RULES)
                .findings()
                .stream()
                .map(Finding::toString)
                .toList();
    }

    private static final String ONE = "\"subnet-1\"";
    private static final String BOTH = "\"subnet-1\", \"subnet-2\"";

    @Test
    void groupThatFillsASubnetThatExists_isWhereTheFindingIs() {
        String template = """
                Resources:
                  Few: {Type: "AWS::AutoScaling::AutoScalingGroup", Properties: {MaxSize: 2, VPCZoneIdentifier: [subnet-1]}}
                  Fleet: {Type: "AWS::AutoScaling::AutoScalingGroup", Properties: {MaxSize: 9, VPCZoneIdentifier: [subnet-1, subnet-2]}}
                """;
        assertThat(lines(subnets(8), template)).isEmpty();
        assertThat(lines(subnets(5), template))
                .containsExactly(
                        "[ERROR] subnet-1: Fleet: 9 IPv4 addresses are to be chosen in [subnet-1, subnet-2], which"
                                + " have 8 left (file1:3 /Resources/Fleet) | subnet.room | InsufficientFreeAddressesInSubnet");
        assertThat(lines(subnets(1), template))
                .singleElement()
                .asString()
                .contains("it has no room for 1 of the addresses", "(file1:2 /Resources/Few)");
    }

    @Test
    void groupThatIsThere_hasWhatItTakes() {
        String asIs = plan("aws_autoscaling_group", scaling(6, ONE, ""), scaling(6, ONE, ""), "\"no-op\"");
        assertThat(lines(subnets(5), asIs)).isEmpty();
        assertThat(lines(subnets(5), interfaces(6), asIs)).isEmpty();
        String tagged = plan(
                "aws_autoscaling_group",
                scaling(6, ONE, ""),
                scaling(6, ONE, ", \"default_cooldown\": 10"),
                "\"update\"");
        assertThat(lines(subnets(5), tagged)).isEmpty();
        assertThat(lines(interfaces(6), subnets(5), tagged)).isEmpty();
    }

    @Test
    void groupThatGrows_needsRoomForWhatIsMore() {
        assertThat(lines(
                        subnets(5),
                        plan("aws_autoscaling_group", scaling(6, ONE, ""), scaling(11, ONE, ""), "\"update\"")))
                .isEmpty();
        String larger = plan("aws_autoscaling_group", scaling(6, ONE, ""), scaling(12, ONE, ""), "\"update\"");
        for (List<String> lines : List.of(
                lines(subnets(5), larger),
                lines(subnets(5), interfaces(6), larger),
                lines(interfaces(6), subnets(5), larger))) {
            assertThat(lines)
                    .singleElement()
                    .asString()
                    .contains("no room for 1 of the addresses", "aws_autoscaling_group.s)", "subnet.room");
        }
        assertThat(lines(
                        subnets(5),
                        plan("aws_autoscaling_group", scaling(6, BOTH, ""), scaling(22, BOTH, ""), "\"update\"")))
                .isEmpty();
        assertThat(lines(
                        subnets(5),
                        plan("aws_autoscaling_group", scaling(6, BOTH, ""), scaling(23, BOTH, ""), "\"update\"")))
                .singleElement()
                .asString()
                .contains("which have 10 left");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "aws_nat_gateway|\"subnet_id\": \"subnet-1\", \"private_ip\": \"10.0.1.4\", \"network_interface_id\": \"eni-1\"",
                "aws_efs_mount_target|\"subnet_id\": \"subnet-1\", \"ip_address\": \"10.0.1.4\", \"network_interface_id\": \"eni-1\"",
                "aws_lb|\"subnets\": [\"subnet-1\", \"subnet-2\"], \"load_balancer_type\": \"network\","
                        + " \"subnet_mapping\": [{\"subnet_id\": \"subnet-1\", \"private_ipv4_address\": \"10.0.1.4\"}]",
                "aws_lb|\"subnets\": [\"subnet-1\", \"subnet-2\"], \"load_balancer_type\": \"application\"",
                "aws_vpc_endpoint|\"vpc_endpoint_type\": \"Interface\", \"subnet_ids\": [\"subnet-1\"]",
                "aws_lambda_function|\"vpc_config\": [{\"subnet_ids\": [\"subnet-1\"], \"security_group_ids\": [\"sg-1\"]}]"
            })
    void serviceThatIsChangedInPlace_keepsTheInterfacesThatItHas(String row) {
        String type = row.substring(0, row.indexOf('|'));
        String values = "\"id\": \"s-1\", " + row.substring(row.indexOf('|') + 1);
        for (String actions : List.of("\"update\"", "\"no-op\"")) {
            String plan = plan(type, values, values + ", \"tags\": {\"a\": \"b\"}", actions);
            assertThat(lines(subnets(0), interfaces(11), plan)).isEmpty();
            assertThat(lines(subnets(0), plan)).isEmpty();
        }
    }

    @Test
    void serviceThatIsChanged_takesMoreOnlyWhereItIsNew() {
        String one = "\"id\": \"e\", \"vpc_endpoint_type\": \"Interface\", \"subnet_ids\": [\"subnet-1\"]";
        String two =
                "\"id\": \"e\", \"vpc_endpoint_type\": \"Interface\", \"subnet_ids\": [\"subnet-1\", \"subnet-2\"]";
        String plan = plan("aws_vpc_endpoint", one, two, "\"update\"");
        assertThat(lines(subnets(1), plan)).isEmpty();
        assertThat(lines(subnets(0), plan))
                .containsExactly(
                        "[ERROR] subnet-2: it has no room for 1 of the addresses and prefixes that EC2 is to choose"
                                + " in it (file1:2 aws_vpc_endpoint.s) | subnet.room | InsufficientFreeAddressesInSubnet");
        String mapped = plan(
                "aws_lb",
                "\"id\": \"l\", \"load_balancer_type\": \"network\", \"subnet_mapping\": [{\"subnet_id\": \"subnet-1\"}]",
                "\"id\": \"l\", \"load_balancer_type\": \"network\", \"subnet_mapping\": [{\"subnet_id\": \"subnet-1\"},"
                        + " {\"subnet_id\": \"subnet-2\"}]",
                "\"update\"");
        assertThat(lines(subnets(1), mapped)).isEmpty();
        assertThat(lines(subnets(0), mapped)).singleElement().asString().startsWith("[ERROR] subnet-2: ");
    }

    @Test
    void natGatewayOfAState_isTheOneThatIsDescribed() {
        String gateways = """
                {"NatGateways": [{"NatGatewayId": "nat-1", "SubnetId": "subnet-1", "VpcId": "vpc-1", "State": "available",
                  "NatGatewayAddresses": [{"NetworkInterfaceId": "eni-9", "PrivateIp": "10.0.1.9", "AllocationId": "eipalloc-1",
                    "PublicIp": "198.51.100.9"}]}]}
                """;
        String state = """
                {"version": 4, "serial": 1, "lineage": "l", "resources": [{"mode": "managed", "type": "aws_nat_gateway",
                  "name": "n", "instances": [{"attributes": {"id": "nat-1", "subnet_id": "subnet-1", "private_ip": "10.0.1.9",
                    "network_interface_id": "eni-9", "allocation_id": "eipalloc-1"}}]}]}
                """;
        assertThat(lines(subnets(10), gateways, state)).isEmpty();
    }

    @Test
    void loadBalancerThatIsThere_needsNoFurtherFreeAddresses() {
        String values = "\"id\": \"l\", \"load_balancer_type\": \"application\", \"subnets\": [\"subnet-1\"]";
        assertThat(lines(subnets(4), plan("aws_lb", "", values, "\"create\""))).isNotEmpty();
        assertThat(lines(subnets(4), plan("aws_lb", values, values, "\"no-op\"")))
                .isEmpty();
    }

    @Test
    void groupWithTwoAddressesOfEach_hasHalfAsManyInterfacesAsAddressesAreTaken() {
        String template = """
                {"address": "aws_launch_template.t", "mode": "managed", "type": "aws_launch_template", "name": "t",
                 "values": {"id": "lt-1", "network_interfaces": [{"device_index": 0, "ipv4_address_count": 1}]}},""";
        String launched = ", \"launch_template\": [{\"id\": \"lt-1\"}]";
        String before = scaling(2, ONE, launched);
        assertThat(lines(
                        subnets(5),
                        withFirst(
                                template,
                                plan("aws_autoscaling_group", before, scaling(5, ONE, launched), "\"update\""))))
                .isEmpty();
        assertThat(lines(
                        subnets(5),
                        withFirst(
                                template,
                                plan("aws_autoscaling_group", before, scaling(6, ONE, launched), "\"update\""))))
                .singleElement()
                .asString()
                .contains("no room for 1 of the addresses");
    }

    private static String withFirst(String resource, String plan) {
        String start = "\"root_module\": {\"resources\": [";
        return plan.replace(start, start + resource);
    }

    @Test
    void addressesOfWhatGoes_areCountedWhereTheyAreKnown() {
        String deleted = """
                {"format_version": "1.2", "planned_values": {"root_module": {"resources": [%s]}},
                 "resource_changes": [{"address": "%2$s.old", "type": "%2$s", "change": {"actions": ["delete"],
                   "before": {"id": "i-1", "subnet_id": "subnet-1", "network_interface_id": "eni-1"}}}]}
                """;
        String added =
                "{\"address\": \"aws_instance.%1$s\", \"mode\": \"managed\", \"type\": \"aws_instance\", \"name\": \"%1$s\","
                        + " \"values\": {\"subnet_id\": \"subnet-1\", \"instance_type\": \"t3.micro\"}}";
        String one = added.formatted("one");
        String two = one + ", " + added.formatted("two");
        assertThat(lines(subnets(0), interfaces(11), deleted.formatted(one, "aws_instance")))
                .isEmpty();
        assertThat(lines(subnets(0), interfaces(11), deleted.formatted(two, "aws_instance")))
                .singleElement()
                .asString()
                .contains("no room for 1 of the addresses");
        assertThat(lines(subnets(0), interfaces(11), deleted.formatted(two, "aws_mystery")))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {17, 18, 19})
    void newLoadBalancer_needsEightAddressesBesideWhatOthersTake(int secondaries) {
        String template = """
                Resources:
                  Vpc: {Type: "AWS::EC2::VPC", Properties: {CidrBlock: 10.0.0.0/16}}
                  A: {Type: "AWS::EC2::Subnet", Properties: {VpcId: !Ref Vpc, AvailabilityZone: x-1a, CidrBlock: 10.0.0.0/27}}
                  B: {Type: "AWS::EC2::Subnet", Properties: {VpcId: !Ref Vpc, AvailabilityZone: x-1b, CidrBlock: 10.0.1.0/26}}
                  N: {Type: "AWS::EC2::NetworkInterface", Properties: {SubnetId: !Ref A, SecondaryPrivateIpAddressCount: %d}}
                  P: {Type: "AWS::EC2::NetworkInterface", Properties: {SubnetId: !Ref B, Ipv4PrefixCount: 2}}
                  Q: {Type: "AWS::EC2::NetworkInterface", Properties: {SubnetId: !Ref B, SecondaryPrivateIpAddressCount: %d}}
                  L: {Type: "AWS::ElasticLoadBalancingV2::LoadBalancer", Properties: {Subnets: [!Ref A, !Ref B]}}
                """.formatted(secondaries, secondaries);
        assertThat(lines(template))
                .isEqualTo(
                        secondaries == 17
                                ? List.of()
                                : List.of("[ERROR] L: subnet \"" + (secondaries == 18 ? "B" : "A")
                                        + "\" has fewer than 8 free addresses (file0:8 /Resources/L)"
                                        + " | service.load-balancer-subnets"));
    }

    @ParameterizedTest
    @ValueSource(ints = {4, 5, 7, 8})
    void newService_needsWhatEc2SaysIsAvailable(int left) {
        String subnets = subnets(left).replace("/28", "/24");
        String eks =
                "Resources: {E: {Type: \"AWS::EKS::Cluster\", Properties: {ResourcesVpcConfig: {SubnetIds: [subnet-1, subnet-2]}}}}";
        String balancer =
                "Resources: {L: {Type: \"AWS::ElasticLoadBalancingV2::LoadBalancer\", Properties: {Subnets: [subnet-1, subnet-2]}}}";
        assertThat(lines(subnets, eks))
                .hasSize(left < 5 ? 1 : 0)
                .allMatch(line -> line.endsWith("service.eks-subnets"));
        assertThat(lines(subnets, balancer))
                .hasSize(left < 8 ? 1 : 0)
                .allMatch(line -> line.contains("fewer than 8 free addresses"));
    }

    private static String group(String name, int most, String subnets) {
        return "  %s: {Type: \"AWS::AutoScaling::AutoScalingGroup\", Properties: {MaxSize: %d, VPCZoneIdentifier: [%s]}}\n"
                .formatted(name, most, subnets);
    }

    private static String placeOf(String... texts) {
        String line = assertThat(lines(texts)).hasSize(1).actual().get(0);
        return line.substring(line.lastIndexOf('(') + 1, line.lastIndexOf(')'));
    }

    @Test
    void groupInAnotherSubnet_isNotWhatFillsOne() {
        String template = "Resources:\n" + group("Zero", 1, "subnet-2") + group("One", 9, "subnet-1");
        assertThat(placeOf(subnets(5), template)).isEqualTo("file1:3 /Resources/One");
    }

    @Test
    void groupInSeveralSubnets_isNotWhatFillsOneOfThem_whereAnotherIsInItAlone() {
        String template = "Resources:\n" + group("Fleet", 1, "subnet-1, subnet-2") + group("Few", 2, "subnet-1");
        assertThat(placeOf(subnets(1), template)).isEqualTo("file1:3 /Resources/Few");
    }

    @Test
    void groupWhoseNameIsTheEndOfAnother_isNotTheOneThatIsNamed() {
        assertThat(placeOf(
                        subnets(5),
                        "Resources:\n" + group("Fleet", 1, "subnet-1, subnet-3")
                                + group("BigFleet", 99, "subnet-1, subnet-2")))
                .isEqualTo("file1:3 /Resources/BigFleet");
    }

    @Test
    void subnetsThatOverlap_areWhatIsWrong_notWhatIsAddedToThem() {
        String template = """
                Resources:
                  A: {Type: "AWS::EC2::NetworkInterface", Properties: {SubnetId: subnet-1, GroupSet: [sg-1]}}
                  B: {Type: "AWS::EC2::NetworkInterface", Properties: {SubnetId: subnet-2, GroupSet: [sg-1]}}
                """;
        assertThat(placeOf(subnets(5).replace("10.0.2.0/28", "10.0.1.0/28"), template))
                .startsWith("file0:");
    }

    /** A plan that deletes something unknown, and adds so many instances to another subnet. */
    private static String mystery(String givenUp, String filled, int number) {
        List<String> added = new ArrayList<>();
        for (int i = 0; i < number; i++) {
            added.add(
                    "{\"address\": \"aws_instance.n[%1$d]\", \"mode\": \"managed\", \"type\": \"aws_instance\", \"name\": \"n\", \"index\": %1$d, \"values\": {\"subnet_id\": \"%2$s\", \"instance_type\": \"t3.micro\"}}"
                            .formatted(i, filled));
        }
        return """
                {"format_version": "1.2", "planned_values": {"root_module": {"resources": [%s]}},
                 "resource_changes": [{"address": "aws_mystery.old", "type": "aws_mystery", "change": {"actions": ["delete"],
                   "before": {"id": "m-1", "subnet_id": "%s"}}}]}
                """.formatted(String.join(",", added), givenUp);
    }

    @Test
    void addressesGivenUp_inAnotherSubnet_areNoRoom() {
        assertThat(lines(subnets(0), mystery("subnet-2", "subnet-1", 1))).hasSize(1);
        assertThat(lines(subnets(0), mystery("subnet-1", "subnet-1", 1))).isEmpty();
    }

    @Test
    void addressesGivenUp_inAnotherSubnetOfAGroup_areRoomForIt_andForNoOther() {
        String group = "Resources:\n" + group("Fleet", 99, "subnet-1, subnet-2");
        assertThat(lines(subnets(5), mystery("subnet-2", "subnet-9", 0), group)).isEmpty();
        String alone = "Resources:\n" + group("Few", 1, "subnet-2");
        assertThat(lines(subnets(0), mystery("subnet-2", "subnet-1", 1), alone))
                .singleElement()
                .asString()
                .startsWith("[ERROR] subnet-1: ");
    }

    @Test
    void subnetOfALaunchTemplate_isWrongOnce() {
        assertThat(lines("""
                        Resources:
                          V: {Type: "AWS::EC2::VPC", Properties: {CidrBlock: 10.0.0.0/16}}
                          S: {Type: "AWS::EC2::Subnet", Properties: {VpcId: !Ref V, AvailabilityZone: x, CidrBlock: 10.9.0.0/24}}
                          T: {Type: "AWS::EC2::LaunchTemplate", Properties: {LaunchTemplateData: {NetworkInterfaces: [{DeviceIndex: 0, SubnetId: !Ref S}]}}}
                        """))
                .singleElement()
                .asString()
                .startsWith("[ERROR] S: ")
                .endsWith("(file0:3 /Resources/S) | subnet.cidr.in-vpc | InvalidSubnet.Range");
    }
}
