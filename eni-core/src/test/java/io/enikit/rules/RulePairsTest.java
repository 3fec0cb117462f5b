package io.enikit.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RulePairsTest {
    private static final RuleSet RULES = Ec2Rules.standard().without("limits.unchecked");
    private static final Map<String, RulePairs.Pair> PAIRS = RulePairs.load();

    static Stream<RulePairs.Pair> pairs() {
        return PAIRS.values().stream();
    }

    @Test
    void everyRule_hasAPair() {
        assertThat(PAIRS.keySet())
                .containsExactlyInAnyOrderElementsOf(
                        RULES.rules().stream().map(RuleInfo::id).toList());
    }

    @ParameterizedTest
    @MethodSource("pairs")
    void check_brokenPlan_reportsThisRuleAlone(RulePairs.Pair pair) {
        assertThat(RULES.check(pair.broken()).toString()).isEqualTo(pair.violation());
    }

    @ParameterizedTest
    @MethodSource("pairs")
    void check_keptPlan_reportsNothing(RulePairs.Pair pair) {
        assertThat(RULES.check(pair.kept()).violations()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("pairs")
    void without_ruleLeftOut_reportsNothing(RulePairs.Pair pair) {
        assertThat(RULES.without(pair.rule()).check(pair.broken()).violations()).isEmpty();
    }
}
