package io.enikit.limits;

import static java.util.Objects.requireNonNull;

import io.enikit.diagram.SlotGrid;
import io.enikit.model.AddressDemand;
import io.enikit.model.Attachment;
import io.enikit.model.Eni;
import io.enikit.model.Instance;
import io.enikit.model.InstanceId;
import io.enikit.model.NetworkPlan;
import io.enikit.model.PlanNames;
import io.enikit.net.IpFamily;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** How many interfaces and addresses an instance uses, and how many are left. */
public final class InstanceUsage {
    private final InstanceId instance;
    private final InstanceLimits limits;
    private final List<Eni> enis;

    private InstanceUsage(InstanceId instance, InstanceLimits limits, List<Eni> enis) {
        this.instance = instance;
        this.limits = limits;
        this.enis = enis;
    }

    /**
     * Returns the usage of an instance.
     *
     * @param plan the plan
     * @param instance the instance
     * @param types the catalogue that its limits are taken from
     * @return the usage, or empty if the instance or its type is unknown
     */
    public static Optional<InstanceUsage> of(NetworkPlan plan, InstanceId instance, InstanceTypes types) {
        requireNonNull(plan, "plan");
        requireNonNull(instance, "instance");
        requireNonNull(types, "types");
        return plan.instance(instance)
                .map(Instance::instanceType)
                .flatMap(types::find)
                .map(limits -> new InstanceUsage(instance, limits, plan.enisOf(instance)));
    }

    /**
     * Returns the interface slots of each instance of a plan, for pictures.
     *
     * <p>To be used as {@code TextDiagram.of(plan).withSlots(…)}.
     *
     * @param plan the plan
     * @param types the catalogue that the limits are taken from
     * @return a function from an instance to its slots; empty if the instance or its type is unknown
     */
    public static Function<InstanceId, Optional<SlotGrid>> slotsIn(NetworkPlan plan, InstanceTypes types) {
        requireNonNull(plan, "plan");
        requireNonNull(types, "types");
        return instance -> of(plan, instance, types).map(InstanceUsage::slots);
    }

    /**
     * Returns the interface slots of each instance of any plan, for pictures.
     *
     * <p>To be used as {@code TextDiagram.between(…).withSlots(…)}.
     *
     * @param types the catalogue that the limits are taken from
     * @return a function from a plan and an instance to its slots; empty if the instance or its type is unknown
     */
    public static BiFunction<NetworkPlan, InstanceId, Optional<SlotGrid>> slotsIn(InstanceTypes types) {
        requireNonNull(types, "types");
        return (plan, instance) -> of(plan, instance, types).map(InstanceUsage::slots);
    }

    /** {@return what the type of the instance allows} */
    public InstanceLimits limits() {
        return limits;
    }

    /** {@return how many interfaces it has} */
    public int interfacesUsed() {
        return enis.size();
    }

    /** {@return how many more interfaces its type allows; 0 if there are none left, or too many in use} */
    public int interfacesLeft() {
        return Math.max(0, limits.maximumNetworkInterfaces() - enis.size());
    }

    /**
     * Returns how many private IPv4 addresses an interface has, those included that EC2 has yet to choose.
     *
     * <p>A delegated prefix counts as one address.
     *
     * @param eni an interface
     * @return the number of addresses and prefixes together
     */
    public static int ipv4AddressesUsed(Eni eni) {
        requireNonNull(eni, "eni");
        return used(IpFamily.IPV4, eni);
    }

    /**
     * Returns how many more private IPv4 addresses an interface may have.
     *
     * <p>A delegated prefix counts as one address.
     *
     * @param eni an interface
     * @return the addresses left; 0 if there are none left, or too many in use
     */
    public int ipv4AddressesLeft(Eni eni) {
        requireNonNull(eni, "eni");
        return Math.max(0, limits.ipv4AddressesPerInterface() - ipv4AddressesUsed(eni));
    }

    /**
     * Returns how many IPv6 addresses an interface has, those included that EC2 has yet to choose.
     *
     * <p>A delegated prefix counts as one address.
     *
     * @param eni an interface
     * @return the number of addresses and prefixes together
     */
    public static int ipv6AddressesUsed(Eni eni) {
        requireNonNull(eni, "eni");
        return used(IpFamily.IPV6, eni);
    }

    private static int used(IpFamily family, Eni eni) {
        AddressDemand demand = eni.addressDemand();
        long used = (long) eni.addresses(family).size()
                + eni.prefixes(family).size()
                + demand.addresses(family)
                + demand.prefixes(family);
        return (int) Math.min(Integer.MAX_VALUE, used);
    }

    /**
     * Returns how many more IPv6 addresses an interface may have.
     *
     * <p>A delegated prefix counts as one address.
     *
     * @param eni an interface
     * @return the addresses left; absent if the limit is unknown
     */
    public OptionalInt ipv6AddressesLeft(Eni eni) {
        requireNonNull(eni, "eni");
        OptionalInt most = limits.ipv6AddressesPerInterface();
        return most.isEmpty() ? most : OptionalInt.of(Math.max(0, most.getAsInt() - ipv6AddressesUsed(eni)));
    }

    /** {@return whether the other object is the usage of an equal instance with equal limits and interfaces} */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof InstanceUsage usage
                && instance.equals(usage.instance)
                && limits.equals(usage.limits)
                && enis.equals(usage.enis);
    }

    @Override
    public int hashCode() {
        return Objects.hash(instance, limits, enis);
    }

    /**
     * Returns the instance, its type, and how much it uses of what the type allows.
     *
     * @return for example {@code app-1, m5.large: 1 of 3 interfaces; IPv4 addresses: app-1/eth0 2 of 10}
     */
    @Override
    public String toString() {
        String usage = instance + ", " + limits.instanceType() + ": " + enis.size() + " of "
                + limits.maximumNetworkInterfaces() + " interfaces";
        return enis.stream()
                .map(eni -> eni.id() + " " + ipv4AddressesUsed(eni) + " of " + limits.ipv4AddressesPerInterface())
                .reduce((some, next) -> some + ", " + next)
                .map(addresses -> usage + "; IPv4 addresses: " + addresses)
                .orElse(usage);
    }

    /** {@return the slots for interfaces, including slots in use beyond the limits} */
    public SlotGrid slots() {
        List<SlotGrid.Slot> slots = new ArrayList<>();
        for (Eni eni : enis) {
            Attachment place = eni.attachment().orElseThrow();
            slots.add(SlotGrid.Slot.of(
                            place.networkCardIndex(),
                            place.deviceIndex(),
                            Optional.of(eni.id()),
                            ipv4AddressesUsed(eni),
                            OptionalInt.of(limits.ipv4AddressesPerInterface()))
                    .withName(PlanNames.nameOf(eni)));
        }
        for (NetworkCard card : limits.networkCards()) {
            addFree(card, slots);
        }
        slots.sort(
                Comparator.comparingInt(SlotGrid.Slot::networkCardIndex).thenComparingInt(SlotGrid.Slot::deviceIndex));
        return SlotGrid.of(slots);
    }

    /** Adds the free slots of a card, the lowest indexes first. */
    private void addFree(NetworkCard card, List<SlotGrid.Slot> slots) {
        List<Integer> taken = slots.stream()
                .filter(slot -> slot.networkCardIndex() == card.networkCardIndex())
                .map(SlotGrid.Slot::deviceIndex)
                .toList();
        int free = card.maximumNetworkInterfaces() - taken.size();
        for (int index = 0; free > 0; index++) {
            if (!taken.contains(index)) {
                slots.add(SlotGrid.Slot.of(
                        card.networkCardIndex(),
                        index,
                        Optional.empty(),
                        0,
                        OptionalInt.of(limits.ipv4AddressesPerInterface())));
                free--;
            }
        }
    }
}
