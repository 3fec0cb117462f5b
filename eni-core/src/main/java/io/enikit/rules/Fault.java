package io.enikit.rules;

import com.google.common.collect.ImmutableList;
import io.enikit.model.ResourceId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

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
        private @Nullable Sink last;

        /** Returns where a rule reports. Most rules find nothing, so that one subject's is made once for all rules. */
        Faults of(RuleInfo rule, ResourceId subject) {
            @Nullable Sink sink = last;
            if (sink == null || !sink.subject.equals(subject)) {
                sink = new Sink(rule, subject);
                last = sink;
            }
            sink.rule = rule;
            return sink;
        }

        List<Fault> found() {
            return ImmutableList.copyOf(found);
        }

        private final class Sink implements Faults {
            private final ResourceId subject;
            private RuleInfo rule;

            Sink(RuleInfo rule, ResourceId subject) {
                this.rule = rule;
                this.subject = subject;
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
