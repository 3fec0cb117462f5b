package io.enikit.json;

import static java.util.Objects.requireNonNull;

import io.enikit.rules.Violation;
import java.util.Comparator;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A violation, and where the resource it is about was read. */
public final class Finding implements Comparable<Finding> {
    /** By violation, and then by place: two that are neither before nor behind each other are one. */
    static final Comparator<Finding> ORDER = Comparator.<Finding>naturalOrder()
            .thenComparing(each -> each.origin().map(Origin::file).orElse(""))
            .thenComparing(each -> each.origin().map(Origin::path).orElse(""));

    private final Violation violation;
    private final Optional<Origin> origin;
    private final Optional<Origin> place;
    private final Optional<String> where;

    Finding(Violation violation, Optional<Origin> origin) {
        this(violation, origin, origin, Optional.empty());
    }

    private Finding(Violation violation, Optional<Origin> origin, Optional<Origin> place, Optional<String> where) {
        this.violation = requireNonNull(violation, "violation");
        this.origin = requireNonNull(origin, "origin");
        this.place = place;
        this.where = where;
    }

    /** Returns the same with where to show it: what is about the plan as a whole has no origin. */
    Finding shownAt(Optional<Origin> newPlace) {
        return new Finding(violation, origin, newPlace, where);
    }

    /** Returns what is wrong in some worlds only. */
    Finding where(String worlds) {
        return new Finding(
                violation.withMessage(violation.message() + ", " + worlds), origin, place, Optional.of(worlds));
    }

    /** {@return what is wrong} */
    public Violation violation() {
        return violation;
    }

    /** {@return where its subject was read, absent where it is about the plan as a whole} */
    public Optional<Origin> origin() {
        return origin;
    }

    /**
     * {@return where tools that show findings beside files can show it: its origin; of what is about the plan as a whole,
     * the first of what is counted, in the file with most of it; absent where nothing was read}
     */
    public Optional<Origin> place() {
        return place;
    }

    /**
     * {@return how conditions turn out where it is so, such as {@code where Prod is false}, which the message says as well;
     * absent where it is so in any case}
     */
    public Optional<String> where() {
        return where;
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
        return other instanceof Finding that
                && violation.equals(that.violation)
                && origin.equals(that.origin)
                && place.equals(that.place)
                && where.equals(that.where);
    }

    @Override
    public int hashCode() {
        return Objects.hash(violation, origin, place, where);
    }

    /** {@return one line, as {@link Violation#toString} has it, with the origin behind the message} */
    @Override
    public String toString() {
        return located().toString();
    }
}
