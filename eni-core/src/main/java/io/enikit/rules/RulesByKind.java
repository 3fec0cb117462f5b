package io.enikit.rules;

import io.enikit.model.NetworkPlan;
import io.enikit.model.ResourceId;
import io.enikit.model.ResourceKind;
import java.util.Collection;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Rules in order of their ids, by the kind of their subjects: arrays, as every subject of a plan has them gone through. */
final class RulesByKind {
    private final Map<ResourceKind, Rule<?>[]> rules = new EnumMap<>(ResourceKind.class);

    RulesByKind(Collection<Rule<?>> sorted) {
        for (ResourceKind kind : ResourceKind.values()) {
            Rule<?>[] ofKind =
                    sorted.stream().filter(rule -> rule.kinds().contains(kind)).toArray(Rule<?>[]::new);
            if (ofKind.length > 0) {
                rules.put(kind, ofKind);
            }
        }
    }

    /** Has each rule that is about a subject look at it. */
    void check(Object subject, ResourceId id, NetworkPlan plan, Fault.Collector faults) {
        Rule<?> @Nullable [] ofKind = rules.get(id.kind());
        if (ofKind == null) {
            return;
        }
        Fault.Collector.Sink sink = faults.about(id, ofKind[0].info());
        for (Rule<?> rule : ofKind) {
            check(rule, subject, plan, sink.of(rule.info()));
        }
    }

    /** The subject is of the type of the rule, as it is of one of its kinds. */
    @SuppressWarnings("unchecked")
    private static <S> void check(Rule<S> rule, Object subject, NetworkPlan plan, Faults faults) {
        rule.check((S) subject, plan, faults);
    }
}
