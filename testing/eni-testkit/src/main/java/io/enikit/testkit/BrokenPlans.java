package io.enikit.testkit;

import static com.google.common.base.Preconditions.checkArgument;
import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableSortedMap;
import io.enikit.model.NetworkPlan;
import io.enikit.rules.Violation;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Makes up plans that break one rule and no other: the same plan for the same seed, always and everywhere.
 *
 * <pre>{@code
 * NetworkPlan plan = BrokenPlans.of("eni.attach.zone").plan(42);
 * }</pre>
 */
public final class BrokenPlans {
    private static final int MOST_TRIES = 200;
    private static final ValidPlans BEFORE = ValidPlans.ofInstances(0, 3);

    /** One entry for each rule: what breaks it. */
    private static final ImmutableSortedMap<String, Breaker> BREAKERS = all();

    private final String rule;
    private final Breaker breaker;

    private BrokenPlans(String rule, Breaker breaker) {
        this.rule = rule;
        this.breaker = breaker;
    }

    private static ImmutableSortedMap<String, Breaker> all() {
        Map<String, Breaker> all = new TreeMap<>();
        NetworkBreakers.addTo(all);
        InterfaceBreakers.addTo(all);
        AddressBreakers.addTo(all);
        PrefixBreakers.addTo(all);
        TrunkBreakers.addTo(all);
        BlockBreakers.addTo(all);
        LimitBreakers.addTo(all);
        return ImmutableSortedMap.copyOf(all);
    }

    /**
     * Returns plans that break a rule.
     *
     * @param rule the id of the rule
     * @return the plans
     * @throws IllegalArgumentException if nothing is known to break it
     */
    public static BrokenPlans of(String rule) {
        checkArgument(
                BREAKERS.containsKey(requireNonNull(rule, "rule")),
                "nothing is known to break \"%s\": expected one of %s",
                rule,
                BREAKERS.keySet());
        return new BrokenPlans(rule, requireNonNull(BREAKERS.get(rule)));
    }

    /** {@return the ids of the rules that can be broken, sorted} */
    public static Set<String> rules() {
        return BREAKERS.keySet();
    }

    /**
     * Makes a plan.
     *
     * @param seed any number; the same seed gives the same plan
     * @return the plan
     */
    public NetworkPlan plan(long seed) {
        Choice choice = new Choice(seed);
        for (int tries = 0; tries < MOST_TRIES; tries++) {
            SampleNetwork network = SampleNetwork.on(BEFORE.plan(choice.seed()), choice);
            Optional<NetworkPlan> broken = breaker.breakOn(network).filter(this::allows);
            if (broken.isPresent()) {
                return broken.get();
            }
        }
        throw new IllegalStateException(rule + ": no plan of " + MOST_TRIES + " broke it and no other rule");
    }

    /** Tells whether a plan breaks this rule and no other. */
    boolean allows(NetworkPlan plan) {
        List<Violation> violations = ValidPlans.RULES.check(plan).violations();
        return !violations.isEmpty()
                && violations.stream().allMatch(violation -> violation.rule().equals(rule));
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof BrokenPlans that && rule.equals(that.rule);
    }

    @Override
    public int hashCode() {
        return rule.hashCode();
    }

    /** {@return such as {@code plans that break eni.attach.zone}} */
    @Override
    public String toString() {
        return "plans that break " + rule;
    }
}
