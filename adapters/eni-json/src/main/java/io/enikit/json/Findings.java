package io.enikit.json;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSortedSet;
import io.enikit.model.ResourceId;
import io.enikit.rules.InvalidPlanException;
import io.enikit.rules.Report;
import io.enikit.rules.RuleInfo;
import io.enikit.rules.RuleSet;
import java.util.List;
import java.util.NavigableSet;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Everything that is wrong with what was read, with where it was read, and what could not be checked. Immutable. */
public final class Findings {
    private final ImmutableList<Finding> findings;
    private final ImmutableList<Unknown> unknowns;
    private final ImmutableSortedSet<ResourceId> outside;
    private final RuleSet rules;

    Findings(
            List<Finding> findings,
            ImmutableList<Unknown> unknowns,
            ImmutableSortedSet<ResourceId> outside,
            RuleSet rules) {
        this.findings = ImmutableList.sortedCopyOf(findings);
        this.unknowns = unknowns;
        this.outside = outside;
        this.rules = rules;
    }

    /** {@return what is wrong, sorted by subject, rule and message} */
    public List<Finding> findings() {
        return findings;
    }

    /** {@return the values that are unknown, about which nothing is said} */
    public List<Unknown> unknowns() {
        return unknowns;
    }

    /** {@return the ids that are mentioned, but whose resources were not read} */
    public NavigableSet<ResourceId> outside() {
        return outside;
    }

    /** {@return whether EC2 would refuse any of it} */
    public boolean hasErrors() {
        return report().hasErrors();
    }

    /**
     * Returns these findings without those that are not wanted; what is unknown stays.
     *
     * @param wanted says which ones stay
     * @return the findings
     */
    public Findings filter(Predicate<? super Finding> wanted) {
        requireNonNull(wanted, "wanted");
        return new Findings(findings.stream().filter(wanted).toList(), unknowns, outside, rules);
    }

    /** {@return the same as a report, with the origin in each message} */
    public Report report() {
        return Report.from(findings.stream().map(Finding::located).toList());
    }

    /**
     * Returns these findings if they hold no errors; warnings and unknown values are let through.
     *
     * @return these findings
     * @throws InvalidPlanException if they hold errors, with all of them in its message
     */
    public Findings orElseThrow() {
        report().orElseThrow();
        return this;
    }

    /** {@return the same as JSON: an object with the lists {@code findings}, {@code unknowns} and {@code outside}} */
    public String toJson() {
        return FindingsWriter.json(this);
    }

    /** {@return the same as a log of SARIF 2.1.0, which tools for code review show beside the files} */
    public String toSarif() {
        return FindingsWriter.sarif(this);
    }

    /** Finds what is known about a rule. */
    Optional<RuleInfo> info(String rule) {
        return rules.find(rule).or(() -> ReadRules.find(rule));
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Findings that
                && findings.equals(that.findings)
                && unknowns.equals(that.unknowns)
                && outside.equals(that.outside)
                && rules.equals(that.rules);
    }

    @Override
    public int hashCode() {
        return Objects.hash(findings, unknowns, outside, rules);
    }

    /** {@return a line for each violation and each unknown value, or a line that says that there is none} */
    @Override
    public String toString() {
        String violations = report().toString();
        return unknowns.isEmpty()
                ? violations
                : violations + "\n" + unknowns.stream().map(Unknown::toString).collect(Collectors.joining("\n"));
    }
}
