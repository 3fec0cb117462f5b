package io.enikit.internal;

import java.util.AbstractCollection;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A map sorted by key. Immutable: a change shares all but a path with the map before it.
 *
 * @param <K> the type of the keys
 * @param <V> the type of the values
 */
@SuppressWarnings("unchecked") // only keys and values of these types are put into the tree
public final class PersistentMap<K extends Comparable<? super K>, V> {
    private static final PersistentMap<?, ?> EMPTY = new PersistentMap<Integer, Object>(BTree.EMPTY_MAP);

    private final BTree tree;

    private PersistentMap(BTree tree) {
        this.tree = tree;
    }

    /** Whether its tree is balanced. */
    boolean isBalanced() {
        return tree.isBalanced();
    }

    /**
     * Returns a map of nothing.
     *
     * @param <K> the type of the keys
     * @param <V> the type of the values
     * @return the map
     */
    public static <K extends Comparable<? super K>, V> PersistentMap<K, V> empty() {
        return (PersistentMap<K, V>) EMPTY;
    }

    /**
     * Makes a map of keys in ascending order, each once, and their values.
     *
     * @param keys the keys
     * @param values as many values
     * @param <K> the type of the keys
     * @param <V> the type of the values
     * @return the map
     */
    public static <K extends Comparable<? super K>, V> PersistentMap<K, V> ofSorted(List<K> keys, List<V> values) {
        return keys.isEmpty() ? empty() : new PersistentMap<>(BTree.ofSorted(keys.toArray(), values.toArray()));
    }

    /** {@return the number of keys} */
    public int size() {
        return tree.size();
    }

    /** {@return whether there is no key} */
    public boolean isEmpty() {
        return tree.size() == 0;
    }

    /**
     * Finds out whether a key is there.
     *
     * @param key the key
     * @return whether it has a value
     */
    public boolean contains(K key) {
        return tree.contains(key);
    }

    /**
     * Returns the value of a key.
     *
     * @param key the key
     * @return its value, null if it has none
     */
    public @Nullable V get(K key) {
        return (V) tree.get(key);
    }

    /**
     * Returns this map with a value under a key.
     *
     * @param key the key
     * @param value its value, in place of another one
     * @return the map, this one if nothing changes
     */
    public PersistentMap<K, V> plus(K key, V value) {
        return changed(tree.plus(key, value));
    }

    /**
     * Returns this map without a key.
     *
     * @param key the key
     * @return the map, this one if the key is not there
     */
    public PersistentMap<K, V> minus(K key) {
        return changed(tree.minus(key));
    }

    private PersistentMap<K, V> changed(BTree changed) {
        return changed == tree ? this : new PersistentMap<>(changed);
    }

    /**
     * Returns the greatest key that is not greater than another one.
     *
     * @param key the other one
     * @return the key, null if there is none
     */
    public @Nullable K floorKey(K key) {
        return (K) tree.before(key, true);
    }

    /**
     * Returns the greatest key that is less than another one.
     *
     * @param key the other one
     * @return the key, null if there is none
     */
    public @Nullable K lowerKey(K key) {
        return (K) tree.before(key, false);
    }

    /**
     * Adds the keys from one to another, in order.
     *
     * @param from where they begin, inclusive
     * @param to where they end, inclusive
     * @param keys takes them
     */
    public void addKeysBetween(K from, K to, Collection<? super K> keys) {
        tree.addBetween(from, to, (Collection<Object>) keys);
    }

    /** {@return the keys in order} */
    public Collection<K> keys() {
        return new AbstractCollection<>() {
            @Override
            public Iterator<K> iterator() {
                return tree.keys();
            }

            @Override
            public int size() {
                return tree.size();
            }
        };
    }

    /** {@return the values in the order of their keys} */
    public Collection<V> values() {
        return new AbstractCollection<>() {
            @Override
            public Iterator<V> iterator() {
                return tree.values();
            }

            @Override
            public int size() {
                return tree.size();
            }
        };
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof PersistentMap<?, ?> map && tree.holdsTheSameAs(map.tree);
    }

    @Override
    public int hashCode() {
        return 31 * List.copyOf(keys()).hashCode() + List.copyOf(values()).hashCode();
    }

    @Override
    public String toString() {
        return keys() + "=" + values();
    }
}
