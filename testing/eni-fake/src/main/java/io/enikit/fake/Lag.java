package io.enikit.fake;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.pcollections.HashTreePMap;
import org.pcollections.PMap;

/**
 * What takes time, counted in describes: what was created and is not seen yet, and what is still under way.
 *
 * <p>Immutable.
 */
final class Lag {
    static final Lag NONE = new Lag(HashTreePMap.empty(), HashTreePMap.empty());

    private final PMap<String, Integer> hidden;
    private final PMap<String, Integer> underWay;

    private Lag(PMap<String, Integer> hidden, PMap<String, Integer> underWay) {
        this.hidden = hidden;
        this.underWay = underWay;
    }

    boolean isHidden(String id) {
        return hidden.containsKey(id);
    }

    Lag hide(String id, int describes) {
        return new Lag(hidden.plus(id, describes), underWay);
    }

    boolean isUnderWay(String id) {
        return underWay.containsKey(id);
    }

    Lag start(String id, int describes) {
        return new Lag(hidden, underWay.plus(id, describes));
    }

    /** Counts a describe that looked at these. */
    Lag lookedAt(Iterable<String> ids) {
        PMap<String, Integer> left = hidden;
        PMap<String, Integer> still = underWay;
        for (String id : ids) {
            left = counted(left, id);
            if (!hidden.containsKey(id)) {
                still = counted(still, id);
            }
        }
        return new Lag(left, still);
    }

    private static PMap<String, Integer> counted(PMap<String, Integer> counts, String id) {
        Integer count = counts.get(id);
        if (count == null) {
            return counts;
        }
        return count <= 1 ? counts.minus(id) : counts.plus(id, count - 1);
    }

    /** Returns what is under way here and no longer is in a later one. */
    List<String> endedIn(Lag later) {
        List<String> ended = new ArrayList<>();
        for (String id : underWay.keySet()) {
            if (!later.isUnderWay(id)) {
                ended.add(id);
            }
        }
        return ended;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Lag that && hidden.equals(that.hidden) && underWay.equals(that.underWay);
    }

    @Override
    public int hashCode() {
        return Objects.hash(hidden, underWay);
    }
}
