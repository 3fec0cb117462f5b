package io.enikit.limits;

import static java.util.Objects.requireNonNull;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * A query for instance types; each condition narrows it.
 *
 * <p>Types whose status is not {@link ListingStatus#LISTED} are skipped unless {@link #anyStatus()} is called. A type
 * without the figure that a condition needs does not meet it.
 *
 * <pre>{@code
 * InstanceTypes.bundled().query().minimumInterfaces(8).minimumIpv4Addresses(30).smallest();
 * }</pre>
 *
 * <p>Queries are compared by identity, as functions are.
 */
public final class InstanceQuery {
    private static final Comparator<InstanceLimits> BY_SIZE = Comparator.comparingInt(InstanceLimits::vcpusOrMost)
            .thenComparingInt(InstanceLimits::maximumNetworkInterfaces)
            .thenComparingInt(InstanceLimits::ipv4AddressesPerInterface)
            .thenComparing(InstanceLimits::instanceType);

    private final Collection<TableRow> rows;
    private final boolean anyStatus;
    private final int interfaces; // the two most frequent conditions are checked without a call
    private final int addresses;
    private final Predicate<? super InstanceLimits> conditions;

    private InstanceQuery(
            Collection<TableRow> rows,
            boolean anyStatus,
            int interfaces,
            int addresses,
            Predicate<? super InstanceLimits> conditions) {
        this.rows = rows;
        this.anyStatus = anyStatus;
        this.interfaces = interfaces;
        this.addresses = addresses;
        this.conditions = conditions;
    }

    static InstanceQuery of(Collection<TableRow> rows) {
        return new InstanceQuery(rows, false, 0, 0, limits -> true);
    }

    /** {@return the same query for types of any status} */
    public InstanceQuery anyStatus() {
        return new InstanceQuery(rows, true, interfaces, addresses, conditions);
    }

    /**
     * Keeps types with at least that many interfaces, all cards together.
     *
     * @param fewest the fewest interfaces of an instance
     * @return the narrower query
     */
    public InstanceQuery minimumInterfaces(int fewest) {
        return new InstanceQuery(rows, anyStatus, Math.max(fewest, interfaces), addresses, conditions);
    }

    /**
     * Keeps types with at least that many private IPv4 addresses per interface.
     *
     * @param fewest the fewest addresses of an interface, including the primary one
     * @return the narrower query
     */
    public InstanceQuery minimumIpv4Addresses(int fewest) {
        return new InstanceQuery(rows, anyStatus, interfaces, Math.max(fewest, addresses), conditions);
    }

    /**
     * Keeps types of one family.
     *
     * @param family the part of the name before the dot, such as {@code m5}
     * @return the narrower query
     */
    public InstanceQuery family(String family) {
        requireNonNull(family, "family");
        return matching(limits -> limits.family().equals(family));
    }

    /**
     * Keeps types on the given hypervisor; bare metal has none.
     *
     * @param hypervisor the hypervisor
     * @return the narrower query
     */
    public InstanceQuery hypervisor(Hypervisor hypervisor) {
        requireNonNull(hypervisor, "hypervisor");
        return matching(limits -> limits.hypervisor().equals(Optional.of(hypervisor)));
    }

    /** {@return the query narrowed to types that take a trunk interface} */
    public InstanceQuery trunkCompatible() {
        return matching(limits -> limits.trunkCompatible().orElse(false));
    }

    /**
     * Keeps types that meet the given condition.
     *
     * @param condition the condition
     * @return the narrower query
     */
    public InstanceQuery matching(Predicate<? super InstanceLimits> condition) {
        requireNonNull(condition, "condition");
        return new InstanceQuery(
                rows, anyStatus, interfaces, addresses, limits -> conditions.test(limits) && condition.test(limits));
    }

    /** {@return the types that meet every condition, by name} */
    public Stream<InstanceLimits> stream() {
        return rows.stream().map(row -> row.limits().orElseThrow()).filter(this::isMetBy);
    }

    /**
     * Returns the smallest type that meets every condition.
     *
     * <p>Types are compared by vCPUs (not given counts as most), then interfaces, then addresses, then name.
     *
     * @return the type, or empty if none meets them
     */
    public Optional<InstanceLimits> smallest() {
        Optional<InstanceLimits> smallest = Optional.empty();
        for (TableRow row : rows) {
            Optional<InstanceLimits> next = row.limits();
            InstanceLimits limits = next.orElseThrow();
            if (isMetBy(limits) && (smallest.isEmpty() || BY_SIZE.compare(limits, smallest.get()) < 0)) {
                smallest = next;
            }
        }
        return smallest;
    }

    private boolean isMetBy(InstanceLimits limits) {
        return (anyStatus || limits.status() == ListingStatus.LISTED)
                && limits.maximumNetworkInterfaces() >= interfaces
                && limits.ipv4AddressesPerInterface() >= addresses
                && conditions.test(limits);
    }
}
