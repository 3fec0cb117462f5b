package io.enikit.json;

import static org.assertj.core.api.Assertions.assertThat;

import io.enikit.limits.LimitRules;
import io.enikit.model.EniAddress;
import io.enikit.model.EniId;
import io.enikit.model.NetworkPlan;
import io.enikit.model.PlanText;
import io.enikit.model.ResourceId;
import io.enikit.rules.Ec2Rules;
import io.enikit.rules.Fact;
import io.enikit.rules.RuleSet;
import io.enikit.rules.Violation;
import io.enikit.testkit.BrokenPlans;
import io.enikit.testkit.ValidPlans;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Plans that are written as templates and read back. */
class TemplateProperties {
    private static final RuleSet RULES =
            Ec2Rules.standard().and(LimitRules.bundled()).without("quota");

    /** A template does not say what is there besides, nor which groups an interface gets that names none. */
    private static final Set<Fact> OPEN = Set.of(Fact.EXISTENCE, Fact.ENI_GROUPS);

    private static Reading read(NetworkPlan view) {
        return PlanReader.create().read(Source.of("plan", TemplateWriter.write(view)));
    }

    @Property(tries = 300)
    void validPlan_readsBackAsFarAsATemplateCanSayIt(@ForAll long seed) {
        NetworkPlan view = FormatView.ofTemplate(ValidPlans.standard().plan(seed));
        Reading reading = read(view);
        assertThat(PlanText.write(reading.plan())).isEqualTo(PlanText.write(view));
        assertThat(reading.plan()).isEqualTo(view);
        assertThat(reading.outside()).isEmpty();
        assertThat(reading.unknowns()).isEmpty();
        assertThat(violations(reading.check(RULES).findings().stream().map(Finding::violation)))
                .isEqualTo(violations(RULES.check(view).violations().stream()));
    }

    @Provide
    Arbitrary<String> rules() {
        return Arbitraries.of(BrokenPlans.rules());
    }

    @Property(tries = 300)
    void brokenPlan_showsTheSameViolations_butForWhatIsOpen(@ForAll("rules") String rule, @ForAll long seed) {
        NetworkPlan view = FormatView.ofTemplate(BrokenPlans.of(rule).plan(seed));
        List<Violation> all = read(view).check(RULES).findings().stream()
                .map(Finding::violation)
                .toList();
        Set<ResourceId> malformed = new HashSet<>();
        all.stream().filter(each -> each.rule().startsWith("read.")).forEach(each -> malformed.add(each.subject()));
        List<Violation> expected = RULES.check(view).violations();
        Set<String> found = violations(all.stream().filter(each -> !each.rule().startsWith("read.")));
        assertThat(violations(expected.stream())).containsAll(found);
        assertThat(violations(expected.stream()
                        .filter(each -> !isReserved(each)
                                && !malformed.contains(each.subject())
                                && canBeSaid(each.subject(), view))))
                .isSubsetOf(found);
    }

    /** Who asks for no primary address or for no interface gets one. */
    private static boolean canBeSaid(ResourceId subject, NetworkPlan plan) {
        return switch (subject.kind()) {
            case ENI ->
                plan.eni(EniId.of(subject.toString())).stream()
                        .anyMatch(eni -> eni.privateIpAddresses().stream().anyMatch(EniAddress::primary));
            case INSTANCE -> !plan.enisOf(subject.toString()).isEmpty();
            default -> true;
        };
    }

    private static boolean isReserved(Violation violation) {
        return RULES.find(violation.rule())
                .filter(info -> !Collections.disjoint(info.needs(), OPEN))
                .isPresent();
    }

    private static Set<String> violations(Stream<Violation> violations) {
        Set<String> lines = new TreeSet<>();
        violations.forEach(each -> lines.add(each.rule() + " " + each.subject()));
        return lines;
    }
}
