package io.enikit.json.terraform;

import static org.assertj.core.api.Assertions.assertThat;

import io.enikit.json.PlanReader;
import io.enikit.json.Reading;
import io.enikit.json.Source;
import io.enikit.model.EniAddress;
import io.enikit.model.NetworkPlan;
import io.enikit.rules.Ec2Rules;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Regions, accounts and the order of addresses in Terraform plans. */
class TerraformPlacesTest {
    private static final String PROVIDERS = """
            {"aws": {"name": "aws", "expressions": {"region": {"constant_value": "eu-west-1"}}},
             "aws.far": {"name": "aws", "alias": "far", "expressions": {"region": {"references": ["var.far"]}}}}""";

    private static String vpc(String name, String values) {
        return """
                {"address": "aws_vpc.%1$s", "mode": "managed", "type": "aws_vpc", "name": "%1$s",
                 "values": {"cidr_block": "10.0.0.0/16"%2$s}}""".formatted(name, values);
    }

    private static String configured(String name, String provider) {
        return "{\"mode\": \"managed\", \"type\": \"aws_vpc\", \"name\": \"%s\", \"provider_config_key\": \"%s\"}"
                .formatted(name, provider);
    }

    private static Reading read(List<String> resources, List<String> configured) {
        return PlanReader.create().read(Source.of("plan.json", """
                {"format_version": "1.2", "variables": {"far": {"value": "us-east-1"}},
                 "planned_values": {"root_module": {"resources": [%s]}},
                 "configuration": {"provider_config": %s, "root_module": {"resources": [%s]}}}""".formatted(
                        String.join(",\n", resources), PROVIDERS, String.join(",\n", configured))));
    }

    private static NetworkPlan plan(String resource) {
        return read(List.of(resource), List.of()).plan();
    }

    private static List<String> numbered(int from, int to, String provider, List<String> resources) {
        List<String> configured = new ArrayList<>();
        IntStream.range(from, to).forEach(i -> {
            resources.add(vpc("v" + i, ""));
            configured.add(configured("v" + i, provider));
        });
        return configured;
    }

    @Test
    void vpcs_ofProvidersOfTwoRegions_areCountedApart() {
        List<String> resources = new ArrayList<>();
        List<String> configured = new ArrayList<>(numbered(0, 5, "aws", resources));
        configured.addAll(numbered(5, 9, "aws.far", resources));
        Reading reading = read(resources, configured);
        assertThat(reading.plan().regions()).containsExactly("eu-west-1", "us-east-1");
        assertThat(reading.plan().vpc("aws_vpc.v0").orElseThrow().region()).contains("eu-west-1");
        assertThat(reading.check(Ec2Rules.standard()).findings()).isEmpty();
    }

    @Test
    void vpcs_tooManyOfOneProvider_areReported() {
        List<String> resources = new ArrayList<>();
        List<String> configured = new ArrayList<>(numbered(0, 6, "aws", resources));
        configured.addAll(numbered(6, 7, "aws.far", resources));
        assertThat(read(resources, configured).check(Ec2Rules.standard()).findings())
                .singleElement()
                .asString()
                .contains("6 VPCs in eu-west-1, the quota is 5");
    }

    @Test
    void region_ofTheResourceItself_isThatOfTheProviderNoMore() {
        Reading reading = read(
                List.of(vpc("a", ", \"region\": \"ap-south-1\""), vpc("b", "")),
                List.of(configured("a", "aws"), configured("b", "aws")));
        assertThat(reading.plan().vpc("aws_vpc.a").orElseThrow().region()).contains("ap-south-1");
        assertThat(reading.plan().vpc("aws_vpc.b").orElseThrow().region()).contains("eu-west-1");
    }

    @Test
    void region_oneForAll_isNotStated() {
        Reading reading = read(List.of(vpc("a", "")), List.of(configured("a", "aws")));
        assertThat(reading.plan().vpc("aws_vpc.a").orElseThrow().region()).isEmpty();
    }

    @Test
    void owner_isReadOfItselfOrOfTheArn() {
        assertThat(plan(vpc("a", ", \"owner_id\": \"111122223333\""))
                        .vpc("aws_vpc.a")
                        .orElseThrow()
                        .ownerId())
                .contains("111122223333");
        assertThat(plan(vpc("a", ", \"arn\": \"arn:aws:ec2:eu-west-1:444455556666:vpc/vpc-01\""))
                        .vpc("aws_vpc.a")
                        .orElseThrow()
                        .ownerId())
                .contains("444455556666");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"private_ip_list\": [\"10.0.0.9\", \"10.0.0.30\", \"10.0.0.20\"] | 10.0.0.9*,10.0.0.30,10.0.0.20",
                "\"private_ips\": [\"10.0.0.10\", \"10.0.0.9\", \"10.0.0.100\", \"10.0.0.20\"], \"private_ip\": \"10.0.0.20\" | 10.0.0.20*,10.0.0.9,10.0.0.10,10.0.0.100",
                "\"private_ips\": [\"10.0.0.20\", \"10.0.0.9\"] | 10.0.0.9*,10.0.0.20",
            })
    void addresses_ofAListKeepTheirOrder_andThoseOfASetAreSorted(String values, String addresses) {
        NetworkPlan plan = plan("""
                {"address": "aws_network_interface.e", "mode": "managed", "type": "aws_network_interface", "name": "e",
                 "values": {"subnet_id": "subnet-1", "security_groups": ["sg-1"], %s}}""".formatted(values));
        assertThat(plan.eni("aws_network_interface.e").orElseThrow().privateIpAddresses())
                .extracting(EniAddress::toString)
                .containsExactly(addresses.split(","));
    }

    @Test
    void ipv6Addresses_ofASet_areSorted() {
        NetworkPlan plan = plan("""
                {"address": "aws_network_interface.e", "mode": "managed", "type": "aws_network_interface", "name": "e",
                 "values": {"subnet_id": "subnet-1", "security_groups": ["sg-1"],
                            "ipv6_addresses": ["2001:db8::10", "2001:db8::9", "2001:db8::a"]}}""");
        assertThat(plan.eni("aws_network_interface.e").orElseThrow().ipv6Addresses())
                .extracting(EniAddress::toString)
                .containsExactly("2001:db8::9", "2001:db8::a", "2001:db8::10");
    }
}
