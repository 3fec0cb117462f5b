package io.enikit.operations;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import io.enikit.internal.RuleSetAccess;
import io.enikit.model.NetworkPlan;
import io.enikit.rules.Fault;
import io.enikit.rules.RuleInfo;
import io.enikit.rules.RuleSet;
import io.enikit.rules.Violation;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Applies operations to plans as EC2 would: it accepts what EC2 accepts and refuses what EC2 refuses, with its codes.
 *
 * <p>An operation is refused if one of its preconditions does not hold, or if the plan it leads to breaks a rule that
 * the plan before did not break: never for a fault that was there before. Warnings refuse nothing. Where several things
 * are wrong, preconditions come before rules, earlier {@link io.enikit.rules.Phase phases} before later ones, and then
 * the smaller rule id.
 */
public final class Ec2 {
    private final RuleSet rules;

    private Ec2(RuleSet rules) {
        this.rules = rules;
    }

    /**
     * Returns an EC2 that enforces these rules.
     *
     * @param rules the rules; preconditions hold as well, unless the set leaves them out
     * @return the EC2
     * @throws IllegalArgumentException if the set leaves out an id that is neither that of a rule nor of a precondition
     */
    public static Ec2 enforcing(RuleSet rules) {
        return new Ec2(requireNonNull(rules, "rules").requireKnownIds());
    }

    /** {@return the metadata of all preconditions of operations, sorted by id} */
    public static List<RuleInfo> preconditions() {
        return PreconditionTable.all().stream()
                .map(Precondition::info)
                .sorted(Comparator.comparing(RuleInfo::id))
                .collect(ImmutableList.toImmutableList());
    }

    /**
     * Applies operations to a plan, one after the other, all or none.
     *
     * @param plan the plan, which stays as it is
     * @param operations the operations
     * @return the changed plan and what was done, or which operation was refused and why
     */
    public ApplyResult apply(NetworkPlan plan, Operation... operations) {
        return apply(requireNonNull(plan, "plan"), List.of(requireNonNull(operations, "operations")));
    }

    /**
     * Applies operations to a plan, one after the other, all or none.
     *
     * @param plan the plan, which stays as it is
     * @param operations the operations
     * @return the changed plan and what was done, or which operation was refused and why
     */
    public ApplyResult apply(NetworkPlan plan, List<? extends Operation> operations) {
        NetworkPlan current = requireNonNull(plan, "plan");
        requireNonNull(operations, "operations");
        ImmutableList.Builder<Outcome> outcomes = ImmutableList.builder();
        for (int index = 0; index < operations.size(); index++) {
            ApplyResult result = apply(index, operations.get(index), current);
            if (!(result instanceof ApplyResult.Accepted accepted)) {
                return result;
            }
            current = accepted.plan();
            outcomes.addAll(accepted.outcomes());
        }
        return new ApplyResult.Accepted(current, outcomes.build());
    }

    /** Applies one operation to the plan that those before it left. */
    private ApplyResult apply(int index, Operation operation, NetworkPlan plan) {
        Call call = operation.call(plan);
        Optional<ApplyResult> refused = brokenPrecondition(index, call, plan);
        if (refused.isPresent()) {
            return refused.get();
        }
        Operation resolved = operation.resolved(plan);
        if (!resolved.equals(operation)) {
            return apply(index, resolved, plan);
        }
        Editor editor = new Editor(index, call, plan);
        operation.apply(editor);
        List<Violation> errors =
                RuleSetAccess.get().errorsIntroduced(rules, plan, editor.plan(), editor.changed(), operation.action());
        return errors.isEmpty()
                ? new ApplyResult.Accepted(editor.plan(), editor.outcomes())
                : new ApplyResult.Refused(index, errors.get(0));
    }

    private Optional<ApplyResult> brokenPrecondition(int index, Call call, NetworkPlan plan) {
        for (Precondition precondition : PreconditionTable.of(call)) {
            if (precondition.isEssential() || (precondition.refuses() && rules.includes(precondition.info()))) {
                Optional<Fault> fault = precondition.refusal(call, plan);
                if (fault.isPresent()) {
                    String action = call.operation().action();
                    RuleInfo info = precondition.info();
                    return Optional.of(new ApplyResult.Refused(
                            index,
                            info.ec2Code(action),
                            fault.get().message(),
                            info.ec2Message(action, call.values(fault.get())),
                            info.id()));
                }
            }
        }
        return Optional.empty();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Ec2 that && rules.equals(that.rules);
    }

    @Override
    public int hashCode() {
        return rules.hashCode();
    }

    /** {@return the rules that it enforces} */
    @Override
    public String toString() {
        return "EC2 enforcing " + rules;
    }
}
