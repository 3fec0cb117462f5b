package io.enikit.testkit;

import static java.util.Objects.requireNonNull;

import io.enikit.ipam.CidrLayout;
import io.enikit.ipam.CidrPool;
import io.enikit.limits.InstanceLimits;
import io.enikit.limits.InstanceTypes;
import io.enikit.model.NetworkPlan;
import io.enikit.model.Resource;
import io.enikit.net.IpFamily;
import io.enikit.net.MacAddress;
import io.enikit.operations.Operation;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;

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
        requireNonNull(plans, "plans");
        return SeededShrinkable.arbitrary(plans::plan, new Shrinkers.ForPlans(plans::allows));
    }

    /**
     * Returns plans that break one rule and no other.
     *
     * @param rule the id of the rule
     * @return the plans
     * @throws IllegalArgumentException if nothing is known to break it
     */
    public static Arbitrary<NetworkPlan> plansThatBreak(String rule) {
        BrokenPlans plans = BrokenPlans.of(rule);
        return SeededShrinkable.arbitrary(plans::plan, new Shrinkers.ForPlans(plans::allows));
    }

    /** {@return plans of any kind, one in two with a fault} */
    public static Arbitrary<NetworkPlan> plans() {
        return Arbitraries.oneOf(
                validPlans(), Arbitraries.of(BrokenPlans.rules()).flatMap(EniArbitraries::plansThatBreak));
    }

    /**
     * Returns the resources of one kind that plans of 1 to 3 instances have which break no rule.
     *
     * @param <T> the type of the resource
     * @param type the type of the resource, such as {@code Eni.class}
     * @return the resources
     */
    public static <T extends Resource> Arbitrary<T> resources(Class<T> type) {
        requireNonNull(type, "type");
        return resources(type, ValidPlans.ofInstances(1, 3));
    }

    /**
     * Returns the resources of one kind that some plans have.
     *
     * @param <T> the type of the resource
     * @param type the type of the resource, such as {@code Eni.class}
     * @param plans what plans they are of
     * @return the resources
     */
    public static <T extends Resource> Arbitrary<T> resources(Class<T> type, ValidPlans plans) {
        requireNonNull(type, "type");
        requireNonNull(plans, "plans");
        return validPlans(plans)
                .map(plan -> plan.resources()
                        .filter(type::isInstance)
                        .map(type::cast)
                        .toList())
                .filter(list -> !list.isEmpty())
                .flatMap(Arbitraries::of);
    }

    /** {@return sequences of operations of all types} */
    public static Arbitrary<OperationSequence> operationSequences() {
        return operationSequences(OperationSequences.all());
    }

    /**
     * Returns sequences of operations.
     *
     * @param sequences what sequences they are
     * @return the sequences
     */
    public static Arbitrary<OperationSequence> operationSequences(OperationSequences sequences) {
        requireNonNull(sequences, "sequences");
        return SeededShrinkable.arbitrary(sequences::sequence, new Shrinkers.ForSequences(sequences::allows));
    }

    /**
     * Returns operations of one type, each made for some plan.
     *
     * @param <T> the type of the operation
     * @param type the type of the operation, such as {@code AttachEni.class}
     * @return the operations
     * @throws IllegalArgumentException if nothing is known to make it
     */
    public static <T extends Operation> Arbitrary<T> operations(Class<T> type) {
        requireNonNull(type, "type");
        OperationSequences sequences = OperationSequences.of(type);
        return Arbitraries.randomValue(random -> type.cast(sequences.operation(random.nextLong())));
    }

    /** {@return operations of all types, each made for some plan} */
    public static Arbitrary<Operation> operations() {
        return Arbitraries.randomValue(random -> OperationSequences.all().operation(random.nextLong()));
    }

    /** {@return pools of both families with grants, reservations and a history} */
    public static Arbitrary<CidrPool> pools() {
        return SeededShrinkable.arbitrary(Pools::pool, new Shrinkers.ForPools(pool -> true));
    }

    /**
     * Returns pools of one family.
     *
     * @param family the family of their blocks
     * @return the pools
     */
    public static Arbitrary<CidrPool> pools(IpFamily family) {
        requireNonNull(family, "family");
        return SeededShrinkable.arbitrary(
                seed -> Pools.pool(family, seed), new Shrinkers.ForPools(pool -> pool.family() == family));
    }

    /** {@return layouts of both families that were planned several times over} */
    public static Arbitrary<CidrLayout> layouts() {
        return SeededShrinkable.arbitrary(Layouts::layout, new Shrinkers.ForLayouts(layout -> true));
    }

    /**
     * Returns layouts of one family.
     *
     * @param family the family of their blocks
     * @return the layouts
     */
    public static Arbitrary<CidrLayout> layouts(IpFamily family) {
        requireNonNull(family, "family");
        return SeededShrinkable.arbitrary(
                seed -> Layouts.layout(family, seed),
                new Shrinkers.ForLayouts(layout -> layout.blocks().get(0).family() == family));
    }
}
