package io.enikit.model;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A hash map from ids.
 *
 * <p>It hashes their texts: maps of texts stay fast when all hash codes are made the same, since texts are comparable with
 * each other; ids are so only by way of what they all extend, which {@code HashMap} does not see.
 */
final class IdMap<V> {
    private final Map<ResourceKind, Map<String, V>> byKind = new EnumMap<>(ResourceKind.class);

    @Nullable
    V get(ResourceId id) {
        @Nullable Map<String, V> ofKind = byKind.get(id.kind());
        return ofKind == null ? null : ofKind.get(id.toString());
    }

    boolean contains(ResourceId id) {
        return get(id) != null;
    }

    void put(ResourceId id, V value) {
        byKind.computeIfAbsent(id.kind(), unseen -> new LinkedHashMap<>()).put(id.toString(), value);
    }

    int size() {
        int size = 0;
        for (Map<String, V> ofKind : byKind.values()) {
            size += ofKind.size();
        }
        return size;
    }

    /** Returns the values by kind, in the order in which their ids came first: sorting what is sorted costs little. */
    Collection<V> values() {
        List<V> values = new ArrayList<>(size());
        for (Map<String, V> ofKind : byKind.values()) {
            values.addAll(ofKind.values());
        }
        return values;
    }
}
