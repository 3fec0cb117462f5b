package io.enikit.rules;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import io.enikit.model.PlanId;
import io.enikit.model.ResourceId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Takes what rules find wrong. Rules are given one; users do not make any. Takers are compared by identity. */
public final class Faults {
    private final List<Found> found = new ArrayList<>();
    private ResourceId subject = PlanId.of();

    /** Where the faults of the subject that is looked at now begin. */
    private int ofSubject;

    /** Where the faults of the rule that looks at it now begin. */
    private int ofRule;

    private RuleInfo rule;

    Faults(RuleInfo first) {
        this.rule = first;
    }

    /**
     * Reports a fault of the rule's own subject.
     *
     * @param message what is wrong, with the numbers
     * @param hint how to fix it
     */
    public void add(String message, String hint) {
        add(Fault.of(message, hint));
    }

    /**
     * Reports a fault.
     *
     * @param fault what is wrong
     */
    public void add(Fault fault) {
        found.add(new Found(rule, requireNonNull(fault, "fault").subject().orElse(subject), fault));
    }

    /**
     * Reports that the subject has too many of something, or is too large.
     *
     * @param excess by how much, 1 or more: a change that leaves less of it makes nothing worse
     * @param message what is wrong, with the numbers
     * @param hint how to fix it
     */
    public void exceeds(long excess, String message, String hint) {
        add(Fault.of(message, hint).withExcess(excess));
    }

    /** From here on, rules look at another subject. */
    void lookAt(ResourceId next) {
        subject = next;
        ofSubject = found.size();
    }

    /** From here on, another rule looks at the subject. */
    void by(RuleInfo next) {
        rule = next;
        ofRule = found.size();
    }

    /** Drops those faults of the rule that others have silenced, once it has looked at the subject. */
    void silence() {
        if (ofRule == found.size() || ofRule == ofSubject) {
            return;
        }
        Set<String> details = new HashSet<>();
        for (Found louder : found.subList(ofSubject, ofRule)) {
            boolean isError = louder.rule().severity() == Severity.ERROR;
            if (isError && rule.silentBehind().contains(louder.rule().id())) {
                found.subList(ofRule, found.size()).clear();
                return;
            }
            if (isError && rule.silentBehindSame().contains(louder.rule().id())) {
                details.add(louder.fault().detail());
            }
        }
        found.subList(ofRule, found.size())
                .removeIf(fault -> details.contains(fault.fault().detail()));
    }

    List<Found> found() {
        return ImmutableList.copyOf(found);
    }

    /** {@return what is wrong so far, a line each} */
    @Override
    public String toString() {
        return found.stream()
                .map(each -> each.rule().id() + " " + each.subject() + ": " + each.message())
                .collect(Collectors.joining("\n"));
    }
}
