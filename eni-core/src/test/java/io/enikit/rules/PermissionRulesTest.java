package io.enikit.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.enikit.model.NetworkPlan;
import io.enikit.model.Quotas;
import io.enikit.model.RuleDirection;
import io.enikit.model.SecurityGroup;
import io.enikit.model.SecurityGroupPeer;
import io.enikit.model.SecurityGroupRule;
import io.enikit.model.SecurityGroupRules;
import io.enikit.model.Vpc;
import io.enikit.net.Cidr;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Where the ends of what security group rules may say lie. */
class PermissionRulesTest {
    private static final SecurityGroupPeer ANY = SecurityGroupPeer.of(Cidr.parse("0.0.0.0/0"));

    private static List<Violation> violations(Quotas quotas, List<SecurityGroupRule> rules) {
        SecurityGroup group =
                SecurityGroup.builder().id("g").vpcId("v").groupName("web").build();
        SecurityGroupRules with = group.rules().with(RuleDirection.INGRESS, rules);
        NetworkPlan plan = NetworkPlan.builder()
                .quotas(quotas)
                .put(Vpc.builder().id("v").addCidrBlock("10.0.0.0/16").build())
                .put(group.toBuilder().rules(with).build())
                .build();
        return Ec2Rules.standard().check(plan).violations();
    }

    private static List<String> broken(SecurityGroupRule rule) {
        return violations(Quotas.awsDefaults(), List.of(rule)).stream()
                .map(Violation::rule)
                .toList();
    }

    private static OptionalInt port(String text) {
        return text.isEmpty() ? OptionalInt.empty() : OptionalInt.of(Integer.parseInt(text));
    }

    @ParameterizedTest
    @CsvSource({
        "tcp, 0, 65535, ''",
        "tcp, 65535, 65535, ''",
        "tcp, -1, 1, group.rules.port-range",
        "tcp, 0, 65536, group.rules.port-range",
        "udp, 2, 1, group.rules.port-range",
        "udp, '', 1, group.rules.ports-given",
        "udp, 1, '', group.rules.ports-given",
        "tcp, '', '', group.rules.ports-given",
        "icmp, -1, -1, ''",
        "icmp, 255, 255, ''",
        "icmp, 8, 0, ''",
        "icmp, -2, 0, group.rules.port-range",
        "icmp, 0, 256, group.rules.port-range",
        "icmp, '', '', group.rules.ports-given",
        "icmp, 8, '', group.rules.ports-given",
        "icmpv6, '', '', ''",
        "icmpv6, 128, '', group.rules.ports-given",
        "0, '', '', ''",
        "255, '', '', ''",
        "256, '', '', group.rules.protocol",
        "-2, '', '', group.rules.protocol",
        "-1, '', '', ''",
        "gre, '', '', group.rules.protocol",
    })
    void rule_isOfAKnownProtocol_withBothEndsInRange(String protocol, String from, String to, String rule) {
        assertThat(broken(SecurityGroupRule.of(protocol, port(from), port(to), ANY)))
                .containsExactlyElementsOf(rule.isEmpty() ? List.of() : List.of(rule));
    }

    @Test
    void description_hasAtMost255Characters_ofThoseThatEc2Takes() {
        SecurityGroupRule rule = SecurityGroupRule.of("tcp", OptionalInt.of(1), OptionalInt.of(1), ANY);
        assertThat(broken(rule.withDescription("a".repeat(255)))).isEmpty();
        assertThat(violations(Quotas.awsDefaults(), List.of(rule.withDescription("a".repeat(256)))))
                .singleElement()
                .satisfies(violation -> assertThat(violation.message()).contains("has 256 characters, at most 255"))
                .satisfies(violation -> assertThat(violation.hint()).isEqualTo("shorten it"));
        assertThat(violations(Quotas.awsDefaults(), List.of(rule.withDescription("caf\u00e9"))))
                .singleElement()
                .satisfies(violation -> assertThat(violation.message()).contains("characters that EC2 does not allow"))
                .satisfies(violation -> assertThat(violation.hint()).startsWith("use a-z"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "udp | 1 | '' | give both the first and the last port"
                        + " | Invalid value for portRange. Must specify both from and to ports with TCP/UDP.",
                "icmp | 8 | '' | give both, -1 stands for all"
                        + " | Invalid value for portRange. Must specify both from and to ports with ICMP.",
                "tcp | 0 | 65536 | expected 0 to 65535 | TCP/UDP port (65536) out of range",
                "tcp | -1 | 1 | expected 0 to 65535 | TCP/UDP port (-1) out of range",
                "icmp | 0 | 256 | expected -1 to 255 | ''",
                "tcp | 2 | 1 | give the lower one first | ''"
            })
    void ports_thatAreNotRight_areSaidInEc2sWords(
            String protocol, String from, String to, String hint, String ec2Message) {
        SecurityGroupRule rule = SecurityGroupRule.of(protocol, port(from), port(to), ANY);
        assertThat(violations(Quotas.awsDefaults(), List.of(rule)))
                .extracting(Violation::hint, violation -> violation.ec2Message().orElse(""))
                .containsExactly(tuple(hint, ec2Message));
    }

    @Test
    void description_of255OddCharacters_isNotTooLong() {
        SecurityGroupRule rule = SecurityGroupRule.of("tcp", OptionalInt.of(1), OptionalInt.of(1), ANY);
        assertThat(violations(Quotas.awsDefaults(), List.of(rule.withDescription("\u00e9".repeat(255)))))
                .singleElement()
                .satisfies(violation -> assertThat(violation.message()).contains("characters that EC2 does not allow"))
                .satisfies(violation -> assertThat(violation.hint()).startsWith("use a-z"));
    }

    @Test
    void rulesBeyondTheQuota_areAsManyTooMany() {
        List<SecurityGroupRule> rules = new ArrayList<>();
        for (int port = 1; port <= 3; port++) {
            rules.add(SecurityGroupRule.of("tcp", OptionalInt.of(port), OptionalInt.of(port), ANY));
        }
        assertThat(violations(Quotas.awsDefaults().withRulesPerSecurityGroup(3), rules))
                .isEmpty();
        assertThat(violations(Quotas.awsDefaults().withRulesPerSecurityGroup(2), rules))
                .extracting(Violation::rule)
                .containsExactly("quota.rules-per-security-group");
    }

    @Test
    void quotas_multiplied_areAtMostAThousand() {
        Quotas most = Quotas.awsDefaults().withRulesPerSecurityGroup(200).withSecurityGroupsPerInterface(5);
        assertThat(violations(most, List.of())).isEmpty();
        assertThat(violations(most.withRulesPerSecurityGroup(201), List.of()))
                .extracting(Violation::rule)
                .containsExactly("quota.rules-times-groups");
    }
}
