package io.enikit.json.terraform;

import static org.assertj.core.api.Assertions.assertThat;

import io.enikit.json.Finding;
import io.enikit.json.PlanReader;
import io.enikit.json.Reading;
import io.enikit.json.Source;
import io.enikit.json.Unknown;
import io.enikit.limits.LimitRules;
import io.enikit.rules.Ec2Rules;
import io.enikit.rules.RuleSet;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What Terraform plans leave open: which of several instances is meant, and what is known only later. */
class TerraformGapsTest {
    private static final RuleSet RULES = Ec2Rules.standard().and(LimitRules.bundled());
    private static final String SUBNETS = """
            {"address": "aws_subnet.s[\\"a\\"]", "type": "aws_subnet", "name": "s", "index": "a",
             "values": {"vpc_id": "vpc-1", "cidr_block": "10.0.0.0/24", "availability_zone": "eu-west-1a"}},
            {"address": "aws_subnet.s[\\"b\\"]", "type": "aws_subnet", "name": "s", "index": "b",
             "values": {"vpc_id": "vpc-1", "cidr_block": "10.0.1.0/24", "availability_zone": "eu-west-1b"}}
            """;
    private static final String ENIS = """
            , {"address": "aws_network_interface.n[\\"a\\"]", "type": "aws_network_interface", "name": "n", "index": "a",
               "values": {}},
              {"address": "aws_network_interface.n[\\"b\\"]", "type": "aws_network_interface", "name": "n", "index": "b",
               "values": {}}
            """;

    private static Reading read(String resources, String configured, String changes, String variables) {
        return PlanReader.create()
                .read(Source.of("plan.json", """
                {"format_version": "1.2", "variables": {%s}, "planned_values": {"root_module": {"resources": [%s]}},
                 "resource_changes": [%s], "configuration": {"root_module": {"resources": [%s]}}}
                """.formatted(variables, resources, changes, configured)));
    }

    private static Map<String, String> subnets(Reading reading) {
        Map<String, String> subnets = new TreeMap<>();
        reading.plan()
                .enis()
                .forEach(eni -> subnets.put(eni.id().toString(), eni.subnetId().toString()));
        return subnets;
    }

    private static List<String> reasons(Reading reading) {
        return reading.unknowns().stream().map(Unknown::reason).toList();
    }

    private static List<String> lines(Reading reading) {
        return reading.check(RULES).findings().stream().map(Finding::toString).toList();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "['each.key'] | {} | a b",
                "['each.value'] | {} | a b",
                "['each.value'] | {'constant_value': {'a': 'b', 'b': 'a'}} | b a",
                "['each.value'] | {'constant_value': ['b', 'a']} | a b",
                "['each.value.subnet', 'each.value'] | {'constant_value': {'a': 'x', 'b': 'y'}} | ambiguous",
                "['each.value.subnet', 'each.value'] | {'constant_value': {'a': {'subnet': 'b'}, 'b': {'subnet': 'a'}}} | b a",
                "['each.value[\\\"subnet\\\"]', 'each.value'] | {'references': ['var.enis']} | b a",
                "['each.value.subnet', 'each.value'] | {'references': ['var.enis']} | b a",
                "['each.value.subnet', 'each.value'] | {'references': ['local.enis']} | ambiguous",
                "['each.value.none', 'each.value'] | {'references': ['var.enis']} | ambiguous",
                "['var.index'] | {} | ambiguous",
            })
    void key_ofSeveralInstances_isThatOfTheExpression_neverGuessed(String keys, String forEach, String expected) {
        String references = "[\"aws_subnet.s\", " + keys.replace('\'', '"').substring(1);
        Reading reading = read(
                SUBNETS + ENIS,
                """
                {"type": "aws_network_interface", "name": "n", "for_each_expression": %s,
                 "expressions": {"subnet_id": {"references": %s}}}
                """.formatted(forEach.replace('\'', '"'), references),
                "",
                "\"enis\": {\"value\": {\"a\": {\"subnet\": \"b\"}, \"b\": {\"subnet\": \"a\"}}}");
        if (expected.equals("ambiguous")) {
            assertThat(reasons(reading)).contains("ambiguous: it may be aws_subnet.s[\"a\"], aws_subnet.s[\"b\"]");
            assertThat(subnets(reading).values()).allMatch(id -> id.startsWith("${"));
        } else {
            String[] subnets = expected.split(" ", -1);
            assertThat(subnets(reading))
                    .containsOnly(
                            Map.entry("aws_network_interface.n[\"a\"]", "aws_subnet.s[\"" + subnets[0] + "\"]"),
                            Map.entry("aws_network_interface.n[\"b\"]", "aws_subnet.s[\"" + subnets[1] + "\"]"));
            assertThat(reading.unknowns()).isEmpty();
        }
    }

    @Test
    void variableOfAModule_asWhatForEachGoesOver_isKnown() {
        String text = """
                {"format_version": "1.2", "planned_values": {"root_module": {"child_modules": [
                  {"address": "module.m", "resources": [%s]}]}},
                 "configuration": {"root_module": {"module_calls": {"m": {
                  "expressions": {"enis": {"constant_value": {"a": "b", "b": "a"}}},
                  "module": {"variables": {"enis": {"default": {"a": "a", "b": "b"}}}, "resources": [
                    {"type": "aws_network_interface", "name": "n", "for_each_expression": {"references": ["var.enis"]},
                     "expressions": {"subnet_id": {"references": ["aws_subnet.s", "each.value"]}}}]}}}}}}
                """.formatted((SUBNETS + ENIS).replace("\"address\": \"", "\"address\": \"module.m."));
        Reading given = PlanReader.create().read(Source.of("plan.json", text));
        assertThat(subnets(given))
                .containsEntry("module.m.aws_network_interface.n[\"a\"]", "module.m.aws_subnet.s[\"b\"]");
        Reading byDefault = PlanReader.create()
                .read(Source.of(
                        "plan.json", text.replace("\"expressions\": {\"enis\"", "\"expressions\": {\"other\"")));
        assertThat(subnets(byDefault))
                .containsEntry("module.m.aws_network_interface.n[\"a\"]", "module.m.aws_subnet.s[\"a\"]");
        String swapped = text.replace("{\"a\": \"a\", \"b\": \"b\"}", "{\"a\": \"b\", \"b\": \"a\"}");
        Reading bySwappedDefault = PlanReader.create()
                .read(Source.of(
                        "plan.json", swapped.replace("\"expressions\": {\"enis\"", "\"expressions\": {\"other\"")));
        assertThat(subnets(bySwappedDefault))
                .containsEntry("module.m.aws_network_interface.n[\"a\"]", "module.m.aws_subnet.s[\"b\"]");
        Reading byWhatIsNotKnown = PlanReader.create()
                .read(Source.of(
                        "plan.json",
                        swapped.replace(
                                "{\"constant_value\": {\"a\": \"b\", \"b\": \"a\"}}",
                                "{\"references\": [\"local.enis\"]}")));
        assertThat(subnets(byWhatIsNotKnown))
                .containsEntry("module.m.aws_network_interface.n[\"a\"]", "module.m.aws_subnet.s[\"a\"]");
    }

    @Test
    void outputOfAModule_thatIsNotNamed_isUnknownByTheModule() {
        Reading reading = read(ENIS.substring(1), """
                {"type": "aws_network_interface", "name": "n",
                 "expressions": {"subnet_id": {"references": ["module.net", "each.key"]}}}
                """, "", "");
        assertThat(reasons(reading)).containsExactly("it depends on module.net", "it depends on module.net");
    }

    @Test
    void manyInstances_areLinkedInSeconds_andNotAllNamed() {
        StringBuilder resources = new StringBuilder(SUBNETS);
        for (int i = 0; i < 5_000; i++) {
            resources.append("""
                    , {"address": "aws_subnet.m[%1$d]", "type": "aws_subnet", "name": "m", "index": %1$d,
                       "values": {"vpc_id": "vpc-1", "cidr_block": "10.0.2.0/24", "availability_zone": "z"}},
                      {"address": "aws_network_interface.m[%1$d]", "type": "aws_network_interface", "name": "m",
                       "index": %1$d, "values": {}}
                    """.formatted(i));
        }
        String configured = """
                {"type": "aws_network_interface", "name": "m",
                 "expressions": {"subnet_id": {"references": ["aws_subnet.m", "%s"]}}}
                """;
        Assertions.assertTimeout(Duration.ofSeconds(60), () -> {
            Reading paired = read(resources.toString(), configured.formatted("count.index"), "", "");
            assertThat(subnets(paired))
                    .hasSize(5_000)
                    .containsEntry("aws_network_interface.m[4999]", "aws_subnet.m[4999]");
            assertThat(reasons(read(resources.toString(), configured.formatted("var.index"), "", "")))
                    .contains("ambiguous: it may be "
                            + IntStream.range(0, 10)
                                    .mapToObj("aws_subnet.m[%d]"::formatted)
                                    .collect(Collectors.joining(", "))
                            + " and others");
        });
    }

    @Test
    void forgottenResource_isNotPlanned() {
        Reading reading = read(
                SUBNETS + ", {\"address\": \"aws_subnet.old\", \"type\": \"aws_subnet\", \"name\": \"old\"}",
                "",
                "{\"address\": \"aws_subnet.old\", \"change\": {\"actions\": [\"forget\"], \"after\": null}}",
                "");
        assertThat(reading.plan().subnets()).hasSize(2);
    }

    @Test
    void nullInAList_isAnItemThatIsNotKnownYet() {
        Reading reading = read(SUBNETS + ENIS.replaceFirst("\"values\": \\{}", """
                        "values": {"private_ip_list": ["10.0.0.9", null], "ipv6_addresses": [null]}
                        """), """
                {"type": "aws_network_interface", "name": "n",
                 "expressions": {"subnet_id": {"references": ["aws_subnet.s", "each.key"]}}}
                """, "", "");
        assertThat(reasons(reading))
                .containsExactly(
                        "private_ip_list is known only once the plan is carried out",
                        "ipv6_addresses is known only once the plan is carried out");
        assertThat(lines(reading))
                .singleElement()
                .asString()
                .contains("EC2 is to choose 1 IPv6 address in subnet", "which has no IPv6 block");
    }

    /** Terraform writes a plan in one line. */
    @Test
    void unknowns_nameTheResourceAndTheAttribute_inWordsOfTerraform() {
        Reading reading = read("""
                {"address": "aws_instance.lonely", "type": "aws_instance", "name": "lonely",
                 "values": {"instance_type": "t3.micro", "private_ip": "10.0.0.300"}},
                {"address": "module.net[0].aws_subnet.s", "type": "aws_subnet", "name": "s",
                 "values": {"cidr_block": "10.0.0.0/24", "availability_zone": "eu-west-1a", "vpc_id": null}},
                {"address": "aws_instance.two", "type": "aws_instance", "name": "two",
                 "values": {"instance_type": "t3.micro", "network_interface": [{"device_index": 0}]}}
                """.replace("\n", " "), "", "", "");
        assertThat(reading.unknowns().stream().map(each -> each.toString().replaceAll(":[0-9]+ ", " ")))
                .containsExactly(
                        "plan.json aws_instance.lonely: unknown: subnet_id is not given",
                        "plan.json module.net[0].aws_subnet.s: unknown: vpc_id is not given",
                        "plan.json aws_instance.two.network_interface[0].network_interface_id: unknown:"
                                + " network_interface_id is known only once the plan is carried out");
        assertThat(lines(reading))
                .singleElement()
                .asString()
                .startsWith("[ERROR] aws_instance.lonely/eth0: private_ip \"10.0.0.300\": ")
                .contains(" aws_instance.lonely.private_ip) | read.value");
    }

    @Test
    void blockOfADefaultVpc_isKnownOnlyLater() {
        Reading reading = read(
                "{\"address\": \"aws_default_vpc.d\", \"type\": \"aws_default_vpc\", \"name\": \"d\", \"values\": {}}",
                "{\"type\": \"aws_default_vpc\", \"name\": \"d\", \"expressions\": {}}",
                """
                {"address": "aws_default_vpc.d", "change": {"actions": ["create"], "after_unknown": {"cidr_block": true}}}
                """,
                "");
        assertThat(lines(reading)).isEmpty();
        assertThat(reasons(reading)).containsExactly("cidr_block is known only once the plan is carried out");
    }

    @Test
    void networkInterface_ofADynamicBlock_isUnknown_notANewOne() {
        Reading reading = read("""
                {"address": "aws_instance.i", "type": "aws_instance", "name": "i",
                 "values": {"instance_type": "m5.large", "network_interface": [{"device_index": 0}]}}
                """, "{\"type\": \"aws_instance\", \"name\": \"i\", \"expressions\": {}}", "", "");
        assertThat(reading.plan().enis()).isEmpty();
        assertThat(reasons(reading)).containsExactly("network_interface_id is known only once the plan is carried out");
        assertThat(lines(reading)).isEmpty();
    }

    @Test
    void primaryNetworkInterface_thatCameWithTheInstance_isItsOwn() {
        String instance = """
                {"address": "aws_instance.i", "type": "aws_instance", "name": "i",
                 "values": {"instance_type": "m5.large", "subnet_id": "subnet-1", "private_ip": "10.0.0.9",
                  "network_interface": [], "primary_network_interface": [{"network_interface_id": "eni-9"}]}}
                """;
        String configured = "{\"type\": \"aws_instance\", \"name\": \"i\", \"expressions\": {%s}}";
        assertThat(subnets(read(instance, configured.formatted(""), "", "")))
                .containsOnly(Map.entry("aws_instance.i/eth0", "subnet-1"));
        Reading declared = read(instance, configured.formatted("\"primary_network_interface\": [{}]"), "", "");
        assertThat(declared.plan().enis()).isEmpty();
        assertThat(declared.outside()).extracting(Object::toString).containsExactly("eni-9");
        assertThat(lines(declared)).isEmpty();
    }
}
