package io.enikit.json.gathered;

import io.enikit.model.AddressDemand;
import io.enikit.model.SubnetDemand;
import io.enikit.model.SubnetId;
import java.util.Collection;
import java.util.Optional;

/**
 * What a group takes in subnets, and where the group stands.
 *
 * @param resource the group
 * @param subnets the subnets it may be in
 * @param number up to how many interfaces it has
 * @param each what each of them takes
 */
public record Demanded(Declared resource, Collection<SubnetId> subnets, long number, AddressDemand each) {
    SubnetDemand demand() {
        return SubnetDemand.of(resource.name(), subnets, number, each);
    }

    /** Returns whether some of it may be taken already. */
    boolean mayBeThere() {
        return resource.presence() != Presence.ADDED;
    }

    /**
     * Returns what is left to take, if it is certain that anything is.
     *
     * @param taken how many IPv4 addresses are taken in the subnets by what may belong to the group
     */
    Optional<Demanded> beyond(long taken) {
        long ofEach = Math.max(1, each.ipv4Addresses());
        long left = number - taken / ofEach;
        return left > 0 ? Optional.of(new Demanded(resource, subnets, left, each)) : Optional.empty();
    }
}
