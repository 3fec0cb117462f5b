package io.enikit.operations;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import io.enikit.model.NetworkPlan;
import io.enikit.rules.RuleInfo;
import io.enikit.rules.RuleSet;
import io.enikit.rules.Violation;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Applies operations to plans as EC2 would: it accepts what EC2 accepts and refuses what EC2 refuses, with its codes.
 *
 * <p>An operation is refused if one of its preconditions does not hold, or if the plan it leads to breaks a rule that
 * the plan before did not break: never for a fault that was there before. Warnings refuse nothing.
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
            Operation operation = operations.get(index);
            Optional<ApplyResult.Refused> refused = firstPreconditionBroken(index, operation, current);
            if (refused.isPresent()) {
                return refused.get();
            }
            Editor editor = new Editor(index, current);
            try {
                operation.apply(editor);
            } catch (Refusal refusal) {
                return refusal.at(index, operation.action());
            }
            List<Violation> errors =
                    rules.errorsIntroduced(current, editor.plan(), editor.changed(), operation.action());
            if (!errors.isEmpty()) {
                Violation first = errors.get(0);
                return new ApplyResult.Refused(
                        index, first.ec2Code(), first.subject() + ": " + first.message(), first.rule());
            }
            current = editor.plan();
            outcomes.addAll(editor.outcomes());
        }
        return new ApplyResult.Accepted(current, outcomes.build());
    }

    private Optional<ApplyResult.Refused> firstPreconditionBroken(int index, Operation operation, NetworkPlan plan) {
        for (Precondition<?> precondition : Preconditions.IN_ORDER) {
            if (precondition.isAbout(operation)
                    && (precondition.isEssential() || rules.includes(precondition.info()))) {
                Optional<String> message = precondition.refusal(operation, plan);
                if (message.isPresent()) {
                    RuleInfo info = precondition.info();
                    return Optional.of(
                            new ApplyResult.Refused(index, info.ec2Code(operation.action()), message.get(), info.id()));
                }
            }
        }
        return Optional.empty();
    }
}
