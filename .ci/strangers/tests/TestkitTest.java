package stranger;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.enikit.limits.LimitRules;
import io.enikit.rules.Ec2Rules;
import io.enikit.rules.RuleSet;
import io.enikit.testkit.BrokenPlans;
import io.enikit.testkit.GoldenPlan;
import io.enikit.testkit.Invariants;
import io.enikit.testkit.OperationRunner;
import io.enikit.testkit.OperationSequences;
import io.enikit.testkit.ValidPlans;
import org.junit.jupiter.api.Test;

/** What the testkit does with neither jqwik nor AssertJ. */
class TestkitTest {
    private static final RuleSet RULES = Ec2Rules.standard().and(LimitRules.bundled());

    @Test
    void plans_bySeed() {
        Invariants.check(ValidPlans.standard().plan(42));
        assertEquals("no violations", RULES.check(ValidPlans.standard().plan(42)).toString());
        assertEquals(
                "eni.attach.zone",
                RULES.check(BrokenPlans.of("eni.attach.zone").plan(42)).violations().get(0).rule());
        OperationRunner.enforcing(RULES).run(OperationSequences.all().sequence(42));
    }

    @Test
    void goldenPlan() {
        GoldenPlan golden = GoldenPlan.parse("mine", "eni-plan 1\nvpc main cidrBlocks=10.0.0.0/8\nend\nno violations");
        assertThrows(AssertionError.class, () -> golden.check(RULES));
    }
}
