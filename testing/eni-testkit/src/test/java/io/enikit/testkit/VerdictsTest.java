package io.enikit.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.enikit.operations.Ec2;
import io.enikit.rules.RuleInfo;
import io.enikit.rules.Severity;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Verdicts stay what they are, to the letter, when rules are built another way. Where one is to change, {@code
 * -Dverdicts.write=true} writes the new ones down, and the difference is for review.
 */
class VerdictsTest {
    /** {@code -Dverdicts.share=20} looks at a twentieth only, for runs of all tests once for each planted fault. */
    private static final int SHARE = Integer.getInteger("verdicts.share", 1);

    private static final int A_BATCH = 50;
    private static final int PLANS = 5_000 / SHARE;
    private static final int PLANS_IN_FULL = 300;
    private static final int SEQUENCES = 2_500 / SHARE;
    private static final int ON_BROKEN_PLANS = 500;
    private static final int REFUSALS_IN_FULL = 1_000;
    private static final int OF_EACH_RULE = 5;

    @Test
    void check_planByHand_saysWhatItSaid() throws IOException {
        Verdicts verdicts = new Verdicts(Integer.MAX_VALUE, 0);
        PairPlans.load().forEach(verdicts::addReport);
        GoldenPlan.in(Path.of("src/test/resources/golden"))
                .forEach(golden -> verdicts.addReport("golden " + golden, golden.plan()));
        Recorded.assertUnchanged("plans-by-hand.txt", verdicts.lines());
    }

    @Test
    void check_planMadeUp_saysWhatItSaid() throws IOException {
        Verdicts verdicts = new Verdicts(PLANS_IN_FULL, OF_EACH_RULE);
        for (int seed = 0; seed < PLANS; seed++) {
            boolean valid = seed % 5 == 0;
            verdicts.addReport(
                    (valid ? "valid " : "rough ") + seed,
                    valid ? ValidPlans.standard().plan(seed) : RoughPlans.plan(seed));
            assertUnchangedAfter(seed, "plans.txt", verdicts);
        }
        if (SHARE == 1) {
            Recorded.assertUnchanged("plans.txt", verdicts.lines());
            assertThat(unseen(ValidPlans.RULES.rules().stream(), verdicts.lines()))
                    .isEmpty();
        }
    }

    @Test
    void apply_callsMadeUp_answersWhatItAnswered() throws IOException {
        Verdicts verdicts = new Verdicts(REFUSALS_IN_FULL, OF_EACH_RULE);
        for (int seed = 0; seed < SEQUENCES; seed++) {
            new RoughCalls(seed, verdicts)
                    .run("valid " + seed, ValidPlans.ofInstances(0, 5).plan(seed));
            assertUnchangedAfter(seed, "calls.txt", verdicts);
        }
        if (SHARE > 1) {
            return;
        }
        for (int seed = 0; seed < ON_BROKEN_PLANS; seed++) {
            new RoughCalls(seed, verdicts).run("rough " + seed, RoughPlans.plan(seed));
        }
        Recorded.assertUnchanged("calls.txt", verdicts.lines());
        assertThat(unseen(Ec2.preconditions().stream().filter(VerdictsTest::refusesCalls), verdicts.lines()))
                .isEmpty();
    }

    private static void assertUnchangedAfter(int seed, String name, Verdicts verdicts) throws IOException {
        if (seed % A_BATCH == A_BATCH - 1) {
            Recorded.assertUnchangedSoFar(name, verdicts.lines());
        }
    }

    /** Warnings refuse nothing, and calls with text that cannot be read are not made. */
    private static boolean refusesCalls(RuleInfo precondition) {
        return precondition.severity() == Severity.ERROR
                && !Set.of("addresses.text", "reservation.type").contains(precondition.id());
    }

    private static Set<String> unseen(Stream<RuleInfo> rules, List<String> lines) {
        String all = String.join("\n", lines);
        Set<String> unseen = new TreeSet<>();
        rules.map(RuleInfo::id).filter(id -> !all.contains(" " + id + " |")).forEach(unseen::add);
        return unseen;
    }
}
