package io.enikit.testkit;

import static com.google.common.base.Preconditions.checkArgument;
import static java.util.Objects.requireNonNull;

import io.enikit.limits.InstanceTypes;
import io.enikit.limits.LimitRules;
import io.enikit.model.NetworkPlan;
import io.enikit.rules.Ec2Rules;
import io.enikit.rules.RuleSet;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Makes up plans that break no rule: the same plan for the same seed, always and everywhere.
 *
 * <p>They reach into corners: full subnets, several network cards, trunks with branches, IPv6-native subnets, delegated
 * prefixes, reservations, secondary blocks, timeouts and tags, quotas that are just met, VPCs with one and the same block. Some are spread over two accounts
 * that share subnets or have each its own VPC, or over two Regions.
 *
 * <pre>{@code
 * NetworkPlan plan = ValidPlans.ofInstances(1, 3).withZones(2).plan(42);
 * }</pre>
 */
public final class ValidPlans {
    /** All rules that plans are made for. */
    static final RuleSet RULES = Ec2Rules.standard().and(LimitRules.bundled());

    private static final int MOST_ZONES = 6;

    /** So many in a hundred of the plans with several VPCs have VPCs with one block. */
    private static final int OVERLAPPING = 40;

    private static final ValidPlans STANDARD = new ValidPlans(0, 8, 0, Optional.empty());

    private final int leastInstances;
    private final int mostInstances;
    private final int zones;
    private final Optional<String> instanceType;

    private ValidPlans(int leastInstances, int mostInstances, int zones, Optional<String> instanceType) {
        this.leastInstances = leastInstances;
        this.mostInstances = mostInstances;
        this.zones = zones;
        this.instanceType = instanceType;
    }

    /** {@return plans of up to 8 instances in one to three zones, or in those of two Regions} */
    public static ValidPlans standard() {
        return STANDARD;
    }

    /**
     * Returns plans of another size.
     *
     * @param least the fewest instances, 0 or more
     * @param most the most instances, both inclusive
     * @return the plans
     * @throws IllegalArgumentException if the numbers are negative or the wrong way round
     */
    public static ValidPlans ofInstances(int least, int most) {
        checkArgument(
                least >= 0 && most >= least, "%s to %s instances: expected 0 or more, the fewest first", least, most);
        return new ValidPlans(least, most, STANDARD.zones, STANDARD.instanceType);
    }

    /**
     * Returns plans with subnets in this many zones.
     *
     * @param number how many availability zones, 1 to 6
     * @return the plans
     * @throws IllegalArgumentException if the number is not 1 to 6
     */
    public ValidPlans withZones(int number) {
        checkArgument(number >= 1 && number <= MOST_ZONES, "%s zones: expected 1 to %s", number, MOST_ZONES);
        return new ValidPlans(leastInstances, mostInstances, number, instanceType);
    }

    /**
     * Returns plans in which all instances are of one type.
     *
     * @param type a type of the bundled table, such as {@code m5.large}
     * @return the plans
     * @throws io.enikit.limits.UnknownInstanceTypeException if the table does not hold it
     */
    public ValidPlans withInstanceType(String type) {
        InstanceTypes.bundled().limits(requireNonNull(type, "type"));
        return new ValidPlans(leastInstances, mostInstances, zones, Optional.of(type));
    }

    /**
     * Makes a plan.
     *
     * @param seed any number; the same seed gives the same plan
     * @return the plan
     */
    public NetworkPlan plan(long seed) {
        Choice choice = new Choice(seed);
        int instances = choice.between(leastInstances, mostInstances);
        boolean overlapping = new Choice(~seed).percent(OVERLAPPING);
        return new PlanMaker(choice, zones, overlapping, instanceType).make(instances);
    }

    /** Tells plans that this could have made from those it never makes. */
    boolean allows(NetworkPlan plan) {
        int instances = plan.instances().size();
        return instances >= leastInstances
                && instances <= mostInstances
                && (zones == 0
                        || zones
                                == plan.subnets().stream()
                                        .map(each -> each.availabilityZone())
                                        .distinct()
                                        .count())
                && instanceType.stream()
                        .allMatch(type -> plan.instances().stream()
                                .allMatch(each -> each.instanceType().equals(type)))
                && RULES.check(plan).isEmpty();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof ValidPlans that
                && leastInstances == that.leastInstances
                && mostInstances == that.mostInstances
                && zones == that.zones
                && instanceType.equals(that.instanceType);
    }

    @Override
    public int hashCode() {
        return Objects.hash(leastInstances, mostInstances, zones, instanceType);
    }

    /** {@return such as {@code plans of 0 to 8 instances}} */
    @Override
    public String toString() {
        return "plans of " + leastInstances + " to " + mostInstances + " instances"
                + (zones == 0 ? "" : " in " + zones + " zones")
                + instanceType.map(type -> ", all of " + type).orElse("");
    }
}
