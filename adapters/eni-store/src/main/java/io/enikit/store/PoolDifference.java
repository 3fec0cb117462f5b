package io.enikit.store;

import io.enikit.ipam.Allocation;
import io.enikit.ipam.CidrPool;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The effects that turn one pool into another: what is released, then the settings, then what is granted. */
final class PoolDifference {
    private PoolDifference() {}

    @SuppressWarnings("ReferenceEquality") // the same pool differs in nothing
    static List<Effect> between(@Nullable CidrPool before, CidrPool after) {
        if (before == after) {
            return List.of();
        }
        Map<Long, Allocation> held = new LinkedHashMap<>();
        if (before != null) {
            before.allocations().forEach(each -> held.put(each.sequence(), each));
        }
        List<Effect> grants = new ArrayList<>();
        long sequence = before == null ? -1 : before.sequence();
        for (Allocation each : after.allocations()) {
            Allocation same = held.get(each.sequence());
            if (same != null && isSame(same, each)) {
                held.remove(each.sequence());
            } else {
                grants.add(Effect.granted(each));
                sequence = Math.max(sequence, each.sequence());
            }
        }
        List<Effect> effects = new ArrayList<>();
        held.values().forEach(each -> effects.add(Effect.released(each)));
        if (before == null
                || sequence != after.sequence()
                || !PoolFrame.of(before).equals(PoolFrame.of(after))) {
            effects.add(Effect.settings(after));
        }
        effects.addAll(grants);
        return effects;
    }

    private static boolean isSame(Allocation one, Allocation other) {
        return one.cidr().equals(other.cidr())
                && one.owner().equals(other.owner())
                && one.key().equals(other.key());
    }
}
