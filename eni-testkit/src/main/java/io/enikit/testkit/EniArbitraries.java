package io.enikit.testkit;

import io.enikit.limits.InstanceLimits;
import io.enikit.limits.InstanceTypes;
import io.enikit.model.NetworkPlan;
import io.enikit.model.PlanText;
import io.enikit.net.MacAddress;
import java.util.function.Predicate;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ShrinkingDistance;

/**
 * Arbitraries for jqwik, to build others from; parameters of properties need none of this.
 *
 * <pre>{@code
 * Arbitrary<List<Cidr>> blocks = EniArbitraries.addresses().within(Cidr.parse("10.0.0.0/8")).cidrs(16, 28).list();
 * }</pre>
 */
public final class EniArbitraries {
    private EniArbitraries() {}

    /** {@return arbitraries of addresses of both families, and of blocks, ranges and sets of them} */
    public static AddressArbitraries addresses() {
        return AddressArbitraries.ALL;
    }

    /** {@return MAC addresses of any kind} */
    public static Arbitrary<MacAddress> macAddresses() {
        return Arbitraries.longs().between(0, (1L << 48) - 1).map(MacAddress::of);
    }

    /** {@return the limits of the instance types of the bundled table} */
    public static Arbitrary<InstanceLimits> instanceTypes() {
        return Arbitraries.of(InstanceTypes.bundled().stream().toList());
    }

    /** {@return plans that break no rule} */
    public static Arbitrary<NetworkPlan> validPlans() {
        return validPlans(ValidPlans.standard());
    }

    /**
     * Returns plans that break no rule.
     *
     * @param plans what plans they are
     * @return the plans
     */
    public static Arbitrary<NetworkPlan> validPlans(ValidPlans plans) {
        return Shrunk.arbitrary(plans::plan, new PlanKind(plans::allows));
    }

    /** How plans shrink, as long as they stay what they are to be. */
    private record PlanKind(Predicate<NetworkPlan> allowed) implements Shrunk.Kind<NetworkPlan> {
        @Override
        public Stream<NetworkPlan> simpler(NetworkPlan plan) {
            return PlanShrinker.simpler(plan).filter(allowed);
        }

        @Override
        public ShrinkingDistance distance(NetworkPlan plan) {
            String text = PlanText.write(plan);
            return ShrinkingDistance.of(plan.resources().count(), text.length(), Plainness.digits(text));
        }
    }
}
