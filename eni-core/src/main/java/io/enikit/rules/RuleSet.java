package io.enikit.rules;

import static com.google.common.base.Preconditions.checkArgument;
import static java.util.Objects.requireNonNull;

import com.google.common.collect.Collections2;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSortedMap;
import com.google.common.collect.ImmutableSortedSet;
import io.enikit.model.NetworkPlan;
import io.enikit.model.PlanId;
import io.enikit.model.ResourceId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Rules to check plans and operations by. Immutable.
 *
 * <p>Rules are told apart by their ids. Those left out with {@link #without} stay left out when sets are combined.
 */
public final class RuleSet {
    private static final RuleInfo LIMITS_UNCHECKED = RuleInfo.builder()
            .id("limits.unchecked")
            .summary("A plan with instances is checked by rules on what their types allow.")
            .evidence(Evidence.INFERRED)
            .phase(Phase.LIMITS)
            .source("none: this is about the rule set, not about EC2")
            .build();

    private static final Comparator<Fault> BY_PHASE = Comparator.<Fault, Phase>comparing(
                    fault -> fault.rule().phase())
            .thenComparing(fault -> fault.rule().id())
            .thenComparing(Fault::subject)
            .thenComparing(Fault::message);

    private final ImmutableSortedMap<String, Rule<?>> rules;
    private final ImmutableSortedSet<String> leftOut;
    private final ImmutableList<Rule<?>> active;
    private final RulesByKind checked;

    /** Those of the active ones that report errors: all that operations are refused for. */
    private final RulesByKind refusing;

    private RuleSet(ImmutableSortedMap<String, Rule<?>> rules, ImmutableSortedSet<String> leftOut) {
        this.rules = rules;
        this.leftOut = leftOut;
        this.active = ImmutableList.copyOf(Collections2.filter(rules.values(), rule -> includes(rule.info())));
        this.checked = new RulesByKind(active);
        this.refusing =
                new RulesByKind(Collections2.filter(active, rule -> rule.info().severity() == Severity.ERROR));
    }

    /**
     * Returns a set of rules.
     *
     * @param rules the rules, in any order
     * @return the set
     * @throws IllegalArgumentException if two rules have one id
     */
    public static RuleSet of(Rule<?>... rules) {
        return combine(List.of(rules), ImmutableSortedSet.of());
    }

    /**
     * Returns the rules of this set and of another one.
     *
     * @param other the other set
     * @return the combined set
     * @throws IllegalArgumentException if two different rules have one id
     */
    public RuleSet and(RuleSet other) {
        List<Rule<?>> all = new ArrayList<>(rules.values());
        all.addAll(other.rules.values());
        return combine(
                all,
                ImmutableSortedSet.<String>naturalOrder()
                        .addAll(leftOut)
                        .addAll(other.leftOut)
                        .build());
    }

    /**
     * Returns this set without some of its rules. Preconditions of operations can be left out in the same way.
     *
     * @param idOrPrefix the id of a rule such as {@code eni.attach.zone}, or the first parts of the ids of several such
     *     as {@code eni.attach}
     * @return the smaller set
     */
    public RuleSet without(String idOrPrefix) {
        return new RuleSet(
                rules,
                ImmutableSortedSet.<String>naturalOrder()
                        .addAll(leftOut)
                        .add(requireNonNull(idOrPrefix, "idOrPrefix"))
                        .build());
    }

    private static RuleSet combine(List<Rule<?>> rules, ImmutableSortedSet<String> leftOut) {
        Map<String, Rule<?>> byId = new TreeMap<>();
        for (Rule<?> rule : rules) {
            @Nullable Rule<?> other = byId.putIfAbsent(rule.info().id(), rule);
            checkArgument(
                    other == null || other.equals(rule),
                    "two rules have the id \"%s\": expected one",
                    rule.info().id());
        }
        return new RuleSet(ImmutableSortedMap.copyOf(byId), leftOut);
    }

    /** {@return what is known about the rules that are in force, by id} */
    public List<RuleInfo> rules() {
        return active.stream().map(Rule::info).collect(ImmutableList.toImmutableList());
    }

    /**
     * Checks whether a rule has not been left out.
     *
     * @param rule a rule, or a precondition of an operation
     * @return false if {@link #without} took it out
     */
    public boolean includes(RuleInfo rule) {
        return leftOut.isEmpty() || leftOut.stream().noneMatch(rule::isWithin);
    }

    /**
     * Checks a plan.
     *
     * @param plan the plan
     * @return everything that is wrong with it
     */
    public Report check(NetworkPlan plan) {
        return checkIndexed(requireNonNull(plan, "plan").indexed());
    }

    private Report checkIndexed(NetworkPlan plan) {
        Fault.Collector faults = new Fault.Collector();
        checked.check(plan, PlanId.of(), plan, faults);
        plan.resources().forEach(resource -> checked.check(resource, resource.resourceId(), plan, faults));
        if (!plan.instances().isEmpty() && includes(LIMITS_UNCHECKED) && !hasLimitRules()) {
            faults.about(PlanId.of(), LIMITS_UNCHECKED)
                    .add(
                            "",
                            "no rule looks at how many interfaces and addresses the instance types allow",
                            "add LimitRules.bundled() of eni-limits to the rule set");
        }
        List<Violation> violations = new ArrayList<>();
        for (Fault fault : faults.found()) {
            violations.add(fault.toViolation(fault.rule().ec2Code()));
        }
        return new Report(violations);
    }

    private boolean hasLimitRules() {
        return active.stream().anyMatch(rule -> rule.info().isWithin("limits"));
    }

    /**
     * Finds the errors that a change brought into a plan, as opposed to those that were there before.
     *
     * <p>An error was there before if the same rule reported the same about the same subject, and no less of it.
     *
     * @param before the plan before the change
     * @param after the plan after the change
     * @param changed the ids of all resources that were added, changed or removed
     * @param action the EC2 action that made the change, such as {@code AttachNetworkInterface}: it decides the codes
     * @return the errors, those first that EC2 would look at first; warnings are left out
     */
    public List<Violation> errorsIntroduced(
            NetworkPlan before, NetworkPlan after, Set<? extends ResourceId> changed, String action) {
        NavigableSet<ResourceId> subjects = Surroundings.of(before, after, changed);
        Map<Fault.Key, Long> known = new HashMap<>();
        for (Fault fault : faults(before, subjects)) {
            known.merge(fault.key(), fault.excess(), Math::max);
        }
        return faults(after, subjects).stream()
                .filter(fault -> isWorse(fault, known.get(fault.key())))
                .sorted(BY_PHASE)
                .map(fault -> fault.toViolation(fault.rule().ec2Code(action)))
                .collect(ImmutableList.toImmutableList());
    }

    private static boolean isWorse(Fault fault, @Nullable Long excessBefore) {
        return excessBefore == null || fault.excess() > excessBefore;
    }

    private List<Fault> faults(NetworkPlan plan, NavigableSet<ResourceId> subjects) {
        Fault.Collector faults = new Fault.Collector();
        refusing.check(plan, PlanId.of(), plan, faults);
        for (ResourceId id : subjects) {
            plan.find(id).ifPresent(resource -> refusing.check(resource, id, plan, faults));
        }
        return faults.found();
    }
}
