package io.enikit.rules;

import com.google.common.collect.ImmutableList;
import io.enikit.model.ResourceId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A violation in the making, with what tells it from others and how much is wrong.
 *
 * @param rule the rule that found it
 * @param subject what it is about
 * @param detail what tells it from other faults of the rule and the subject
 * @param excess by how much something is too much, 0 where nothing is counted
 * @param message what is wrong
 * @param hint what would mend it
 */
record Fault(RuleInfo rule, ResourceId subject, String detail, long excess, String message, String hint) {
    /** What stays the same about a fault while the plan around it changes. */
    record Key(String rule, ResourceId subject, String detail) {}

    Key key() {
        return new Key(rule.id(), subject, detail);
    }

    Violation toViolation(Optional<String> ec2Code) {
        return new Violation(rule.id(), rule.severity(), subject, message, hint, ec2Code);
    }

    /** Collects the faults that rules find. */
    static final class Collector {
        private final List<Fault> found = new ArrayList<>();

        /** Returns where rules report about a subject. Most find nothing, so that there is one for all of them. */
        Sink about(ResourceId subject, RuleInfo firstRule) {
            return new Sink(firstRule, subject);
        }

        List<Fault> found() {
            return ImmutableList.copyOf(found);
        }

        /** Takes the faults of one rule after another. */
        final class Sink implements Faults {
            private final ResourceId subject;
            private RuleInfo rule;

            Sink(RuleInfo rule, ResourceId subject) {
                this.rule = rule;
                this.subject = subject;
            }

            Sink of(RuleInfo next) {
                rule = next;
                return this;
            }

            @Override
            public void add(String detail, String message, String hint) {
                found.add(new Fault(rule, subject, detail, 0, message, hint));
            }

            @Override
            public void exceeds(long excess, String message, String hint) {
                found.add(new Fault(rule, subject, "", excess, message, hint));
            }

            @Override
            public Faults about(ResourceId other) {
                return new Sink(rule, other);
            }
        }
    }
}
