package io.enikit.operations;

import static java.util.Objects.requireNonNull;

import io.enikit.model.ResourceId;

/**
 * Something that an operation did.
 *
 * @param operationIndex the index of the operation among those applied together, from 0
 * @param kind what happened
 * @param subject what it happened to
 * @param detail what it was about: an address, an id, or the states that were gone through
 */
public record Outcome(int operationIndex, Kind kind, ResourceId subject, String detail) {
    /** The kinds of things that operations do. */
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
        /** An attribute was changed. */
        MODIFIED,
        /** States were gone through; the detail names them all, with arrows between. */
        STATUS
    }

    /**
     * Checks that nothing is null.
     *
     * @param operationIndex the index of the operation among those applied together, from 0
     * @param kind what happened
     * @param subject what it happened to
     * @param detail what it was about: an address, an id, or the states that were gone through
     */
    public Outcome {
        requireNonNull(kind, "kind");
        requireNonNull(subject, "subject");
        requireNonNull(detail, "detail");
    }

    /** {@return one line, such as {@code app-1/eth1: STATUS in-use → detaching → available}} */
    @Override
    public String toString() {
        return subject + ": " + kind + (detail.isEmpty() ? "" : " " + detail);
    }
}
