package io.enikit.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.enikit.net.IpFamily;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SecurityGroupRuleTest {
    @ParameterizedTest
    @CsvSource({
        "tcp;443;0.0.0.0/0, 'peer: 0.0.0.0/0, TCP, from port: 443, to port: 443, ALLOW'",
        "udp;8000..8080;group:web, 'peer: web, UDP, from port: 8000, to port: 8080, ALLOW'",
        "-1;;list:pl-0123, 'peer: pl-0123, ALL, ALLOW'",
        "icmp;-1;10.0.0.0/8, 'peer: 10.0.0.0/8, ICMP, type: ALL, code: ALL, ALLOW'",
        "icmp;3..4;10.0.0.0/8, 'peer: 10.0.0.0/8, ICMP, type: 3, code: 4, ALLOW'",
        "50;;2001:db8::/32, 'peer: 2001:db8::/32, 50, ALLOW'",
        "tcp;22;group:sg-1@123456789012, 'peer: sg-1, TCP, from port: 22, to port: 22, ALLOW'",
        "tcp;22;10.0.0.0/8;sgr-1, 'peer: 10.0.0.0/8, TCP, from port: 22, to port: 22, ALLOW'",
        "tcp;22;10.0.0.0/8;;a;b, 'peer: 10.0.0.0/8, TCP, from port: 22, to port: 22, ALLOW'",
        "tcp;22..;10.0.0.0/8, 'peer: 10.0.0.0/8, TCP, ALLOW'",
        "tcp;..22;10.0.0.0/8, 'peer: 10.0.0.0/8, TCP, ALLOW'"
    })
    void parse_itsOwnText_returnsAnEqualRule(String text, String inEc2sWords) {
        SecurityGroupRule rule = SecurityGroupRule.parse(text);
        assertThat(rule).hasToString(text);
        assertThat(SecurityGroupRule.parse(rule.toString())).isEqualTo(rule).hasSameHashCodeAs(rule);
        assertThat(rule.ec2Text()).isEqualTo(inEc2sWords);
    }

    @Test
    void of_numbersAndPortsThatDoNotCount_areMadeCanonical() {
        SecurityGroupPeer any = SecurityGroupPeer.parse("0.0.0.0/0");
        assertThat(SecurityGroupRule.of("6", OptionalInt.of(1), OptionalInt.of(2), any))
                .hasToString("tcp;1..2;0.0.0.0/0");
        assertThat(SecurityGroupRule.of("TCP", OptionalInt.of(1), OptionalInt.of(1), any))
                .hasToString("tcp;1;0.0.0.0/0");
        assertThat(SecurityGroupRule.of("-1", OptionalInt.of(1), OptionalInt.of(2), any))
                .isEqualTo(SecurityGroupRule.allTraffic(any));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "tcp",
                "tcp;22",
                ";22;10.0.0.0/8",
                "tcp;x;10.0.0.0/8",
                "tcp;1..2..3;10.0.0.0/8",
                "tcp;1;10.0.0.1/8"
            })
    void parse_notARule_throws(String text) {
        assertThatThrownBy(() -> SecurityGroupRule.parse(text)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void withUserId_ofABlock_throws() {
        assertThatThrownBy(() -> SecurityGroupPeer.parse("10.0.0.0/8").withUserId("1"))
                .hasMessage("10.0.0.0/8 is no security group: only these have an account");
    }

    @Test
    void sort_numbers_areNumbers() {
        SecurityGroupRules rules = SecurityGroupRules.none()
                .with(
                        RuleDirection.INGRESS,
                        List.of(
                                SecurityGroupRule.parse("tcp;100;10.0.0.0/8"),
                                SecurityGroupRule.parse("tcp;20;group:a"),
                                SecurityGroupRule.parse("tcp;20;9.0.0.0/8")));
        assertThat(rules.ingress())
                .extracting(Object::toString)
                .containsExactly("tcp;20;9.0.0.0/8", "tcp;20;group:a", "tcp;100;10.0.0.0/8");
    }

    @Test
    void count_groupsAndLists_countInBothFamilies() {
        SecurityGroupRules rules = SecurityGroupRules.none()
                .plus(RuleDirection.EGRESS, SecurityGroupRule.parse("tcp;1;10.0.0.0/8"))
                .plus(RuleDirection.EGRESS, SecurityGroupRule.parse("tcp;1;::/0"))
                .plus(RuleDirection.EGRESS, SecurityGroupRule.parse("tcp;1;group:a"))
                .plus(RuleDirection.EGRESS, SecurityGroupRule.parse("tcp;1;list:pl-1"))
                .plus(RuleDirection.EGRESS, SecurityGroupRule.parse("tcp;2;10.0.0.0/8"));
        assertThat(rules.count(RuleDirection.EGRESS, IpFamily.IPV4)).isEqualTo(4);
        assertThat(rules.count(RuleDirection.EGRESS, IpFamily.IPV6)).isEqualTo(3);
        assertThat(rules.count(RuleDirection.INGRESS, IpFamily.IPV4)).isZero();
    }

    @Test
    void group_nothingSaidOfItsRules_hasThoseOfANewGroup() {
        SecurityGroup group = SecurityGroup.builder().id("web").vpcId("v").build();
        assertThat(group.rules()).isEqualTo(SecurityGroupRules.ofNewGroup());
        assertThat(SecurityGroup.defaultOf(VpcId.of("v")).rules())
                .hasToString("ingress [-1;;group:v/default], egress [-1;;0.0.0.0/0]");
    }

    @Test
    void text_rulesUnlikeThoseOfANewGroup_areWritten() {
        String text = "group web vpc=v ingress=tcp;443;0.0.0.0/0;sgr-1;to%20the%20site egress=none";
        NetworkPlan plan = PlanText.read("eni-plan 1\n" + text + "\nend\n");
        assertThat(PlanText.write(plan)).contains(text + "\n");
        assertThat(plan.securityGroup("web").orElseThrow().rules().egress()).isEmpty();
        NetworkPlan before = PlanText.read("eni-plan 1\ngroup web vpc=v\nend\n");
        assertThat(PlanDiff.between(before, plan))
                .hasToString(
                        "~ group web egress: -1;;0.0.0.0/0 -> none; ingress: - -> tcp;443;0.0.0.0/0;sgr-1;to%20the%20site");
    }

    @Test
    void ruleId_notGiven_isDerivedAndNeverThatOfAnother() {
        SecurityGroup group = SecurityGroup.builder().id("web").vpcId("v").build();
        SecurityGroupRule rule = SecurityGroupRule.parse("tcp;1;10.0.0.0/8");
        String id = group.plusRule(RuleDirection.INGRESS, rule).ruleId(RuleDirection.INGRESS, rule);
        assertThat(id).matches("sgr-[0-9a-f]{17}").isNotEqualTo(group.ruleId(RuleDirection.EGRESS, rule));
        SecurityGroup changed = group.toBuilder()
                .rules(SecurityGroupRules.none()
                        .plus(
                                RuleDirection.INGRESS,
                                SecurityGroupRule.parse("tcp;2;10.0.0.0/8").withSecurityGroupRuleId(id)))
                .build()
                .plusRule(RuleDirection.INGRESS, rule);
        assertThat(changed.rules().ingress())
                .extracting(each -> changed.ruleId(RuleDirection.INGRESS, each))
                .doesNotHaveDuplicates()
                .contains(id);
        assertThat(changed.rule(RuleDirection.INGRESS, id))
                .hasValueSatisfying(found -> assertThat(found.fromPort()).hasValue(2));
    }

    @Test
    void plan_groupsWithPeer_areThoseWhoseRulesNameIt() {
        NetworkPlan plan = PlanText.read("""
                eni-plan 1
                group a vpc=v ingress=tcp;1;group:b
                group b vpc=v egress=tcp;1;group:a@111122223333
                group c vpc=v egress=tcp;1;group:b,tcp;2;group:b
                end
                """);
        assertThat(plan.securityGroupsWithPeer(SecurityGroupId.of("b")))
                .extracting(group -> group.id().toString())
                .containsExactly("a", "c");
        assertThat(plan.securityGroupsWithPeer(SecurityGroupId.of("a"))).isEmpty();
        NetworkPlan without = plan.toBuilder().remove(SecurityGroupId.of("c")).build();
        assertThat(without.securityGroupsWithPeer(SecurityGroupId.of("b"))).hasSize(1);
    }
}
