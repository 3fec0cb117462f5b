package io.enikit.model;

import com.google.common.collect.ImmutableSortedMap;
import com.google.common.collect.ImmutableSortedSet;
import com.google.common.collect.Iterables;
import com.google.common.collect.Lists;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.pcollections.TreePMap;
import org.pcollections.TreePSet;

/**
 * An index from a key to one or more values.
 *
 * <p>Most keys of most indexes have one value, which stands in a map of its own, without a set around it; so it can also
 * be told at once whether a key is shared. The maps are persistent: a copy costs nothing, and a change shares all but a
 * path with the maps before it.
 */
final class MultiIndex<K extends Comparable<? super K>, V extends Comparable<? super V>> {
    private TreePMap<K, V> single = TreePMap.empty();
    private TreePMap<K, TreePSet<V>> shared = TreePMap.empty();
    private List<Map.Entry<K, V>> gathered = List.of();

    MultiIndex<K, V> copy() {
        MultiIndex<K, V> copy = new MultiIndex<>();
        copy.single = single;
        copy.shared = shared;
        return copy;
    }

    /** Returns the values of a key in order, none where the key is unknown. */
    NavigableSet<V> get(K key) {
        @Nullable V one = single.get(key);
        if (one != null) {
            return TreePSet.singleton(one);
        }
        @Nullable TreePSet<V> several = shared.get(key);
        return several == null ? Collections.emptyNavigableSet() : several;
    }

    /** Whether a key has more than one value. */
    boolean isShared(K key) {
        return !shared.isEmpty() && shared.containsKey(key);
    }

    /** Returns the keys in order. */
    SortedSet<K> keys() {
        return ImmutableSortedSet.copyOf(Iterables.concat(single.keySet(), shared.keySet()));
    }

    boolean isEmpty() {
        return single.isEmpty() && shared.isEmpty();
    }

    /** Returns the values of all keys from one to another, both inclusive. */
    NavigableSet<V> between(K from, K to) {
        NavigableSet<V> values =
                new TreeSet<>(single.subMap(from, true, to, true).values());
        shared.subMap(from, true, to, true).values().forEach(values::addAll);
        return values;
    }

    void plus(K key, V value) {
        @Nullable TreePSet<V> several = shared.get(key);
        if (several != null) {
            shared = shared.plus(key, several.plus(value));
            return;
        }
        @Nullable V one = single.get(key);
        if (one == null) {
            single = single.plus(key, value);
        } else if (!one.equals(value)) {
            single = single.minus(key);
            shared = shared.plus(key, TreePSet.singleton(one).plus(value));
        }
    }

    void minus(K key, V value) {
        @Nullable TreePSet<V> several = shared.get(key);
        if (several == null) {
            if (value.equals(single.get(key))) {
                single = single.minus(key);
            }
            return;
        }
        TreePSet<V> rest = several.minus(value);
        if (rest.size() == 1) {
            shared = shared.minus(key);
            single = single.plus(key, rest.first());
        } else {
            shared = shared.plus(key, rest);
        }
    }

    /** Notes a pair for {@link #settle}: many at once cost less than one after the other. */
    void gather(K key, V value) {
        if (gathered.isEmpty()) {
            gathered = new ArrayList<>();
        }
        gathered.add(Map.entry(key, value));
    }

    /** Fills an empty index with all that was gathered. */
    void settle() {
        if (gathered.isEmpty()) {
            return;
        }
        gathered.sort(Map.Entry.comparingByKey());
        List<Map.Entry<K, V>> ones = new ArrayList<>();
        List<Map.Entry<K, TreePSet<V>>> sets = new ArrayList<>();
        int end;
        for (int start = 0; start < gathered.size(); start = end) {
            end = endOfKey(start);
            Map.Entry<K, V> first = gathered.get(start);
            if (end == start + 1) {
                ones.add(first);
            } else {
                TreePSet<V> values = valuesOf(gathered.subList(start, end));
                if (values.size() == 1) {
                    ones.add(first);
                } else {
                    sets.add(Map.entry(first.getKey(), values));
                }
            }
        }
        single = sorted(ones);
        shared = sorted(sets);
        gathered = List.of();
    }

    private TreePSet<V> valuesOf(List<Map.Entry<K, V>> pairs) {
        List<V> values = Lists.transform(pairs, Map.Entry::getValue);
        return TreePSet.fromSortedSet(ImmutableSortedSet.copyOf(Comparator.<V>naturalOrder(), values));
    }

    private int endOfKey(int start) {
        K key = gathered.get(start).getKey();
        int end = start + 1;
        while (end < gathered.size() && gathered.get(end).getKey().equals(key)) {
            end++;
        }
        return end;
    }

    /** Makes a map of entries that are sorted as a rule. */
    static <K extends Comparable<? super K>, V> TreePMap<K, V> sorted(Iterable<Map.Entry<K, V>> entries) {
        return TreePMap.fromSortedMap(ImmutableSortedMap.copyOf(entries, Comparator.naturalOrder()));
    }
}
