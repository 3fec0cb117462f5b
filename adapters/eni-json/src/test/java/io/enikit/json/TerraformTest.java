package io.enikit.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.enikit.limits.LimitRules;
import io.enikit.model.Eni;
import io.enikit.model.NetworkPlan;
import io.enikit.model.PlanText;
import io.enikit.model.SubnetId;
import io.enikit.rules.Ec2Rules;
import io.enikit.rules.RuleSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TerraformTest {
    private static final RuleSet RULES = Ec2Rules.standard().and(LimitRules.bundled());
    private static final String SHOP = Samples.text("terraform/shop.json");
    private static final String APP = "module.app[\"blue\"].aws_instance.app";
    private static final String SECOND = "module.app[\"blue\"].module.net.aws_network_interface.second";

    private static Reading read(String text) {
        return PlanReader.create().read(Source.of("plan.json", text));
    }

    private static NetworkPlan shop() {
        return read(SHOP).plan();
    }

    private static String subnetOf(NetworkPlan plan, String eni) {
        return plan.eni(eni).orElseThrow().subnetId().toString();
    }

    private static List<String> rules(Reading reading) {
        return reading.check(RULES).findings().stream()
                .map(each -> each.violation().rule())
                .toList();
    }

    @Test
    void plan_readsWithoutViolations() {
        Reading reading = read(SHOP);
        assertThat(reading.plan()).hasToString("NetworkPlan{1 VPCs, 4 subnets, 1 instances, 6 ENIs}");
        assertThat(reading.plan().elasticIps()).hasSize(2);
        assertThat(reading.check(RULES).findings())
                .extracting(Finding::toString)
                .allMatch(line -> line.startsWith("[ADVICE]"));
        assertThat(reading.outside()).isEmpty();
        assertThat(PlanText.read(PlanText.write(reading.plan()))).isEqualTo(reading.plan());
    }

    @Test
    void reference_mostSpecificFirstOrResourceOnly_isResolved() {
        NetworkPlan plan = shop();
        assertThat(plan.subnets())
                .allSatisfy(subnet -> assertThat(subnet.vpcId()).hasToString("aws_vpc.main"));
        assertThat(plan.securityGroups())
                .allSatisfy(group -> assertThat(group.vpcId()).hasToString("aws_vpc.main"));
        assertThat(plan.vpc("aws_vpc.main").orElseThrow().internetGatewayAttached())
                .isTrue();
    }

    @Test
    void count_pairsTheSameIndexes() {
        NetworkPlan plan = shop();
        assertThat(subnetOf(plan, "aws_nat_gateway.nat[0]/eth0")).isEqualTo("aws_subnet.public[0]");
        assertThat(subnetOf(plan, "aws_nat_gateway.nat[1]/eth0")).isEqualTo("aws_subnet.public[1]");
    }

    @Test
    void forEach_overResources_pairsTheSameKeys() {
        NetworkPlan plan = shop();
        assertThat(subnetOf(plan, "aws_network_interface.extra[\"a\"]")).isEqualTo("aws_subnet.private[\"a\"]");
        assertThat(subnetOf(plan, "aws_network_interface.extra[\"b\"]")).isEqualTo("aws_subnet.private[\"b\"]");
    }

    @Test
    void variable_ofAModule_isWhatItsCallerGives() {
        NetworkPlan plan = shop();
        assertThat(subnetOf(plan, APP + "/eth0")).isEqualTo("aws_subnet.private[\"a\"]");
        assertThat(subnetOf(plan, SECOND)).isEqualTo("aws_subnet.private[\"a\"]");
        assertThat(plan.eni(APP + "/eth0").orElseThrow().securityGroups())
                .extracting(Object::toString)
                .containsExactly("aws_security_group.web");
    }

    @Test
    void output_ofAModule_andNestedBlock_attachToTheInstance() {
        assertThat(shop().enisOf(APP))
                .extracting(Eni::id)
                .extracting(Object::toString)
                .containsExactly(APP + "/eth0", "aws_network_interface.extra[\"a\"]", SECOND);
    }

    @Test
    void reference_thatLeadsNowhere_isUnknownWithItsPath() {
        Unknown unknown = read(SHOP).unknowns().get(0);
        assertThat(unknown)
                .hasToString("plan.json:" + lineOf("module.net.aws_network_interface.second", "values") + " " + SECOND
                        + ".security_groups: unknown: it depends on var.missing");
        assertThat(unknown.origin().path())
                .isEqualTo("/planned_values/root_module/child_modules/0/child_modules/0/resources/0/values/"
                        + "security_groups");
        assertThat(unknown.origin().name()).contains(SECOND);
        assertThat(read(SHOP).unknowns()).hasSize(1);
    }

    /** Finds the line of a key behind the first place that has a word. */
    private static int lineOf(String word, String key) {
        int at = SHOP.indexOf("\"" + key + "\"", SHOP.indexOf(word));
        return 1 + (int) SHOP.substring(0, at).chars().filter(c -> c == '\n').count();
    }

    @ParameterizedTest
    @ValueSource(strings = {"0.1", "0.2", "1.0", "1.2", "1.99"})
    void formatVersion_known_isRead(String version) {
        assertThat(read(SHOP.replace("\"1.2\"", "\"" + version + "\"")).plan()).isEqualTo(shop());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"format_version\": \"2.0\"} | the format version is \"2.0\": expected 0.x or 1.x (line 1, column 20, path /format_version)",
                "{\"format_version\": \"1.0\"} | the key planned_values is missing",
                "{\"format_version\": 1} | expected a text, found a number",
                "{\"format_version\": \"1.0\", \"planned_values\": {\"root_module\": {\"resources\": [{}]}}} | the key type is missing",
                "{\"format_version\": \"1.0\", \"planned_values\": {\"root_module\": {\"resources\": {}}}} | expected a list, found an object",
            })
    void broken_isRefusedWithThePlace(String text, String message) {
        assertThatThrownBy(() -> read(text))
                .isInstanceOf(UnreadableException.class)
                .hasMessageContaining(message);
    }

    @Test
    void severalInstances_withoutAKey_areAmbiguous() {
        String text = SHOP.replaceAll("\"aws_subnet\\.public\",\\s*\"count.index\"", "\"aws_subnet.public\"");
        assertThat(text).isNotEqualTo(SHOP);
        assertThat(read(text).unknowns())
                .extracting(Unknown::reason)
                .contains("ambiguous: it may be aws_subnet.public[0], aws_subnet.public[1]");
        assertThat(rules(read(text))).doesNotContain("eni.subnet.exists");
    }

    @Test
    void knownId_ofAResourceOfThePlan_meansThatResource_andAnyOtherIsOutside() {
        String text = """
                {"format_version": "1.2", "planned_values": {"root_module": {"resources": [
                  {"address": "aws_vpc.a", "mode": "managed", "type": "aws_vpc", "name": "a",
                   "values": {"id": "vpc-1", "cidr_block": "10.0.0.0/16"}},
                  {"address": "aws_subnet.a", "mode": "managed", "type": "aws_subnet", "name": "a",
                   "values": {"id": "subnet-1", "vpc_id": "vpc-1", "cidr_block": "10.0.0.0/24", "availability_zone": "z"}},
                  {"address": "aws_subnet.b", "mode": "managed", "type": "aws_subnet", "name": "b",
                   "values": {"vpc_id": "vpc-2", "cidr_block": "10.0.0.0/24", "availability_zone": "z"}},
                  {"address": "data.aws_subnet.c", "mode": "data", "type": "aws_subnet", "name": "c", "values": {}}
                ]}}, "resource_changes": [
                  {"address": "aws_subnet.a", "change": {"actions": ["delete", "create"],
                   "before": {"cidr_block": "10.0.9.0/24"}, "after": {"cidr_block": "10.0.0.0/24"}}}
                ]}
                """;
        Reading reading = read(text);
        assertThat(reading.plan().subnet("aws_subnet.a").orElseThrow().vpcId()).hasToString("aws_vpc.a");
        assertThat(reading.outside()).extracting(Object::toString).containsExactly("vpc-2");
        assertThat(reading.plan().subnets()).hasSize(2);
        assertThat(reading.check(RULES).findings())
                .extracting(Finding::toString)
                .containsExactly(
                        "[WARNING] aws_subnet.a: it would be deleted and made anew, with 10.0.0.0/24 in place of"
                                + " 10.0.9.0/24 (plan.json:4 aws_subnet.a) | read.subnet-replaced");
        assertThat(reading.originOf(SubnetId.of("aws_subnet.b")).orElseThrow().name())
                .contains("aws_subnet.b");
    }

    @Test
    void plantedFaults_areFound() {
        assertThat(rules(read(SHOP.replace("10.50.1.0/24", "10.50.0.0/25")))).contains("subnet.cidr.overlap");
        assertThat(rules(read(SHOP.replace("10.50.8.10", "10.50.8.3")))).contains("eni.ipv4.reserved");
        assertThat(rules(read(SHOP.replace("\"device_index\": 2", "\"device_index\": 1"))))
                .contains("eni.attach.index-used");
        int attachment = SHOP.indexOf("aws_network_interface_attachment", SHOP.indexOf("\"configuration\""));
        String elsewhere = SHOP.substring(0, attachment)
                + SHOP.substring(attachment)
                        .replace("aws_network_interface.extra[\\\"a\\\"]", "aws_network_interface.extra[\\\"b\\\"]");
        assertThat(rules(read(elsewhere))).contains("eni.attach.zone");
        assertThat(rules(read(SHOP.replace("\"t3.small\"", "\"t3.micro\"")))).contains("limits.interfaces");
    }

    @Test
    void references_inACircle_areRefused() {
        String text = """
                {"format_version": "1.2", "planned_values": {"root_module": {"resources": [
                  {"address": "aws_subnet.a", "mode": "managed", "type": "aws_subnet", "name": "a", "values": {}},
                  {"address": "x.x", "mode": "managed", "type": "x", "name": "x", "values": {}}
                ]}}, "configuration": {"root_module": {"resources": [
                  {"type": "aws_subnet", "name": "a", "expressions": {"vpc_id": {"references": ["x.x.y"]}}},
                  {"type": "x", "name": "x", "expressions": {"y": {"references": ["x.x.y", "x.x.y"]}}}
                ]}}}
                """;
        assertThatThrownBy(() -> read(text))
                .isInstanceOf(UnreadableException.class)
                .hasMessageContaining("lead to each other without end");
    }
}
