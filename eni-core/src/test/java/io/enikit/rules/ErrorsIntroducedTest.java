package io.enikit.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.enikit.internal.RuleSetAccess;
import io.enikit.model.Eni;
import io.enikit.model.EniId;
import io.enikit.model.NetworkPlan;
import io.enikit.model.PlanId;
import io.enikit.model.PlanText;
import io.enikit.model.ResourceId;
import io.enikit.model.VpcId;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Which errors a change is held to have brought, and in which order. */
class ErrorsIntroducedTest {
    private static NetworkPlan plan(String quotas, int more) {
        StringBuilder text =
                new StringBuilder("eni-plan 1\nquotas ").append(quotas).append('\n');
        text.append("vpc v cidrBlocks=10.0.0.0/16");
        Stream.iterate(1, i -> i + 1)
                .limit(more)
                .forEach(i -> text.append(",10.").append(i).append(".0.0/16"));
        text.append(" ipv6CidrBlocks=2001:db8::/56");
        Stream.iterate(1, i -> i + 1)
                .limit(more)
                .forEach(i -> text.append(",2001:db8:").append(i).append("::/56"));
        text.append("\nsubnet s vpc=v availabilityZone=z cidrBlock=10.0.0.0/24\ngroup g vpc=v\n");
        StringBuilder groups = new StringBuilder("g");
        for (int i = 0; i < more; i++) {
            text.append("vpc v").append(i).append(" cidrBlocks=10.9.0.0/16\n");
            text.append("subnet s").append(i).append(" vpc=v availabilityZone=z cidrBlock=10.0.");
            text.append(i + 1).append(".0/24\n");
            text.append("group g").append(i).append(" vpc=v\n");
            text.append("eni e")
                    .append(i)
                    .append(" subnet=s privateIpAddresses=10.0.0.")
                    .append(20 + i);
            text.append("* groups=g\n");
            text.append("eip ip").append(i).append('\n');
            groups.append(",g").append(i);
        }
        text.append("eni e subnet=s privateIpAddresses=10.0.0.10* groups=")
                .append(groups)
                .append("\neip ip\nend\n");
        return PlanText.read(text.toString());
    }

    static Stream<Arguments> quotas() {
        return Stream.of(
                Arguments.of("vpcs", "quota.vpcs", PlanId.of()),
                Arguments.of("ipv4CidrBlocksPerVpc", "quota.ipv4-cidr-blocks", VpcId.of("v")),
                Arguments.of("ipv6CidrBlocksPerVpc", "quota.ipv6-cidr-blocks", VpcId.of("v")),
                Arguments.of("subnetsPerVpc", "quota.subnets", VpcId.of("v")),
                Arguments.of("networkInterfaces", "quota.network-interfaces", PlanId.of()),
                Arguments.of("securityGroups", "quota.security-groups", PlanId.of()),
                Arguments.of("securityGroupsPerInterface", "eni.groups.quota", EniId.of("e")),
                Arguments.of("elasticIps", "quota.elastic-ips", PlanId.of()));
    }

    @ParameterizedTest
    @MethodSource("quotas")
    void quotaRaisedByWhatWasAdded_noMoreIsTooMuchThanBefore(String quota, String rule, ResourceId subject) {
        RuleSet rules = Ec2Rules.standard();
        NetworkPlan before = plan(quota + "=2", 2);
        Set<ResourceId> changed = Set.of(subject);
        assertThat(RuleSetAccess.get().errorsIntroduced(rules, before, plan(quota + "=3", 3), changed, ""))
                .extracting(Violation::rule)
                .doesNotContain(rule);
        assertThat(RuleSetAccess.get().errorsIntroduced(rules, before, plan(quota + "=2", 3), changed, ""))
                .extracting(Violation::rule)
                .contains(rule);
        assertThat(RuleSetAccess.get().errorsIntroduced(rules, before, plan(quota + "=1", 2), changed, ""))
                .extracting(Violation::rule)
                .contains(rule);
    }

    @Test
    void anotherErrorOfTheSameRule_isIntroduced() {
        NetworkPlan before = plan("vpcs=9", 1);
        NetworkPlan one = withGroups(before, "gone");
        assertThat(RuleSetAccess.get()
                        .errorsIntroduced(
                                Ec2Rules.standard(),
                                one,
                                withGroups(before, "gone", "lost"),
                                Set.of(EniId.of("e")),
                                ""))
                .extracting(Violation::message)
                .singleElement()
                .asString()
                .contains("lost");
    }

    @Test
    void sameErrorOfAnotherSubject_isIntroduced() {
        NetworkPlan one = withGroups(plan("vpcs=9", 1), "gone");
        Eni other = one.eni("e0").orElseThrow().toBuilder()
                .addSecurityGroups("gone")
                .build();
        assertThat(RuleSetAccess.get()
                        .errorsIntroduced(
                                Ec2Rules.standard(),
                                one,
                                one.toBuilder().put(other).build(),
                                Set.of(EniId.of("e"), EniId.of("e0")),
                                ""))
                .extracting(Violation::rule, Violation::subject)
                .containsExactly(tuple("eni.groups.exist", EniId.of("e0")));
    }

    @Test
    void twoThatComeIntoThePrefixOfAThird_areIntroducedThereToo() {
        String network = """
                eni-plan 1
                vpc v cidrBlocks=10.0.0.0/16
                group g vpc=v
                subnet s vpc=v availabilityZone=z cidrBlock=10.0.0.0/24
                eni c subnet=s privateIpAddresses=10.0.0.9* ipv4Prefixes=10.0.0.16/28 groups=g
                """;
        String line = "eni %s subnet=s privateIpAddresses=%s* groups=g\n";
        NetworkPlan before =
                PlanText.read(network + line.formatted("a", "10.0.0.5") + line.formatted("b", "10.0.0.6") + "end\n");
        NetworkPlan after =
                PlanText.read(network + line.formatted("a", "10.0.0.17") + line.formatted("b", "10.0.0.17") + "end\n");
        assertThat(RuleSetAccess.get()
                        .errorsIntroduced(Ec2Rules.standard(), before, after, Set.of(EniId.of("a"), EniId.of("b")), ""))
                .extracting(Violation::rule)
                .containsExactly("eni.ipv4.in-use", "eni.ipv4.prefix-in-use");
    }

    @Test
    void error_hasTheWordsOfTheAction() {
        RuleInfo info = RuleInfo.of("a.b", Phase.STATE)
                .seen("here")
                .withMessage("general {eni}")
                .withMessageOf("RunInstances", "special {eni}");
        RuleSet rules = RuleSet.of(Rule.of(info, Eni.class, (eni, plan, faults) -> faults.add("broken", "")));
        NetworkPlan after = plan("vpcs=9", 0);
        assertThat(RuleSetAccess.get()
                        .errorsIntroduced(
                                rules, NetworkPlan.builder().build(), after, Set.of(EniId.of("e")), "RunInstances"))
                .extracting(violation -> violation.ec2Message().orElse(""))
                .containsExactly("special e");
        assertThat(rules.check(after).violations())
                .extracting(violation -> violation.ec2Message().orElse(""))
                .containsExactly("general e");
    }

    private static NetworkPlan withGroups(NetworkPlan plan, String... groups) {
        Eni.Builder changed = plan.eni("e").orElseThrow().toBuilder();
        for (String group : groups) {
            changed.addSecurityGroups(group);
        }
        return plan.toBuilder().put(changed.build()).build();
    }

    private static Rule<Eni> rule(String id, Phase phase, Evidence evidence, String... messages) {
        RuleInfo info = RuleInfo.of(id, phase)
                .withSummary("")
                .seen("")
                .withSeverity(evidence == Evidence.INFERRED ? Severity.WARNING : Severity.ERROR);
        return Rule.of(info, Eni.class, (eni, plan, faults) -> {
            if (!plan.quotas().equals(plan("vpcs=1", 1).quotas())) {
                List.of(messages)
                        .forEach(message -> faults.add(Fault.of(message, "").withDetail(message)));
            }
        });
    }

    @Test
    void severalErrors_areOrderedByPhaseThenRuleThenSubjectThenMessage() {
        RuleSet rules = RuleSet.of(
                rule("b.state", Phase.STATE, Evidence.SEEN, "x"),
                rule("c.limits", Phase.LIMITS, Evidence.SEEN, "x"),
                rule("d.shape", Phase.SHAPE, Evidence.SEEN, "y", "x"),
                rule("a.state", Phase.STATE, Evidence.SEEN, "x"),
                rule("a.warning", Phase.SHAPE, Evidence.INFERRED, "x"));
        assertThat(RuleSetAccess.get()
                        .errorsIntroduced(
                                rules, plan("vpcs=1", 1), plan("vpcs=2", 1), Set.of(EniId.of("e"), EniId.of("e0")), ""))
                .extracting(violation -> violation.rule() + " " + violation.subject() + " " + violation.message())
                .containsExactly(
                        "d.shape e x",
                        "d.shape e y",
                        "d.shape e0 x",
                        "d.shape e0 y",
                        "a.state e x",
                        "a.state e0 x",
                        "b.state e x",
                        "b.state e0 x",
                        "c.limits e x",
                        "c.limits e0 x");
    }
}
