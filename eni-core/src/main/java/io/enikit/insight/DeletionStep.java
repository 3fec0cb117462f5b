package io.enikit.insight;

import io.enikit.model.ResourceId;
import io.enikit.operations.Operation;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One thing that has to go before something can be deleted, or the deletion itself. Immutable. */
public final class DeletionStep {
    private final ResourceId subject;
    private final Optional<Operation> operation;
    private final String reason;
    private final Optional<InterfaceOwner> owner;

    DeletionStep(ResourceId subject, Optional<Operation> operation, String reason, Optional<InterfaceOwner> owner) {
        this.subject = subject;
        this.operation = operation;
        this.reason = reason;
        this.owner = owner;
    }

    /** {@return what has to go, or to let go} */
    public ResourceId subject() {
        return subject;
    }

    /** {@return the call that does it; absent if no call of EC2 does, and its owner has to} */
    public Optional<Operation> operation() {
        return operation;
    }

    /** {@return why it stands in the way} */
    public String reason() {
        return reason;
    }

    /** {@return whose the interface is; absent if it is about something else} */
    public Optional<InterfaceOwner> owner() {
        return owner;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof DeletionStep step
                && subject.equals(step.subject)
                && operation.equals(step.operation)
                && reason.equals(step.reason)
                && owner.equals(step.owner);
    }

    @Override
    public int hashCode() {
        return Objects.hash(subject, operation, reason, owner);
    }

    /** {@return one line, such as {@code DeleteNetworkInterface eni e1: it is in subnet a}} */
    @Override
    public String toString() {
        return operation.map(Operation::action).orElse("(its owner)") + " "
                + subject.kind().word() + " " + subject + ": " + reason
                + owner.map(whose -> "; " + whose).orElse("");
    }
}
