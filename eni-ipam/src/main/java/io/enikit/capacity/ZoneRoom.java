package io.enikit.capacity;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableSortedMap;
import io.enikit.model.NetworkPlan;
import io.enikit.model.Subnet;
import io.enikit.model.SubnetId;
import io.enikit.model.VpcId;
import java.util.Comparator;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Room for one thing in every zone: a load balancer, or an endpoint. Immutable.
 *
 * <pre>{@code
 * ZoneRoom.ofLoadBalancer(plan, VpcId.of("main"));               // eu-west-1a: web
 * ZoneRoom.ofLoadBalancer(plan, VpcId.of("main")).isPossible();  // false: it needs two zones
 * }</pre>
 */
public final class ZoneRoom {
    private static final int OF_LOAD_BALANCER = 8;
    private static final int LONGEST_OF_LOAD_BALANCER = 27;
    private static final int ZONES_OF_LOAD_BALANCER = 2;

    private final ImmutableSortedMap<String, Optional<SubnetId>> byZone;
    private final String wanted;
    private final int zonesNeeded;

    private ZoneRoom(NavigableMap<String, Optional<SubnetId>> byZone, String wanted, int zonesNeeded) {
        this.byZone = ImmutableSortedMap.copyOf(byZone);
        this.wanted = wanted;
        this.zonesNeeded = zonesNeeded;
    }

    /**
     * Returns where an Application Load Balancer could be.
     *
     * <p>It needs a subnet of a /27 or larger with 8 free addresses in each of two zones or more (page "Application Load
     * Balancers", subnets).
     *
     * @param plan the plan
     * @param vpc the VPC
     * @return for each zone the subnet with the most free addresses, if one has enough
     */
    public static ZoneRoom ofLoadBalancer(NetworkPlan plan, VpcId vpc) {
        return of(
                plan,
                vpc,
                subnet -> subnet.cidrBlock()
                                .filter(block -> block.prefixLength() <= LONGEST_OF_LOAD_BALANCER)
                                .isPresent()
                        && plan.availableIpAddressCount(subnet.id()) >= OF_LOAD_BALANCER,
                "of a /27 or larger with " + OF_LOAD_BALANCER + " free addresses",
                ZONES_OF_LOAD_BALANCER);
    }

    /**
     * Returns where an interface endpoint could be, with one address in a subnet of each zone.
     *
     * @param plan the plan
     * @param vpc the VPC
     * @return for each zone the subnet with the most free addresses, if one has any
     */
    public static ZoneRoom ofEndpoint(NetworkPlan plan, VpcId vpc) {
        return of(plan, vpc, subnet -> plan.availableIpAddressCount(subnet.id()) >= 1, "with a free address", 1);
    }

    private static ZoneRoom of(NetworkPlan plan, VpcId vpc, Predicate<Subnet> fits, String wanted, int zonesNeeded) {
        requireNonNull(plan, "plan");
        requireNonNull(vpc, "vpc");
        Comparator<Subnet> mostFree = Comparator.<Subnet>comparingLong(
                        subnet -> -plan.availableIpAddressCount(subnet.id()))
                .thenComparing(Subnet::id);
        NavigableSet<String> zones = new TreeSet<>();
        plan.subnetsOf(vpc).forEach(subnet -> zones.add(subnet.availabilityZone()));
        NavigableMap<String, Optional<SubnetId>> byZone = new TreeMap<>();
        for (String zone : zones) {
            byZone.put(
                    zone,
                    plan.subnetsOf(vpc).stream()
                            .filter(subnet -> subnet.availabilityZone().equals(zone))
                            .filter(fits)
                            .min(mostFree)
                            .map(Subnet::id));
        }
        return new ZoneRoom(byZone, wanted, zonesNeeded);
    }

    /** {@return the subnet of each zone of the VPC, empty where none has room} */
    public NavigableMap<String, Optional<SubnetId>> byZone() {
        return byZone;
    }

    /** {@return whether every zone has room} */
    public boolean isInEveryZone() {
        return byZone.values().stream().allMatch(Optional::isPresent);
    }

    /** {@return whether there are enough zones with room for one to be made at all} */
    public boolean isPossible() {
        return byZone.values().stream().filter(Optional::isPresent).count() >= zonesNeeded;
    }

    /** {@return whether there would still be enough zones after the loss of any one} */
    public boolean isPossibleWithoutAZone() {
        return byZone.values().stream().filter(Optional::isPresent).count() > zonesNeeded;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof ZoneRoom room
                && byZone.equals(room.byZone)
                && wanted.equals(room.wanted)
                && zonesNeeded == room.zonesNeeded;
    }

    @Override
    public int hashCode() {
        return Objects.hash(byZone, wanted);
    }

    /** {@return such as {@code eu-west-1a: web-a, eu-west-1b: no subnet with a free address}} */
    @Override
    public String toString() {
        return byZone.entrySet().stream()
                .map(each -> each.getKey() + ": "
                        + each.getValue().map(SubnetId::toString).orElse("no subnet " + wanted))
                .collect(Collectors.joining(", "));
    }
}
