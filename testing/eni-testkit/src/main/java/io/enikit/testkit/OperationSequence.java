package io.enikit.testkit;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import io.enikit.model.NetworkPlan;
import io.enikit.operations.Operation;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A plan and operations to apply to it one after the other: some make sense there, some are to be refused.
 *
 * <p>{@link OperationRunner} applies them and looks at every step.
 *
 * @param start the plan before the first operation
 * @param operations the operations
 */
public record OperationSequence(NetworkPlan start, List<Operation> operations) {
    /**
     * Keeps a copy of the list.
     *
     * @param start the plan before the first operation
     * @param operations the operations
     */
    public OperationSequence(NetworkPlan start, List<Operation> operations) {
        this.start = requireNonNull(start, "start");
        this.operations = ImmutableList.copyOf(requireNonNull(operations, "operations"));
    }

    /** {@return the picture and the text of the plan, and a line for each operation} */
    @Override
    public String toString() {
        return Pictures.of(start)
                + operations.stream().map(Operation::toString).collect(Collectors.joining("\n", "", "\n"));
    }
}
