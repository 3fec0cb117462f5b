package io.enikit.model;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What is on an instance.
 *
 * @param id its id
 * @param enis its interfaces by network card, device index and id
 * @param zone its zone: its own, or else that of its primary interface
 * @param sharesPlaces whether two of its interfaces are at one place
 */
record OnInstance(InstanceId id, List<Eni> enis, Optional<Zone> zone, boolean sharesPlaces) {
    private record Placed(Attachment place, Eni eni) implements Comparable<Placed> {
        @Override
        public int compareTo(Placed other) {
            int byPlace = byPlace(place, other.place);
            return byPlace != 0 ? byPlace : eni.id().compareTo(other.eni.id());
        }
    }

    private static int byPlace(Attachment one, Attachment other) {
        int byCard = Integer.compare(one.networkCardIndex(), other.networkCardIndex());
        return byCard != 0 ? byCard : Integer.compare(one.deviceIndex(), other.deviceIndex());
    }

    /** Puts the interfaces of an instance in order, and says what follows from them. */
    static OnInstance of(InstanceId id, List<Eni> enis, Function<ResourceId, Optional<Resource>> find) {
        boolean sharesPlaces = sort(enis);
        return new OnInstance(id, Collections.unmodifiableList(enis), zone(id, enis, find), sharesPlaces);
    }

    /**
     * Orders interfaces by network card, device index and id; as a rule they are in order, since they come by id.
     *
     * @return whether two of them are at one place
     */
    private static boolean sort(List<Eni> enis) {
        boolean shared = false;
        @Nullable Attachment before = null;
        for (Eni eni : enis) {
            Attachment place = eni.attachment().orElseThrow();
            int order = before == null ? -1 : byPlace(before, place);
            if (order > 0) {
                reorder(enis);
                return sort(enis);
            }
            shared |= order == 0;
            before = place;
        }
        return shared;
    }

    private static void reorder(List<Eni> enis) {
        List<Placed> placed = new ArrayList<>(enis.size());
        for (Eni each : enis) {
            placed.add(new Placed(each.attachment().orElseThrow(), each));
        }
        Collections.sort(placed);
        for (int i = 0; i < placed.size(); i++) {
            enis.set(i, placed.get(i).eni());
        }
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
