package io.enikit.insight;

import io.enikit.model.ResourceId;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Something that nothing uses. Immutable. */
public final class Leak {
    private final ResourceId subject;
    private final Certainty certainty;
    private final String reason;
    private final Optional<InterfaceOwner> owner;

    Leak(ResourceId subject, Certainty certainty, String reason, Optional<InterfaceOwner> owner) {
        this.subject = subject;
        this.certainty = certainty;
        this.reason = reason;
        this.owner = owner;
    }

    Leak seenTwice() {
        return new Leak(subject, certainty.raised(), reason + ", in two captures", owner);
    }

    /** {@return what nothing uses: an interface, a security group or an Elastic IP} */
    public ResourceId subject() {
        return subject;
    }

    /** {@return how certain it is that it leaked} */
    public Certainty certainty() {
        return certainty;
    }

    /** {@return what says so} */
    public String reason() {
        return reason;
    }

    /** {@return whose the interface is or was; absent if it is no interface} */
    public Optional<InterfaceOwner> owner() {
        return owner;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Leak leak
                && subject.equals(leak.subject)
                && certainty == leak.certainty
                && reason.equals(leak.reason)
                && owner.equals(leak.owner);
    }

    @Override
    public int hashCode() {
        return Objects.hash(subject, certainty, reason, owner);
    }

    /** {@return one line, such as {@code CERTAIN eip ip: it is associated with nothing}} */
    @Override
    public String toString() {
        return certainty + " " + subject.kind().word() + " " + subject + ": " + reason
                + owner.map(whose -> "; " + whose).orElse("");
    }
}
