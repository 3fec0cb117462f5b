package io.enikit.model;

import java.util.Optional;
import java.util.SortedSet;

/** The part of a {@link NetworkPlan} that knows zones, Regions and accounts. */
public abstract sealed class PlanPlaces extends PlanResources permits NetworkPlan {
    PlanPlaces(PlanContent content) {
        super(content);
    }

    abstract PlanIndex index();

    /**
     * Finds the name of the availability zone of an instance.
     *
     * @param id the instance
     * @return the zone that it states, else that of its primary interface's subnet; empty if neither is known
     */
    public Optional<String> availabilityZoneOf(InstanceId id) {
        return zoneOf(id).map(Zone::name);
    }

    /**
     * Finds the availability zone of an instance, by its name and its id.
     *
     * @param id the instance
     * @return the zone that it states, else that of its primary interface's subnet; empty if neither is known
     */
    public abstract Optional<Zone> zoneOf(InstanceId id);

    /**
     * Finds the Region of a resource.
     *
     * @param resource a resource
     * @return the Region that it or its VPC states, else that of the zones of subnets; empty if nothing tells
     */
    public abstract Optional<String> regionOf(Resource resource);

    /** {@return the Regions that VPCs, Elastic IPs and the zones of subnets tell of, sorted} */
    public SortedSet<String> regions() {
        return index().regions();
    }

    /** {@return the accounts that own something in the plan, as far as owners are known, sorted} */
    public SortedSet<String> accounts() {
        return index().accounts();
    }
}
