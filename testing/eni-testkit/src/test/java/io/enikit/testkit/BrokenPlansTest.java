package io.enikit.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.enikit.model.NetworkPlan;
import io.enikit.model.PlanText;
import io.enikit.rules.Report;
import io.enikit.rules.RuleInfo;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class BrokenPlansTest {
    /** {@code .ci/slow} makes a thousand of each. */
    private static final int PLANS = Integer.getInteger("io.enikit.testkit.broken", 20);

    static Collection<String> rules() {
        return BrokenPlans.rules();
    }

    @Test
    void everyRule_isBrokenByAPlan() {
        assertThat(BrokenPlans.rules())
                .containsExactlyInAnyOrderElementsOf(
                        ValidPlans.RULES.rules().stream().map(RuleInfo::id).toList());
    }

    @ParameterizedTest
    @MethodSource("rules")
    void plan_anySeed_breaksThisRuleAlone(String rule) {
        Set<NetworkPlan> different = new HashSet<>();
        for (int seed = 0; seed < PLANS; seed++) {
            NetworkPlan plan = BrokenPlans.of(rule).plan(seed);
            Report report = ValidPlans.RULES.check(plan);
            assertThat(report.violations())
                    .as("seed " + seed + "\n" + PlanText.write(plan))
                    .isNotEmpty()
                    .allMatch(violation -> violation.rule().equals(rule));
            different.add(plan);
        }
        assertThat(different).hasSizeGreaterThan(PLANS / 2);
        assertThat(BrokenPlans.of(rule).plan(7)).isEqualTo(BrokenPlans.of(rule).plan(7));
    }

    @Test
    void of_unknownRule_namesThoseKnown() {
        assertThatThrownBy(() -> BrokenPlans.of("eni.attach.zon"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("\"eni.attach.zon\"")
                .hasMessageContaining("eni.attach.zone");
    }
}
