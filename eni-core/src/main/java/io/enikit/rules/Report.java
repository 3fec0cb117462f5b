package io.enikit.rules;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Everything that is wrong with a plan, in order.
 *
 * @param violations what is wrong, sorted by subject, rule and message
 */
public record Report(List<Violation> violations) {
    /**
     * Sorts what is wrong.
     *
     * @param violations what is wrong, in any order
     */
    public Report(List<Violation> violations) {
        this.violations = ImmutableList.sortedCopyOf(requireNonNull(violations, "violations"));
    }

    /** {@return whether EC2 would refuse any of it} */
    public boolean hasErrors() {
        return violations.stream().anyMatch(violation -> violation.severity() == Severity.ERROR);
    }

    /** {@return whether there is nothing to report, not even a warning} */
    public boolean isEmpty() {
        return violations.isEmpty();
    }

    /**
     * Returns this report if it holds no errors; warnings are let through.
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

    /** {@return a line for each violation, or a line that says that there is none} */
    @Override
    public String toString() {
        return violations.isEmpty()
                ? "no violations"
                : violations.stream().map(Violation::toString).collect(Collectors.joining("\n"));
    }
}
