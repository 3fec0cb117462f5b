package io.enikit.operations;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import io.enikit.model.NetworkPlan;
import io.enikit.rules.RuleInfo;
import io.enikit.rules.RuleSet;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

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
     */
    public static Ec2 enforcing(RuleSet rules) {
        return new Ec2(requireNonNull(rules, "rules"));
    }

    /** {@return what is known about the preconditions of the operations, by id} */
    public static List<RuleInfo> preconditions() {
        return Preconditions.IN_ORDER.stream()
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
        return apply(plan, List.of(operations));
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
        ImmutableList.Builder<Outcome> outcomes = ImmutableList.builder();
        for (int index = 0; index < operations.size(); index++) {
            Editor editor = new Editor(index, current);
            Optional<ApplyResult.Refused> refused = apply(operations.get(index), index, current, editor);
            if (refused.isPresent()) {
                return refused.get();
            }
            current = editor.plan();
            outcomes.addAll(editor.outcomes());
        }
        return new ApplyResult.Accepted(current, outcomes.build());
    }

    private Optional<ApplyResult.Refused> apply(Operation operation, int index, NetworkPlan plan, Editor editor) {
        Optional<Precondition<?>> broken = firstBroken(operation, plan);
        if (broken.isPresent()) {
            return Optional.of(refusal(broken.get(), operation, index, plan));
        }
        Operation resolved = operation.resolved(plan);
        if (!resolved.equals(operation)) {
            return apply(resolved, index, plan, editor);
        }
        operation.apply(editor);
        return rules.errorsIntroduced(plan, editor.plan(), editor.changed(), operation.action()).stream()
                .findFirst()
                .map(error -> new ApplyResult.Refused(
                        index, error.ec2Code(), error.subject() + ": " + error.message(), error.rule()));
    }

    private static ApplyResult.Refused refusal(
            Precondition<?> broken, Operation operation, int index, NetworkPlan plan) {
        return new ApplyResult.Refused(
                index,
                broken.info().ec2Code(operation.action()),
                broken.refusal(operation, plan).orElseThrow(),
                broken.info().id());
    }

    private Optional<Precondition<?>> firstBroken(Operation operation, NetworkPlan plan) {
        for (Precondition<?> precondition : Preconditions.IN_ORDER) {
            if (precondition.isAbout(operation)
                    && (precondition.isEssential() || rules.includes(precondition.info()))
                    && precondition.refusal(operation, plan).isPresent()) {
                return Optional.of(precondition);
            }
        }
        return Optional.empty();
    }
}
