package io.enikit.model;

import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Where an interface is attached: the order of those of an instance, by network card, device index and id. */
final class EniPlace {
    static final Comparator<Eni> ORDER = EniPlace::compare;

    private EniPlace() {}

    /** Whether two interfaces of an instance, given in order, are at one place. */
    static boolean areShared(List<Eni> ordered) {
        @Nullable Attachment before = null;
        for (Eni eni : ordered) {
            Attachment place = eni.attachment().orElseThrow();
            if (before != null
                    && before.networkCardIndex() == place.networkCardIndex()
                    && before.deviceIndex() == place.deviceIndex()) {
                return true;
            }
            before = place;
        }
        return false;
    }

    private static int compare(Eni one, Eni other) {
        Attachment place = one.attachment().orElseThrow();
        Attachment otherPlace = other.attachment().orElseThrow();
        int byCard = Integer.compare(place.networkCardIndex(), otherPlace.networkCardIndex());
        int byPlace = byCard != 0 ? byCard : Integer.compare(place.deviceIndex(), otherPlace.deviceIndex());
        return byPlace != 0 ? byPlace : one.id().compareTo(other.id());
    }
}
