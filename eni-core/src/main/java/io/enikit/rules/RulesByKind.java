package io.enikit.rules;

import io.enikit.model.NetworkPlan;
import io.enikit.model.ResourceId;
import io.enikit.model.ResourceKind;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Rules by the kind of their subjects, each after those that silence it.
 *
 * <p>They are kept in arrays, because every subject of a plan goes through them.
 */
final class RulesByKind {
    private final Map<ResourceKind, Rule<?>[]> rules = new EnumMap<>(ResourceKind.class);

    RulesByKind(Collection<Rule<?>> sorted) {
        Map<ResourceKind, List<Rule<?>>> byKind = new EnumMap<>(ResourceKind.class);
        for (Rule<?> rule : sorted) {
            for (ResourceKind kind : rule.kinds()) {
                byKind.computeIfAbsent(kind, unseen -> new ArrayList<>()).add(rule);
            }
        }
        for (Map.Entry<ResourceKind, List<Rule<?>>> ofKind : byKind.entrySet()) {
            rules.put(ofKind.getKey(), silencersFirst(ofKind.getValue(), ofKind.getValue()));
        }
    }

    /** Takes those whose verdict may depend on resources of some kinds, and those that silence them. */
    private RulesByKind(RulesByKind all, Set<ResourceKind> changed) {
        for (Map.Entry<ResourceKind, Rule<?>[]> ofKind : all.rules.entrySet()) {
            List<Rule<?>> looking = new ArrayList<>();
            for (Rule<?> rule : ofKind.getValue()) {
                if (rule.looksAtAny(changed)) {
                    looking.add(rule);
                }
            }
            if (!looking.isEmpty()) {
                rules.put(ofKind.getKey(), silencersFirst(looking, List.of(ofKind.getValue())));
            }
        }
    }

    RulesByKind lookingAtAny(Set<ResourceKind> changed) {
        return new RulesByKind(this, changed);
    }

    private static Rule<?>[] silencersFirst(Collection<Rule<?>> wanted, Collection<Rule<?>> all) {
        Map<String, Rule<?>> byId = new LinkedHashMap<>();
        for (Rule<?> rule : all) {
            byId.put(rule.info().id(), rule);
        }
        List<Rule<?>> ordered = new ArrayList<>();
        Set<String> placed = new LinkedHashSet<>();
        for (Rule<?> rule : wanted) {
            place(rule.info().id(), byId, placed, ordered);
        }
        return ordered.toArray(new Rule<?>[0]);
    }

    private static void place(String id, Map<String, Rule<?>> rules, Set<String> placed, List<Rule<?>> ordered) {
        @Nullable Rule<?> rule = rules.get(id);
        if (rule != null && placed.add(id)) {
            for (String louder : rule.info().silentBehind()) {
                place(louder, rules, placed, ordered);
            }
            for (String louder : rule.info().silentBehindSame()) {
                place(louder, rules, placed, ordered);
            }
            ordered.add(rule);
        }
    }

    boolean areAbout(ResourceKind kind) {
        return rules.containsKey(kind);
    }

    /** Has each rule that is about a subject look at it. */
    void check(Object subject, ResourceId id, NetworkPlan plan, Faults faults) {
        Rule<?> @Nullable [] ofKind = rules.get(id.kind());
        if (ofKind == null) {
            return;
        }
        faults.lookAt(id);
        for (Rule<?> rule : ofKind) {
            faults.by(rule.info());
            check(rule, subject, plan, faults);
            faults.silence();
        }
    }

    /** The subject is of the type of the rule, as it is of one of its kinds. */
    @SuppressWarnings("unchecked")
    private static <S> void check(Rule<S> rule, Object subject, NetworkPlan plan, Faults faults) {
        rule.check().check((S) subject, plan, faults);
    }
}
