package io.enikit.json;

import static org.assertj.core.api.Assertions.assertThat;

import io.enikit.limits.LimitRules;
import io.enikit.rules.Ec2Rules;
import io.enikit.rules.RuleSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** References of Terraform of which it is not known which of several resources they mean. */
class AlternativesTest {
    private static final RuleSet RULES = Ec2Rules.standard().and(LimitRules.bundled());
    private static final Map<String, String> IN_VPC = Map.of("vpc_id", "aws_vpc.main.id aws_vpc.main");

    static PlannedJson subnets(int number) {
        PlannedJson plan = new PlannedJson();
        plan.add("", "aws_vpc", "main", null, Map.of("cidr_block", "10.0.0.0/16"), Map.of());
        for (int i = 0; i < number; i++) {
            plan.add(
                    "",
                    "aws_subnet",
                    "s",
                    i,
                    Map.of(
                            "cidr_block",
                            "10.0." + i + ".0/24",
                            "availability_zone",
                            "eu-west-1" + (char) ('a' + i % 3)),
                    IN_VPC);
        }
        return plan;
    }

    private static Findings check(PlannedJson plan) {
        return PlanReader.create().read(Source.of("plan.json", plan.text())).check(RULES);
    }

    private static List<String> lines(PlannedJson plan) {
        return check(plan).findings().stream()
                .map(each -> each.violation().subject() + " " + each.violation().rule())
                .toList();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "10.0.0.9 | ''", // right in one of them
                "10.0.5.9 | aws_instance.app/eth0 eni.ipv4.in-subnet",
                "10.0.1.255 | aws_instance.app/eth0 eni.ipv4.in-subnet", // wrong in both, for different reasons
                "192.168.0.1 | aws_instance.app/eth0 eni.ipv4.in-subnet",
            })
    void addressThatIsWrongInEachSubnet_isReported(String address, String finding) {
        PlannedJson plan = subnets(2)
                .add(
                        "",
                        "aws_instance",
                        "app",
                        null,
                        Map.of("instance_type", "m5.large", "private_ip", address),
                        Map.of("subnet_id", "local.subnet_id"));
        assertThat(String.join(", ", lines(plan))).isEqualTo(finding);
    }

    @Test
    void finding_saysThatTheOthersAreAsWrong() {
        PlannedJson plan = subnets(3)
                .add(
                        "",
                        "aws_network_interface",
                        "n",
                        null,
                        Map.of("private_ips", List.of("10.9.0.9")),
                        Map.of("subnet_id", "aws_subnet.s var.index"));
        assertThat(check(plan).findings())
                .singleElement()
                .hasToString("[ERROR] aws_network_interface.n: 10.9.0.9 is not in subnet \"aws_subnet.s[0]\", which is"
                        + " 10.0.0.0/24; it is as wrong with aws_subnet.s[1], aws_subnet.s[2] (plan.json:1"
                        + " aws_network_interface.n) | eni.ipv4.in-subnet | InvalidParameterValue");
    }

    @Test
    void reasonsThatDiffer_areAllSaid() {
        PlannedJson plan = subnets(2)
                .add(
                        "",
                        "aws_network_interface",
                        "n",
                        null,
                        Map.of("private_ips", List.of("10.0.1.3")),
                        Map.of("subnet_id", "local.subnet_id"));
        assertThat(check(plan).findings())
                .singleElement()
                .asString()
                .contains("which is 10.0.0.0/24; with aws_subnet.s[1]: 10.0.1.3 is one of the five addresses that EC2");
    }

    @Test
    void subnets_ofOneOfTwoVpcs_mustFitIntoOneOfThem_andNotOverlap() {
        PlannedJson plan = new PlannedJson();
        plan.add("", "aws_vpc", "a", null, Map.of("cidr_block", "10.0.0.0/16"), Map.of());
        plan.add("", "aws_vpc", "b", null, Map.of("cidr_block", "10.1.0.0/16"), Map.of());
        plan.add("", "aws_subnet", "in", null, Map.of("cidr_block", "10.1.0.0/24", "availability_zone", "z"), local());
        plan.add("", "aws_subnet", "out", null, Map.of("cidr_block", "10.2.0.0/24", "availability_zone", "z"), local());
        plan.add(
                "", "aws_subnet", "over", null, Map.of("cidr_block", "10.2.0.0/25", "availability_zone", "z"), local());
        assertThat(lines(plan))
                .containsExactly(
                        "aws_subnet.out subnet.cidr.in-vpc",
                        "aws_subnet.over subnet.cidr.in-vpc",
                        "aws_subnet.over subnet.cidr.overlap");
    }

    private static Map<String, String> local() {
        return Map.of("vpc_id", "local.vpc_id");
    }

    @Test
    void whatEc2Chooses_isNotWrongInAnyOfThem() {
        PlannedJson plan = subnets(2)
                .add(
                        "",
                        "aws_instance",
                        "app",
                        null,
                        Map.of("instance_type", "m5.large"),
                        Map.of("subnet_id", "local.subnet_id"));
        assertThat(lines(plan)).isEmpty();
    }

    private static List<String> reasons(int subnets) {
        PlannedJson plan = subnets(subnets)
                .add(
                        "",
                        "aws_network_interface",
                        "n",
                        null,
                        Map.of("private_ips", List.of("10.0.0.9")),
                        Map.of("subnet_id", "aws_subnet.s var.index"));
        return check(plan).unknowns().stream().map(Unknown::reason).toList();
    }

    @Test
    void candidates_areNamedUpToTen() {
        String ten =
                IntStream.range(0, 10).mapToObj(i -> "aws_subnet.s[" + i + "]").collect(Collectors.joining(", "));
        assertThat(reasons(10)).singleElement().asString().endsWith("it may be " + ten);
        assertThat(reasons(11)).singleElement().asString().endsWith("it may be " + ten + " and others");
    }
}
