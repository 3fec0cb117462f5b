package io.enikit.json;

import static org.assertj.core.api.Assertions.assertThat;

import io.enikit.limits.LimitRules;
import io.enikit.rules.Ec2Rules;
import io.enikit.rules.RuleSet;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What AWS accepts and files show in unusual ways: nothing is wrong with it, and with its neighbour something is. */
class NoFalseAlarmTest {
    private static final RuleSet RULES = Ec2Rules.standard().and(LimitRules.bundled());

    private static Reading read(String... texts) {
        return PlanReader.create()
                .read(Arrays.stream(texts)
                        .map(text -> Source.of("file" + Arrays.asList(texts).indexOf(text), text))
                        .toList());
    }

    private static List<String> findings(String... texts) {
        return read(texts).check(RULES).findings().stream()
                .map(each -> each.violation().rule() + " " + each.violation().subject())
                .toList();
    }

    /** A module that is called twice, whose zones are a local of its caller. */
    private static PlannedJson spokes(String gateway, String secondBlock) {
        PlannedJson plan = new PlannedJson();
        for (String key : List.of("a", "b")) {
            String module = "module.spoke[\"" + key + "\"]";
            plan.add(module, "aws_vpc", "this", 0, Map.of("cidr_block", "10.0.0.0/16"), Map.of());
            plan.add(module, "aws_internet_gateway", "this", 0, Map.of(), Map.of("vpc_id", gateway));
            plan.add(
                    module,
                    "aws_vpc_ipv4_cidr_block_association",
                    "this",
                    0,
                    Map.of("cidr_block", "100.64.0.0/16"),
                    Map.of("vpc_id", secondBlock));
            plan.add(
                    module,
                    "aws_subnet",
                    "this",
                    0,
                    Map.of("cidr_block", "100.64.1.0/24", "availability_zone", "eu-west-1a"),
                    Map.of("vpc_id", "local.vpc_id"));
            plan.add(
                    module,
                    "aws_instance",
                    "this",
                    0,
                    Map.of("instance_type", "t3.micro"),
                    Map.of("subnet_id", "aws_subnet.this[0].id aws_subnet.this[0] aws_subnet.this"));
            plan.add(
                    module,
                    "aws_eip",
                    "this",
                    0,
                    Map.of("domain", "vpc"),
                    Map.of("instance", "aws_instance.this[0].id aws_instance.this[0] aws_instance.this"));
        }
        return plan.call(
                "module.spoke",
                Map.of("azs", "local.azs"),
                Map.of("vpc_id", "local.vpc_id", "other", "aws_vpc.this[0].id aws_vpc.this[0] aws_vpc.this"));
    }

    @Test
    void moduleThatIsCalledTwice_withALocalOfItsCaller_hasItsOwnVpc() {
        Reading reading = read(spokes("local.vpc_id", "local.vpc_id").text());
        assertThat(reading.plan()
                        .subnet("module.spoke[\"b\"].aws_subnet.this[0]")
                        .orElseThrow()
                        .vpcId())
                .hasToString("module.spoke[\"b\"].aws_vpc.this[0]");
        assertThat(reading.check(RULES).findings()).isEmpty();
    }

    @Test
    void gatewayAndBlock_ofNobodyKnowsWhichVpc_mayBeOfAny() {
        assertThat(findings(spokes("var.of_somewhere", "var.of_somewhere").text()))
                .isEmpty();
        PlannedJson without = spokes("local.vpc_id", "local.vpc_id");
        without.set("module.spoke[\"a\"].aws_subnet.this[0]", "cidr_block", "192.168.0.0/24");
        assertThat(findings(without.text()))
                .containsExactly("subnet.cidr.in-vpc module.spoke[\"a\"].aws_subnet.this[0]");
    }

    private static String planned(String provider, String type, String name, String values) {
        return """
                {"address": "%2$s.%3$s", "mode": "managed", "type": "%2$s", "name": "%3$s", "values": {%4$s}}|
                {"address": "%2$s.%3$s", "mode": "managed", "type": "%2$s", "name": "%3$s", "provider_config_key": "%1$s",
                 "expressions": {}}""".formatted(provider, type, name, values);
    }

    private static String plan(List<String> resources) {
        return """
                {"format_version": "1.2", "planned_values": {"root_module": {"resources": [%s]}},
                 "configuration": {"provider_config": {"aws": {"expressions": {"region": {"references": ["local.here"]}}},
                   "aws.there": {"alias": "there", "expressions": {"region": {"references": ["local.there"]}}}},
                   "root_module": {"resources": [%s]}}}
                """.formatted(
                        String.join(
                                ",",
                                resources.stream()
                                        .map(each -> each.substring(0, each.indexOf('|')))
                                        .toList()),
                        String.join(
                                ",",
                                resources.stream()
                                        .map(each -> each.substring(each.indexOf('|') + 1))
                                        .toList()));
    }

    @Test
    void providersWhoseRegionsAreNotKnown_areNotCountedTogether() {
        List<String> resources = new ArrayList<>();
        for (String provider : List.of("aws", "aws.there")) {
            String name = provider.replace('.', '_');
            for (int i = 0; i < 4; i++) {
                resources.add(planned(provider, "aws_eip", name + i, ""));
            }
            for (int i = 0; i < 3; i++) {
                resources.add(planned(provider, "aws_vpc", name + i, "\"cidr_block\": \"10.0.0.0/16\""));
            }
        }
        assertThat(findings(plan(resources))).isEmpty();
        resources.add(planned("aws.there", "aws_eip", "fifth", ""));
        resources.add(planned("aws.there", "aws_eip", "sixth", ""));
        assertThat(findings(plan(resources))).containsExactly("quota.elastic-ips plan");
    }

    @Test
    void regionOfAProvider_isOnlyTold_whereThereAreSeveral() {
        List<String> resources = new ArrayList<>();
        resources.add(planned("aws", "aws_eip", "one", ""));
        assertThat(read(plan(resources))
                        .plan()
                        .elasticIp("aws_eip.one")
                        .orElseThrow()
                        .region())
                .isEmpty();
        resources.add(planned("aws.there", "aws_eip", "two", "\"region\": \"eu-west-1\""));
        assertThat(read(plan(resources)).plan().elasticIps())
                .extracting(each -> each.region().orElse(""))
                .containsExactly("${the Region of the provider aws}", "")
                .hasSize(2);
    }

    @Test
    void vpcThatIsChanged_mayHaveItsGatewayElsewhere() {
        String changed = """
                {"format_version": "1.2", "planned_values": {"root_module": {"resources": [
                  {"address": "aws_vpc.v", "mode": "managed", "type": "aws_vpc", "name": "v",
                   "values": {"id": "vpc-1", "cidr_block": "10.0.0.0/16"}},
                  {"address": "aws_subnet.s", "mode": "managed", "type": "aws_subnet", "name": "s",
                   "values": {"vpc_id": "vpc-1", "cidr_block": "10.0.0.0/24", "availability_zone": "eu-west-1a"}},
                  {"address": "aws_network_interface.n", "mode": "managed", "type": "aws_network_interface", "name": "n",
                   "values": {"id": "eni-1", "subnet_id": "s", "private_ip": "10.0.0.9", "private_ips": ["10.0.0.9"]}},
                  {"address": "aws_eip.e", "mode": "managed", "type": "aws_eip", "name": "e",
                   "values": {"network_interface": "eni-1"}}]}},
                 "resource_changes": [{"address": "aws_vpc.v", "change": {"actions": ["update"],
                   "before": {"id": "vpc-1"}, "after_unknown": {}}}]}
                """;
        assertThat(findings(changed)).isEmpty();
    }

    @Test
    void stateOfTheSame_besideAPlan_isRead() {
        String plan = """
                {"format_version": "1.2", "planned_values": {"root_module": {"resources": [
                  {"address": "aws_vpc.v", "mode": "managed", "type": "aws_vpc", "name": "v",
                   "values": {"id": "vpc-1", "cidr_block": "10.0.0.0/16"}}]}}}
                """;
        String state = """
                {"version": 4, "serial": 1, "lineage": "l", "resources": [{"mode": "managed", "type": "aws_vpc", "name": "v",
                  "instances": [{"attributes": {"id": "vpc-1", "cidr_block": "10.0.0.0/16"}}]}]}
                """;
        assertThat(read(plan, state).check(RULES)).hasToString("no violations");
    }

    @Test
    void templateOfNestedStacksOnly_isRead_whereTheirTemplatesAreGiven() {
        String root = "Resources: {Net: {Type: \"AWS::CloudFormation::Stack\", Properties: {TemplateURL: file1}}}";
        String net = "Resources: {Vpc: {Type: \"AWS::EC2::VPC\", Properties: {CidrBlock: 10.0.0.0/16}}}";
        assertThat(read(root, net).check(RULES)).hasToString("no violations");
    }

    @ParameterizedTest
    @CsvSource({
        "us-west-2-lax-1a, '', true",
        "us-west-2a, ', OutpostArn: arn', true",
        "us-west-2a, '', false",
    })
    void serviceInALocalZoneOrOnAnOutpost_doesWithOneSubnet(String zone, String more, boolean fits) {
        String template = """
                Resources:
                  Vpc: {Type: "AWS::EC2::VPC", Properties: {CidrBlock: 10.0.0.0/16}}
                  S: {Type: "AWS::EC2::Subnet", Properties: {VpcId: !Ref Vpc, AvailabilityZone: %s, CidrBlock: 10.0.0.0/24%s}}
                  L: {Type: "AWS::ElasticLoadBalancingV2::LoadBalancer", Properties: {Subnets: [!Ref S]}}
                  D: {Type: "AWS::RDS::DBSubnetGroup", Properties: {DBSubnetGroupDescription: d, SubnetIds: [!Ref S]}}
                  E: {Type: "AWS::EKS::Cluster", Properties: {ResourcesVpcConfig: {SubnetIds: [!Ref S]}%s}}
                """.formatted(zone, more, more.isEmpty() ? "" : ", OutpostConfig: {OutpostArns: [arn]}");
        assertThat(findings(template))
                .isEqualTo(
                        fits
                                ? List.of()
                                : List.of(
                                        "service.database-zones D",
                                        "service.eks-subnets E",
                                        "service.load-balancer-subnets L"));
    }

    @ParameterizedTest
    @CsvSource({
        "'\"CarrierIp\": \"155.146.0.1\"', true",
        "'\"CustomerOwnedIp\": \"172.19.0.1\"', true",
        "'\"PublicIp\": \"198.51.100.1\"', false",
    })
    void addressOfACarrierOrOfAnOutpost_needsNoInternetGateway(String address, boolean fits) {
        String account = """
                {"Vpcs": [{"VpcId": "vpc-1", "CidrBlock": "10.0.0.0/16"}], "InternetGateways": [],
                 "Subnets": [{"SubnetId": "subnet-1", "VpcId": "vpc-1", "CidrBlock": "10.0.0.0/24",
                  "AvailabilityZone": "us-east-1-wl1-bos-wlz-1"}],
                 "NetworkInterfaces": [{"NetworkInterfaceId": "eni-1", "SubnetId": "subnet-1", "PrivateIpAddress": "10.0.0.9",
                  "Groups": [{"GroupId": "sg-1"}]}],
                 "Addresses": [{"AllocationId": "eipalloc-1", "NetworkInterfaceId": "eni-1", "PrivateIpAddress": "10.0.0.9", %s}]}
                """.formatted(address);
        assertThat(findings(account)).isEqualTo(fits ? List.of() : List.of("eip.internet-gateway eipalloc-1"));
    }

    @Test
    void addressOfACarrier_inATemplate_needsNoInternetGateway() {
        String template = """
                Resources:
                  Vpc: {Type: "AWS::EC2::VPC", Properties: {CidrBlock: 10.0.0.0/16}}
                  S: {Type: "AWS::EC2::Subnet", Properties: {VpcId: !Ref Vpc, AvailabilityZone: us-east-1a, CidrBlock: 10.0.0.0/24}}
                  I: {Type: "AWS::EC2::Instance", Properties: {InstanceType: t3.micro, SubnetId: !Ref S}}
                  A: {Type: "AWS::EC2::EIP", Properties: {InstanceId: !Ref I, NetworkBorderGroup: %s}}
                """;
        assertThat(findings(template.formatted("us-east-1-wl1-bos-wlz-1"))).isEmpty();
        assertThat(findings(template.formatted("us-east-1"))).containsExactly("eip.internet-gateway A");
    }

    @ParameterizedTest
    @ValueSource(strings = {"[]", "null", "[\"sg-1\"]"})
    void launchTemplate_withAnEmptyListOfGroups_statesNone(String groups) {
        String plan = """
                {"format_version": "1.2", "planned_values": {"root_module": {"resources": [
                  {"address": "aws_launch_template.t", "mode": "managed", "type": "aws_launch_template", "name": "t",
                   "values": {"instance_type": "c6i.large", "vpc_security_group_ids": %s,
                    "network_interfaces": [{"device_index": 0, "subnet_id": "subnet-1", "security_groups": ["sg-1"]}]}}]}}}
                """.formatted(groups);
        assertThat(findings(plan))
                .isEqualTo(
                        groups.contains("sg-1")
                                ? List.of("launch.interfaces-or-subnet aws_launch_template.t")
                                : List.of());
    }

    @ParameterizedTest
    @CsvSource({
        "aws_instance, '\"create\", \"delete\"', aws_instance, true",
        "aws_instance, '\"delete\"', aws_instance, true",
        "aws_lb, '\"delete\"', aws_instance, true",
        "aws_instance, '\"no-op\"', aws_instance, false",
        "aws_lb, '\"no-op\"', aws_instance, false",
    })
    void addressThatIsGivenUp_isFreeForSomethingElse(String type, String actions, String added, boolean fits) {
        String subnets = """
                {"Subnets": [{"SubnetId": "subnet-1", "VpcId": "vpc-1", "CidrBlock": "10.0.1.0/28",
                  "AvailabilityZone": "eu-west-1a", "AvailableIpAddressCount": 0}]}
                """;
        String plan = """
                {"format_version": "1.2", "planned_values": {"root_module": {"resources": [
                  {"address": "%3$s.new", "mode": "managed", "type": "%3$s", "name": "new",
                   "values": {"subnet_id": "subnet-1", "instance_type": "t3.micro"}}]}},
                 "resource_changes": [
                  {"address": "%3$s.new", "type": "%3$s", "change": {"actions": ["create"], "before": null}},
                  {"address": "%1$s.old", "type": "%1$s", "change": {"actions": [%2$s],
                   "before": {"id": "i-1", "subnet_id": "subnet-1", "subnets": ["subnet-1"]},
                   "after": {"subnet_id": "subnet-1", "subnets": ["subnet-1"]}}}]}
                """.formatted(type, actions, added);
        assertThat(findings(subnets, plan)).isEqualTo(fits ? List.of() : List.of("subnet.room subnet-1"));
    }
}
