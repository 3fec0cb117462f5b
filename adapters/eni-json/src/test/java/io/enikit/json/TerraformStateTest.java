package io.enikit.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.enikit.limits.LimitRules;
import io.enikit.model.Eni;
import io.enikit.model.NetworkPlan;
import io.enikit.rules.Ec2Rules;
import io.enikit.rules.RuleSet;
import java.io.ByteArrayInputStream;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** States of Terraform and OpenTofu, as they are stored and as {@code show -json} writes them. */
class TerraformStateTest {
    private static final RuleSet RULES = Ec2Rules.standard().and(LimitRules.bundled());

    private static final String VPC = """
            "id": "vpc-1", "cidr_block": "10.0.0.0/16", "ipv6_cidr_block": "", "assign_generated_ipv6_cidr_block": false,
            "default_security_group_id": "sg-9", "tags": {"Name": "shop"}, "main_route_table_id": "rtb-1"
            """;
    private static final String SUBNET = """
            "id": "subnet-%1$d", "vpc_id": "vpc-1", "cidr_block": "10.0.%1$d.0/24", "ipv6_cidr_block": "",
            "availability_zone": "eu-west-1a", "availability_zone_id": "euw1-az1", "map_public_ip_on_launch": false,
            "assign_ipv6_address_on_creation": false, "ipv6_native": false, "tags": null
            """;
    private static final String INSTANCE = """
            "id": "i-1", "instance_type": "m5.large", "subnet_id": "subnet-1", "private_ip": "10.0.1.10",
            "availability_zone": "eu-west-1a", "primary_network_interface_id": "eni-1", "ipv6_addresses": [],
            "ipv6_address_count": 0, "secondary_private_ips": [], "network_interface": [], "launch_template": [],
            "vpc_security_group_ids": ["sg-1"], "source_dest_check": true, "associate_public_ip_address": false
            """;
    private static final String ENI = """
            "id": "eni-2", "subnet_id": "subnet-2", "private_ip": "10.0.2.20", "private_ips": ["10.0.2.20"],
            "private_ips_count": 0, "private_ip_list": ["10.0.2.20"], "ipv6_addresses": [], "ipv4_prefixes": [],
            "security_groups": ["sg-1"], "interface_type": "interface", "mac_address": "06:00:00:00:00:02",
            "attachment": [{"attachment_id": "eni-attach-2", "device_index": 1, "instance": "i-1"}]
            """;
    private static final String EIP = """
            "id": "eipalloc-1", "public_ip": "203.0.113.9", "instance": "i-1", "network_interface": "eni-1",
            "private_ip": "10.0.1.10", "association_id": "eipassoc-1"
            """;

    static String stored() {
        return stored(INSTANCE, ENI);
    }

    private static String stored(String instance, String eni) {
        return """
                {"version": 4, "terraform_version": "1.11.4", "serial": 7, "lineage": "5d1c", "outputs": {}, "resources": [
                 {"mode": "managed", "type": "aws_vpc", "name": "main", "provider": "provider[\\"x\\"]",
                  "instances": [{"schema_version": 1, "attributes": {%s}}]},
                 {"module": "module.net[\\"a\\"]", "mode": "managed", "type": "aws_subnet", "name": "app", "instances": [
                  {"index_key": 0, "schema_version": 1, "attributes": {%s}, "dependencies": ["aws_vpc.main"]},
                  {"index_key": 1, "schema_version": 1, "attributes": {%s}, "sensitive_attributes": []},
                  {"index_key": 1, "deposed": "0a0b", "attributes": {%s}}]},
                 {"mode": "managed", "type": "aws_internet_gateway", "name": "out",
                  "instances": [{"attributes": {"id": "igw-1", "vpc_id": "vpc-1"}}]},
                 {"mode": "managed", "type": "aws_security_group", "name": "web", "instances": [
                  {"index_key": "w", "attributes": {"id": "sg-1", "vpc_id": "vpc-1", "name": "web", "description": "w"}}]},
                 {"mode": "managed", "type": "aws_instance", "name": "app", "instances": [{"attributes": {%s}}]},
                 {"mode": "managed", "type": "aws_network_interface", "name": "second", "instances": [{"attributes": {%s}}]},
                 {"mode": "managed", "type": "aws_eip", "name": "app", "instances": [{"attributes": {%s}}]},
                 {"mode": "data", "type": "aws_subnet", "name": "other", "instances": [{"attributes": {%s}}]}
                ], "check_results": null}
                """.formatted(
                        VPC,
                        SUBNET.formatted(1),
                        SUBNET.formatted(2),
                        SUBNET.formatted(3),
                        instance,
                        eni,
                        EIP,
                        SUBNET.formatted(8));
    }

    private static String shown(String instance, String eni) {
        String resource =
                "{\"address\": \"%s\", \"mode\": \"%s\", \"type\": \"%s\", \"name\": \"%s\", %s \"values\": {%s}}";
        return """
                {"format_version": "1.0", "terraform_version": "1.11.4", "values": {"outputs": {}, "root_module": {
                 "resources": [%s], "child_modules": [{"address": "module.net[\\"a\\"]", "resources": [%s]}]}}}
                """.formatted(
                String.join(
                        ",\n",
                        resource.formatted("aws_vpc.main", "managed", "aws_vpc", "main", "", VPC),
                        resource.formatted(
                                "aws_internet_gateway.out",
                                "managed",
                                "aws_internet_gateway",
                                "out",
                                "",
                                "\"id\": \"igw-1\", \"vpc_id\": \"vpc-1\""),
                        resource.formatted(
                                "aws_security_group.web[\\\"w\\\"]",
                                "managed",
                                "aws_security_group",
                                "web",
                                "\"index\": \"w\",",
                                "\"id\": \"sg-1\", \"vpc_id\": \"vpc-1\", \"name\": \"web\", \"description\": \"w\""),
                        resource.formatted("aws_instance.app", "managed", "aws_instance", "app", "", instance),
                        resource.formatted(
                                "aws_network_interface.second", "managed", "aws_network_interface", "second", "", eni),
                        resource.formatted("aws_eip.app", "managed", "aws_eip", "app", "", EIP),
                        resource.formatted(
                                "data.aws_subnet.other", "data", "aws_subnet", "other", "", SUBNET.formatted(8))),
                String.join(
                        ",\n",
                        resource.formatted(
                                "module.net[\\\"a\\\"].aws_subnet.app[0]",
                                "managed",
                                "aws_subnet",
                                "app",
                                "\"index\": 0,",
                                SUBNET.formatted(1)),
                        resource.formatted(
                                "module.net[\\\"a\\\"].aws_subnet.app[1]",
                                "managed",
                                "aws_subnet",
                                "app",
                                "\"index\": 1,",
                                SUBNET.formatted(2))));
    }

    private static Reading read(String text) {
        return PlanReader.create().read(Source.of("state", text));
    }

    private static List<String> lines(Reading reading) {
        return reading.check(RULES).findings().stream().map(Finding::toString).toList();
    }

    @Test
    void state_showsWhatExists() {
        Reading reading = read(stored(INSTANCE, ENI));
        NetworkPlan plan = reading.plan();
        assertThat(plan.subnets())
                .extracting(subnet -> subnet.id() + " in " + subnet.vpcId())
                .containsExactly(
                        "module.net[\"a\"].aws_subnet.app[0] in aws_vpc.main",
                        "module.net[\"a\"].aws_subnet.app[1] in aws_vpc.main",
                        "subnet-8 in aws_vpc.main");
        assertThat(plan.enisOf("aws_instance.app"))
                .extracting(Eni::id)
                .extracting(Object::toString)
                .containsExactly("aws_instance.app/eth0", "aws_network_interface.second");
        assertThat(plan.elasticIps())
                .singleElement()
                .satisfies(address ->
                        assertThat(address.association().orElseThrow().eniId()).hasToString("aws_instance.app/eth0"));
        assertThat(plan.vpc("aws_vpc.main").orElseThrow().internetGatewayAttached())
                .isTrue();
        assertThat(reading.outside()).isEmpty();
        assertThat(reading.unknowns()).isEmpty();
        assertThat(lines(reading)).isEmpty();
    }

    @Test
    void bothForms_ofAState_areTheSame() {
        assertThat(read(shown(INSTANCE, ENI)).plan())
                .isEqualTo(read(stored(INSTANCE, ENI)).plan());
        String tofu = stored(INSTANCE, ENI)
                .replace("\"1.11.4\"", "\"1.10.0\"")
                .replace("provider[\\\"x", "registry.opentofu.org");
        assertThat(read(tofu).plan()).isEqualTo(read(stored(INSTANCE, ENI)).plan());
    }

    @Test
    void fault_isFoundWhereTheResourceStands() {
        assertThat(lines(read(stored(INSTANCE, ENI.replace("10.0.2.20", "10.0.1.20")))))
                .singleElement()
                .asString()
                .startsWith("[ERROR] aws_network_interface.second: 10.0.1.20 is not in subnet")
                .contains("(state:28 aws_network_interface.second)")
                .contains("eni.ipv4.in-subnet");
        assertThat(lines(read(shown(INSTANCE.replace("subnet-1", "subnet-2").replace("10.0.1.10", "10.0.2.20"), ENI))))
                .anyMatch(line -> line.contains("eni.ipv4.in-use"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{'version': 3, 'serial': 1, 'lineage': 'x', 'modules': []} | this is Terraform state of version 3",
                "{'serial': 1, 'lineage': 'x', 'meta': {}, 'encrypted_data': 'eA==', 'encryption_version': 'v0'} | encrypted state",
                "{'format_version': '1.0'} | the key planned_values is missing",
                "{'format_version': '1.0', 'terraform_version': '1.5.0', 'values': {'root_module': {'resources': 1}}} | expected a list",
                "{'version': 4, 'serial': 1, 'lineage': 'x', 'resources': [{'mode': 'managed'}]} | the key type is missing",
                "{'resource': {'aws_vpc': {}}} | this is configuration of Terraform",
                "{'@level': 'info', '@message': 'Terraform 1.11.4', '@module': 'terraform.ui'} | this is what terraform plan -json",
                "{'planned_values': {}} | this is a part of a Terraform plan",
            })
    void whatIsNotRead_isNamed(String text, String message) {
        assertThatThrownBy(() -> read(text.replace('\'', '"')))
                .isInstanceOf(UnreadableException.class)
                .hasMessageContaining(message);
    }

    @Test
    void savedPlan_isNamed() {
        byte[] zip = {'P', 'K', 3, 4, 20, 0, 0, 0};
        assertThatThrownBy(() -> PlanReader.create().read(Source.of("plan.tfplan", new ByteArrayInputStream(zip))))
                .isInstanceOf(UnreadableException.class)
                .hasMessageContaining("terraform show -json PLANFILE");
    }

    @Test
    void stateWithoutResources_isRead() {
        assertThat(read("{\"version\": 4, \"serial\": 1, \"lineage\": \"x\", \"resources\": []}")
                        .plan()
                        .vpcs())
                .isEmpty();
    }
}
