package io.enikit.json;

import static java.util.Objects.requireNonNull;

import io.enikit.rules.Violation;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A violation, and where the resource it is about was read. */
public final class Finding implements Comparable<Finding> {
    private final Violation violation;
    private final Optional<Origin> origin;

    Finding(Violation violation, Optional<Origin> origin) {
        this.violation = requireNonNull(violation, "violation");
        this.origin = requireNonNull(origin, "origin");
    }

    /** {@return what is wrong} */
    public Violation violation() {
        return violation;
    }

    /** {@return where its subject was read, absent where it is about the plan as a whole} */
    public Optional<Origin> origin() {
        return origin;
    }

    /** {@return the violation with the origin in its message, for whoever shows violations only} */
    public Violation located() {
        return origin.map(place -> violation.withMessage(violation.message() + " (" + place + ")"))
                .orElse(violation);
    }

    /** Returns how many characters of others it holds. */
    int length() {
        return violation.subject().toString().length()
                + violation.message().length()
                + origin.map(Origin::length).orElse(0);
    }

    @Override
    public int compareTo(Finding other) {
        requireNonNull(other, "other");
        return violation.compareTo(other.violation);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Finding that && violation.equals(that.violation) && origin.equals(that.origin);
    }

    @Override
    public int hashCode() {
        return Objects.hash(violation, origin);
    }

    /** {@return one line, as {@link Violation#toString} has it, with the origin behind the message} */
    @Override
    public String toString() {
        return located().toString();
    }
}
