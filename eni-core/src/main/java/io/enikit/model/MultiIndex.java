package io.enikit.model;

import java.util.Collections;
import java.util.NavigableSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.pcollections.TreePMap;
import org.pcollections.TreePSet;

/** A persistent index from a key to one or more values. A change shares all but a path with the old index. */
final class MultiIndex<K extends Comparable<? super K>, V extends Comparable<? super V>> {
    private final TreePMap<K, TreePSet<V>> map;

    private MultiIndex(TreePMap<K, TreePSet<V>> map) {
        this.map = map;
    }

    static <K extends Comparable<? super K>, V extends Comparable<? super V>> MultiIndex<K, V> empty() {
        return new MultiIndex<K, V>(TreePMap.empty());
    }

    /** Returns the values of a key in order, none where the key is unknown. */
    NavigableSet<V> get(K key) {
        @Nullable TreePSet<V> values = map.get(key);
        return values == null ? Collections.emptyNavigableSet() : values;
    }

    /** Returns the values of all keys from one to another, both inclusive. */
    NavigableSet<V> between(K from, K to) {
        NavigableSet<V> values = new TreeSet<>();
        map.subMap(from, true, to, true).values().forEach(values::addAll);
        return values;
    }

    /** Returns the index in which a value stands under a key, or does not. */
    MultiIndex<K, V> with(K key, V value, boolean present) {
        return present ? plus(key, value) : minus(key, value);
    }

    private MultiIndex<K, V> plus(K key, V value) {
        @Nullable TreePSet<V> values = map.get(key);
        return new MultiIndex<>(map.plus(key, values == null ? TreePSet.singleton(value) : values.plus(value)));
    }

    private MultiIndex<K, V> minus(K key, V value) {
        @Nullable TreePSet<V> values = map.get(key);
        if (values == null) {
            return this;
        }
        TreePSet<V> rest = values.minus(value);
        return new MultiIndex<>(rest.isEmpty() ? map.minus(key) : map.plus(key, rest));
    }
}
