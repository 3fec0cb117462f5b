package io.enikit.json;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSortedSet;
import io.enikit.model.PlanId;
import io.enikit.model.ResourceId;
import io.enikit.rules.Fault;
import io.enikit.rules.InvalidPlanException;
import io.enikit.rules.Report;
import io.enikit.rules.RuleInfo;
import io.enikit.rules.RuleSet;
import io.enikit.rules.Severity;
import io.enikit.rules.Violation;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableSet;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Everything that is wrong with what was read, with where it was read, and what could not be checked. Immutable. */
public final class Findings {
    private final ImmutableList<Finding> findings;
    private final ImmutableList<Unknown> unknowns;
    private final ImmutableSortedSet<ResourceId> outside;
    private final RuleSet rules;
    private final Unread unread;

    Findings(
            List<Finding> findings,
            ImmutableList<Unknown> unknowns,
            ImmutableSortedSet<ResourceId> outside,
            RuleSet rules,
            Unread unread) {
        this.findings = ImmutableList.sortedCopyOf(findings);
        this.unknowns = unknowns;
        this.outside = outside;
        this.rules = rules;
        this.unread = unread;
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

    /** {@return how many there are of each type that was seen and not read, such as {@code AWS::EFS::MountTarget}} */
    public SortedMap<String, Integer> notRead() {
        return unread.counts();
    }

    /** {@return the files that could not be read, where {@link PlanReader#tryRead} went on without them} */
    public List<UnreadableException> unreadable() {
        return unread.unreadable();
    }

    /** {@return whether there is no error and no warning; advice is let through, and what is unknown} */
    public boolean passes() {
        return report().passes();
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
        return new Findings(findings.stream().filter(wanted).toList(), unknowns, outside, rules, unread);
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

    /**
     * Returns these findings if they hold no errors, and nothing was left open: all was read, and all values are known.
     *
     * <p>Warnings and advice are let through; what is not in the files is let through too if it is only mentioned.
     *
     * @return these findings
     * @throws InvalidPlanException if they hold errors, unknown values, or something that was not read, with all of them
     *     in its message
     */
    public Findings orElseThrowUnlessComplete() {
        List<Violation> all = new ArrayList<>(report().violations());
        unknowns.forEach(unknown -> all.add(incomplete(unknown.toString())));
        unread.lines().forEach(line -> all.add(incomplete(line)));
        Report.from(all).orElseThrow();
        return this;
    }

    private static Violation incomplete(String message) {
        return Violation.of(
                ReadRules.UNKNOWN.withSeverity(Severity.ERROR),
                PlanId.of(),
                Fault.of(message, "give the files and the values that are missing"));
    }

    /** {@return the same as JSON: an object with the lists {@code findings}, {@code unknowns}, {@code outside} and {@code notRead}} */
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
                && rules.equals(that.rules)
                && unread.equals(that.unread);
    }

    @Override
    public int hashCode() {
        return Objects.hash(findings, unknowns, outside, rules);
    }

    /**
     * Returns everything as text.
     *
     * @return a line for each violation, each unknown value, and what was not read; or a line that says that there are no
     *     violations, which is never said where nothing was read
     */
    @Override
    public String toString() {
        List<String> lines = new ArrayList<>();
        boolean saysNothing = findings.isEmpty() && !unread.emptyFiles().isEmpty();
        if (!saysNothing) {
            lines.add(report().toString());
        }
        unknowns.forEach(unknown -> lines.add(unknown.toString()));
        lines.addAll(unread.lines());
        return String.join("\n", lines);
    }
}
