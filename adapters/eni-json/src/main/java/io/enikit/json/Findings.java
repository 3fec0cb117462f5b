package io.enikit.json;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSortedSet;
import io.enikit.json.gathered.ReadRules;
import io.enikit.json.gathered.Unread;
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
import java.util.Comparator;
import java.util.List;
import java.util.NavigableSet;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Everything that is wrong with what was read, with where it was read, and what could not be checked. Immutable. */
public final class Findings {
    private static final long CHARACTERS_OF_EACH = 300;

    private final ImmutableList<Finding> findings;
    private final ImmutableList<Unknown> unknowns;
    private final ImmutableSortedSet<ResourceId> outside;
    private final RuleSet rules;
    private final int most;
    private final Unread unread;

    private Findings(
            List<Finding> findings,
            List<Unknown> unknowns,
            ImmutableSortedSet<ResourceId> outside,
            RuleSet rules,
            int most,
            Unread unread) {
        this.findings = ImmutableList.sortedCopyOf(findings);
        this.unknowns = ImmutableList.copyOf(unknowns);
        this.outside = outside;
        this.rules = rules;
        this.most = most;
        this.unread = unread;
    }

    /** Returns findings of which a number is listed at most, and how many are beyond it is said. */
    static Findings of(
            List<Finding> all,
            ImmutableList<Unknown> unknowns,
            ImmutableSortedSet<ResourceId> outside,
            RuleSet rules,
            int most,
            Unread unread) {
        return new Findings(listed(all, most), listedUnknowns(unknowns, most), outside, rules, most, unread);
    }

    private static List<Finding> listed(List<Finding> all, int most) {
        List<Finding> inOrder = new ArrayList<>(all);
        inOrder.sort(Comparator.comparing((Finding each) -> each.violation().severity())
                .thenComparing(Comparator.naturalOrder()));
        long characters = 0;
        int number = 0;
        while (number < Math.min(inOrder.size(), most) && characters <= most * CHARACTERS_OF_EACH) {
            characters += inOrder.get(number++).length();
        }
        List<Finding> listed = new ArrayList<>(inOrder.subList(0, number));
        if (number < inOrder.size()) {
            listed.add(more(inOrder.subList(number, inOrder.size())));
        }
        return listed;
    }

    /** Says how many findings are not listed, at the first of them. */
    private static Finding more(List<Finding> dropped) {
        long errors = dropped.stream()
                .filter(each -> each.violation().severity() == Severity.ERROR)
                .count();
        Fault fault = Fault.of(
                dropped.size() + " more findings are not listed, " + errors + " of them errors; this is the first",
                "correct what is listed first, or raise ReadLimits.withFindings");
        Finding first = dropped.get(0);
        return new Finding(Violation.of(ReadRules.MORE, first.violation().subject(), fault), first.origin())
                .shownAt(first.place());
    }

    private static List<Unknown> listedUnknowns(ImmutableList<Unknown> all, int most) {
        long characters = 0;
        int number = 0;
        while (number < Math.min(all.size(), most) && characters <= most * CHARACTERS_OF_EACH) {
            characters += all.get(number++).length();
        }
        if (number == all.size()) {
            return all;
        }
        List<Unknown> listed = new ArrayList<>(all.subList(0, number));
        listed.add(new Unknown(
                all.size() - number + " more values are unknown, and not listed; this is the first",
                all.get(number).origin()));
        return ImmutableList.copyOf(listed);
    }

    /** How many findings, and how many ids outside, are listed at most. */
    int most() {
        return most;
    }

    /**
     * {@return what is wrong, sorted by subject, rule and message; where there are more than {@link ReadLimits#findings},
     * one of the rule {@code read.more} says how many are not listed}
     */
    public List<Finding> findings() {
        return findings;
    }

    /**
     * {@return the values that are unknown, about which nothing is said; where there are more than
     * {@link ReadLimits#findings}, the last one says how many}
     */
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
        return new Findings(findings.stream().filter(wanted).toList(), unknowns, outside, rules, most, unread);
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
                && most == that.most
                && unread.equals(that.unread);
    }

    @Override
    public int hashCode() {
        return Objects.hash(findings, unknowns, outside, rules, most);
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
