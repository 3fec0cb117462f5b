package io.enikit.json.gathered;

import io.enikit.json.Origin;
import io.enikit.json.Unknown;
import io.enikit.json.text.Budget;
import io.enikit.model.ResourceId;
import io.enikit.rules.Fault;
import io.enikit.rules.RuleInfo;
import io.enikit.rules.Violation;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** What is said of files while they are read: what is wrong, what is not known, and what is not made. */
public final class Notes {
    /** What is wrong with a file, and where. */
    public record Note(Violation violation, Origin origin) implements Comparable<Note> {
        private static final Comparator<Note> ORDER = Comparator.comparing(Note::violation)
                .thenComparing(each -> each.origin().file())
                .thenComparing(each -> each.origin().path());

        @Override
        public int compareTo(Note other) {
            return ORDER.compare(this, other);
        }
    }

    private final Budget budget;
    private final Set<Note> notes = new TreeSet<>();
    private final List<Unknown> unknowns = new ArrayList<>();
    private final List<Origin> leftOut = new ArrayList<>();

    Notes(Budget budget) {
        this.budget = budget;
    }

    void addAll(Notes other) {
        notes.addAll(other.notes);
        unknowns.addAll(other.unknowns);
        leftOut.addAll(other.leftOut);
    }

    void report(RuleInfo rule, ResourceId subject, String message, String hint, Origin origin) {
        budget.note(message.length() + origin.path().length(), origin);
        notes.add(new Note(Violation.of(rule, subject, Fault.of(message, hint)), origin));
    }

    /** Reports that a file contradicts itself, or another one. */
    void contradiction(ResourceId subject, String message, Origin origin) {
        report(ReadRules.CONTRADICTION, subject, message, "read files that were written at one time", origin);
    }

    void unknown(Unknown unknown) {
        budget.note(unknown.reason().length() + unknown.origin().path().length(), unknown.origin());
        unknowns.add(unknown);
    }

    /** Notes a resource that is not going to be made. */
    void leaveOut(Origin origin) {
        budget.note(origin.path().length(), origin);
        leftOut.add(origin);
    }

    /** Returns what is wrong, in order, each once. */
    Set<Note> all() {
        return notes;
    }

    List<Origin> leftOut() {
        return leftOut;
    }

    /** Returns unknown values in their order, each once. */
    List<Unknown> unknowns() {
        Set<Unknown> seen = new TreeSet<>(
                Comparator.comparing((Unknown each) -> each.origin().file())
                        .thenComparing(each -> each.origin().path())
                        .thenComparingInt(each -> each.origin().line().orElse(0))
                        .thenComparing(each -> each.origin().name().orElse(""))
                        .thenComparing(Unknown::reason));
        return unknowns.stream().filter(seen::add).toList();
    }
}
