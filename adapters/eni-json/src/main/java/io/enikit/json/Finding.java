package io.enikit.json;

import static java.util.Objects.requireNonNull;

import io.enikit.rules.Violation;
import java.util.Optional;

/**
 * A violation, and where the resource it is about was read.
 *
 * @param violation what is wrong
 * @param origin where its subject was read, absent where it is about the plan as a whole
 */
public record Finding(Violation violation, Optional<Origin> origin) implements Comparable<Finding> {
    /**
     * Checks that nothing is null.
     *
     * @param violation what is wrong
     * @param origin where its subject was read
     */
    public Finding {
        requireNonNull(violation, "violation");
        requireNonNull(origin, "origin");
    }

    /** {@return the violation with the origin in its message, for whoever shows violations only} */
    public Violation located() {
        return origin.map(place -> violation.withMessage(violation.message() + " (" + place + ")"))
                .orElse(violation);
    }

    @Override
    public int compareTo(Finding other) {
        return violation.compareTo(other.violation);
    }

    /** {@return one line, as {@link Violation#toString} has it, with the origin behind the message} */
    @Override
    public String toString() {
        return located().toString();
    }
}
