package io.enikit.limits;

import java.util.Comparator;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * A question to a catalogue; each condition narrows it.
 *
 * <p>Types whose status is not {@link ListingStatus#LISTED} are skipped unless {@link #anyStatus()} is called. A type
 * that does not give what a condition asks for does not meet it.
 *
 * <pre>{@code
 * InstanceTypes.bundled().query().minimumInterfaces(8).minimumIpv4Addresses(30).smallest();
 * }</pre>
 */
public final class InstanceQuery {
    private static final Comparator<InstanceLimits> BY_SIZE = Comparator.<InstanceLimits>comparingInt(
                    limits -> limits.defaultVcpus().orElse(Integer.MAX_VALUE))
            .thenComparingInt(InstanceLimits::maximumNetworkInterfaces)
            .thenComparingInt(InstanceLimits::ipv4AddressesPerInterface)
            .thenComparing(InstanceLimits::instanceType);

    private final InstanceTypes types;
    private final boolean anyStatus;
    private final Predicate<InstanceLimits> conditions;

    private InstanceQuery(InstanceTypes types, boolean anyStatus, Predicate<InstanceLimits> conditions) {
        this.types = types;
        this.anyStatus = anyStatus;
        this.conditions = conditions;
    }

    static InstanceQuery of(InstanceTypes types) {
        return new InstanceQuery(types, false, limits -> true);
    }

    /** {@return the same question, to types of any status} */
    public InstanceQuery anyStatus() {
        return new InstanceQuery(types, true, conditions);
    }

    /**
     * Keeps types with that many interfaces or more, over all cards.
     *
     * @param interfaces the fewest interfaces of an instance
     * @return the narrower question
     */
    public InstanceQuery minimumInterfaces(int interfaces) {
        return matching(limits -> limits.maximumNetworkInterfaces() >= interfaces);
    }

    /**
     * Keeps types with that many private IPv4 addresses per interface or more.
     *
     * @param addresses the fewest addresses of an interface, the primary one counted
     * @return the narrower question
     */
    public InstanceQuery minimumIpv4Addresses(int addresses) {
        return matching(limits -> limits.ipv4AddressesPerInterface() >= addresses);
    }

    /**
     * Keeps types of one family.
     *
     * @param family the part of the name before the dot, such as {@code m5}
     * @return the narrower question
     */
    public InstanceQuery family(String family) {
        return matching(limits -> limits.family().equals(family));
    }

    /**
     * Keeps types on a hypervisor, so no bare metal.
     *
     * @param hypervisor the hypervisor
     * @return the narrower question
     */
    public InstanceQuery hypervisor(Hypervisor hypervisor) {
        return matching(limits -> limits.hypervisor().equals(Optional.of(hypervisor)));
    }

    /** {@return the question narrowed to types that take a trunk interface} */
    public InstanceQuery trunkCompatible() {
        return matching(limits -> limits.trunkCompatible().orElse(false));
    }

    /**
     * Keeps types that meet a condition of the caller.
     *
     * @param condition the condition
     * @return the narrower question
     */
    public InstanceQuery matching(Predicate<? super InstanceLimits> condition) {
        return new InstanceQuery(types, anyStatus, conditions.and(condition));
    }

    /** {@return the types that meet every condition, by name} */
    public Stream<InstanceLimits> stream() {
        return types.stream()
                .filter(limits -> anyStatus || limits.status() == ListingStatus.LISTED)
                .filter(conditions);
    }

    /**
     * Returns the smallest type that meets every condition.
     *
     * <p>Smallest is fewest vCPUs (not given counts as most), then interfaces, then addresses, then name.
     *
     * @return the type, or empty if none meets them
     */
    public Optional<InstanceLimits> smallest() {
        return stream().min(BY_SIZE);
    }
}
