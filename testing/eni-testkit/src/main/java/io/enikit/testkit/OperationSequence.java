package io.enikit.testkit;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import io.enikit.model.NetworkPlan;
import io.enikit.operations.Operation;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A plan and operations to apply to it one after the other: some make sense there, some are to be refused.
 *
 * <p>{@link OperationRunner} applies them and looks at every step.
 */
public final class OperationSequence {
    private final NetworkPlan start;
    private final List<Operation> operations;

    private OperationSequence(NetworkPlan start, List<Operation> operations) {
        this.start = requireNonNull(start, "start");
        this.operations = ImmutableList.copyOf(requireNonNull(operations, "operations"));
    }

    /**
     * Returns a plan with operations.
     *
     * @param start the plan before the first operation
     * @param operations the operations
     * @return the sequence
     */
    public static OperationSequence of(NetworkPlan start, List<Operation> operations) {
        return new OperationSequence(start, operations);
    }

    /** {@return the plan before the first operation} */
    public NetworkPlan start() {
        return start;
    }

    /** {@return the operations} */
    public List<Operation> operations() {
        return operations;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof OperationSequence that
                && start.equals(that.start)
                && operations.equals(that.operations);
    }

    @Override
    public int hashCode() {
        return Objects.hash(start, operations);
    }

    /** {@return the picture and the text of the plan, and a line for each operation} */
    @Override
    public String toString() {
        return Pictures.of(start)
                + operations.stream().map(Operation::toString).collect(Collectors.joining("\n", "", "\n"));
    }
}
