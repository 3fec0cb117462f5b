package io.enikit.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.enikit.limits.LimitRules;
import io.enikit.rules.Ec2Rules;
import io.enikit.rules.RuleInfo;
import io.enikit.rules.RuleSet;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** One plan by hand for each rule, so that a wrong rule cannot hide behind plans that were made from it. */
class GoldenPlanTest {
    private static final RuleSet RULES = Ec2Rules.standard().and(LimitRules.bundled());

    static List<GoldenPlan> plans() {
        return GoldenPlan.in(Path.of("src/test/resources/golden"));
    }

    @ParameterizedTest
    @MethodSource("plans")
    void check_goldenPlan_reportsThisRuleAlone(GoldenPlan golden) {
        golden.check(RULES);
        assertThat(RULES.check(golden.plan()).violations())
                .singleElement()
                .satisfies(violation -> assertThat(violation.rule()).isEqualTo(golden.name()));
    }

    @Test
    void everyRule_hasAGoldenPlan() {
        assertThat(plans())
                .extracting(GoldenPlan::name)
                .containsExactlyInAnyOrderElementsOf(
                        RULES.rules().stream().map(RuleInfo::id).toList());
    }

    @Test
    void check_anotherReport_showsBoth() {
        GoldenPlan golden = GoldenPlan.parse("mine", "# a comment\neni-plan 1\nvpc main\nend\nno violations\n");
        assertThat(golden.report()).isEqualTo("no violations");
        assertThatThrownBy(() -> golden.check(RULES))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("mine: expected\nno violations\nbut the report is\n[ERROR] main: ");
    }

    @Test
    void parse_notAPlan_namesIt() {
        assertThatThrownBy(() -> GoldenPlan.parse("mine", "vpc main"))
                .hasMessage("mine: expected a plan that ends with a line \"end\"");
        assertThatThrownBy(() -> GoldenPlan.parse("mine", "eni-plan 1\nvcp main\nend"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("mine: ");
    }

    @Test
    void in_emptyDirectory_isRefused(@TempDir Path directory) {
        assertThatThrownBy(() -> GoldenPlan.in(directory)).hasMessageContaining("ends in .golden");
    }
}
