package io.enikit.internal;

import com.google.common.collect.Iterators;
import com.google.common.collect.UnmodifiableIterator;
import java.util.Arrays;
import java.util.Collection;
import java.util.Iterator;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;

/**
 * A persistent B-tree: sorted keys, each with a value in a map and without one in a set. Immutable: a change copies the
 * nodes on one path and shares all others.
 *
 * <p>A node is one array, so that an entry takes little more than its two references, where a binary tree needs an object
 * for each. First come the keys, then what belongs to them:
 *
 * <pre>
 * leaf of a map    k0 k1 k2 v0 v1 v2      the keys in order, and their values
 * leaf of a set    k0 k1 k2               the keys alone
 * above a leaf     k0 k1 k2 n0 n1 n2      the keys below n1 are k1 or greater, and less than k2; k0 says nothing
 * </pre>
 */
@SuppressWarnings("ReferenceEquality") // a node that nothing changed in is the same one, and not to be looked at again
final class BTree {
    /** A node with more entries than this is split in two. */
    private static final int MOST = 12;

    /** A node with fewer entries than this is joined with one beside it. */
    private static final int FEWEST = 4;

    static final BTree EMPTY_MAP = new BTree(new Object[0], 0, 0, true);
    static final BTree EMPTY_SET = new BTree(new Object[0], 0, 0, false);

    private final Object[] root;
    private final int height;
    private final int size;
    private final boolean isMap;

    /**
     * Makes a tree.
     *
     * @param root the node at the top
     * @param height how many levels of nodes stand above the leaves
     * @param size the number of keys
     * @param isMap whether keys have values
     */
    private BTree(Object[] root, int height, int size, boolean isMap) {
        this.root = root;
        this.height = height;
        this.size = size;
        this.isMap = isMap;
    }

    /** Makes a tree of keys in ascending order, each once, and their values; null for a set. */
    static BTree ofSorted(Object[] keys, Object @Nullable [] values) {
        Object[][] nodes = new Object[parts(keys.length)][];
        for (int i = 0; i < nodes.length; i++) {
            int from = start(i, nodes.length, keys.length);
            int to = start(i + 1, nodes.length, keys.length);
            nodes[i] = Arrays.copyOfRange(keys, from, values == null ? to : to + to - from);
            if (values != null) {
                System.arraycopy(values, from, nodes[i], to - from, to - from);
            }
        }
        int height = 0;
        for (; nodes.length > 1; height++) {
            nodes = above(nodes);
        }
        return new BTree(nodes[0], height, keys.length, values != null);
    }

    private static Object[][] above(Object[][] nodes) {
        Object[][] above = new Object[parts(nodes.length)][];
        for (int i = 0; i < above.length; i++) {
            int from = start(i, above.length, nodes.length);
            int length = start(i + 1, above.length, nodes.length) - from;
            above[i] = new Object[2 * length];
            for (int j = 0; j < length; j++) {
                above[i][j] = nodes[from + j][0];
                above[i][length + j] = nodes[from + j];
            }
        }
        return above;
    }

    private static int parts(int whole) {
        return Math.max(1, (whole + MOST - 1) / MOST);
    }

    /** Returns where a part begins if a whole is cut into so many of nearly one size. */
    private static int start(int part, int parts, int whole) {
        return (int) ((long) part * whole / parts);
    }

    int size() {
        return size;
    }

    /** Whether each node has as many entries as it should have, and no more. */
    boolean isBalanced() {
        return isBalanced(root, height, height > 0 ? 2 : 0);
    }

    private boolean isBalanced(Object[] node, int level, int fewest) {
        boolean balanced = length(node, level) >= fewest && length(node, level) <= MOST;
        for (int i = 0; level > 0 && i < node.length >> 1; i++) {
            balanced &= isBalanced(child(node, i), level - 1, FEWEST);
        }
        return balanced;
    }

    /** Returns how many references an entry has on a level. */
    private int width(int level) {
        return level > 0 || isMap ? 2 : 1;
    }

    private int length(Object[] node, int level) {
        return node.length / width(level);
    }

    private static Object[] child(Object[] node, int i) {
        return (Object[]) node[(node.length >> 1) + i];
    }

    /** Returns the place of a key, or {@code -(place + 1)} if it is not there but would be. */
    @SuppressWarnings("unchecked")
    private static int search(Object[] leaf, int length, Object key) {
        int low = 0;
        int high = length - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            int order = ((Comparable<Object>) key).compareTo(leaf[middle]);
            if (order == 0) {
                return middle;
            }
            if (order > 0) {
                low = middle + 1;
            } else {
                high = middle - 1;
            }
        }
        return -(low + 1);
    }

    /** Returns the place of the child with a key, if the tree has it. */
    @SuppressWarnings("unchecked")
    private static int childWith(Object[] node, Object key) {
        int low = 1;
        int high = (node.length >> 1) - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            if (((Comparable<Object>) key).compareTo(node[middle]) >= 0) {
                low = middle + 1;
            } else {
                high = middle - 1;
            }
        }
        return high;
    }

    private Object[] leafWith(Object key) {
        Object[] node = root;
        for (int level = height; level > 0; level--) {
            node = child(node, childWith(node, key));
        }
        return node;
    }

    boolean contains(Object key) {
        Object[] leaf = leafWith(key);
        return search(leaf, length(leaf, 0), key) >= 0;
    }

    /** Returns the value of a key, null if there is none. */
    @Nullable
    Object get(Object key) {
        Object[] leaf = leafWith(key);
        int length = leaf.length >> 1;
        int i = search(leaf, length, key);
        return i < 0 ? null : leaf[length + i];
    }

    /** Returns the least key, null if there is none. */
    @Nullable
    Object first() {
        return size == 0 ? null : keys().next();
    }

    /** Returns the greatest key, null if there is none. */
    @Nullable
    Object last() {
        return size == 0 ? null : last(root, height);
    }

    private Object last(Object[] node, int height) {
        Object[] leaf = node;
        for (int level = height; level > 0; level--) {
            leaf = child(leaf, (leaf.length >> 1) - 1);
        }
        return leaf[length(leaf, 0) - 1];
    }

    /** Returns the greatest key that is less than a key, or equal to it if that counts; null if there is none. */
    @Nullable
    Object before(Object key, boolean orEqual) {
        return before(root, height, key, orEqual);
    }

    private @Nullable Object before(Object[] node, int level, Object key, boolean orEqual) {
        if (level == 0) {
            int found = search(node, length(node, 0), key);
            int i = found < 0 ? -found - 2 : orEqual ? found : found - 1;
            return i < 0 ? null : node[i];
        }
        int i = childWith(node, key);
        @Nullable Object found = before(child(node, i), level - 1, key, orEqual);
        return found != null || i == 0 ? found : last(child(node, i - 1), level - 1);
    }

    /** Adds the keys from one to another, both inclusive, in order. */
    void addBetween(Object from, Object to, Collection<Object> keys) {
        addBetween(root, height, from, to, keys);
    }

    private void addBetween(Object[] node, int level, Object from, Object to, Collection<Object> keys) {
        if (level > 0) {
            int last = childWith(node, to);
            for (int i = childWith(node, from); i <= last; i++) {
                addBetween(child(node, i), level - 1, from, to, keys);
            }
            return;
        }
        int length = length(node, 0);
        int first = search(node, length, from);
        int last = search(node, length, to);
        int end = last < 0 ? -(last + 1) : last + 1;
        for (int i = first < 0 ? -(first + 1) : first; i < end; i++) {
            keys.add(node[i]);
        }
    }

    /** Returns this tree with a key and, in a map, its value. */
    BTree plus(Object key, @Nullable Object value) {
        Entry entry = new Entry(key, value);
        Object[] changed = plus(root, height, entry);
        if (changed == root) {
            return this;
        }
        if (length(changed, height) <= MOST) {
            return new BTree(changed, height, size + entry.added, isMap);
        }
        Object[] above = withChild(new Object[] {changed[0], changed}, 0, changed, height);
        return new BTree(above, height + 1, size + entry.added, isMap);
    }

    /** An entry that comes into a tree; it notes whether its key is new there. */
    private static final class Entry {
        private final Object key;
        private final @Nullable Object value;
        private int added;

        Entry(Object key, @Nullable Object value) {
            this.key = key;
            this.value = value;
        }

        Object[] references() {
            return value == null ? new Object[] {key} : new Object[] {key, value};
        }
    }

    /** Returns a node with an entry, which may make it one too long; the same node if nothing changes. */
    private Object[] plus(Object[] node, int level, Entry entry) {
        if (level > 0) {
            int i = childWith(node, entry.key);
            Object[] before = child(node, i);
            Object[] after = plus(before, level - 1, entry);
            return after == before ? node : withChild(node, i, after, level - 1);
        }
        int length = length(node, 0);
        int i = search(node, length, entry.key);
        if (i < 0) {
            entry.added = 1;
            return splice(node, width(0), -(i + 1), -(i + 1), entry.references());
        }
        return entry.value == null || node[length + i] == entry.value ? node : with(node, length + i, entry.value);
    }

    /** Returns this tree without a key. */
    BTree minus(Object key) {
        Object[] changed = minus(root, height, key);
        if (changed == root) {
            return this;
        }
        return height > 0 && changed.length == 2
                ? new BTree((Object[]) changed[1], height - 1, size - 1, isMap)
                : new BTree(changed, height, size - 1, isMap);
    }

    /** Returns a node without a key, which may make it one too short; the same node if nothing changes. */
    private Object[] minus(Object[] node, int level, Object key) {
        if (level == 0) {
            int i = search(node, length(node, 0), key);
            return i < 0 ? node : splice(node, width(0), i, i + 1);
        }
        int i = childWith(node, key);
        Object[] before = child(node, i);
        Object[] after = minus(before, level - 1, key);
        if (after == before || length(after, level - 1) >= FEWEST) {
            return after == before ? node : with(node, (node.length >> 1) + i, after);
        }
        int left = Math.max(0, i - 1);
        Object[] shorter = with(node, (node.length >> 1) + i, after);
        Object[] joined = join(child(shorter, left), child(shorter, left + 1), node[left + 1], level - 1);
        return withChild(splice(node, 2, left + 1, left + 2), left, joined, level - 1);
    }

    /** Returns the entries of two nodes beside each other as one node. */
    private Object[] join(Object[] left, Object[] right, Object firstOfRight, int level) {
        int length = length(left, level);
        Object[] joined = splice(left, width(level), length, length, right);
        joined[length] = level > 0 ? firstOfRight : right[0];
        return joined;
    }

    /** Returns a node with another child, which is split if it is too long. */
    private Object[] withChild(Object[] node, int i, Object[] child, int level) {
        int length = length(child, level);
        if (length <= MOST) {
            return with(node, (node.length >> 1) + i, child);
        }
        Object[] left = part(child, width(level), 0, length / 2);
        Object[] right = part(child, width(level), length / 2, length);
        return splice(node, 2, i, i + 1, node[i], right[0], left, right);
    }

    private static Object[] with(Object[] node, int i, Object value) {
        Object[] changed = node.clone();
        changed[i] = value;
        return changed;
    }

    private static Object[] part(Object[] node, int width, int from, int to) {
        Object[] part = new Object[width * (to - from)];
        for (int i = 0; i < width; i++) {
            System.arraycopy(node, i * (node.length / width) + from, part, i * (to - from), to - from);
        }
        return part;
    }

    /** Returns a node with other entries in place of some: first their keys, then what belongs to them. */
    private static Object[] splice(Object[] node, int width, int from, int to, Object... others) {
        int before = node.length / width;
        int more = others.length / width;
        int after = before - (to - from) + more;
        Object[] changed = new Object[width * after];
        for (int i = 0; i < width; i++) {
            System.arraycopy(node, i * before, changed, i * after, from);
            System.arraycopy(others, i * more, changed, i * after + from, more);
            System.arraycopy(node, i * before + to, changed, i * after + from + more, before - to);
        }
        return changed;
    }

    /** Whether two trees hold the same; nodes that they share are not looked at, so it costs what has changed. */
    boolean holdsTheSameAs(BTree other) {
        if (size != other.size || isMap != other.isMap) {
            return false;
        }
        Likeness likeness = height == other.height ? likeness(root, other.root, height) : Likeness.OTHER_NODES;
        return switch (likeness) {
            case SAME -> true;
            case DIFFERENT -> false;
            case OTHER_NODES ->
                Iterators.elementsEqual(keys(), other.keys())
                        && (!isMap || Iterators.elementsEqual(values(), other.values()));
        };
    }

    private enum Likeness {
        SAME,
        DIFFERENT,

        /** The entries are distributed among nodes in another way, and have to be compared one by one. */
        OTHER_NODES
    }

    private static Likeness likeness(Object[] one, Object[] other, int level) {
        if (one == other || one.length != other.length) {
            return one == other ? Likeness.SAME : Likeness.OTHER_NODES;
        }
        if (level == 0) {
            return Arrays.equals(one, other) ? Likeness.SAME : Likeness.DIFFERENT;
        }
        Likeness likeness = Likeness.SAME;
        for (int i = 0; i < one.length >> 1 && likeness == Likeness.SAME; i++) {
            likeness = likeness(child(one, i), child(other, i), level - 1);
        }
        return likeness;
    }

    /** Returns the keys in order, which are all of this type. */
    <K> Iterator<K> keys() {
        return new References<>(false);
    }

    /** Returns the values in the order of their keys, which are all of this type. */
    <V> Iterator<V> values() {
        return new References<>(true);
    }

    private final class References<T> extends UnmodifiableIterator<T> {
        /** The nodes from the leaf, at 0, to the root, and how many of their entries were seen, with the current one. */
        private final Object[][] path = new Object[height + 1][];

        private final int[] seen = new int[height + 1];
        private final boolean ofValues;
        private int rest = size;

        References(boolean ofValues) {
            this.ofValues = ofValues;
            path[height] = root;
            descend(height);
        }

        @Override
        public boolean hasNext() {
            return rest > 0;
        }

        @Override
        @SuppressWarnings("unchecked")
        public T next() {
            if (rest == 0) {
                throw new NoSuchElementException();
            }
            if (seen[0] == length(path[0], 0)) {
                int level = 1;
                while (seen[level] == path[level].length >> 1) {
                    level++;
                }
                descend(level);
            }
            rest--;
            int i = seen[0]++;
            return (T) path[0][ofValues ? (path[0].length >> 1) + i : i];
        }

        private void descend(int from) {
            for (int level = from; level > 0; level--) {
                path[level - 1] = child(path[level], seen[level]++);
                seen[level - 1] = 0;
            }
        }
    }
}
