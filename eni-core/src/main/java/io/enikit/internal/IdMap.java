package io.enikit.internal;

import com.google.common.collect.Iterators;
import io.enikit.model.ResourceId;
import io.enikit.model.ResourceKind;
import java.util.AbstractMap;
import java.util.AbstractSet;
import java.util.EnumMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A hash map from ids, by kind, and those of a kind in the order in which they came first.
 *
 * <p>It hashes their texts: who writes a file can choose ids of one hash code, and maps of texts stay fast then, since texts
 * are comparable with each other; ids are so only by way of what they all extend, which {@code HashMap} does not see.
 *
 * @param <V> the type of the values
 */
public final class IdMap<V extends @Nullable Object> extends AbstractMap<ResourceId, V> {
    private final Map<ResourceKind, Map<String, Entry<ResourceId, V>>> byKind = new EnumMap<>(ResourceKind.class);

    /** Makes a map of nothing. */
    public IdMap() {}

    private Map<String, Entry<ResourceId, V>> of(ResourceId id) {
        return byKind.computeIfAbsent(id.kind(), unseen -> new LinkedHashMap<>());
    }

    private @Nullable Entry<ResourceId, V> entry(@Nullable Object key) {
        if (key instanceof ResourceId id) {
            @Nullable Map<String, Entry<ResourceId, V>> ofKind = byKind.get(id.kind());
            return ofKind == null ? null : ofKind.get(id.toString());
        }
        return null;
    }

    @Override
    public @Nullable V get(@Nullable Object key) {
        @Nullable Entry<ResourceId, V> entry = entry(key);
        return entry == null ? null : entry.getValue();
    }

    @Override
    public boolean containsKey(@Nullable Object key) {
        return entry(key) != null;
    }

    @Override
    public @Nullable V put(ResourceId id, V value) {
        @Nullable Entry<ResourceId, V> before = entry(id);
        if (before != null) {
            return before.setValue(value);
        }
        of(id).put(id.toString(), new SimpleEntry<>(id, value));
        return null;
    }

    @Override
    public @Nullable V putIfAbsent(ResourceId id, V value) {
        @Nullable V before = get(id);
        return before == null ? put(id, value) : before;
    }

    @Override
    public @Nullable V remove(@Nullable Object key) {
        @Nullable Entry<ResourceId, V> gone = entry(key);
        if (gone == null) {
            return null;
        }
        of(gone.getKey()).remove(gone.getKey().toString());
        return gone.getValue();
    }

    @Override
    public int size() {
        int size = 0;
        for (Map<String, Entry<ResourceId, V>> ofKind : byKind.values()) {
            size += ofKind.size();
        }
        return size;
    }

    @Override
    public Set<Entry<ResourceId, V>> entrySet() {
        return new AbstractSet<>() {
            @Override
            public Iterator<Entry<ResourceId, V>> iterator() {
                return Iterators.concat(Iterators.transform(
                        byKind.values().iterator(), ofKind -> ofKind.values().iterator()));
            }

            @Override
            public int size() {
                return IdMap.this.size();
            }
        };
    }
}
