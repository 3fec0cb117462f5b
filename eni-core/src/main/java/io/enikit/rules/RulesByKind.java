package io.enikit.rules;

import io.enikit.model.NetworkPlan;
import io.enikit.model.ResourceId;
import io.enikit.model.ResourceKind;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Rules in order of their ids, by the kind of their subjects: found by index, as every subject of a plan asks for them. */
final class RulesByKind {
    private final Rule<?>[][] rules = new Rule<?>[ResourceKind.values().length][];

    RulesByKind(Collection<Rule<?>> sorted) {
        Map<ResourceKind, List<Rule<?>>> byKind = new EnumMap<>(ResourceKind.class);
        for (ResourceKind kind : ResourceKind.values()) {
            byKind.put(kind, new ArrayList<>());
        }
        sorted.forEach(rule -> rule.kinds().forEach(kind -> byKind.get(kind).add(rule)));
        byKind.forEach((kind, ofKind) -> rules[kind.ordinal()] = ofKind.toArray(Rule<?>[]::new));
    }

    /** Has each rule that is about a subject look at it. */
    void check(Object subject, ResourceId id, NetworkPlan plan, Fault.Collector faults) {
        Rule<?>[] ofKind = rules[id.kind().ordinal()];
        if (ofKind.length == 0) {
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
