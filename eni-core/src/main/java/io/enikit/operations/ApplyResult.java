package io.enikit.operations;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import io.enikit.model.NetworkPlan;
import java.util.List;
import java.util.Optional;

/** What came of applying operations to a plan: all of them took effect, or none did. */
public sealed interface ApplyResult {
    /** {@return whether the operations took effect} */
    default boolean isAccepted() {
        return this instanceof Accepted;
    }

    /**
     * Returns the changed plan.
     *
     * @return the plan after all operations
     * @throws OperationRefusedException if one was refused
     */
    NetworkPlan orElseThrow();

    /**
     * All operations took effect.
     *
     * @param plan the plan after all of them
     * @param outcomes what they did, in order
     */
    record Accepted(NetworkPlan plan, List<Outcome> outcomes) implements ApplyResult {
        /**
         * Keeps a copy of the list.
         *
         * @param plan the plan after all operations
         * @param outcomes what they did, in order
         */
        public Accepted(NetworkPlan plan, List<Outcome> outcomes) {
            this.plan = requireNonNull(plan, "plan");
            this.outcomes = ImmutableList.copyOf(requireNonNull(outcomes, "outcomes"));
        }

        @Override
        public NetworkPlan orElseThrow() {
            return plan;
        }
    }

    /**
     * One operation was refused, and so none took effect.
     *
     * @param operationIndex the index of the refused operation, from 0
     * @param code EC2's error code, absent where nobody has seen one
     * @param message what is wrong
     * @param rule the id of the rule that refused it
     */
    record Refused(int operationIndex, Optional<String> code, String message, String rule) implements ApplyResult {
        /**
         * Checks that nothing is null.
         *
         * @param operationIndex the index of the refused operation, from 0
         * @param code EC2's error code, absent where nobody has seen one
         * @param message what is wrong
         * @param rule the id of the rule that refused it
         */
        public Refused {
            requireNonNull(code, "code");
            requireNonNull(message, "message");
            requireNonNull(rule, "rule");
        }

        @Override
        public NetworkPlan orElseThrow() {
            throw new OperationRefusedException(this);
        }

        /** {@return one line: {@code refused: code: message (rule)}} */
        @Override
        public String toString() {
            return "refused: " + code.map(known -> known + ": ").orElse("") + message + " (" + rule + ")";
        }
    }
}
