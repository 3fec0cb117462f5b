package io.enikit.json;

import static org.assertj.core.api.Assertions.assertThat;

import io.enikit.limits.LimitRules;
import io.enikit.rules.Ec2Rules;
import io.enikit.rules.RuleSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What takes addresses in Terraform and is neither an instance nor an interface. */
class TerraformServicesTest {
    private static final RuleSet RULES = Ec2Rules.standard().and(LimitRules.bundled());
    private static final String BOTH = "aws_subnet.s";
    private static final String FIRST = "aws_subnet.s[0].id aws_subnet.s[0] aws_subnet.s";

    private static PlannedJson subnets(String... blocks) {
        PlannedJson plan = new PlannedJson();
        plan.add("", "aws_vpc", "main", null, Map.of("cidr_block", "10.0.0.0/16"), Map.of());
        for (int i = 0; i < blocks.length; i++) {
            plan.add(
                    "",
                    "aws_subnet",
                    "s",
                    i,
                    Map.of("cidr_block", blocks[i], "availability_zone", "eu-west-1" + (char) ('a' + i)),
                    Map.of("vpc_id", "aws_vpc.main.id aws_vpc.main"));
        }
        return plan;
    }

    private static PlannedJson two() {
        return subnets("10.0.0.0/24", "10.0.1.0/24");
    }

    private static Map<String, Object> json(String text) {
        return new LinkedHashMap<>(Json.object(text.replace('\'', '"')));
    }

    private static Reading read(PlannedJson plan) {
        return PlanReader.create().read(Source.of("plan.json", plan.text()));
    }

    private static List<String> findings(PlannedJson plan) {
        return read(plan).check(RULES).findings().stream()
                .map(each -> each.violation().subject() + " " + each.violation().rule())
                .toList();
    }

    /** Lists the interfaces of services and the demands, in short. */
    private static String taken(Reading reading) {
        return Stream.concat(
                        reading.plan().enis().stream()
                                .map(eni -> eni.id() + " in " + eni.subnetId() + " "
                                        + eni.privateIpAddress()
                                                .map(Object::toString)
                                                .orElse("?")),
                        reading.plan().subnetDemands().stream()
                                .map(each -> each.name() + " " + each.interfaces() + " in "
                                        + each.subnets().size()))
                .map(line -> line.replace("aws_subnet.", ""))
                .collect(Collectors.joining(", "));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "aws_efs_mount_target | {'ip_address': '10.0.0.9'} | subnet_id | first | aws_efs_mount_target.x/eth0 in s[0] 10.0.0.9",
                "aws_efs_mount_target | {} | subnet_id | first | aws_efs_mount_target.x/eth0 in s[0] ?",
                "aws_ec2_instance_connect_endpoint | {} | subnet_id | first | aws_ec2_instance_connect_endpoint.x/eth0 in s[0] ?",
                "aws_nat_gateway | {'private_ip': '10.0.0.8'} | subnet_id | first | aws_nat_gateway.x/eth0 in s[0] 10.0.0.8",
                "aws_ec2_transit_gateway_vpc_attachment | {} | subnet_ids | both | aws_ec2_transit_gateway_vpc_attachment.x/eth0 in s[0] ?, aws_ec2_transit_gateway_vpc_attachment.x/eth1 in s[1] ?",
                "aws_vpc_endpoint | {'vpc_endpoint_type': 'Interface'} | subnet_ids | both | aws_vpc_endpoint.x/eth0 in s[0] ?, aws_vpc_endpoint.x/eth1 in s[1] ?",
                "aws_vpc_endpoint | {'vpc_endpoint_type': 'Gateway'} | route_table_ids | both | ",
                "aws_lb | {'load_balancer_type': 'network'} | subnets | both | aws_lb.x/eth0 in s[0] ?, aws_lb.x/eth1 in s[1] ?",
                "aws_elb | {} | subnets | both | aws_elb.x/eth0 in s[0] ?, aws_elb.x/eth1 in s[1] ?",
                "aws_autoscaling_group | {'max_size': 7} | vpc_zone_identifier | both | aws_autoscaling_group.x 7 in 2",
                "aws_eks_node_group | {'scaling_config': [{'max_size': 5, 'min_size': 1}]} | subnet_ids | both | aws_eks_node_group.x 5 in 2",
            })
    void resource_takesAddresses(String type, String values, String attribute, String subnets, String expected) {
        PlannedJson plan =
                two().add("", type, "x", null, json(values), Map.of(attribute, subnets.equals("both") ? BOTH : FIRST));
        assertThat(taken(read(plan))).isEqualTo(expected == null ? "" : expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "aws_lambda_function | {} | vpc_config | subnet_ids | aws_lambda_function.x/eth0 in s[0] ?, aws_lambda_function.x/eth1 in s[1] ?",
                "aws_ecs_service | {'desired_count': 3} | network_configuration | subnets | aws_ecs_service.x 3 in 2",
                "aws_eks_cluster | {} | vpc_config | subnet_ids | aws_eks_cluster.x 2 in 2",
                "aws_directory_service_directory | {} | vpc_settings | subnet_ids | aws_directory_service_directory.x/eth0 in s[0] ?, aws_directory_service_directory.x/eth1 in s[1] ?",
            })
    void resource_takesAddresses_byABlock(String type, String values, String block, String attribute, String expected) {
        Map<String, Object> all = json(values);
        all.put(block, List.of(Map.of()));
        PlannedJson plan = two().add("", type, "x", null, all, Map.of());
        plan.configure(type + ".x", block, List.of(Map.of(attribute, PlannedJson.refersTo(BOTH))));
        assertThat(taken(read(plan))).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "aws_db_subnet_group | aws_db_instance | {'multi_az': true} | db_subnet_group_name | 2",
                "aws_db_subnet_group | aws_db_instance | {'multi_az': false} | db_subnet_group_name | 1",
                "aws_docdb_subnet_group | aws_docdb_cluster_instance | {} | db_subnet_group_name | 1",
                "aws_elasticache_subnet_group | aws_elasticache_cluster | {'num_cache_nodes': 3} | subnet_group_name | 3",
                "aws_elasticache_subnet_group | aws_elasticache_replication_group | {'num_node_groups': 2, 'replicas_per_node_group': 1} | subnet_group_name | 4",
            })
    void database_takesAddresses_inTheSubnetsOfItsGroup(
            String group, String type, String values, String attribute, int number) {
        String expected = type + ".x " + number + " in 2";
        PlannedJson byId = two().add("", group, "g", null, Map.of(), Map.of("subnet_ids", BOTH))
                .add("", type, "x", null, json(values), Map.of(attribute, group + ".g.id " + group + ".g"));
        assertThat(taken(read(byId))).isEqualTo(expected);
        Map<String, Object> named = json(values);
        named.put(attribute, "data");
        PlannedJson byName = two().add("", group, "g", null, Map.of("name", "data"), Map.of("subnet_ids", BOTH))
                .add("", type, "x", null, named, Map.of());
        assertThat(taken(read(byName))).isEqualTo(expected);
    }

    @Test
    void instancesOfACluster_areInTheGroupOfTheCluster() {
        PlannedJson plan = two().add(
                        "", "aws_db_subnet_group", "g", null, Map.of("name", "data"), Map.of("subnet_ids", BOTH))
                .add(
                        "",
                        "aws_rds_cluster",
                        "c",
                        null,
                        Map.of("cluster_identifier", "orders", "db_subnet_group_name", "data"),
                        Map.of())
                .add("", "aws_rds_cluster_instance", "x", 0, Map.of("cluster_identifier", "orders"), Map.of())
                .add(
                        "",
                        "aws_rds_cluster_instance",
                        "x",
                        1,
                        Map.of(),
                        Map.of("cluster_identifier", "aws_rds_cluster.c.id aws_rds_cluster.c"));
        assertThat(taken(read(plan)))
                .isEqualTo("aws_rds_cluster_instance.x[0] 1 in 2, aws_rds_cluster_instance.x[1] 1 in 2");
    }

    @Test
    void addressThatAServiceStates_isTaken() {
        PlannedJson plan = two().add(
                        "",
                        "aws_network_interface",
                        "fixed",
                        null,
                        Map.of("private_ips", List.of("10.0.0.10")),
                        Map.of("subnet_id", FIRST))
                .add(
                        "",
                        "aws_route53_resolver_endpoint",
                        "dns",
                        null,
                        Map.of("ip_address", List.of(Map.of("ip", "10.0.0.10"))),
                        Map.of());
        plan.configure(
                "aws_route53_resolver_endpoint.dns",
                "ip_address",
                List.of(Map.of("subnet_id", PlannedJson.refersTo(FIRST))));
        assertThat(findings(plan)).containsExactly("aws_route53_resolver_endpoint.dns/eth0 eni.ipv4.in-use");
    }

    @Test
    void groupOfLaunchTemplates_countsTheirInterfaces_andChecksEachType() {
        PlannedJson plan = subnets("10.0.0.0/27", "10.0.1.0/27")
                .add(
                        "",
                        "aws_launch_template",
                        "lt",
                        null,
                        json(
                                "{'instance_type': 'm5.large', 'network_interfaces': [{'device_index': 0}, {'device_index': 1},"
                                        + " {'device_index': 2}]}"),
                        Map.of())
                .add(
                        "",
                        "aws_autoscaling_group",
                        "x",
                        null,
                        json("{'max_size': 20, 'mixed_instances_policy': [{'launch_template': [{"
                                + "'launch_template_specification': [{}],"
                                + " 'override': [{'instance_type': 't3.micro'}, {'instance_type': 'm5.xlarge'}]}]}]}"),
                        Map.of("vpc_zone_identifier", BOTH));
        plan.configure(
                "aws_autoscaling_group.x",
                "mixed_instances_policy",
                List.of(Map.of(
                        "launch_template",
                        List.of(Map.of(
                                "launch_template_specification",
                                List.of(Map.of(
                                        "launch_template_id",
                                        PlannedJson.refersTo("aws_launch_template.lt.id aws_launch_template.lt"))))))));
        assertThat(findings(plan))
                .containsExactlyInAnyOrder(
                        "aws_autoscaling_group.x/t3.micro limits.interfaces", "aws_subnet.s[0] subnet.room");
    }

    @Test
    void instance_ofALaunchTemplate_hasItsInterfaces() {
        PlannedJson plan = two().add(
                        "",
                        "aws_launch_template",
                        "lt",
                        null,
                        json("{'name': 'web', 'instance_type': 't3.micro', 'network_interfaces': [{'device_index': 0},"
                                + " {'device_index': 1}]}"),
                        Map.of())
                .add("", "aws_instance", "i", null, json("{'launch_template': [{'name': 'web'}]}"), Map.of());
        plan.configure(
                "aws_launch_template.lt",
                "network_interfaces",
                List.of(
                        Map.of("device_index", Map.of("constant_value", 0), "subnet_id", PlannedJson.refersTo(FIRST)),
                        Map.of("device_index", Map.of("constant_value", 1), "subnet_id", PlannedJson.refersTo(FIRST))));
        assertThat(taken(read(plan))).isEqualTo("aws_instance.i/eth0 in s[0] ?, aws_instance.i/eth1 in s[0] ?");
        assertThat(read(plan).plan().instance("aws_instance.i").orElseThrow().instanceType())
                .isEqualTo("t3.micro");
    }

    @Test
    void loadBalancer_needsALargeEnoughSubnet() {
        PlannedJson plan = subnets("10.0.0.0/28", "10.0.1.0/24")
                .add("", "aws_lb", "x", null, Map.of("load_balancer_type", "application"), Map.of("subnets", BOTH));
        assertThat(read(plan).check(RULES).findings())
                .singleElement()
                .asString()
                .contains("aws_lb.x: subnet \"aws_subnet.s[0]\" is 10.0.0.0/28, and it needs a /27");
    }
}
