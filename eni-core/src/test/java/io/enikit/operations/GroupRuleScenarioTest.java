package io.enikit.operations;

import static io.enikit.operations.Refusal.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import io.enikit.model.NetworkPlan;
import io.enikit.model.PlanText;
import io.enikit.model.RuleDirection;
import io.enikit.model.SecurityGroup;
import io.enikit.model.SecurityGroupRule;
import io.enikit.rules.Ec2Rules;
import io.enikit.rules.RuleSet;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What EC2 answers to calls about the rules of security groups. */
class GroupRuleScenarioTest {
    private static final RuleSet RULES = Ec2Rules.standard().without("limits.unchecked");
    private static final Ec2 EC2 = Ec2.enforcing(RULES);
    static final NetworkPlan PLAN = PlanText.read("""
            eni-plan 1
            vpc main cidrBlocks=10.0.0.0/16
            vpc six cidrBlocks=10.1.0.0/16 ipv6CidrBlocks=2001:db8::/56
            group db vpc=main ingress=tcp;5432;group:web;sgr-7
            group web vpc=main ingress=tcp;443;0.0.0.0/0;sgr-1;the%20site,tcp;80;0.0.0.0/0;sgr-2
            end
            """);

    private static NetworkPlan after(Operation... operations) {
        NetworkPlan after = EC2.apply(PLAN, operations).orElseThrow();
        assertThat(RULES.check(after).hasErrors()).isFalse();
        return after;
    }

    private static SecurityGroup web(NetworkPlan plan) {
        return plan.securityGroup("web").orElseThrow();
    }

    private static List<String> ingress(NetworkPlan plan) {
        return web(plan).rules().ingress().stream()
                .map(SecurityGroupRule::toString)
                .toList();
    }

    static Stream<Refusal> refusals() {
        return Stream.of(
                refused("MissingParameter", "group-rule.given", AuthorizeSecurityGroupIngress.of("web")),
                refused("MissingParameter", "group-rule.given", RevokeSecurityGroupEgress.of("web")),
                refused(
                        "InvalidGroup.NotFound",
                        "delete.group-known",
                        AuthorizeSecurityGroupEgress.of("none").plusRule("tcp;1;10.0.0.0/8")),
                refused(
                        "InvalidGroup.NotFound",
                        "group.rules.groups-exist",
                        AuthorizeSecurityGroupEgress.of("web").plusRule("tcp;1;group:none")),
                refused(
                        "InvalidPermission.Duplicate",
                        "group-rule.new",
                        AuthorizeSecurityGroupIngress.of("web").plusRule("tcp;443;0.0.0.0/0")),
                refused(
                        "InvalidPermission.Duplicate",
                        "group-rule.new",
                        AuthorizeSecurityGroupEgress.of("web").plusRule("-1;;0.0.0.0/0;;another description")),
                refused(
                        "InvalidParameterValue",
                        "group-rule.once",
                        AuthorizeSecurityGroupIngress.of("web")
                                .plusRule("tcp;1;10.0.0.0/8")
                                .plusRule("tcp;1;10.0.0.0/8;;twice")),
                refused(
                        "InvalidParameterValue",
                        "group.rules.ports-given",
                        AuthorizeSecurityGroupIngress.of("web").plusRule("tcp;;10.0.0.0/8")),
                refused(
                        "InvalidPermission.Malformed",
                        "group.rules.port-range",
                        AuthorizeSecurityGroupIngress.of("web").plusRule("tcp;-1;10.0.0.0/8")),
                refused(
                        "InvalidParameterValue",
                        "group.rules.protocol",
                        AuthorizeSecurityGroupIngress.of("web").plusRule("https;;10.0.0.0/8")),
                refused(
                        "InvalidParameterValue",
                        "group.rules.description",
                        UpdateSecurityGroupRuleDescriptionsIngress.of("web").plusRule("tcp;80;0.0.0.0/0;;the app's")),
                refused(
                        "InvalidPermission.NotFound",
                        "group-rule.known",
                        RevokeSecurityGroupIngress.of("web").plusRule("tcp;443;0.0.0.0/1")),
                refused(
                        "InvalidPermission.NotFound",
                        "group-rule.known",
                        RevokeSecurityGroupEgress.of("web").plusRule("-1;;::/0")),
                refused(
                        "InvalidPermission.NotFound",
                        "group-rule.known",
                        UpdateSecurityGroupRuleDescriptionsEgress.of("web").plusRule("tcp;443;0.0.0.0/0")),
                refused(
                        "InvalidSecurityGroupRuleId.NotFound",
                        "group-rule.id-known",
                        RevokeSecurityGroupEgress.of("web").plusSecurityGroupRuleId("sgr-1")),
                refused(
                        "InvalidSecurityGroupRuleId.NotFound",
                        "group-rule.id-known",
                        ModifySecurityGroupRules.of("web")
                                .plusRule("sgr-9", SecurityGroupRule.parse("tcp;1;10.0.0.0/8"))),
                refused(
                        "InvalidPermission.Duplicate",
                        "group.rules.unique",
                        ModifySecurityGroupRules.of("web")
                                .plusRule("sgr-2", SecurityGroupRule.parse("tcp;443;0.0.0.0/0"))),
                refused(
                        "RulesPerSecurityGroupLimitExceeded",
                        "quota.rules-per-security-group",
                        AuthorizeSecurityGroupIngress.of("web").withRules(rules(59))),
                refused("DependencyViolation", "delete.group-unused", DeleteSecurityGroup.of("web")));
    }

    private static Refusal refused(String code, String rule, Operation operation) {
        return refusal(0, rule, code, rule, operation);
    }

    private static List<SecurityGroupRule> rules(int count) {
        return IntStream.rangeClosed(1, count)
                .mapToObj(port -> SecurityGroupRule.parse("udp;" + port + ";10.0.0.0/8"))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("refusals")
    void apply_whatEc2Refuses_isRefusedWithItsCodeAndChangesNothing(Refusal refusal) {
        refusal.assertIn(PLAN);
    }

    @Test
    void authorize_upToTheQuota_isAcceptedInEachDirectionAndFamily() {
        NetworkPlan full = after(AuthorizeSecurityGroupIngress.of("web").withRules(rules(58)));
        NetworkPlan more = EC2.apply(
                        full,
                        AuthorizeSecurityGroupIngress.of("web").plusRule("tcp;1;2001:db8::/32"),
                        AuthorizeSecurityGroupEgress.of("web").withRules(rules(59)))
                .orElseThrow();
        assertThat(web(more).rules().ingress()).hasSize(61);
        assertThat(web(more).rules().egress()).hasSize(60);
    }

    @Test
    void refusal_ofADuplicate_hasEc2sWords() {
        assertThat(EC2.apply(PLAN, AuthorizeSecurityGroupIngress.of("web").plusRule("tcp;443;0.0.0.0/0")))
                .isInstanceOfSatisfying(
                        ApplyResult.Refused.class,
                        refused -> assertThat(refused.ec2Message())
                                .contains(
                                        "the specified rule \"peer: 0.0.0.0/0, TCP, from port: 443, to port: 443, ALLOW\" already exists"));
    }

    @Test
    void authorizeAndRevoke_aRule_leaveTheGroupAsItWas() {
        NetworkPlan added = after(AuthorizeSecurityGroupIngress.of("web").plusRule("tcp;22;10.0.0.0/8"));
        assertThat(ingress(added))
                .containsExactly("tcp;22;10.0.0.0/8", "tcp;80;0.0.0.0/0;sgr-2", "tcp;443;0.0.0.0/0;sgr-1;the site");
        assertThat(EC2.apply(added, RevokeSecurityGroupIngress.of("web").plusRule("tcp;22;10.0.0.0/8"))
                        .orElseThrow())
                .isEqualTo(PLAN);
        String id = web(added).ruleId(RuleDirection.INGRESS, SecurityGroupRule.parse("tcp;22;10.0.0.0/8"));
        assertThat(EC2.apply(added, RevokeSecurityGroupIngress.of("web").plusSecurityGroupRuleId(id))
                        .orElseThrow())
                .isEqualTo(PLAN);
    }

    @Test
    void modifyAndDescribe_rules_keepTheirIds() {
        assertThat(ingress(after(ModifySecurityGroupRules.of("web")
                        .plusRule("sgr-1", SecurityGroupRule.parse("tcp;80;0.0.0.0/0;;swapped"))
                        .plusRule("sgr-2", SecurityGroupRule.parse("tcp;443;0.0.0.0/0")))))
                .containsExactly("tcp;80;0.0.0.0/0;sgr-1;swapped", "tcp;443;0.0.0.0/0;sgr-2");
        assertThat(ingress(after(UpdateSecurityGroupRuleDescriptionsIngress.of("web")
                        .plusRule("tcp;443;0.0.0.0/0")
                        .plusRule("tcp;80;0.0.0.0/0;;plain"))))
                .containsExactly("tcp;80;0.0.0.0/0;sgr-2;plain", "tcp;443;0.0.0.0/0;sgr-1");
    }

    @Test
    void outcomes_sayWhatWasAddedRemovedAndChanged() {
        ApplyResult result = EC2.apply(
                PLAN,
                RevokeSecurityGroupIngress.of("web").plusSecurityGroupRuleId("sgr-2"),
                AuthorizeSecurityGroupEgress.of("web").plusRule("tcp;53;list:pl-1;sgr-3"),
                UpdateSecurityGroupRuleDescriptionsIngress.of("web").plusRule("tcp;443;0.0.0.0/0"));
        assertThat(result)
                .isInstanceOfSatisfying(
                        ApplyResult.Accepted.class,
                        accepted -> assertThat(accepted.outcomes())
                                .extracting(Outcome::toString)
                                .containsExactly(
                                        "web: REVOKED sgr-2 ingress tcp;80;0.0.0.0/0;sgr-2",
                                        "web: AUTHORIZED sgr-3 egress tcp;53;list:pl-1;sgr-3",
                                        "web: MODIFIED sgr-1 ingress tcp;443;0.0.0.0/0;sgr-1"));
    }

    @Test
    void create_inAVpcWithIpv6_allowsBothFamiliesToLeave() {
        NetworkPlan after = after(
                CreateSecurityGroup.of("four", "main").withDescription("for tests"),
                CreateSecurityGroup.of("both", "six").withDescription("for tests"));
        assertThat(after.securityGroup("four").orElseThrow().rules()).hasToString("ingress [], egress [-1;;0.0.0.0/0]");
        assertThat(after.securityGroup("both").orElseThrow().rules())
                .hasToString("ingress [], egress [-1;;0.0.0.0/0, -1;;::/0]");
    }

    @Test
    void delete_groupThatOnlyItsOwnRulesName_isAccepted() {
        NetworkPlan self = after(
                RevokeSecurityGroupIngress.of("db").plusSecurityGroupRuleId("sgr-7"),
                AuthorizeSecurityGroupIngress.of("web").plusRule("-1;;group:web"),
                DeleteSecurityGroup.of("web"));
        assertThat(self.securityGroup("web")).isEmpty();
    }
}
