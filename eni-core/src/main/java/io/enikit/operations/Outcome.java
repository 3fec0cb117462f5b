package io.enikit.operations;

import io.enikit.internal.VisibleText;
import io.enikit.model.ResourceId;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Something that an operation did. Immutable. */
public final class Outcome {
    private final int operationIndex;
    private final Kind kind;
    private final ResourceId subject;
    private final String detail;

    Outcome(int operationIndex, Kind kind, ResourceId subject, String detail) {
        this.operationIndex = operationIndex;
        this.kind = kind;
        this.subject = subject;
        this.detail = detail;
    }

    /** The kinds of things that operations do. Later versions may add constants. */
    public enum Kind {
        /** Something was created. */
        CREATED,
        /** Something was deleted. */
        DELETED,
        /** An interface was given an address or a prefix. */
        ASSIGNED,
        /** An interface lost an address or a prefix. */
        RELEASED,
        /** An interface was attached, the detail is the attachment id and the place; or a gateway was. */
        ATTACHED,
        /** An interface was detached, or a gateway. */
        DETACHED,
        /** An Elastic IP was associated with an address, a block with a VPC or subnet, a branch with a trunk. */
        ASSOCIATED,
        /** What was associated no longer is. */
        DISASSOCIATED,
        /** A rule was added to a security group; the detail is its id, its direction and what it allows. */
        AUTHORIZED,
        /** A rule was removed from a security group; the detail is as for those that are added. */
        REVOKED,
        /** An attribute was changed. */
        MODIFIED,
        /** States were gone through; the detail names them all, with arrows between. */
        STATUS
    }

    /** {@return the index of the operation among those applied together, from 0} */
    public int operationIndex() {
        return operationIndex;
    }

    /** {@return what happened} */
    public Kind kind() {
        return kind;
    }

    /** {@return what it happened to} */
    public ResourceId subject() {
        return subject;
    }

    /** {@return what it was about: an address, an id, or the states that were gone through} */
    public String detail() {
        return detail;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Outcome outcome
                && operationIndex == outcome.operationIndex
                && kind == outcome.kind
                && subject.equals(outcome.subject)
                && detail.equals(outcome.detail);
    }

    @Override
    public int hashCode() {
        return Objects.hash(operationIndex, kind, subject, detail);
    }

    /** {@return one line, such as {@code app-1/eth1: STATUS in-use → detaching → available}} */
    @Override
    public String toString() {
        return VisibleText.of(subject + ": " + kind + (detail.isEmpty() ? "" : " " + detail));
    }
}
