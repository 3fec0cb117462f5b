package io.enikit.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.enikit.limits.LimitRules;
import io.enikit.model.SubnetDemand;
import io.enikit.rules.Ec2Rules;
import io.enikit.rules.RuleSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * A plan of the shape that the module terraform-aws-modules/eks has: node groups in modules of their own, whose launch
 * templates are named by a local in a dynamic block.
 */
class EksModuleTest {
    private static final RuleSet RULES = Ec2Rules.standard().and(LimitRules.bundled());
    private static final String EKS = "module.eks";
    private static final String GROUP = EKS + ".module.eks_managed_node_group[\"blue\"]";
    private static final String NODES = GROUP + ".aws_eks_node_group.this[0]";
    private static final String TEMPLATE = GROUP + ".aws_launch_template.this[0]";

    static PlannedJson plan() {
        return plan("{'instance_type': 'm5.large', 'network_interfaces': [{'device_index': 0}]}", 10, "10.0.0.0/24");
    }

    private static PlannedJson plan(String template, int most, String... blocks) {
        PlannedJson plan = new PlannedJson();
        plan.add("module.net", "aws_vpc", "this", 0, Map.of("cidr_block", "10.0.0.0/16"), Map.of());
        for (int i = 0; i < blocks.length; i++) {
            plan.add(
                    "module.net",
                    "aws_subnet",
                    "private",
                    i,
                    Map.of("cidr_block", blocks[i], "availability_zone", "eu-west-1" + (char) ('a' + i)),
                    Map.of("vpc_id", "local.vpc_id"));
        }
        plan.call(
                "module.net",
                Map.of(),
                Map.of(
                        "private_subnets",
                        "aws_subnet.private",
                        "vpc_id",
                        "aws_vpc.this[0].id aws_vpc.this[0] aws_vpc.this"));
        plan.add(EKS, "aws_security_group", "node", 0, Map.of("name_prefix", "blue-"), Map.of("vpc_id", "var.vpc_id"));
        plan.add(EKS, "aws_eks_cluster", "this", 0, Map.of("vpc_config", List.of(Map.of())), Map.of());
        plan.configure(
                EKS,
                "aws_eks_cluster.this",
                "vpc_config",
                List.of(Map.of("subnet_ids", PlannedJson.refersTo("var.control_plane_subnet_ids var.subnet_ids"))));
        Map<String, Object> values = new LinkedHashMap<>(Json.object(template.replace('\'', '"')));
        plan.add(
                GROUP,
                "aws_launch_template",
                "this",
                0,
                values,
                Map.of("vpc_security_group_ids", "local.security_group_ids"));
        Map<String, Object> group = new LinkedHashMap<>();
        group.put("instance_types", List.of("m5.large"));
        group.put("scaling_config", List.of(Map.of("min_size", 1, "max_size", most, "desired_size", 2)));
        group.put("launch_template", List.of(Map.of()));
        plan.add(GROUP, "aws_eks_node_group", "this", 0, group, Map.of("subnet_ids", "var.subnet_ids"));
        plan.unknown(NODES, "launch_template", List.of(Map.of("id", true, "name", true, "version", true)));
        plan.call(GROUP, Map.of("subnet_ids", "each.value.subnet_ids each.value var.subnet_ids"), Map.of());
        return plan.call(
                EKS,
                Map.of("vpc_id", "module.net.vpc_id module.net", "subnet_ids", "module.net.private_subnets module.net"),
                Map.of());
    }

    private static Reading read(PlannedJson plan) {
        return PlanReader.create().read(Source.of("plan.json", plan.text()));
    }

    private static List<String> findings(PlannedJson plan) {
        return read(plan).check(RULES).findings().stream()
                .map(each -> each.violation().subject() + " " + each.violation().rule())
                .toList();
    }

    @Test
    void nodesAndControlPlane_areDemands_onTheirSubnets() {
        Reading reading =
                read(plan("{'instance_type': 'm5.large', 'network_interfaces': []}", 10, "10.0.0.0/24", "10.0.1.0/24"));
        assertThat(reading.plan().subnetDemands())
                .extracting(
                        SubnetDemand::name,
                        SubnetDemand::interfaces,
                        each -> each.subnets().toString())
                .containsExactly(
                        tuple(
                                "module.eks.aws_eks_cluster.this[0]",
                                2L,
                                "[module.net.aws_subnet.private[0], module.net.aws_subnet.private[1]]"),
                        tuple(NODES, 10L, "[module.net.aws_subnet.private[0], module.net.aws_subnet.private[1]]"));
        assertThat(reading.check(RULES).findings()).isEmpty();
        assertThat(reading.plan().enis()).as("nothing is made up").isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{'network_interfaces': []} | 30 | 10.0.0.0/28 | 10.0.1.0/28 | module.net.aws_subnet.private[0] subnet.room",
                "{'instance_type': 't3.micro', 'network_interfaces': [{'device_index': 0}, {'device_index': 1}, {'device_index': 2}]} | 2 | 10.0.0.0/24 | 10.0.1.0/24 | "
                        + TEMPLATE + " limits.interfaces",
                "{'instance_type': 'm5.large', 'network_interfaces': [{'device_index': 1}, {'device_index': 1}]} | 2 | 10.0.0.0/24 | 10.0.1.0/24 | "
                        + TEMPLATE + "/eth1-2 eni.attach.index-used",
                "{'network_interfaces': [{'device_index': 0, 'ipv4_prefix_count': 2}, {'device_index': 1, 'ipv4_prefix_count': 2}]} | 9 | 10.0.0.0/24 | 10.0.1.0/24 | "
                        + "module.net.aws_subnet.private[0] subnet.room",
                "{'network_interfaces': []} | 2 | 10.0.0.0/24 | 10.0.0.128/25 | module.net.aws_subnet.private[1] subnet.cidr.overlap",
                "{'network_interfaces': []} | 2 | 10.0.0.0/24 | 10.1.0.0/24 | module.net.aws_subnet.private[1] subnet.cidr.in-vpc",
            })
    void plantedFault_isFound(String template, int most, String block, String other, String finding) {
        assertThat(findings(plan(template, most, block, other))).contains(finding);
    }

    @Test
    void controlPlane_inOneZone_isFound() {
        assertThat(findings(plan("{'network_interfaces': []}", 2, "10.0.0.0/24")))
                .singleElement()
                .asString()
                .startsWith("module.eks.aws_eks_cluster.this[0] ");
    }
}
