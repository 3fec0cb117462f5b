package stranger;

import io.enikit.limits.LimitRules;
import io.enikit.rules.Ec2Rules;
import io.enikit.testkit.Invariants;
import io.enikit.testkit.OperationRunner;
import io.enikit.testkit.OperationSequences;
import io.enikit.testkit.ValidPlans;

/** Uses what needs no test framework. */
public final class OnTheModulePath {
    private OnTheModulePath() {}

    /**
     * Checks a plan and a sequence.
     *
     * @param arguments none
     */
    public static void main(String[] arguments) {
        Invariants.check(ValidPlans.standard().plan(42));
        OperationRunner.enforcing(Ec2Rules.standard().and(LimitRules.bundled()))
                .run(OperationSequences.all().sequence(42));
        System.out.println(ValidPlans.class.getModule() + " does what it does without a test framework");
    }
}
