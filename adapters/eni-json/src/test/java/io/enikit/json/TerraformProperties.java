package io.enikit.json;

import static org.assertj.core.api.Assertions.assertThat;

import io.enikit.limits.LimitRules;
import io.enikit.model.NetworkPlan;
import io.enikit.model.PlanText;
import io.enikit.model.ResourceId;
import io.enikit.rules.Ec2Rules;
import io.enikit.rules.Fact;
import io.enikit.rules.RuleInfo;
import io.enikit.rules.RuleSet;
import io.enikit.rules.Violation;
import io.enikit.testkit.BrokenPlans;
import io.enikit.testkit.ValidPlans;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** Plans that are written as plans of Terraform and read back. */
class TerraformProperties {
    private static final RuleSet RULES =
            Ec2Rules.standard().and(LimitRules.bundled()).without("quota");

    private static Reading read(NetworkPlan plan) {
        return PlanReader.create().read(Source.of("plan.json", TerraformWriter.write(plan)));
    }

    @Property(tries = 300)
    void validPlan_readsBackAsFarAsTerraformCanSayIt(@ForAll long seed) {
        NetworkPlan plan = ValidPlans.standard().plan(seed);
        Reading reading = read(plan);
        assertThat(PlanText.write(reading.plan())).isEqualTo(PlanText.write(FormatView.ofTerraform(plan)));
        assertThat(reading.plan()).isEqualTo(FormatView.ofTerraform(plan));
        assertThat(reading.outside()).isEmpty();
        assertThat(reading.unknowns()).isEmpty();
    }

    @Property(tries = 100)
    void plan_ofTheseTests_readsBackAsFarAsTerraformCanSayIt(
            @ForAll long seed, @ForAll @IntRange(max = 12) int instances) {
        NetworkPlan plan = Plans.of(seed, instances);
        assertThat(PlanText.write(read(plan).plan())).isEqualTo(PlanText.write(FormatView.ofTerraform(plan)));
    }

    /** An instance without its primary interface is none that Terraform can ask for. */
    @Provide
    Arbitrary<String> rules() {
        return Arbitraries.of(BrokenPlans.rules()).filter(rule -> !rule.equals("instance.primary-interface"));
    }

    /** What is not found is reserved: the rule needs a fact that the file leaves open. */
    @Property(tries = 300)
    void brokenPlan_showsTheSameViolations_butForWhatIsOpen(@ForAll("rules") String rule, @ForAll long seed) {
        NetworkPlan plan = FormatView.ofTerraform(BrokenPlans.of(rule).plan(seed));
        List<Violation> all = read(BrokenPlans.of(rule).plan(seed)).check(RULES).findings().stream()
                .map(Finding::violation)
                .toList();
        Set<ResourceId> malformed = new HashSet<>();
        all.stream().filter(each -> each.rule().equals("read.value")).forEach(each -> malformed.add(each.subject()));
        Set<String> found = violations(
                all.stream().filter(each -> !each.rule().equals("read.value")).toList());
        List<Violation> expected = RULES.check(plan).violations();
        plan.securityGroups().stream()
                .filter(each -> each.groupName().isEmpty())
                .forEach(each -> malformed.add(each.id())); // which means that Terraform chooses a name
        assertThat(violations(expected)).containsAll(found);
        assertThat(violations(expected.stream()
                        .filter(each -> !isReserved(each) && !malformed.contains(each.subject()))
                        .toList()))
                .isSubsetOf(found);
    }

    /** A plan does not say what is there besides, nor which groups an interface gets that names none. */
    private static final Set<Fact> OPEN = Set.of(Fact.EXISTENCE, Fact.ENI_GROUPS);

    private static boolean isReserved(Violation violation) {
        return RULES.find(violation.rule()).stream()
                .map(RuleInfo::needs)
                .anyMatch(needs -> !Collections.disjoint(needs, OPEN));
    }

    private static Set<String> violations(List<Violation> violations) {
        Set<String> lines = new TreeSet<>();
        violations.forEach(each -> lines.add(each.rule() + " " + each.subject()));
        return lines;
    }
}
