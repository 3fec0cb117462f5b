package io.enikit.json.gathered;

import io.enikit.model.ResourceId;
import io.enikit.model.ResourceKind;
import java.util.AbstractSet;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A set of ids, in no order.
 *
 * <p>It has one map by text for each kind: who writes a file can choose ids of one hash code, and maps by text stand that.
 */
final class IdSet extends AbstractSet<ResourceId> {
    private final Map<ResourceKind, Map<String, ResourceId>> byKind = new EnumMap<>(ResourceKind.class);

    @Override
    public boolean add(ResourceId id) {
        return byKind.computeIfAbsent(id.kind(), same -> new HashMap<>()).putIfAbsent(id.toString(), id) == null;
    }

    @Override
    public boolean contains(@Nullable Object other) {
        return other instanceof ResourceId id
                && byKind.getOrDefault(id.kind(), Map.of()).containsKey(id.toString());
    }

    @Override
    public Iterator<ResourceId> iterator() {
        return byKind.values().stream().flatMap(ids -> ids.values().stream()).iterator();
    }

    @Override
    public int size() {
        return byKind.values().stream().mapToInt(Map::size).sum();
    }
}
