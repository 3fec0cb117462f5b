package io.enikit.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.enikit.insight.Transition;
import io.enikit.model.NetworkPlan;
import io.enikit.model.PlanDiff;
import io.enikit.operations.ApplyResult;
import io.enikit.operations.Ec2;
import io.enikit.operations.Operation;
import io.enikit.rules.Ec2Rules;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** From one plan to another: what is said to be reached is reached, and little remains. */
class TransitionProperties {
    private static final int SEQUENCES = 200;
    private static final Ec2 EC2 = Ec2.enforcing(Ec2Rules.standard());

    /** Applies what can be applied of a random sequence. */
    private static NetworkPlan apply(OperationSequence sequence) {
        NetworkPlan plan = sequence.start();
        for (Operation each : sequence.operations()) {
            plan = EC2.apply(plan, each) instanceof ApplyResult.Accepted accepted ? accepted.plan() : plan;
        }
        return plan;
    }

    /** A few in a thousand stop on the way: what EC2 gave for a moment, such as a public address, is not taken back. */
    @Example
    void afterCalls_nearlyAlwaysNothingRemains() {
        List<String> remaining = new ArrayList<>();
        for (long seed = 0; seed < SEQUENCES; seed++) {
            OperationSequence sequence = OperationSequences.all().ofLength(1, 6).sequence(seed);
            NetworkPlan before = sequence.start();
            Transition transition = Transition.between(before, apply(sequence));
            assertThat(EC2.apply(before, transition.operations()).orElseThrow())
                    .as("seed %s", seed)
                    .isEqualTo(transition.reached());
            if (!transition.remaining().isEmpty()) {
                remaining.add("seed " + seed + ": " + sequence.operations() + "\n" + transition);
            }
        }
        assertThat(remaining).hasSizeLessThanOrEqualTo(SEQUENCES / 100);
    }

    @Property(tries = 50)
    void betweenAnyPlans_whatIsReachedIsSaid(@ForAll long first, @ForAll long second) {
        NetworkPlan before = ValidPlans.standard().plan(first);
        NetworkPlan after = ValidPlans.standard().plan(second);
        Transition transition = Transition.between(before, after);
        assertThat(EC2.apply(before, transition.operations()).orElseThrow()).isEqualTo(transition.reached());
        assertThat(transition.remaining().isEmpty() || !transition.remaining().equals(PlanDiff.between(before, after)))
                .isTrue();
    }
}
