package io.enikit.json;

import static org.assertj.core.api.Assertions.assertThat;

import io.enikit.limits.LimitRules;
import io.enikit.model.Eni;
import io.enikit.model.NetworkPlan;
import io.enikit.model.Subnet;
import io.enikit.rules.Ec2Rules;
import io.enikit.rules.RuleSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * A plan of the shape that the module terraform-aws-modules/vpc has: everything is in {@code local.vpc_id}, of which a plan
 * says nothing, and is used through lists of ids that the module puts out.
 */
class VpcModuleTest {
    private static final RuleSet RULES = Ec2Rules.standard().and(LimitRules.bundled());
    private static final String NET = "module.net";
    private static final String VPC = NET + ".aws_vpc.this[0]";
    private static final List<String> TIERS = List.of("public", "private", "database", "intra");

    static PlannedJson plan() {
        PlannedJson plan = new PlannedJson();
        plan.add(
                NET,
                "aws_vpc",
                "this",
                0,
                Map.of("cidr_block", "10.40.0.0/16", "assign_generated_ipv6_cidr_block", true),
                Map.of("cidr_block", "var.cidr"));
        plan.add(
                NET,
                "aws_vpc_ipv4_cidr_block_association",
                "this",
                0,
                Map.of("cidr_block", "100.64.0.0/16"),
                Map.of("vpc_id", "aws_vpc.this[0].id aws_vpc.this[0] aws_vpc.this"));
        for (int tier = 0; tier < TIERS.size(); tier++) {
            for (int zone = 0; zone < 3; zone++) {
                Map<String, Object> values = new LinkedHashMap<>();
                values.put("cidr_block", "10.40." + (16 * tier + zone) + ".0/24");
                values.put("availability_zone", "eu-north-1" + (char) ('a' + zone));
                values.put("ipv6_native", false);
                values.put("map_public_ip_on_launch", false);
                plan.add(
                        NET,
                        "aws_subnet",
                        TIERS.get(tier),
                        zone,
                        values,
                        Map.of(
                                "vpc_id",
                                "local.vpc_id",
                                "ipv6_cidr_block",
                                "var.enable_ipv6 aws_vpc.this[0].ipv6_cidr_block aws_vpc.this[0] aws_vpc.this" + " var."
                                        + TIERS.get(tier) + "_subnet_ipv6_prefixes count.index"));
            }
        }
        for (int zone = 0; zone < 3; zone++) {
            plan.add(NET, "aws_eip", "nat", zone, Map.of("domain", "vpc"), Map.of());
            plan.add(
                    NET,
                    "aws_nat_gateway",
                    "this",
                    zone,
                    Map.of("connectivity_type", "public"),
                    Map.of(
                            "allocation_id",
                            "local.nat_gateway_ips var.single_nat_gateway count.index",
                            "subnet_id",
                            "aws_subnet.public var.single_nat_gateway count.index"));
        }
        plan.add(NET, "aws_internet_gateway", "this", 0, Map.of(), Map.of("vpc_id", "local.vpc_id"));
        plan.add(NET, "aws_default_security_group", "this", 0, Map.of(), Map.of("vpc_id", "aws_vpc.this[0].id"));
        plan.add(NET, "aws_db_subnet_group", "database", 0, Map.of(), Map.of("subnet_ids", "aws_subnet.database"));
        Map<String, String> outputs = new LinkedHashMap<>();
        TIERS.forEach(tier -> outputs.put(tier + "_subnets", "aws_subnet." + tier));
        outputs.put("private_subnet_objects", "aws_subnet.private");
        outputs.put("vpc_id", "aws_vpc.this[0].id aws_vpc.this[0] aws_vpc.this");
        outputs.put(
                "default_security_group_id", "aws_vpc.this[0].default_security_group_id aws_vpc.this[0] aws_vpc.this");
        plan.call(NET, Map.of("azs", "local.azs"), outputs);
        for (int tier = 0; tier < TIERS.size(); tier++) {
            plan.argument(
                    NET, TIERS.get(tier) + "_subnet_ipv6_prefixes", List.of(3 * tier, 3 * tier + 1, 3 * tier + 2));
        }
        return root(plan);
    }

    /** Adds what uses the module: interfaces by index, by count and by key, a group, and another module. */
    private static PlannedJson root(PlannedJson plan) {
        plan.add(
                "",
                "aws_security_group",
                "app",
                null,
                Map.of("name", "app"),
                Map.of("vpc_id", "module.net.vpc_id module.net"));
        for (int i = 0; i < 3; i++) {
            plan.add(
                    "",
                    "aws_instance",
                    "app",
                    i,
                    Map.of("instance_type", "m5.large", "private_ip", "10.40." + (16 + i) + ".10"),
                    Map.of(
                            "subnet_id",
                            "module.net.private_subnets module.net count.index",
                            "vpc_security_group_ids",
                            "aws_security_group.app.id aws_security_group.app"));
        }
        plan.add(
                "",
                "aws_network_interface",
                "db",
                null,
                Map.of("private_ips", List.of("10.40.33.10")),
                Map.of("subnet_id", "module.net.database_subnets[1] module.net.database_subnets module.net"));
        plan.add(
                "",
                "aws_network_interface",
                "object",
                null,
                Map.of("private_ips", List.of("10.40.18.20")),
                Map.of(
                        "subnet_id",
                        "module.net.private_subnet_objects[2].id module.net.private_subnet_objects[2]"
                                + " module.net.private_subnet_objects module.net"));
        plan.add(
                "",
                "aws_subnet",
                "extra",
                null,
                Map.of("cidr_block", "100.64.0.0/18", "availability_zone", "eu-north-1a"),
                Map.of("vpc_id", "module.net.vpc_id module.net"));
        plan.add(
                "module.service",
                "aws_network_interface",
                "this",
                1,
                Map.of("private_ips", List.of("10.40.49.10")),
                Map.of("subnet_id", "var.subnet_ids count.index"));
        return plan.call("module.service", Map.of("subnet_ids", "module.net.intra_subnets module.net"), Map.of());
    }

    private static Reading read(PlannedJson plan) {
        return PlanReader.create().read(Source.of("plan.json", plan.text()));
    }

    private static List<String> findings(Reading reading) {
        return reading.check(RULES).findings().stream()
                .map(each -> each.violation().subject() + " " + each.violation().rule())
                .toList();
    }

    @Test
    void everything_isLinked() {
        Reading reading = read(plan());
        NetworkPlan plan = reading.plan();
        assertThat(plan.subnets()).hasSize(13);
        assertThat(plan.subnets())
                .extracting(Subnet::vpcId)
                .allSatisfy(vpc -> assertThat(vpc).hasToString(VPC));
        assertThat(plan.vpc(VPC).orElseThrow().internetGatewayAttached()).isTrue();
        assertThat(plan.vpc(VPC).orElseThrow().cidrBlocks()).hasSize(2);
        assertThat(subnetOf(plan, "aws_instance.app[2]/eth0")).isEqualTo(NET + ".aws_subnet.private[2]");
        assertThat(subnetOf(plan, "aws_network_interface.db")).isEqualTo(NET + ".aws_subnet.database[1]");
        assertThat(subnetOf(plan, "aws_network_interface.object")).isEqualTo(NET + ".aws_subnet.private[2]");
        assertThat(subnetOf(plan, "module.service.aws_network_interface.this[1]"))
                .isEqualTo(NET + ".aws_subnet.intra[1]");
        assertThat(subnetOf(plan, NET + ".aws_nat_gateway.this[1]/eth0")).isEqualTo(NET + ".aws_subnet.public[1]");
        assertThat(plan.securityGroup("aws_security_group.app").orElseThrow().vpcId())
                .hasToString(VPC);
        assertThat(findings(reading)).isEmpty();
        assertThat(reading.unknowns())
                .as("only blocks that Amazon will choose")
                .extracting(Unknown::toString)
                .allMatch(line -> line.contains(".ipv6_cidr_block: unknown: "));
        assertThat(reading.outside()).isEmpty();
    }

    @Test
    void sameIpv6PrefixTwice_isFound_whateverTheBlockOfTheVpcIs() {
        PlannedJson plan = plan().argument(NET, "intra_subnet_ipv6_prefixes", List.of(9, 5, 11));
        assertThat(read(plan).check(RULES).findings())
                .singleElement()
                .asString()
                .startsWith("[ERROR] module.net.aws_subnet.private[2]: /64 number 5 of")
                .contains("module.net.aws_subnet.intra[1]")
                .contains("subnet.ipv6-cidr.overlap");
    }

    private static String subnetOf(NetworkPlan plan, String eni) {
        return plan.eni(eni).map(Eni::subnetId).orElseThrow().toString();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "module.net.aws_subnet.public[1] | cidr_block | 10.40.18.128/25 | module.net.aws_subnet.public[1] subnet.cidr.overlap",
                "module.net.aws_subnet.intra[0] | cidr_block | 10.41.0.0/24 | module.net.aws_subnet.intra[0] subnet.cidr.in-vpc",
                "module.net.aws_subnet.database[2] | cidr_block | 100.64.8.0/24 | module.net.aws_subnet.database[2] subnet.cidr.overlap",
                "aws_subnet.extra | cidr_block | 10.40.32.0/20 | module.net.aws_subnet.database[0] subnet.cidr.overlap",
                "aws_instance.app[1] | private_ip | 10.40.17.255 | aws_instance.app[1]/eth0 eni.ipv4.reserved",
                "aws_instance.app[0] | private_ip | 10.40.17.11 | aws_instance.app[0]/eth0 eni.ipv4.in-subnet",
                "module.net.aws_subnet.private[0] | cidr_block | 10.40.16.0/29 | module.net.aws_subnet.private[0] subnet.cidr.size",
            })
    void plantedFault_isFound(String address, String attribute, String value, String finding) {
        assertThat(findings(read(plan().set(address, attribute, value)))).contains(finding);
    }
}
