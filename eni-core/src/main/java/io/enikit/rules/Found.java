package io.enikit.rules;

import com.google.common.collect.ComparisonChain;
import io.enikit.model.NetworkPlan;
import io.enikit.model.ResourceId;
import io.enikit.model.ResourceKind;
import java.util.Set;

/**
 * A fault with the rule that found it and the subject that it is about.
 *
 * @param rule the rule that found it
 * @param subject what it is about
 * @param fault what is wrong
 */
record Found(RuleInfo rule, ResourceId subject, Fault fault) implements Comparable<Found> {
    /** What stays the same about a fault while the plan around it changes. */
    record Key(String rule, ResourceId subject, String detail) implements Comparable<Key> {
        @Override
        public int compareTo(Key other) {
            int byRule = rule.compareTo(other.rule);
            int bySubject = byRule != 0 ? byRule : subject.compareTo(other.subject);
            return bySubject != 0 ? bySubject : detail.compareTo(other.detail);
        }
    }

    /** Orders faults by phase: EC2 would look at the first one first. */
    @Override
    public int compareTo(Found other) {
        return ComparisonChain.start()
                .compare(rule.phase(), other.rule.phase())
                .compare(rule.id(), other.rule.id())
                .compare(subject, other.subject)
                .compare(message(), other.message())
                .result();
    }

    Key key() {
        return new Key(rule.id(), subject, fault.detail());
    }

    /** Returns the fault as one of the changed resources has it, where it is between one of these and another one. */
    Found about(Set<? extends ResourceId> changed) {
        if (!changed.contains(subject)) {
            for (Fault.OtherSide other : fault.others()) {
                if (changed.contains(other.subject())) {
                    return new Found(rule, other.subject(), fault.seenFrom(other));
                }
            }
        }
        return this;
    }

    long excess() {
        return fault.excess();
    }

    String message() {
        return fault.message();
    }

    /** Returns the violation, with the code and the words of the call that would create the state. */
    Violation toViolation(NetworkPlan plan) {
        return Violation.of(
                rule, subject, fault, rule.ec2Code(), rule.ec2Message(SubjectValues.of(subject, plan, fault)));
    }

    /** Returns the violation, with the code and the words of an EC2 action that changed something. */
    Violation toViolation(NetworkPlan plan, String action, Set<? extends ResourceId> changed) {
        return Violation.of(rule, subject, fault, rule.ec2Code(action), rule.ec2Message(action, values(plan, changed)));
    }

    /** What is wrong with the plan as a whole is said of what was changed. */
    private Fault values(NetworkPlan plan, Set<? extends ResourceId> changed) {
        Fault values = SubjectValues.of(subject, plan, fault);
        if (subject.kind() == ResourceKind.PLAN) {
            for (ResourceId id : changed) {
                values = SubjectValues.of(id, plan, values);
            }
        }
        return values;
    }
}
