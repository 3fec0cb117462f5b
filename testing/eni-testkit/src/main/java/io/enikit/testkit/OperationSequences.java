package io.enikit.testkit;

import static com.google.common.base.Preconditions.checkArgument;
import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableSet;
import io.enikit.model.NetworkPlan;
import io.enikit.operations.ApplyResult;
import io.enikit.operations.Ec2;
import io.enikit.operations.Operation;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Makes up operations for plans: the same ones for the same seed.
 *
 * <p>Most of them make sense on the plan as it is by then; others are to be refused.
 *
 * <pre>{@code
 * OperationSequence calls = OperationSequences.all().sequence(42);
 * OperationRunner.enforcing(rules).run(calls);
 * }</pre>
 */
public final class OperationSequences {
    private static final int SHORTEST = 1;
    private static final int LONGEST = 12;
    private static final Ec2 EC2 = Ec2.enforcing(ValidPlans.RULES);
    private static final ValidPlans STARTS = ValidPlans.ofInstances(0, 5);

    private final ImmutableSet<Class<? extends Operation>> types;
    private final int shortest;
    private final int longest;
    private final ValidPlans starts;

    private OperationSequences(
            ImmutableSet<Class<? extends Operation>> types, int shortest, int longest, ValidPlans starts) {
        this.types = types;
        this.shortest = shortest;
        this.longest = longest;
        this.starts = starts;
    }

    /** {@return sequences of 1 to 12 operations of all types, on plans of up to 5 instances} */
    public static OperationSequences all() {
        return new OperationSequences(OperationMaker.types(), SHORTEST, LONGEST, STARTS);
    }

    /**
     * Returns sequences of 1 to 12 operations of some types, on plans of up to 5 instances.
     *
     * @param types the types, at least one
     * @return the sequences
     * @throws IllegalArgumentException if there is no type, or one that nothing is known to make
     */
    @SafeVarargs
    @SuppressWarnings("varargs")
    public static OperationSequences of(Class<? extends Operation>... types) {
        requireNonNull(types, "types");
        ImmutableSet<Class<? extends Operation>> asked = ImmutableSet.copyOf(types);
        checkArgument(!asked.isEmpty(), "no type of operation: expected at least one");
        checkArgument(
                OperationMaker.types().containsAll(asked),
                "not all of %s can be made up: expected some of %s",
                asked,
                OperationMaker.types());
        return new OperationSequences(asked, SHORTEST, LONGEST, STARTS);
    }

    /**
     * Returns sequences of another length.
     *
     * @param least the fewest operations, 1 or more
     * @param most the most operations, both inclusive
     * @return the sequences
     * @throws IllegalArgumentException if the numbers are below 1 or the wrong way round
     */
    public OperationSequences ofLength(int least, int most) {
        checkArgument(
                least >= 1 && most >= least, "%s to %s operations: expected 1 or more, the fewest first", least, most);
        return new OperationSequences(types, least, most, starts);
    }

    /**
     * Returns sequences on other plans.
     *
     * @param plans what plans there are before the first operation
     * @return the sequences
     */
    public OperationSequences startingWith(ValidPlans plans) {
        return new OperationSequences(types, shortest, longest, requireNonNull(plans, "plans"));
    }

    /** {@return the types of operations that can be made up} */
    public static Set<Class<? extends Operation>> types() {
        return OperationMaker.types();
    }

    /**
     * Makes a sequence on a made-up plan.
     *
     * @param seed any number; the same seed gives the same sequence
     * @return the plan and the operations
     */
    public OperationSequence sequence(long seed) {
        Choice choice = new Choice(seed);
        return sequence(starts.plan(choice.seed()), choice.seed());
    }

    /**
     * Makes a sequence on a plan.
     *
     * @param start the plan before the first operation
     * @param seed any number; the same seed gives the same sequence
     * @return the plan and the operations
     */
    public OperationSequence sequence(NetworkPlan start, long seed) {
        requireNonNull(start, "start");
        Choice choice = new Choice(seed);
        int length = choice.between(shortest, longest);
        List<Operation> operations = new ArrayList<>();
        NetworkPlan plan = start;
        for (int i = 0; i < length; i++) {
            Operation next = new OperationMaker(plan, choice).make(choice.of(types.asList()));
            operations.add(next);
            if (EC2.apply(plan, next) instanceof ApplyResult.Accepted accepted) {
                plan = accepted.plan();
            }
        }
        return OperationSequence.of(start, operations);
    }

    /** Makes one operation on a made-up plan. */
    Operation operation(long seed) {
        return sequence(seed).operations().get(0);
    }

    /** Tells sequences that this could have made from those it never makes, as far as length and start go. */
    boolean allows(OperationSequence calls) {
        int length = calls.operations().size();
        return length >= shortest && length <= longest && starts.allows(calls.start());
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof OperationSequences that
                && types.equals(that.types)
                && shortest == that.shortest
                && longest == that.longest
                && starts.equals(that.starts);
    }

    @Override
    public int hashCode() {
        return Objects.hash(types, shortest, longest, starts);
    }

    /** {@return such as {@code 1 to 12 operations on plans of 0 to 5 instances}} */
    @Override
    public String toString() {
        return shortest + " to " + longest + " operations on " + starts;
    }
}
