package io.enikit.model;

import com.google.common.collect.ImmutableSortedSet;
import io.enikit.internal.PersistentMap;
import io.enikit.internal.PersistentSet;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/**
 * An index from a key to one or more values. Immutable.
 *
 * <p>Most keys of most indexes have one value, which stands in a map of its own, without a set around it; so it can also
 * be told at once whether a key is shared. The maps are persistent: a change shares all but a path with the maps before
 * it.
 */
final class MultiIndex<K extends Comparable<? super K>, V extends Comparable<? super V>> {
    private static final MultiIndex<?, ?> EMPTY =
            new MultiIndex<>(PersistentMap.<Integer, Integer>empty(), PersistentMap.empty());

    private final PersistentMap<K, V> single;
    private final PersistentMap<K, PersistentSet<V>> shared;

    private MultiIndex(PersistentMap<K, V> single, PersistentMap<K, PersistentSet<V>> shared) {
        this.single = single;
        this.shared = shared;
    }

    @SuppressWarnings("unchecked")
    static <K extends Comparable<? super K>, V extends Comparable<? super V>> MultiIndex<K, V> empty() {
        return (MultiIndex<K, V>) EMPTY;
    }

    /** Returns the values of a key in order, none where the key is unknown. */
    SortedSet<V> get(K key) {
        @Nullable V one = single.get(key);
        if (one != null) {
            return ImmutableSortedSet.of(one);
        }
        @Nullable PersistentSet<V> several = shared.isEmpty() ? null : shared.get(key);
        return several == null ? Collections.emptySortedSet() : several;
    }

    /** Returns the first of the values of a key, null where the key is unknown. */
    @Nullable
    V first(K key) {
        @Nullable V one = single.get(key);
        if (one != null || shared.isEmpty()) {
            return one;
        }
        @Nullable PersistentSet<V> several = shared.get(key);
        return several == null ? null : several.first();
    }

    boolean contains(K key) {
        return single.contains(key) || isShared(key);
    }

    /** Whether a key has more than one value. */
    boolean isShared(K key) {
        return !shared.isEmpty() && shared.contains(key);
    }

    boolean hasShared() {
        return !shared.isEmpty();
    }

    boolean isEmpty() {
        return single.isEmpty() && shared.isEmpty();
    }

    /** Returns the greatest key that is not greater than the given one, or null. */
    @Nullable
    K floorKey(K key) {
        return greater(single.floorKey(key), shared.isEmpty() ? null : shared.floorKey(key));
    }

    /** Returns the greatest key that is less than the given one, or null. */
    @Nullable
    K lowerKey(K key) {
        return greater(single.lowerKey(key), shared.isEmpty() ? null : shared.lowerKey(key));
    }

    private static <K extends Comparable<? super K>> @Nullable K greater(@Nullable K one, @Nullable K other) {
        return one == null || (other != null && other.compareTo(one) > 0) ? other : one;
    }

    /** Returns the keys in order. */
    SortedSet<K> keys() {
        return ImmutableSortedSet.copyOf(keysInNoOrder());
    }

    /** Returns the keys of one value in order, then those of several. */
    List<K> keysInNoOrder() {
        List<K> keys = new ArrayList<>(single.size() + shared.size());
        keys.addAll(single.keys());
        keys.addAll(shared.keys());
        return keys;
    }

    /** Returns the keys from one to another, both inclusive, in no order. */
    List<K> keysBetween(K from, K to) {
        List<K> keys = new ArrayList<>(0);
        single.addKeysBetween(from, to, keys);
        shared.addKeysBetween(from, to, keys);
        return keys;
    }

    /** Adds the values of all keys from one to another, both inclusive. */
    void addBetween(K from, K to, Collection<? super V> values) {
        for (K key : keysBetween(from, to)) {
            values.addAll(get(key));
        }
    }

    MultiIndex<K, V> plus(K key, V value) {
        @Nullable PersistentSet<V> several = shared.isEmpty() ? null : shared.get(key);
        if (several != null) {
            return new MultiIndex<>(single, shared.plus(key, several.plus(value)));
        }
        @Nullable V one = single.get(key);
        if (one == null) {
            return new MultiIndex<>(single.plus(key, value), shared);
        }
        return one.equals(value)
                ? this
                : new MultiIndex<>(single.minus(key), shared.plus(key, PersistentSet.copyOf(List.of(one, value))));
    }

    MultiIndex<K, V> minus(K key, V value) {
        @Nullable PersistentSet<V> several = shared.isEmpty() ? null : shared.get(key);
        if (several == null) {
            return value.equals(single.get(key)) ? new MultiIndex<>(single.minus(key), shared) : this;
        }
        PersistentSet<V> rest = several.minus(value);
        return rest.size() == 1
                ? new MultiIndex<>(single.plus(key, rest.first()), shared.minus(key))
                : new MultiIndex<>(single, shared.plus(key, rest));
    }

    /** Returns the index after a value has another key; null for no key. */
    MultiIndex<K, V> moved(@Nullable K before, @Nullable K after, V value) {
        if (Objects.equals(before, after)) {
            return this;
        }
        MultiIndex<K, V> rest = before == null ? this : minus(before, value);
        return after == null ? rest : rest.plus(after, value);
    }

    /** Returns the index after a value has other keys. */
    MultiIndex<K, V> moved(Set<? extends K> before, Set<? extends K> after, V value) {
        if (before.equals(after)) {
            return this;
        }
        MultiIndex<K, V> changed = this;
        for (K key : before) {
            if (!after.contains(key)) {
                changed = changed.minus(key, value);
            }
        }
        for (K key : after) {
            if (!before.contains(key)) {
                changed = changed.plus(key, value);
            }
        }
        return changed;
    }

    /**
     * Pairs for an index: many at once cost less than one after the other.
     *
     * <p>Keys come in any order, but the values of each key in ascending order, and equal ones as one object. Keys and values
     * are bound as objects first, so that no cast has to look at each of them in memory.
     */
    @SuppressWarnings("ExtendsObject") // the first bound is what a key is in memory: one that casts nothing
    static final class Pairs<K extends Object & Comparable<? super K>, V extends Object & Comparable<? super V>> {
        private final List<K> keys;
        private final List<V> values;

        /** Starts without a pair. */
        Pairs() {
            this(0);
        }

        /** Starts without a pair, with room for some. */
        Pairs(int room) {
            keys = new ArrayList<>(room);
            values = new ArrayList<>(room);
        }

        /** Adds a pair; null for no key. */
        void add(@Nullable K key, V value) {
            if (key != null) {
                keys.add(key);
                values.add(value);
            }
        }

        /** Returns the index of all pairs, whose keys are ordered as their texts are. */
        MultiIndex<K, V> indexByText(Function<K, String> text) {
            return keys.size() > NumberedOrder.MOST ? index() : index(NumberedOrder.byText(keys, text));
        }

        /**
         * Returns the index of all pairs.
         *
         * @param number returns a number below 2^39, which does not decrease from a key to a greater one
         */
        MultiIndex<K, V> indexBy(ToLongFunction<K> number) {
            return keys.size() > NumberedOrder.MOST ? index() : index(NumberedOrder.of(keys, number));
        }

        private MultiIndex<K, V> index(NumberedOrder<K> order) {
            Groups<K, V> groups = new Groups<>(order.size());
            for (int start = 0, end; start < order.size(); start = end) {
                end = order.endOfRun(start);
                if (end == start + 1) {
                    groups.add(order.get(start), values.get(order.position(start)));
                } else {
                    addAll(order, start, end, groups);
                }
            }
            return groups.index();
        }

        /** Adds pairs of which only the objects can tell whether they have one key. */
        private void addAll(NumberedOrder<K> order, int start, int end, Groups<K, V> groups) {
            K key = order.get(start);
            List<V> ofKey = new ArrayList<>(end - start);
            int next = start;
            while (next < end && order.get(next).equals(key)) {
                ofKey.add(values.get(order.position(next++)));
            }
            if (next == end) {
                groups.add(key, ofKey);
                return;
            }
            List<Map.Entry<K, V>> all = new ArrayList<>(end - start);
            for (int i = start; i < end; i++) {
                all.add(Map.entry(order.get(i), values.get(order.position(i))));
            }
            groups.addAll(all);
        }

        /** Returns the index of all pairs. */
        MultiIndex<K, V> index() {
            List<Map.Entry<K, V>> all = new ArrayList<>(keys.size());
            for (int i = 0; i < keys.size(); i++) {
                all.add(Map.entry(keys.get(i), values.get(i)));
            }
            Groups<K, V> groups = new Groups<>(keys.size());
            groups.addAll(all);
            return groups.index();
        }
    }

    /** Keys that come in ascending order, those of one value and those of several. */
    @SuppressWarnings("ExtendsObject") // as above
    private static final class Groups<
            K extends Object & Comparable<? super K>, V extends Object & Comparable<? super V>> {
        private final List<K> ones;
        private final List<V> values;
        private final List<K> shared = new ArrayList<>(0);
        private final List<PersistentSet<V>> sets = new ArrayList<>(0);

        Groups(int size) {
            ones = new ArrayList<>(size);
            values = new ArrayList<>(size);
        }

        /** Adds a key that has one value. */
        void add(K key, V value) {
            ones.add(key);
            values.add(value);
        }

        /** Adds a key and its values in ascending order, of which some may come again. */
        void add(K key, List<V> ofKey) {
            PersistentSet<V> set = PersistentSet.ofSorted(ofKey);
            if (set.size() > 1) {
                shared.add(key);
                sets.add(set);
            } else {
                add(key, ofKey.get(0));
            }
        }

        /** Adds pairs in any order, none of whose keys was added before. */
        void addAll(List<Map.Entry<K, V>> pairs) {
            pairs.sort((one, other) -> one.getKey().compareTo(other.getKey()));
            for (int start = 0, end; start < pairs.size(); start = end) {
                K key = pairs.get(start).getKey();
                end = start + 1;
                while (end < pairs.size() && pairs.get(end).getKey().equals(key)) {
                    end++;
                }
                if (end == start + 1) {
                    add(key, pairs.get(start).getValue());
                } else {
                    add(key, valuesOf(pairs.subList(start, end)));
                }
            }
        }

        private static <K, V> List<V> valuesOf(List<Map.Entry<K, V>> pairs) {
            List<V> values = new ArrayList<>(pairs.size());
            for (Map.Entry<K, V> pair : pairs) {
                values.add(pair.getValue());
            }
            return values;
        }

        MultiIndex<K, V> index() {
            return ones.isEmpty() && shared.isEmpty()
                    ? empty()
                    : new MultiIndex<>(PersistentMap.ofSorted(ones, values), PersistentMap.ofSorted(shared, sets));
        }
    }

    /** Returns the values of several keys together, in order. */
    static <V extends Comparable<? super V>> SortedSet<V> union(SortedSet<V> some, SortedSet<V> others) {
        if (some.isEmpty() || others.isEmpty()) {
            return some.isEmpty() ? others : some;
        }
        SortedSet<V> all = new TreeSet<>(some);
        all.addAll(others);
        return all;
    }
}
