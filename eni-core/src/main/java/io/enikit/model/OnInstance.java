package io.enikit.model;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * What is on an instance.
 *
 * @param id its id
 * @param enis its interfaces by network card, device index and id
 * @param zone its zone: its own, or else that of its primary interface
 * @param sharesPlaces whether two of its interfaces are at one place
 */
record OnInstance(InstanceId id, List<Eni> enis, Optional<Zone> zone, boolean sharesPlaces) {
    /** Puts the interfaces of an instance in order, and says what follows from them. */
    static OnInstance of(InstanceId id, List<Eni> enis, Function<ResourceId, Optional<Resource>> find) {
        boolean sharesPlaces = EniPlace.sort(enis);
        return new OnInstance(id, Collections.unmodifiableList(enis), zone(id, enis, find), sharesPlaces);
    }

    private static Optional<Zone> zone(InstanceId id, List<Eni> enis, Function<ResourceId, Optional<Resource>> find) {
        Optional<Resource> found = find.apply(id);
        if (found.isPresent()) {
            Instance instance = (Instance) found.get();
            if (instance.availabilityZone().isPresent()) {
                return Optional.of(Zone.of(instance.availabilityZone().get(), instance.zoneId(), instance.ownerId()));
            }
        }
        return primary(enis).map(Eni::subnetId).flatMap(find).map(subnet -> ((Subnet) subnet).zone());
    }

    /** Finds the primary interface: one at device index 0 of network card 0. */
    Optional<Eni> primary() {
        return primary(enis);
    }

    private static Optional<Eni> primary(List<Eni> enis) {
        for (Eni eni : enis) {
            if (eni.attachment().orElseThrow().isPrimary()) {
                return Optional.of(eni);
            }
        }
        return Optional.empty();
    }
}
