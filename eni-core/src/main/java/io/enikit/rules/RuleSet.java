package io.enikit.rules;

import static com.google.common.base.Preconditions.checkArgument;
import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.ImmutableSortedMap;
import com.google.common.collect.ImmutableSortedSet;
import io.enikit.internal.PlanAccess;
import io.enikit.internal.RuleSetAccess;
import io.enikit.model.NetworkPlan;
import io.enikit.model.PlanId;
import io.enikit.model.Resource;
import io.enikit.model.ResourceId;
import io.enikit.model.ResourceKind;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Rules to check plans and operations by. Immutable.
 *
 * <p>Rules are told apart by their ids. Those left out with {@link #without} stay left out when sets are combined.
 */
public final class RuleSet {
    static {
        RuleSetAccess.set(new RuleSetAccess() {
            @Override
            public List<Violation> errorsIntroduced(
                    RuleSet rules,
                    NetworkPlan before,
                    NetworkPlan after,
                    Set<? extends ResourceId> changed,
                    String action) {
                return rules.errorsIntroduced(before, after, changed, action);
            }
        });
    }

    private static final Rule<NetworkPlan> LIMITS_UNCHECKED = RuleInfo.of("limits.unchecked", Phase.LIMITS)
            .withSummary("A plan with instances is checked by rules on what their types allow.")
            .inferred("none: this is about the rule set, not about EC2")
            .rule(NetworkPlan.class, (whole, plan, faults) -> {
                if (!plan.instances().isEmpty()) {
                    faults.add(
                            "no rule looks at how many interfaces and addresses the instance types allow",
                            "add LimitRules.bundled() of eni-limits to the rule set");
                }
            });

    private final ImmutableSortedMap<String, Rule<?>> rules;
    private final ImmutableSortedSet<String> leftOut;
    private final ImmutableList<Rule<?>> active;
    private final RulesByKind checked;

    /** Those of the active ones that report errors: all that operations are refused for. */
    private final RulesByKind refusing;

    /** Those of the refusing ones that look at something of the kinds that an operation changed, made when needed. */
    private final Map<Set<ResourceKind>, RulesByKind> refusingAround = new ConcurrentHashMap<>();

    private RuleSet(ImmutableSortedMap<String, Rule<?>> rules, ImmutableSortedSet<String> leftOut) {
        this.rules = rules;
        this.leftOut = leftOut;
        this.active = only(rules.values(), rule -> includes(rule.info()));
        this.checked = new RulesByKind(
                includes(LIMITS_UNCHECKED.info()) && !hasLimitRules()
                        ? ImmutableList.<Rule<?>>builder()
                                .addAll(active)
                                .add(LIMITS_UNCHECKED)
                                .build()
                        : active);
        this.refusing = new RulesByKind(only(active, rule -> rule.info().severity() == Severity.ERROR));
    }

    private static ImmutableList<Rule<?>> only(Collection<Rule<?>> rules, Predicate<Rule<?>> wanted) {
        ImmutableList.Builder<Rule<?>> found = ImmutableList.builder();
        for (Rule<?> rule : rules) {
            if (wanted.test(rule)) {
                found.add(rule);
            }
        }
        return found.build();
    }

    /**
     * Returns a set of rules.
     *
     * @param rules the rules, in any order
     * @return the set
     * @throws IllegalArgumentException if two rules have one id
     */
    public static RuleSet of(Rule<?>... rules) {
        return of(List.of(requireNonNull(rules, "rules")));
    }

    /**
     * Returns a set of rules.
     *
     * @param rules the rules, in any order
     * @return the set
     * @throws IllegalArgumentException if two rules have one id
     */
    public static RuleSet of(Iterable<? extends Rule<?>> rules) {
        return combine(requireNonNull(rules, "rules"), ImmutableSortedSet.of());
    }

    /**
     * Returns the rules of this set and of another one.
     *
     * @param other the other set; rules that are in both are there once
     * @return the combined set
     * @throws IllegalArgumentException if two different rules have one id
     */
    public RuleSet and(RuleSet other) {
        return combine(
                ImmutableList.<Rule<?>>builder()
                        .addAll(rules.values())
                        .addAll(requireNonNull(other, "other").rules.values())
                        .build(),
                ImmutableSortedSet.<String>naturalOrder()
                        .addAll(leftOut)
                        .addAll(other.leftOut)
                        .build());
    }

    /**
     * Returns this set without some of its rules. Preconditions of operations can be left out in the same way.
     *
     * <p>What is left out may join the set later. An id that is unknown when the set is used is refused then.
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

    private static RuleSet combine(Iterable<? extends Rule<?>> rules, ImmutableSortedSet<String> leftOut) {
        Map<String, Rule<?>> byId = new TreeMap<>();
        for (Rule<?> rule : rules) {
            @Nullable Rule<?> other = byId.putIfAbsent(rule.info().id(), rule);
            checkArgument(
                    other == null || other.equals(rule),
                    "two rules have the id \"%s\": \"%s\" and \"%s\"",
                    rule.info().id(),
                    other == null ? "" : other.info().summary(),
                    rule.info().summary());
        }
        return new RuleSet(ImmutableSortedMap.copyOf(byId), leftOut);
    }

    /** {@return what the rulebook says about the rules that are in force, by id} */
    public List<RuleInfo> rules() {
        return active.stream().map(Rule::info).collect(ImmutableList.toImmutableList());
    }

    /**
     * Finds a rule that is in force.
     *
     * @param id the id of the rule
     * @return what the rulebook says about it, or empty if the set has no such rule or it was left out
     */
    public Optional<RuleInfo> find(String id) {
        return Optional.ofNullable(rules.get(requireNonNull(id, "id")))
                .map(Rule::info)
                .filter(this::includes);
    }

    /** {@return the ids and first parts of ids that were left out} */
    public SortedSet<String> leftOut() {
        return leftOut;
    }

    /**
     * Checks whether a rule has not been left out.
     *
     * @param rule a rule, or a precondition of an operation
     * @return false if {@link #without} took it out
     */
    public boolean includes(RuleInfo rule) {
        requireNonNull(rule, "rule");
        return leftOut.isEmpty() || leftOut.stream().noneMatch(rule::isWithin);
    }

    /**
     * Returns this set if all that was left out is known.
     *
     * @return this set
     * @throws IllegalArgumentException if {@link #without} was given an id that is neither that of a rule of this set
     *     nor that of a precondition; the message proposes near ones
     */
    public RuleSet requireKnownIds() {
        for (String id : leftOut) {
            checkArgument(
                    isKnown(id),
                    "without(\"%s\"): no rule and no precondition has this id, nor one that starts with it; near ones: %s",
                    id,
                    isKnown(id) ? "" : RuleIds.near(id, allIds()));
        }
        return this;
    }

    private boolean isKnown(String idOrPrefix) {
        return rules.keySet().stream().anyMatch(id -> RuleIds.isWithin(id, idOrPrefix))
                || LIMITS_UNCHECKED.info().isWithin(idOrPrefix)
                || RuleIds.ofPreconditions().stream().anyMatch(id -> RuleIds.isWithin(id, idOrPrefix));
    }

    private Set<String> allIds() {
        return ImmutableSet.<String>builder()
                .addAll(rules.keySet())
                .add(LIMITS_UNCHECKED.info().id())
                .addAll(RuleIds.ofPreconditions())
                .build();
    }

    /**
     * Checks a plan.
     *
     * @param plan the plan
     * @return everything that is wrong with it
     * @throws IllegalArgumentException if {@link #without} was given an unknown id
     */
    public Report check(NetworkPlan plan) {
        return check(plan, ImmutableSet.of());
    }

    /**
     * Checks a plan in which some resources are new, so that violations name these.
     *
     * <p>A violation between two resources, such as two subnets that overlap, is reported once. If one of the two is new
     * and the other is not, it is about the new one.
     *
     * @param plan the plan
     * @param added the ids of the new resources
     * @return everything that is wrong with the plan
     * @throws IllegalArgumentException if {@link #without} was given an unknown id
     */
    public Report check(NetworkPlan plan, Set<? extends ResourceId> added) {
        requireNonNull(added, "added");
        NetworkPlan indexed = indexed(plan);
        Faults faults = new Faults(LIMITS_UNCHECKED.info());
        checked.check(indexed, PlanId.of(), indexed, faults);
        indexed.resources().forEach(resource -> checked.check(resource, resource.resourceId(), indexed, faults));
        return report(indexed, faults.found(), added);
    }

    /**
     * Checks a plan with the help of further threads.
     *
     * <p>The report is that of {@link #check(NetworkPlan)}. It pays off from some 10,000 interfaces on. Rules of your own
     * must then be fit for several threads, as those of this library are.
     *
     * @param plan the plan
     * @param executor runs parts of the check; the calling thread does what no other one has begun, and so does all if
     *     the executor runs nothing
     * @return everything that is wrong with the plan
     * @throws IllegalArgumentException if {@link #without} was given an unknown id
     * @throws java.util.concurrent.RejectedExecutionException if the executor takes no tasks
     */
    public Report check(NetworkPlan plan, Executor executor) {
        requireNonNull(executor, "executor");
        NetworkPlan indexed = indexed(plan);
        return report(
                indexed, CheckInParts.found(checked, LIMITS_UNCHECKED.info(), indexed, executor), ImmutableSet.of());
    }

    private NetworkPlan indexed(NetworkPlan plan) {
        requireNonNull(plan, "plan");
        requireKnownIds();
        return PlanAccess.get().indexed(plan);
    }

    private static Report report(NetworkPlan plan, List<Found> found, Set<? extends ResourceId> added) {
        List<Violation> violations = new ArrayList<>();
        for (Found fault : found) {
            violations.add(fault.about(added).toViolation(plan));
        }
        return Report.from(violations);
    }

    private boolean hasLimitRules() {
        for (Rule<?> rule : active) {
            if (rule.info().isWithin("limits")) {
                return true;
            }
        }
        return false;
    }

    /** Finds the errors that a change brought into a plan, those first that EC2 would look at first. */
    private List<Violation> errorsIntroduced(
            NetworkPlan before, NetworkPlan after, Set<? extends ResourceId> changed, String action) {
        RulesByKind around = refusingAround(before, after, changed);
        NavigableSet<ResourceId> subjects = Surroundings.of(before, after, changed, around::areAbout);
        List<Found> found = faults(after, subjects, changed, around);
        if (found.isEmpty()) {
            return List.of();
        }
        Map<Found.Key, Long> known = new TreeMap<>();
        for (Found fault : faults(before, subjects, changed, around)) {
            known.merge(fault.key(), fault.excess(), Math::max);
        }
        return found.stream()
                .filter(fault -> isWorse(fault, known.get(fault.key())))
                .sorted()
                .map(fault -> fault.about(changed).toViolation(after, action, changed))
                .collect(ImmutableList.toImmutableList());
    }

    private static boolean isWorse(Found fault, @Nullable Long excessBefore) {
        return excessBefore == null || fault.excess() > excessBefore;
    }

    private RulesByKind refusingAround(NetworkPlan before, NetworkPlan after, Set<? extends ResourceId> changed) {
        Set<ResourceKind> kinds = EnumSet.noneOf(ResourceKind.class);
        for (ResourceId id : changed) {
            if (!differsInTagsOnly(before.find(id), after.find(id))) {
                kinds.add(id.kind());
            }
        }
        return refusingAround.computeIfAbsent(kinds, refusing::lookingAtAny);
    }

    private static boolean differsInTagsOnly(Optional<Resource> before, Optional<Resource> after) {
        return before.isPresent()
                && after.isPresent()
                && !Objects.equals(before.get().tags(), after.get().tags())
                && before.get().withTags(after.get().tags()).equals(after.get());
    }

    private List<Found> faults(
            NetworkPlan plan,
            NavigableSet<ResourceId> subjects,
            Set<? extends ResourceId> changed,
            RulesByKind around) {
        Faults faults = new Faults(LIMITS_UNCHECKED.info());
        refusing.check(plan, PlanId.of(), plan, faults);
        for (ResourceId id : subjects) {
            RulesByKind rulesOfSubject = changed.contains(id) ? refusing : around;
            if (rulesOfSubject.areAbout(id.kind())) {
                Optional<Resource> resource = plan.find(id);
                if (resource.isPresent()) {
                    rulesOfSubject.check(resource.get(), id, plan, faults);
                }
            }
        }
        return faults.found();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof RuleSet set && rules.equals(set.rules) && leftOut.equals(set.leftOut);
    }

    @Override
    public int hashCode() {
        return rules.keySet().hashCode() * 31 + leftOut.hashCode();
    }

    /** {@return how many rules are in force, and what was left out} */
    @Override
    public String toString() {
        return active.size() + " rules" + (leftOut.isEmpty() ? "" : ", without " + String.join(", ", leftOut));
    }
}
