package io.enikit.model;

import com.google.common.base.Strings;
import com.google.common.collect.ImmutableSortedSet;
import io.enikit.internal.PersistentMap;
import io.enikit.internal.PersistentSet;
import java.util.ArrayList;
import java.util.Arrays;
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
        return ImmutableSortedSet.<K>naturalOrder()
                .addAll(single.keys())
                .addAll(shared.keys())
                .build();
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

    /** Pairs for an index: many at once cost less than one after the other. */
    static final class Pairs<K extends Comparable<? super K>, V extends Comparable<? super V>> {
        private static final int POSITION_BITS = 24;
        private static final int MOST_POSITIONS = 1 << POSITION_BITS;
        private static final int CHARACTERS = 4;
        private static final int LARGEST = 0xFF;

        private final List<K> keys = new ArrayList<>();
        private final List<V> values = new ArrayList<>();

        /** Adds a pair; null for no key. */
        void add(@Nullable K key, V value) {
            if (key != null) {
                keys.add(key);
                values.add(value);
            }
        }

        /** Returns the index of all pairs, whose keys are ordered as their texts are. */
        MultiIndex<K, V> indexByText(Function<K, String> text) {
            if (keys.isEmpty()) {
                return empty();
            }
            String first = text.apply(keys.get(0));
            int common = first.length();
            for (K key : keys) {
                common = lengthInCommon(text.apply(key), first, common);
            }
            long[] numbers = new long[keys.size()];
            for (int i = 0; i < numbers.length; i++) {
                numbers[i] = numberOf(text.apply(keys.get(i)), common);
            }
            return indexBy(numbers);
        }

        private static int lengthInCommon(String one, String other, int most) {
            int length = Math.min(one.length(), most);
            return one.regionMatches(0, other, 0, length)
                    ? length
                    : Strings.commonPrefix(one, other).length();
        }

        /**
         * Returns the first characters behind a start as a number, which does not decrease from a text to a greater one.
         *
         * <p>It ends at a character that has no room in it: what comes behind says nothing about the order of two such.
         */
        private static long numberOf(String text, int start) {
            long number = 0;
            boolean whole = true;
            for (int i = start; i < start + CHARACTERS; i++) {
                int next = whole && i < text.length() ? Math.min(text.charAt(i), LARGEST) : 0;
                whole &= next < LARGEST;
                number = number << Byte.SIZE | next;
            }
            return number;
        }

        /**
         * Returns the index of all pairs.
         *
         * <p>They are sorted by numbers, which is many times faster than by objects: only keys of one number have to be
         * looked at then.
         *
         * @param number returns a number below 2^39, which does not decrease from a key to a greater one
         */
        MultiIndex<K, V> indexBy(ToLongFunction<K> number) {
            long[] numbers = new long[keys.size()];
            for (int i = 0; i < numbers.length; i++) {
                numbers[i] = number.applyAsLong(keys.get(i));
            }
            return indexBy(numbers);
        }

        private MultiIndex<K, V> indexBy(long[] numbers) {
            int size = numbers.length;
            if (size >= MOST_POSITIONS) {
                return index();
            }
            long[] order = new long[size];
            for (int i = 0; i < size; i++) {
                order[i] = numbers[i] << POSITION_BITS | i;
            }
            Arrays.sort(order);
            Groups<K, V> groups = new Groups<>(size);
            for (int start = 0, end; start < size; start = end) {
                end = start + 1;
                while (end < size && order[end] >>> POSITION_BITS == order[start] >>> POSITION_BITS) {
                    end++;
                }
                if (end == start + 1) {
                    groups.add(key(order[start]), value(order[start]));
                } else {
                    List<Map.Entry<K, V>> some = new ArrayList<>(end - start);
                    for (int i = start; i < end; i++) {
                        some.add(Map.entry(key(order[i]), value(order[i])));
                    }
                    groups.addAll(some);
                }
            }
            return groups.index();
        }

        private K key(long order) {
            return keys.get((int) order & MOST_POSITIONS - 1);
        }

        private V value(long order) {
            return values.get((int) order & MOST_POSITIONS - 1);
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
    private static final class Groups<K extends Comparable<? super K>, V extends Comparable<? super V>> {
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

        /** Adds pairs in any order, none of whose keys was added before. */
        void addAll(List<Map.Entry<K, V>> pairs) {
            pairs.sort((one, other) -> one.getKey().compareTo(other.getKey()));
            for (int start = 0, end; start < pairs.size(); start = end) {
                K key = pairs.get(start).getKey();
                end = start + 1;
                while (end < pairs.size() && pairs.get(end).getKey().equals(key)) {
                    end++;
                }
                PersistentSet<V> set = end == start + 1 ? PersistentSet.empty() : valuesOf(pairs.subList(start, end));
                if (set.size() > 1) {
                    shared.add(key);
                    sets.add(set);
                } else {
                    add(key, pairs.get(start).getValue());
                }
            }
        }

        private static <K, V extends Comparable<? super V>> PersistentSet<V> valuesOf(List<Map.Entry<K, V>> pairs) {
            List<V> values = new ArrayList<>(pairs.size());
            for (Map.Entry<K, V> pair : pairs) {
                values.add(pair.getValue());
            }
            return PersistentSet.copyOf(values);
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
