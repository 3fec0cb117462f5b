package io.enikit.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.enikit.internal.RuleSetAccess;
import io.enikit.model.Eni;
import io.enikit.model.EniId;
import io.enikit.model.Instance;
import io.enikit.model.NetworkPlan;
import io.enikit.model.PlanText;
import io.enikit.model.Resource;
import io.enikit.model.Subnet;
import io.enikit.model.SubnetId;
import io.enikit.model.Vpc;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RuleSetTest {
    private static final NetworkPlan PLAN = PlanText.read("""
            eni-plan 1
            vpc main cidrBlocks=10.0.0.0/16
            subnet a vpc=main availabilityZone=z cidrBlock=10.0.0.0/24
            group web vpc=main
            eni e1 subnet=a privateIpAddresses=10.0.0.10* groups=web tag:Name=one
            eni e2 subnet=a privateIpAddresses=10.0.0.11* groups=web
            end
            """);

    /** A rule of a user's own. */
    private static Rule<Eni> named(String id) {
        return RuleInfo.of(id, Phase.STATE)
                .withSummary("Interfaces have a Name tag.")
                .inferred("our own convention")
                .rule(Eni.class, (eni, plan, faults) -> {
                    if (!eni.tags().containsKey("Name")) {
                        faults.add("it has no Name tag", "add one");
                    }
                });
    }

    @Test
    void and_ruleOfAUser_joinsTheOthers() {
        RuleSet rules = Ec2Rules.standard().and(RuleSet.of(named("acme.eni.named")));
        assertThat(rules.check(PLAN).violations())
                .singleElement()
                .hasToString("[WARNING] e2: it has no Name tag | acme.eni.named");
    }

    @Test
    void check_oneOfTwoIsNew_isAboutTheNewOne() {
        NetworkPlan plan = PLAN.toBuilder()
                .put(Subnet.builder()
                        .id("b")
                        .vpcId("main")
                        .availabilityZone("z")
                        .cidrBlock("10.0.0.128/25")
                        .build())
                .build();
        RuleSet rules = Ec2Rules.standard();
        assertThat(rules.check(plan).violations())
                .as("the rule decides")
                .isEqualTo(rules.check(plan, Set.of(SubnetId.of("a"), SubnetId.of("b")))
                        .violations());
        assertThat(rules.check(plan, Set.of(SubnetId.of("a"))).violations())
                .singleElement()
                .hasToString("[ERROR] a: 10.0.0.0/24 overlaps 10.0.0.128/25 of subnet \"b\""
                        + " | subnet.cidr.overlap | InvalidSubnet.Conflict");
        assertThat(rules.check(plan, Set.of(SubnetId.of("b"))).violations())
                .singleElement()
                .hasToString("[ERROR] b: 10.0.0.128/25 overlaps 10.0.0.0/24 of subnet \"a\""
                        + " | subnet.cidr.overlap | InvalidSubnet.Conflict");
    }

    @Test
    void and_sameRuleTwice_isOnce() {
        assertThat(Ec2Rules.standard().and(Ec2Rules.standard()).rules())
                .isEqualTo(Ec2Rules.standard().rules());
    }

    @Test
    void and_twoRulesOfOneId_areRefused() {
        RuleSet one = RuleSet.of(named("acme.eni.named"));
        RuleSet other = RuleSet.of(named("acme.eni.named"));
        assertThatThrownBy(() -> one.and(other))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "two rules have the id \"acme.eni.named\": \"Interfaces have a Name tag.\" and \"Interfaces have a Name tag.\"");
    }

    @Test
    void requireKnownIds_knownOnes_isTheSet() {
        RuleSet rules = Ec2Rules.standard().without("eni.attach").without("attach.interface-free");
        assertThat(rules.requireKnownIds()).isSameAs(rules);
    }

    @Test
    void find_ruleInForce_isWhatTheRulebookSays() {
        assertThat(Ec2Rules.standard().find("eni.attach.zone"))
                .map(RuleInfo::id)
                .contains("eni.attach.zone");
        assertThat(Ec2Rules.standard().find("eni.attach")).isEmpty();
        assertThat(Ec2Rules.standard().without("eni.attach").find("eni.attach.zone"))
                .isEmpty();
    }

    @Test
    void near_idsAndTheirFirstWords_areThoseWithTheFewestChanges() {
        assertThat(RuleIds.near("x.abd", List.of("a.x.abd", "x.abc", "x.abd")))
                .containsExactly("x.abd", "x.abc", "a.x.abd");
        assertThat(RuleIds.near("x.a", List.of("x.abcde", "b.bbbbbbbb"))).containsExactly("x", "b", "x.abcde");
    }

    @Test
    void rule_aboutAllKinds_looksAtEach() {
        Rule<Resource> tagged = Rule.of(
                RuleInfo.of("acme.tagged", Phase.STATE).seen("here"),
                Resource.class,
                (resource, plan, faults) -> faults.add("seen", ""));
        assertThat(RuleSet.of(tagged).check(PLAN).violations())
                .extracting(violation -> violation.subject().toString())
                .containsExactly("main", "a", "web", "e1", "e2");
    }

    @Test
    void faults_printed_areWhatIsWrongSoFar() {
        List<String> printed = new ArrayList<>();
        Rule<Eni> rule = RuleInfo.of("acme.printed", Phase.STATE).seen("here").rule(Eni.class, (eni, plan, faults) -> {
            faults.add(Fault.of("one", "").withDetail("a"));
            faults.add(Fault.of("two", "").withDetail("b"));
            printed.add(faults.toString());
        });
        rule.check(PLAN.eni("e2").orElseThrow(), PLAN);
        assertThat(printed).containsExactly("acme.printed e2: one\nacme.printed e2: two");
    }

    @Test
    void without_unknownId_isRefusedWhenTheSetIsUsed() {
        RuleSet misspelt = Ec2Rules.standard().without("eni.atach");
        assertThatThrownBy(() -> misspelt.check(PLAN))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("without(\"eni.atach\")")
                .hasMessageContaining("eni.attach");
        assertThatThrownBy(() -> Ec2Rules.standard().without("").check(PLAN))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void without_preconditionOrRuleThatJoinsLater_isFine() {
        assertThat(Ec2Rules.standard()
                        .without("attach.interface-free")
                        .check(PLAN)
                        .isEmpty())
                .isTrue();
        RuleSet later = Ec2Rules.standard().without("acme.eni.named").and(RuleSet.of(named("acme.eni.named")));
        assertThat(later.check(PLAN).isEmpty()).isTrue();
        assertThat(later.find("acme.eni.named")).isEmpty();
        assertThat(later.leftOut()).containsExactly("acme.eni.named");
    }

    @Test
    void silence_isBrokenOnlyByErrorsOfRulesOfTheSet() {
        Rule<Eni> loud = RuleInfo.of("acme.loud", Phase.IDS)
                .seen("here")
                .rule(
                        Eni.class,
                        (eni, plan, faults) -> faults.add(Fault.of("loud", "").withDetail("a")));
        Rule<Eni> quiet = RuleInfo.of("acme.a-quiet", Phase.IDS)
                .seen("here")
                .withSilentBehind("acme.loud")
                .rule(Eni.class, (eni, plan, faults) -> faults.add("quiet", ""));
        Rule<Eni> same = RuleInfo.of("acme.a-same", Phase.IDS)
                .seen("here")
                .withSilentBehindSame("acme.loud")
                .rule(Eni.class, (eni, plan, faults) -> {
                    faults.add(Fault.of("same", "").withDetail("a"));
                    faults.add(Fault.of("another", "").withDetail("b"));
                });
        RuleSet rules = RuleSet.of(quiet, loud, same);
        assertThat(rules.check(PLAN).violations())
                .extracting(Violation::message)
                .containsExactlyInAnyOrder("loud", "another", "loud", "another");
        assertThat(RuleSet.of(loud, same).check(PLAN).violations())
                .extracting(Violation::message)
                .containsExactlyInAnyOrder("loud", "another", "loud", "another");
        assertThat(rules.without("acme.loud").check(PLAN).of("acme.a-quiet")).hasSize(2);
        RuleSet warned = RuleSet.of(
                quiet,
                loud.info()
                        .withSeverity(Severity.WARNING)
                        .rule(Eni.class, (eni, plan, faults) -> faults.add("loud", "")));
        assertThat(warned.check(PLAN).errors()).hasSize(2);
        assertThat(warned.check(PLAN).warnings()).hasSize(2);
    }

    @Test
    void check_oneSubject_isWhatTheRuleFindsThere() {
        Rule<Eni> named = named("acme.eni.named");
        assertThat(named.check(PLAN.eni("e2").orElseThrow(), PLAN))
                .singleElement()
                .hasToString("[WARNING] e2: it has no Name tag | acme.eni.named");
        assertThat(named.check(PLAN.eni("e1").orElseThrow(), PLAN)).isEmpty();
        assertThat(named).hasToString("acme.eni.named: Interfaces have a Name tag.");
    }

    @Test
    void without_prefix_leavesOutWholeWordsOnly() {
        RuleSet rules = RuleSet.of(named("acme.eni.named"), named("acme.eni-group.named"), named("acme.eni.color"));
        assertThat(rules.without("acme.eni").rules()).extracting(RuleInfo::id).containsExactly("acme.eni-group.named");
        assertThat(rules.without("acme.eni.named").rules())
                .extracting(RuleInfo::id)
                .containsExactly("acme.eni-group.named", "acme.eni.color");
        assertThat(rules.without("acme").and(rules).rules()).isEmpty();
    }

    @Test
    void of_idWithoutADot_isRefused() {
        assertThatThrownBy(() -> named("Named"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("rule id \"Named\": expected two or more words of a-z, 0-9 and - with a dot between them");
    }

    @Test
    void of_subjectsThatAreNoResources_areRefused() {
        assertThatThrownBy(() -> Rule.of(named("a.b").info(), String.class, (subject, plan, faults) -> {}))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("expected a kind of resource, Resource, or NetworkPlan");
    }

    @Test
    void check_instancesButNoLimitRules_saysSo() {
        NetworkPlan withInstance = PLAN.toBuilder()
                .add(Instance.builder().id("app").instanceType("m5.large").build())
                .put(PLAN.eni("e1").orElseThrow().toBuilder()
                        .attachment("app", 0)
                        .build())
                .build();
        assertThat(Ec2Rules.standard().check(withInstance).violations())
                .singleElement()
                .satisfies(violation -> assertThat(violation.rule()).isEqualTo("limits.unchecked"));
        assertThat(Ec2Rules.standard().check(withInstance).hasErrors()).isFalse();
        assertThat(RuleSet.of(named("acme.eni.named")).check(withInstance).of("limits.unchecked"))
                .hasSize(1);
        assertThat(Ec2Rules.standard()
                        .and(RuleSet.of(named("limits.own")))
                        .check(withInstance)
                        .violations())
                .extracting(Violation::rule)
                .doesNotContain("limits.unchecked");
        assertThat(Ec2Rules.standard().check(PLAN).isEmpty()).isTrue();
    }

    @Test
    void check_tenThousandViolations_areReportedInOneOrder() {
        NetworkPlan.Builder forward = NetworkPlan.builder();
        NetworkPlan.Builder backward = NetworkPlan.builder();
        for (int i = 0; i < 10_000; i++) {
            forward.add(Eni.builder()
                    .id("e" + i)
                    .subnetId("nowhere")
                    .requesterManaged(true)
                    .build());
            backward.add(Eni.builder()
                    .id("e" + (9_999 - i))
                    .subnetId("nowhere")
                    .requesterManaged(true)
                    .build());
        }
        List<Violation> violations =
                Ec2Rules.standard().without("quota").check(forward.build()).violations();
        assertThat(violations).hasSize(10_000).isSorted();
        assertThat(Ec2Rules.standard().without("quota").check(backward.build()).violations())
                .isEqualTo(violations);
    }

    @Test
    void report_warningsOnly_doesNotThrow() {
        Report warnings = RuleSet.of(named("acme.eni.named")).check(PLAN);
        assertThat(warnings.orElseThrow()).isSameAs(warnings);
    }

    @Test
    void report_errors_throwsThemAll() {
        NetworkPlan broken = PLAN.toBuilder()
                .put(PLAN.eni("e1").orElseThrow().toBuilder()
                        .subnetId("nowhere")
                        .build())
                .add(Subnet.builder()
                        .id("b")
                        .vpcId("main")
                        .availabilityZone("z")
                        .cidrBlock("10.0.0.0/24")
                        .build())
                .build();
        Report report = Ec2Rules.standard().check(broken);
        assertThatThrownBy(report::orElseThrow)
                .isInstanceOf(InvalidPlanException.class)
                .hasMessageContaining("eni.subnet.exists")
                .hasMessageContaining("subnet.cidr.overlap");
    }

    @Test
    void errorsIntroduced_faultsThatWereThere_areNotCounted() {
        NetworkPlan before = PLAN.toBuilder()
                .put(PLAN.eni("e1").orElseThrow().toBuilder()
                        .addSecurityGroups("gone")
                        .build())
                .build();
        Eni changed =
                before.eni("e1").orElseThrow().toBuilder().description("new").build();
        assertThat(RuleSetAccess.get()
                        .errorsIntroduced(
                                Ec2Rules.standard(),
                                before,
                                before.toBuilder().put(changed).build(),
                                Set.of(EniId.of("e1")),
                                "Modify"))
                .isEmpty();
        assertThat(RuleSetAccess.get()
                        .errorsIntroduced(Ec2Rules.standard(), PLAN, before, Set.of(EniId.of("e1")), "Modify"))
                .extracting(Violation::rule)
                .containsExactly("eni.groups.exist");
    }

    @Test
    void errorsIntroduced_lessOfTheSame_isNoError() {
        NetworkPlan two = PLAN.toBuilder()
                .quotas(PLAN.quotas().withVpcs(0))
                .add(Vpc.builder().id("other").addCidrBlock("10.1.0.0/16").build())
                .build();
        NetworkPlan one =
                two.toBuilder().remove(io.enikit.model.VpcId.of("other")).build();
        Set<io.enikit.model.VpcId> changed = Set.of(io.enikit.model.VpcId.of("other"));
        assertThat(RuleSetAccess.get().errorsIntroduced(Ec2Rules.standard(), two, one, changed, "DeleteVpc"))
                .isEmpty();
        assertThat(RuleSetAccess.get().errorsIntroduced(Ec2Rules.standard(), one, two, changed, "CreateVpc"))
                .extracting(Violation::rule)
                .containsExactly("quota.vpcs");
    }
}
