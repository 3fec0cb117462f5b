package io.enikit.operations;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import io.enikit.internal.VisibleText;
import io.enikit.model.NetworkPlan;
import io.enikit.rules.Violation;
import java.io.Serializable;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The result of applying operations to a plan: all of them took effect, or none did.
 *
 * <p>There will be no third kind of result.
 */
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

    /** All operations took effect. Immutable. */
    final class Accepted implements ApplyResult {
        private final NetworkPlan plan;
        private final ImmutableList<Outcome> outcomes;

        Accepted(NetworkPlan plan, ImmutableList<Outcome> outcomes) {
            this.plan = plan;
            this.outcomes = outcomes;
        }

        /** {@return the plan after all operations} */
        public NetworkPlan plan() {
            return plan;
        }

        /** {@return what the operations did, in order} */
        public List<Outcome> outcomes() {
            return outcomes;
        }

        @Override
        public NetworkPlan orElseThrow() {
            return plan;
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Accepted accepted
                    && plan.equals(accepted.plan)
                    && outcomes.equals(accepted.outcomes);
        }

        @Override
        public int hashCode() {
            return Objects.hash(plan, outcomes);
        }

        /** {@return one line: {@code accepted: outcomes}} */
        @Override
        public String toString() {
            return "accepted: " + outcomes;
        }
    }

    /** One operation was refused, and so none took effect. Immutable. */
    final class Refused implements ApplyResult, Serializable {
        private static final long serialVersionUID = 1L;
        private static final int LONGEST_MESSAGE = 2_500;

        /** The index of the refused operation, from 0. */
        private final int operationIndex;
        /** EC2's error code; null where nobody has published one. */
        private final @Nullable String code;
        /** What is wrong, in the words of this library. */
        private final String message;
        /** EC2's own message; null where nobody has published one. */
        private final @Nullable String ec2Message;
        /** The id of the rule or precondition. */
        private final String rule;

        Refused(int operationIndex, Violation error) {
            this(
                    operationIndex,
                    error.ec2Code(),
                    VisibleText.brief(error.subject().toString()) + ": " + error.message(),
                    error.ec2Message(),
                    error.rule());
        }

        Refused(int operationIndex, Optional<String> code, String message, Optional<String> ec2Message, String rule) {
            this.operationIndex = operationIndex;
            this.rule = rule;
            this.code = code.orElse(null);
            this.message = VisibleText.brief(requireNonNull(message, "message"), LONGEST_MESSAGE);
            this.ec2Message = ec2Message.orElse(null);
        }

        /** {@return the index of the refused operation, from 0} */
        public int operationIndex() {
            return operationIndex;
        }

        /** {@return EC2's error code, absent where nobody has published one} */
        public Optional<String> code() {
            return Optional.ofNullable(code);
        }

        /**
         * {@return what is wrong, in the words of this library, with the ids and numbers; on one line, with what cannot be
         * seen escaped, and long ids cut}
         */
        public String message() {
            return message;
        }

        /** {@return EC2's own message, with the ids and numbers; absent where nobody has published one} */
        public Optional<String> ec2Message() {
            return Optional.ofNullable(ec2Message);
        }

        /** {@return the id of the rule or precondition that refused it} */
        public String rule() {
            return rule;
        }

        @Override
        public NetworkPlan orElseThrow() {
            throw new OperationRefusedException(this);
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Refused refused
                    && operationIndex == refused.operationIndex
                    && Objects.equals(code, refused.code)
                    && message.equals(refused.message)
                    && Objects.equals(ec2Message, refused.ec2Message)
                    && rule.equals(refused.rule);
        }

        @Override
        public int hashCode() {
            return Objects.hash(operationIndex, message, rule);
        }

        /** {@return one line: {@code refused: code: message (rule)}} */
        @Override
        public String toString() {
            return "refused: " + (code == null ? "" : code + ": ") + message + " (" + rule + ")";
        }
    }
}
