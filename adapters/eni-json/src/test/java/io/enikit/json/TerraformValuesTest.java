package io.enikit.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import com.google.common.collect.ImmutableMap;
import io.enikit.limits.LimitRules;
import io.enikit.model.PlanText;
import io.enikit.rules.Ec2Rules;
import io.enikit.rules.RuleSet;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What values of Terraform's resources become, and values of another kind than the provider writes. */
class TerraformValuesTest {
    private static final RuleSet RULES = Ec2Rules.standard().and(LimitRules.bundled());

    /** Values of each kind, by a word for it. */
    private static final Map<String, Object> KINDS = ImmutableMap.<String, Object>builder()
            .put("text", "x")
            .put("empty", "")
            .put("number", 7)
            .put("flag", true)
            .put("list", List.of())
            .put("texts", List.of("x"))
            .put("numbers", List.of(7))
            .put("lists", List.of(List.of("x")))
            .put("objects", List.of(Map.of("x", "y")))
            .put("object", Map.of("x", "y"))
            .put("nested", Map.of("x", Map.of()))
            .buildOrThrow();

    private static Map<String, Object> json(String text) {
        return new LinkedHashMap<>(Json.object(text.replace('\'', '"')));
    }

    private static Reading read(PlannedJson plan) {
        return PlanReader.create().read(Source.of("plan.json", plan.text()));
    }

    private static PlannedJson net() {
        return new PlannedJson()
                .add("", "aws_vpc", "v", null, json("{'cidr_block': '10.0.0.0/16', 'id': 'vpc-1'}"), Map.of())
                .add(
                        "",
                        "aws_subnet",
                        "s",
                        null,
                        json("{'cidr_block': '10.0.0.0/24', 'availability_zone': 'eu-west-1a', 'vpc_id': 'vpc-1'}"),
                        Map.of());
    }

    /** Returns the lines of the plan text that begin with a word. */
    private static String lines(Reading reading, String kind) {
        return Arrays.stream(PlanText.write(reading.plan()).split("\n"))
                .filter(line -> line.startsWith(kind + " "))
                .collect(Collectors.joining("\n"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "aws_vpc | cidr_block_associations | texts numbers lists",
                "aws_vpc | ipv6_cidr_block | texts numbers lists objects object nested",
                "aws_vpc | tags | ''",
                "aws_vpc | ipv6_ipam_pool_id | ''",
                "aws_subnet | vpc_id | list texts numbers lists objects object nested",
                "aws_subnet | availability_zone | list texts numbers lists objects object nested",
                "aws_subnet | outpost_arn | ''",
                "aws_subnet | tags | ''",
                "aws_internet_gateway | vpc_id | texts numbers lists objects object nested",
                "aws_internet_gateway | tags | ''",
                "aws_security_group | vpc_id | list texts numbers lists objects object nested",
                "aws_security_group | ingress | texts numbers lists",
                "aws_security_group | egress | texts numbers lists",
                "aws_security_group | name | list texts numbers lists objects object nested",
                "aws_security_group | tags | ''",
                "aws_security_group_rule | security_group_id | list texts numbers lists objects object nested",
                "aws_security_group_rule | cidr_blocks | ''",
                "aws_security_group_rule | self | ''",
                "aws_security_group_rule | type | ''",
                "aws_network_interface | subnet_id | list texts numbers lists objects object nested",
                "aws_network_interface | security_groups | ''",
                "aws_network_interface | private_ips | text number flag lists objects object nested",
                "aws_network_interface | attachment | texts numbers lists",
                "aws_network_interface | ipv4_prefixes | text number flag lists objects object nested",
                "aws_network_interface | ipv6_addresses | text number flag lists objects object nested",
                "aws_network_interface | tags | ''",
                "aws_instance | subnet_id | list texts numbers lists objects object nested",
                "aws_instance | network_interface | texts numbers lists",
                "aws_instance | primary_network_interface | texts numbers lists",
                "aws_instance | launch_template | texts numbers lists",
                "aws_instance | vpc_security_group_ids | ''",
                "aws_instance | tags | ''",
                "aws_eip | instance | list texts numbers lists objects object nested",
                "aws_eip | network_interface | list texts numbers lists objects object nested",
                "aws_eip | tags | ''",
                "aws_nat_gateway | subnet_id | list texts numbers lists objects object nested",
                "aws_nat_gateway | allocation_id | list texts numbers lists objects object nested",
                "aws_nat_gateway | secondary_allocation_ids | ''",
                "aws_vpc_endpoint | subnet_ids | ''",
                "aws_vpc_endpoint | subnet_configuration | texts numbers lists",
                "aws_vpc_endpoint | vpc_endpoint_type | list texts numbers lists objects object nested",
                "aws_lb | subnets | ''",
                "aws_lb | subnet_mapping | texts numbers lists",
                "aws_lb | load_balancer_type | list texts numbers lists objects object nested",
                "aws_lambda_function | vpc_config | texts numbers lists",
                "aws_launch_template | network_interfaces | texts numbers lists",
                "aws_launch_template | vpc_security_group_ids | ''",
                "aws_launch_template | name | ''",
                "aws_autoscaling_group | vpc_zone_identifier | ''",
                "aws_autoscaling_group | launch_template | texts numbers lists",
                "aws_autoscaling_group | mixed_instances_policy | texts numbers lists",
                "aws_eks_cluster | vpc_config | texts numbers lists",
                "aws_eks_cluster | outpost_config | ''",
                "aws_ecs_service | network_configuration | texts numbers lists",
                "aws_db_subnet_group | subnet_ids | ''",
                "aws_db_subnet_group | name | ''",
                "aws_db_instance | db_subnet_group_name | list texts numbers lists objects object nested",
                "aws_db_instance | multi_az | list texts numbers lists objects object nested"
            })
    void valueOfAnotherKind_isPassedOver_orRefusedWithItsPlace(String type, String attribute, String refused) {
        assertThat(KINDS.keySet().stream()
                        .filter(kind -> isRefused(
                                net().add("", type, "x", null, Map.of(attribute, KINDS.get(kind)), Map.of()),
                                attribute))
                        .collect(Collectors.joining(" ")))
                .isEqualTo(refused);
    }

    private static boolean isRefused(PlannedJson plan, String attribute) {
        try {
            read(plan);
            return false;
        } catch (UnreadableException e) {
            assertThat(e.origin().path()).contains("/" + attribute);
            return true;
        }
    }

    @Test
    void expressionOrUnknownOfAnotherKind_isPassedOver() {
        for (Object value : KINDS.values()) {
            PlannedJson plan = net().add(
                            "",
                            "aws_instance",
                            "i",
                            null,
                            json("{'network_interface': [{'device_index': 0}]}"),
                            Map.of())
                    .unknown("aws_instance.i", "network_interface", value)
                    .unknown("aws_instance.i", "subnet_id", value)
                    .configure("aws_instance.i", "network_interface", value)
                    .configure("aws_instance.i", "subnet_id", value);
            assertThatCode(() -> read(plan)).as(value.toString()).doesNotThrowAnyException();
        }
    }

    @Test
    void tags_areThoseOfTheResource() {
        PlannedJson plan = net();
        plan.set("aws_vpc.v", "tags", json("{'Name': 'main', 'Team': 'net'}"));
        assertThat(read(plan).plan().vpc("aws_vpc.v").orElseThrow().tags())
                .containsExactlyInAnyOrderEntriesOf(Map.of("Name", "main", "Team", "net"));
    }

    @Test
    void furtherBlocksOfAVpc_areThoseThatItHasAndKeeps() {
        PlannedJson plan = net();
        plan.set(
                "aws_vpc.v",
                "cidr_block_associations",
                List.of(
                        json("{'cidr_block': '10.0.0.0/16', 'state': 'associated'}"),
                        json("{'cidr_block': '10.1.0.0/16', 'state': 'associated'}"),
                        json("{'cidr_block': '10.2.0.0/16', 'state': 'disassociating'}"),
                        json("{'cidr_block': '10.3.0.0/16'}"),
                        json("{'state': 'associated'}")));
        assertThat(read(plan).plan().vpc("aws_vpc.v").orElseThrow().cidrBlocks())
                .extracting(Object::toString)
                .containsExactly("10.0.0.0/16", "10.1.0.0/16", "10.3.0.0/16");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'ipv6_cidr_block': '2600:1f16:1::/56', 'assign_generated_ipv6_cidr_block': true} | 2600:1f16:1::/56",
                "{'ipv6_cidr_block': '2600:1f16:1::/56'} | 2600:1f16:1::/56",
                "{'ipv6_cidr_block': ''} | ''",
                "{'assign_generated_ipv6_cidr_block': false} | ''",
            })
    void ipv6BlockOfAVpc_isTaken(String values, String block) {
        PlannedJson plan = net();
        json(values).forEach((attribute, value) -> plan.set("aws_vpc.v", attribute, value));
        assertThat(read(plan).plan().vpc("aws_vpc.v").orElseThrow().ipv6CidrBlocks().stream()
                        .map(Object::toString)
                        .collect(Collectors.joining(" ")))
                .isEqualTo(block);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'assign_generated_ipv6_cidr_block': true}",
                "{'ipv6_ipam_pool_id': 'ipam-pool-1'}",
            })
    void ipv6BlockOfAVpc_thatIsNotKnownYet_leavesItOpen(String values) {
        PlannedJson plan = net();
        json(values).forEach((attribute, value) -> plan.set("aws_vpc.v", attribute, value));
        plan.set("aws_subnet.s", "ipv6_cidr_block", "2600:1f16:1::/64");
        assertThat(read(plan).check(RULES).findings()).isEmpty();
        PlannedJson without = net();
        without.set("aws_subnet.s", "ipv6_cidr_block", "2600:1f16:1::/64");
        assertThat(read(without).check(RULES).findings())
                .extracting(each -> each.violation().rule())
                .containsExactly("subnet.ipv6-cidr.in-vpc");
    }

    @Test
    void reservation_isThatOfTheSubnet() {
        PlannedJson plan = net().add(
                        "",
                        "aws_ec2_subnet_cidr_reservation",
                        "r",
                        null,
                        json("{'cidr_block': '10.0.0.64/28', 'reservation_type': 'prefix'}"),
                        Map.of("subnet_id", "aws_subnet.s.id aws_subnet.s"));
        assertThat(read(plan).plan().subnet("aws_subnet.s").orElseThrow().cidrReservations())
                .extracting(Object::toString)
                .singleElement()
                .asString()
                .contains("10.0.0.64/28");
    }

    @Test
    void furtherBlock_andGroupOfAnotherVpc_areAdded() {
        PlannedJson plan = net().add("", "aws_vpc", "w", null, json("{'cidr_block': '10.9.0.0/16'}"), Map.of())
                .add("", "aws_security_group", "g", null, json("{'vpc_id': 'vpc-1', 'name': 'web'}"), Map.of())
                .add(
                        "",
                        "aws_vpc_security_group_vpc_association",
                        "a",
                        null,
                        Map.of(),
                        Map.of(
                                "vpc_id",
                                "aws_vpc.w.id aws_vpc.w",
                                "security_group_id",
                                "aws_security_group.g.id aws_security_group.g"))
                .add(
                        "",
                        "aws_vpc_ipv4_cidr_block_association",
                        "b",
                        null,
                        json("{'cidr_block': '10.8.0.0/16', 'vpc_id': 'vpc-1'}"),
                        Map.of());
        Reading reading = read(plan);
        assertThat(lines(reading, "group")).contains("aws_vpc.w");
        assertThat(lines(reading, "vpc")).contains("10.0.0.0/16,10.8.0.0/16");
    }

    @Test
    void associationOfAnElasticIp_isMade() {
        PlannedJson plan = net().add("", "aws_eip", "e", null, Map.of(), Map.of())
                .add(
                        "",
                        "aws_network_interface",
                        "n",
                        null,
                        json("{'private_ips': ['10.0.0.9', '10.0.0.10'], 'private_ip': '10.0.0.10'}"),
                        Map.of("subnet_id", "aws_subnet.s.id aws_subnet.s"))
                .add(
                        "",
                        "aws_eip_association",
                        "a",
                        null,
                        json("{'private_ip_address': '10.0.0.9'}"),
                        Map.of(
                                "allocation_id",
                                "aws_eip.e.id aws_eip.e",
                                "network_interface_id",
                                "aws_network_interface.n.id aws_network_interface.n"));
        Reading reading = read(plan);
        assertThat(lines(reading, "eip"))
                .contains("networkInterface=aws_network_interface.n")
                .contains("10.0.0.9");
        assertThat(lines(reading, "eni"))
                .contains("10.0.0.10*")
                .contains("10.0.0.9")
                .doesNotContain("10.0.0.9*");
    }

    @Test
    void ipv6Addresses_ofAListKeepTheirOrder_ofASetHaveNone() {
        PlannedJson plan = net();
        plan.set("aws_vpc.v", "ipv6_cidr_block", "2600:1f16:1::/56");
        plan.set("aws_subnet.s", "ipv6_cidr_block", "2600:1f16:1::/64");
        for (String attribute : List.of("ipv6_address_list", "ipv6_addresses")) {
            plan.add(
                    "",
                    "aws_network_interface",
                    attribute,
                    null,
                    Map.of(
                            attribute,
                            List.of("2600:1f16:1::" + (attribute.length() + 9), "2600:1f16:1::" + attribute.length())),
                    Map.of("subnet_id", "aws_subnet.s.id aws_subnet.s"));
        }
        assertThat(lines(read(plan), "eni"))
                .contains("ipv6Addresses=2600:1f16:1::26,2600:1f16:1::17")
                .contains("ipv6Addresses=2600:1f16:1::14,2600:1f16:1::23");
    }

    @Test
    void blocksOfOnePlace_areToldApartByTheirOrder() {
        PlannedJson plan = net();
        for (String name : List.of("a", "b")) {
            plan.add(
                    "",
                    "aws_network_interface",
                    name,
                    null,
                    Map.of(),
                    Map.of("subnet_id", "aws_subnet.s.id aws_subnet.s"));
        }
        plan.add(
                        "",
                        "aws_instance",
                        "i",
                        null,
                        json(
                                "{'instance_type': 'm5.large', 'network_interface': [{'device_index': 0}, {'device_index': 0}, {'device_index': 1}]}"),
                        Map.of())
                .add(
                        "",
                        "aws_network_interface",
                        "c",
                        null,
                        Map.of(),
                        Map.of("subnet_id", "aws_subnet.s.id aws_subnet.s"))
                .configure("aws_instance.i", "network_interface", List.of(block("a", 0), block("b", 0), block("c", 1)));
        assertThat(lines(read(plan), "eni"))
                .containsPattern("eni aws_network_interface.a .*deviceIndex=0")
                .containsPattern("eni aws_network_interface.b .*deviceIndex=0")
                .containsPattern("eni aws_network_interface.c .*deviceIndex=1");
    }

    private static Map<String, Object> block(String name, int index) {
        return Map.of(
                "device_index",
                Map.of("constant_value", index),
                "network_interface_id",
                PlannedJson.refersTo("aws_network_interface." + name + ".id aws_network_interface." + name));
    }
}
