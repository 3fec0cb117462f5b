package io.enikit.rules;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import java.io.Serializable;
import java.util.Collection;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Everything that is wrong with a plan, in order. Immutable. */
public final class Report implements Serializable {
    private static final long serialVersionUID = 1L;

    /** What is wrong, in order. */
    private final ImmutableList<Violation> violations;

    private Report(ImmutableList<Violation> violations) {
        this.violations = violations;
    }

    /**
     * Returns a report of violations that were found one by one.
     *
     * @param violations the violations, in any order
     * @return the report
     */
    public static Report from(Collection<Violation> violations) {
        return new Report(ImmutableList.sortedCopyOf(requireNonNull(violations, "violations")));
    }

    /** {@return what is wrong, sorted by subject, rule and message} */
    public List<Violation> violations() {
        return violations;
    }

    /** {@return those that EC2 would refuse} */
    public List<Violation> errors() {
        return those(violation -> violation.severity() == Severity.ERROR);
    }

    /** {@return those that EC2 accepts, or that nobody has seen it refuse} */
    public List<Violation> warnings() {
        return those(violation -> violation.severity() == Severity.WARNING);
    }

    /** {@return what works, but could be better} */
    public List<Violation> advice() {
        return those(violation -> violation.severity() == Severity.ADVICE);
    }

    /**
     * Returns the violations of a rule, or of all rules below it.
     *
     * @param idOrPrefix an id such as {@code eni.attach.zone}, or the first parts of one such as {@code eni.attach}
     * @return the violations
     */
    public List<Violation> of(String idOrPrefix) {
        requireNonNull(idOrPrefix, "idOrPrefix");
        return those(violation -> RuleIds.isWithin(violation.rule(), idOrPrefix));
    }

    private List<Violation> those(Predicate<Violation> which) {
        return violations.stream().filter(which).collect(ImmutableList.toImmutableList());
    }

    /** {@return whether EC2 would refuse any of it} */
    public boolean hasErrors() {
        return violations.stream().anyMatch(violation -> violation.severity() == Severity.ERROR);
    }

    /** {@return whether there is no error and no warning; advice is let through} */
    public boolean passes() {
        return violations.stream().allMatch(violation -> violation.severity() == Severity.ADVICE);
    }

    /** {@return whether there is nothing to report, not even advice} */
    public boolean isEmpty() {
        return violations.isEmpty();
    }

    /**
     * Returns this report if it holds no errors; warnings and advice are let through.
     *
     * @return this report
     * @throws InvalidPlanException if it holds errors, with all of them in its message
     */
    public Report orElseThrow() {
        if (hasErrors()) {
            throw new InvalidPlanException(this);
        }
        return this;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Report report && violations.equals(report.violations);
    }

    @Override
    public int hashCode() {
        return violations.hashCode();
    }

    /** {@return a line for each violation, or a line that says that there is none} */
    @Override
    public String toString() {
        return violations.isEmpty()
                ? "no violations"
                : violations.stream().map(Violation::toString).collect(Collectors.joining("\n"));
    }
}
