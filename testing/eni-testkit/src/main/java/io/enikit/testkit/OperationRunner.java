package io.enikit.testkit;

import static java.util.Objects.requireNonNull;

import io.enikit.model.NetworkPlan;
import io.enikit.model.PlanText;
import io.enikit.operations.ApplyResult;
import io.enikit.operations.Ec2;
import io.enikit.operations.Operation;
import io.enikit.rules.RuleSet;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Consumer;

/**
 * Applies operations one after the other and checks the {@link Invariants} after every step.
 *
 * <pre>{@code
 * @Property void myAttach_keepsPlansValid(@ForAll @Only(AttachEni.class) OperationSequence calls) {
 *     OperationRunner.applying((plan, call) -> mine.attach(plan, call))
 *             .checking(plan -> assertThat(plan).isValid())
 *             .run(calls);
 * }
 * }</pre>
 *
 * <p>Runners are compared by identity, as functions are.
 */
public final class OperationRunner {
    private final BiFunction<NetworkPlan, Operation, NetworkPlan> apply;
    private final Consumer<NetworkPlan> check;

    private OperationRunner(BiFunction<NetworkPlan, Operation, NetworkPlan> apply, Consumer<NetworkPlan> check) {
        this.apply = apply;
        this.check = check;
    }

    /**
     * Returns a runner that applies operations as EC2 does; those it refuses must change nothing.
     *
     * @param rules the rules that are enforced
     * @return the runner
     */
    public static OperationRunner enforcing(RuleSet rules) {
        Ec2 ec2 = Ec2.enforcing(rules);
        return applying((plan, operation) -> {
            String before = PlanText.write(plan);
            ApplyResult result = ec2.apply(plan, operation);
            if (!before.equals(PlanText.write(plan))) {
                throw new AssertionError("(j) the plan that a call was applied to is no longer what it was");
            }
            return result instanceof ApplyResult.Accepted accepted ? accepted.plan() : plan;
        });
    }

    /**
     * Returns a runner that applies operations in a way of your own.
     *
     * @param apply makes the plan after an operation from the one before; the same one where it refuses
     * @return the runner
     */
    public static OperationRunner applying(BiFunction<NetworkPlan, Operation, NetworkPlan> apply) {
        return new OperationRunner(requireNonNull(apply, "apply"), plan -> {});
    }

    /**
     * Returns this runner with one more check after every step.
     *
     * @param more throws where a plan is not as it must be
     * @return the runner
     */
    public OperationRunner checking(Consumer<NetworkPlan> more) {
        requireNonNull(more, "more");
        return new OperationRunner(apply, check.andThen(more));
    }

    /**
     * Applies the operations.
     *
     * @param calls the plan to start with, and the operations
     * @return the plan after the last one
     * @throws AssertionError if something does not hold after a step; it names the step and shows the plan
     */
    public NetworkPlan run(OperationSequence calls) {
        requireNonNull(calls, "calls");
        NetworkPlan plan = calls.start();
        for (Operation operation : calls.operations()) {
            NetworkPlan after = apply.apply(plan, operation);
            List<String> broken = new ArrayList<>(Invariants.brokenBetween(plan, after));
            broken.addAll(Invariants.brokenByPick(plan, operation, after));
            broken.addAll(Invariants.brokenIn(after));
            if (!broken.isEmpty()) {
                throw new AssertionError("after " + operation + "\n" + Pictures.of(broken, after));
            }
            check.accept(after);
            plan = after;
        }
        return plan;
    }
}
