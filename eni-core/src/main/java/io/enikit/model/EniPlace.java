package io.enikit.model;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Where an interface is attached: the order of those of an instance, by network card, device index and id. */
final class EniPlace {
    private static final Comparator<Attachment> ORDER =
            Comparator.comparingInt(Attachment::networkCardIndex).thenComparingInt(Attachment::deviceIndex);

    private record Placed(Attachment place, Eni eni) {}

    private EniPlace() {}

    /**
     * Puts the interfaces of an instance in order; as a rule they are, since they come in the order of their ids.
     *
     * @return whether two of them are at one place
     */
    static boolean sort(List<Eni> enis) {
        boolean shared = false;
        @Nullable Attachment before = null;
        for (Eni eni : enis) {
            Attachment place = eni.attachment().orElseThrow();
            int order = before == null ? -1 : ORDER.compare(before, place);
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
        placed.sort(Comparator.comparing(Placed::place, ORDER)
                .thenComparing(each -> each.eni().id()));
        for (int i = 0; i < placed.size(); i++) {
            enis.set(i, placed.get(i).eni());
        }
    }
}
