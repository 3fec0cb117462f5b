package io.enikit.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.enikit.insight.Transition;
import io.enikit.model.NetworkPlan;
import io.enikit.model.PlanDiff;
import io.enikit.operations.ApplyResult;
import io.enikit.operations.Ec2;
import io.enikit.operations.Operation;
import io.enikit.rules.Ec2Rules;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** From one plan to another: what is said to be reached is reached, and little remains. */
class TransitionProperties {
    private static final Ec2 EC2 = Ec2.enforcing(Ec2Rules.standard());

    /** Applies what can be applied of a random sequence. */
    private static NetworkPlan apply(OperationSequence sequence) {
        NetworkPlan plan = sequence.start();
        for (Operation each : sequence.operations()) {
            plan = EC2.apply(plan, each) instanceof ApplyResult.Accepted accepted ? accepted.plan() : plan;
        }
        return plan;
    }

    @Property(tries = 200)
    void afterCalls_thePlanIsReached(@ForAll long seed) {
        OperationSequence sequence = OperationSequences.all().ofLength(1, 6).sequence(seed);
        NetworkPlan before = sequence.start();
        NetworkPlan after = apply(sequence);
        Transition transition = Transition.between(before, after);
        assertThat(EC2.apply(before, transition.operations()).orElseThrow()).isEqualTo(transition.reached());
        assertThat(transition.remaining())
                .as("seed %s: %s", seed, sequence.operations())
                .returns(true, PlanDiff::isEmpty);
    }

    @Property(tries = 200)
    void betweenAnyPlans_whatIsReachedIsSaid(@ForAll long first, @ForAll long second) {
        NetworkPlan before = ValidPlans.standard().plan(first);
        NetworkPlan after = ValidPlans.standard().plan(second);
        Transition transition = Transition.between(before, after);
        assertThat(EC2.apply(before, transition.operations()).orElseThrow()).isEqualTo(transition.reached());
        assertThat(transition.remaining().isEmpty() || !transition.remaining().equals(PlanDiff.between(before, after)))
                .isTrue();
    }
}
