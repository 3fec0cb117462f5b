package io.enikit.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.enikit.model.NetworkPlan;
import io.enikit.operations.ApplyResult;
import io.enikit.operations.Ec2;
import io.enikit.operations.Operation;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** Changes that take time lead to the same plan in the end, and to valid plans on the way. */
class SettlingProperties {
    private static final int SEQUENCES = Integer.getInteger("io.enikit.testkit.sequences", 20);
    private static final Ec2 AT_ONCE = Ec2.enforcing(ValidPlans.RULES);
    private static final Ec2 SLOW = AT_ONCE.withoutSettling();

    @Property(tries = 100)
    void settle_afterEachOperation_leadsWhereSettlingAtOnceDoes(@ForAll OperationSequence calls) {
        NetworkPlan plan = Ec2.settle(calls.start()).plan();
        for (Operation operation : calls.operations()) {
            ApplyResult atOnce = AT_ONCE.apply(plan, operation);
            ApplyResult slow = SLOW.apply(plan, operation);
            assertThat(slow.isAccepted())
                    .as(operation + "\n" + slow + "\n" + atOnce)
                    .isEqualTo(atOnce.isAccepted());
            if (slow instanceof ApplyResult.Accepted accepted) {
                plan = Ec2.settle(accepted.plan()).plan();
                assertThat(plan).as(operation.toString()).isEqualTo(atOnce.orElseThrow());
            }
        }
    }

    @Property(tries = 50)
    void run_operationsThatAreNeverWaitedFor_keepsPlansValid(@ForAll OperationSequence calls) {
        run(calls, 0);
    }

    @Example
    void run_thirtyOperationsWaitedForNowAndThen_keepsPlansValid() {
        OperationSequences sequences = OperationSequences.all().ofLength(30, 30);
        for (int seed = 0; seed < SEQUENCES; seed++) {
            run(sequences.sequence(seed), 3);
        }
    }

    /** Applies operations one after the other; after every few of them, time passes. */
    private static void run(OperationSequence calls, int settlesEvery) {
        int[] steps = {0};
        OperationRunner.applying((plan, operation) -> {
                    boolean waits = settlesEvery > 0 && ++steps[0] % settlesEvery == 0;
                    NetworkPlan before = waits ? Ec2.settle(plan).plan() : plan;
                    return SLOW.apply(before, operation) instanceof ApplyResult.Accepted accepted
                            ? accepted.plan()
                            : before;
                })
                .checking(plan -> {
                    assertThat(ValidPlans.RULES.check(plan).hasErrors())
                            .as(ValidPlans.RULES.check(plan) + "\n" + plan)
                            .isFalse();
                    NetworkPlan settled = Ec2.settle(plan).plan();
                    assertThat(Invariants.brokenIn(settled)).isEmpty();
                    assertThat(ValidPlans.RULES.check(settled).hasErrors())
                            .as(ValidPlans.RULES.check(settled) + "\n" + settled)
                            .isFalse();
                    assertThat(Ec2.settle(settled).outcomes()).isEmpty();
                })
                .run(calls);
    }
}
