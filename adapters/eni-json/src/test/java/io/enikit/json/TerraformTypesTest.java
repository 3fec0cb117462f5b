package io.enikit.json;

import static org.assertj.core.api.Assertions.assertThat;

import io.enikit.limits.LimitRules;
import io.enikit.model.Eni;
import io.enikit.model.ResourceId;
import io.enikit.rules.Ec2Rules;
import io.enikit.rules.RuleSet;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Types of the provider that take addresses or groups: each is read, or said not to be. */
class TerraformTypesTest {
    private static final RuleSet RULES = Ec2Rules.standard().and(LimitRules.bundled());

    private static Reading read(String... texts) {
        return PlanReader.create()
                .read(Arrays.stream(texts)
                        .map(text -> Source.of("file" + Arrays.asList(texts).indexOf(text), text))
                        .toList());
    }

    private static String resource(String type, String name, String values) {
        return "{\"address\": \"%1$s.%2$s\", \"mode\": \"managed\", \"type\": \"%1$s\", \"name\": \"%2$s\", \"values\": {%3$s}}"
                .formatted(type, name, values);
    }

    private static String plan(String... resources) {
        return "{\"format_version\": \"1.2\", \"planned_values\": {\"root_module\": {\"resources\": [%s]}}}"
                .formatted(String.join(", ", resources));
    }

    private static String state(String... resources) {
        return "{\"format_version\": \"1.0\", \"values\": {\"root_module\": {\"resources\": [%s]}}}"
                .formatted(String.join(", ", resources));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "aws_spot_fleet_request | \"launch_specification\": [{\"subnet_id\": \"subnet-1\"}]",
                "aws_ec2_fleet | \"launch_template_config\": [{\"override\": [{\"subnet_id\": \"subnet-1\"}]}]",
                "aws_msk_cluster | \"broker_node_group_info\": [{\"client_subnets\": [\"subnet-1\"]}]",
                "aws_opensearch_domain | \"vpc_options\": [{\"subnet_ids\": [\"subnet-1\"]}]",
                "aws_ec2_client_vpn_network_association | \"subnet_id\": \"subnet-1\"",
                "aws_networkfirewall_vpc_endpoint_association | \"subnet_mapping\": [{\"subnet_id\": \"subnet-1\"}]",
                "aws_nat_gateway_eip_association | \"nat_gateway_id\": \"nat-1\", \"allocation_id\": \"eipalloc-1\"",
                "aws_elastic_beanstalk_environment | \"setting\": [{\"name\": \"Subnets\", \"value\": \"subnet-1\"}]",
                "aws_redshift_cluster | \"cluster_subnet_group_name\": \"g\"",
                "aws_db_proxy | \"vpc_subnet_ids\": [\"subnet-1\"]",
                "aws_networkmanager_vpc_attachment | \"subnet_arns\": [\"arn\"]",
                "aws_eks_fargate_profile | \"subnet_ids\": [\"subnet-1\"]",
            })
    void typeThatTakesAddresses_andIsNotRead_isSaid(String type, String values) {
        Reading reading =
                read(plan(resource("aws_vpc", "v", "\"cidr_block\": \"10.0.0.0/16\""), resource(type, "x", values)));
        assertThat(reading.notRead()).containsEntry(type, 1);
        assertThat(reading.check(RULES).toString()).contains("not read, though it may take addresses: 1 " + type);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "aws_route_table_association | \"subnet_id\": \"subnet-1\"",
                "aws_network_acl | \"subnet_ids\": [\"subnet-1\"]",
                "aws_db_option_group | \"name\": \"x\"",
            })
    void typeThatTakesNone_isCountedOnly(String type, String values) {
        Reading reading =
                read(plan(resource("aws_vpc", "v", "\"cidr_block\": \"10.0.0.0/16\""), resource(type, "x", values)));
        assertThat(reading.notRead()).containsEntry(type, 1);
        assertThat(reading.check(RULES)).hasToString("no violations");
    }

    private static final String SUBNET = resource(
            "aws_subnet",
            "s",
            "\"id\": \"subnet-1\", \"vpc_id\": \"vpc-1\", \"cidr_block\": \"10.0.0.0/24\", \"availability_zone\": \"eu-west-1a\"");

    private static final String SPOT = resource(
            "aws_spot_instance_request",
            "i",
            "\"id\": \"sir-1\", \"spot_instance_id\": \"i-1\", \"primary_network_interface_id\": \"eni-1\","
                    + " \"instance_type\": \"t3.micro\", \"subnet_id\": \"subnet-1\", \"private_ip\": \"10.0.0.9\","
                    + " \"vpc_security_group_ids\": [\"sg-1\"]");

    @Test
    void requestOfASpotInstance_isAnInstance_once() {
        Reading reading = read(state(SUBNET, SPOT));
        assertThat(reading.plan()
                        .eni("aws_spot_instance_request.i/eth0")
                        .orElseThrow()
                        .privateIpAddress())
                .hasValueSatisfying(address -> assertThat(address).hasToString("10.0.0.9"));
        assertThat(reading.notRead()).isEmpty();
        String described = """
                {"NetworkInterfaces": [{"NetworkInterfaceId": "eni-1", "SubnetId": "subnet-1", "PrivateIpAddress": "10.0.0.9",
                  "Groups": [{"GroupId": "sg-1"}], "Attachment": {"InstanceId": "i-1", "DeviceIndex": 0}}]}
                """;
        Reading both = read(state(SUBNET, SPOT), described);
        assertThat(both.plan().enis()).extracting(each -> each.id().toString()).containsExactly("eni-1");
        assertThat(both.check(RULES)).hasToString("no violations");
    }

    @Test
    void elasticIp_ofASpotInstance_isForItsInterface() {
        Reading reading =
                read(state(SUBNET, SPOT, resource("aws_eip", "e", "\"id\": \"eipalloc-1\", \"instance\": \"i-1\"")));
        assertThat(reading.plan()
                        .elasticIp("aws_eip.e")
                        .orElseThrow()
                        .association()
                        .orElseThrow()
                        .eniId())
                .hasToString("aws_spot_instance_request.i/eth0");
    }

    private static List<String> groups(Reading reading, String eni) {
        return reading.plan().eni(eni).stream()
                .map(Eni::securityGroups)
                .flatMap(groups -> groups.stream().map(ResourceId::toString))
                .toList();
    }

    @Test
    void groupThatIsAttached_isOneOfTheInterface_once() {
        String eni = resource(
                "aws_network_interface",
                "n",
                "\"id\": \"eni-7\", \"subnet_id\": \"subnet-1\", \"security_groups\": [\"sg-1\"]");
        String more = "\"network_interface_id\": \"%s\", \"security_group_id\": \"%s\"";
        Reading reading = read(state(
                SUBNET,
                SPOT,
                eni,
                resource("aws_network_interface_sg_attachment", "a", more.formatted("eni-7", "sg-1")),
                resource("aws_network_interface_sg_attachment", "b", more.formatted("eni-7", "sg-2")),
                resource("aws_network_interface_sg_attachment", "c", more.formatted("eni-1", "sg-3"))));
        assertThat(groups(reading, "aws_network_interface.n")).containsExactly("sg-1", "sg-2");
        assertThat(groups(reading, "aws_spot_instance_request.i/eth0")).containsExactly("sg-1", "sg-3");
        assertThat(reading.notRead()).isEmpty();
    }

    @Test
    void groupThatIsAttached_toTheInterfaceOfAnInstanceThatIsMade_countsThere() {
        PlannedJson plan = new PlannedJson();
        plan.add(
                "",
                "aws_instance",
                "i",
                null,
                Map.of(
                        "instance_type",
                        "t3.micro",
                        "subnet_id",
                        "subnet-1",
                        "vpc_security_group_ids",
                        List.of("sg-1", "sg-2", "sg-3", "sg-4", "sg-5")),
                Map.of());
        plan.add(
                "",
                "aws_network_interface_sg_attachment",
                "a",
                null,
                Map.of("security_group_id", "sg-6"),
                Map.of("network_interface_id", "aws_instance.i.primary_network_interface_id aws_instance.i"));
        Reading reading = read(plan.text());
        assertThat(groups(reading, "aws_instance.i/eth0")).hasSize(6);
        assertThat(reading.check(RULES).findings())
                .extracting(each -> each.violation().rule())
                .containsExactly("eni.groups.quota");
    }

    @Test
    void subnetThatAnEndpointIsGiven_hasAnInterface_unlessTheEndpointShowsIt() {
        String association = resource(
                "aws_vpc_endpoint_subnet_association",
                "a",
                "\"vpc_endpoint_id\": \"vpce-1\", \"subnet_id\": \"subnet-1\"");
        assertThat(read(plan(SUBNET, association)).plan().enis())
                .extracting(each -> each.id() + " " + each.interfaceType() + " in " + each.subnetId())
                .containsExactly("aws_vpc_endpoint_subnet_association.a/eth0 vpc_endpoint in aws_subnet.s");
        assertThat(read(state(SUBNET, association)).plan().enis()).isEmpty();
    }
}
