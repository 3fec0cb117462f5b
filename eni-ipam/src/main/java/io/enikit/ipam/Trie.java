package io.enikit.ipam;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A persistent map from 128-bit keys to entries, in ascending order of the keys.
 *
 * <p>A node tells its entries apart by four bits of their keys, the first in which they differ, so there are no nodes
 * with one child, and a change copies a node for every four bits that matter:
 *
 * <pre>
 * key     0a00 0010  0a00 0020  0a00 1000         node at digit 4: 0 -> node at digit 6: 1 -> 0a000010, 2 -> 0a000020
 *              ^ digit 4  ^ digit 6                                1 -> 0a001000
 * </pre>
 *
 * <p>Children are entries or nodes, without holes, in the order of their digits; {@code digits} has a bit for each.
 */
final class Trie<E extends Trie.Entry> {
    private static final Trie<Entry> EMPTY = new Trie<>(null);

    /** An entry, or a node, or null for the empty trie. */
    private final @Nullable Object root;

    private Trie(@Nullable Object root) {
        this.root = root;
    }

    /** What has a key. */
    interface Entry {
        long high();

        long low();
    }

    /** Entries whose keys agree in all digits before the depth and differ there. */
    private static final class Node {
        private final long high;
        private final long low;
        private final int depth;
        private final int digits;
        private final Object[] children;

        Node(long high, long low, int depth, int digits, Object[] children) {
            this.high = high;
            this.low = low;
            this.depth = depth;
            this.digits = digits;
            this.children = children;
        }

        /** Where the child of a digit is, or would be. */
        int index(int digit) {
            return Integer.bitCount(digits & ((1 << digit) - 1));
        }

        boolean has(int digit) {
            return (digits >> digit & 1) != 0;
        }

        Node with(int index, Object child) {
            Object[] copy = children.clone();
            copy[index] = child;
            return new Node(high, low, depth, digits, copy);
        }

        Node plus(int digit, Object child) {
            int index = index(digit);
            Object[] copy = new Object[children.length + 1];
            System.arraycopy(children, 0, copy, 0, index);
            copy[index] = child;
            System.arraycopy(children, index, copy, index + 1, children.length - index);
            return new Node(high, low, depth, digits | 1 << digit, copy);
        }

        Object minus(int digit) {
            int index = index(digit);
            if (children.length == 2) {
                return children[1 - index];
            }
            Object[] copy = new Object[children.length - 1];
            System.arraycopy(children, 0, copy, 0, index);
            System.arraycopy(children, index + 1, copy, index, copy.length - index);
            return new Node(high, low, depth, digits & ~(1 << digit), copy);
        }
    }

    @SuppressWarnings("unchecked")
    static <E extends Entry> Trie<E> empty() {
        return (Trie<E>) EMPTY;
    }

    private static int digit(long high, long low, int depth) {
        return (int) (depth < 16 ? high >>> (60 - 4 * depth) : low >>> (124 - 4 * depth)) & 15;
    }

    /** The first digit in which keys differ, 32 if they do not. */
    private static int difference(long high, long low, long otherHigh, long otherLow) {
        return high != otherHigh
                ? Long.numberOfLeadingZeros(high ^ otherHigh) >> 2
                : 16 + (Long.numberOfLeadingZeros(low ^ otherLow) >> 2);
    }

    private static int compare(long high, long low, long otherHigh, long otherLow) {
        return high != otherHigh ? Long.compareUnsigned(high, otherHigh) : Long.compareUnsigned(low, otherLow);
    }

    @SuppressWarnings("unchecked")
    private @Nullable E entry(@Nullable Object entry) {
        return (E) entry;
    }

    @Nullable
    E get(long high, long low) {
        Object at = root;
        while (at instanceof Node node) {
            int digit = digit(high, low, node.depth);
            at = node.has(digit) ? node.children[node.index(digit)] : null;
        }
        return at instanceof Entry entry && entry.high() == high && entry.low() == low ? entry(entry) : null;
    }

    /** The entry with the greatest key that is not greater than the given one, or null. */
    @Nullable
    E floor(long high, long low) {
        return entry(floor(root, high, low));
    }

    private static @Nullable Object floor(@Nullable Object at, long high, long low) {
        if (!(at instanceof Node node)) {
            return at instanceof Entry entry && compare(entry.high(), entry.low(), high, low) <= 0 ? entry : null;
        }
        if (difference(high, low, node.high, node.low) < node.depth) {
            return compare(node.high, node.low, high, low) < 0 ? last(node) : null;
        }
        int digit = digit(high, low, node.depth);
        int index = node.index(digit);
        Object inside = node.has(digit) ? floor(node.children[index], high, low) : null;
        return inside != null || index == 0 ? inside : last(node.children[index - 1]);
    }

    private static Object last(Object at) {
        Object last = at;
        while (last instanceof Node node) {
            last = node.children[node.children.length - 1];
        }
        return last;
    }

    /** The trie with an entry, in place of the one with its key if there is one. */
    Trie<E> plus(E entry) {
        return new Trie<>(plus(root, entry, entry.high(), entry.low()));
    }

    private static Object plus(@Nullable Object at, Entry added, long high, long low) {
        if (at instanceof Node node) {
            int depth = difference(high, low, node.high, node.low);
            if (depth < node.depth) {
                return both(depth, node, node.high, node.low, added);
            }
            int digit = digit(high, low, node.depth);
            if (!node.has(digit)) {
                return node.plus(digit, added);
            }
            int index = node.index(digit);
            return node.with(index, plus(node.children[index], added, high, low));
        }
        if (at instanceof Entry entry) {
            int depth = difference(high, low, entry.high(), entry.low());
            return depth == 32 ? added : both(depth, entry, entry.high(), entry.low(), added);
        }
        return added;
    }

    private static Node both(int depth, Object one, long high, long low, Entry added) {
        int digit = digit(high, low, depth);
        int addedDigit = digit(added.high(), added.low(), depth);
        Object[] children = digit < addedDigit ? new Object[] {one, added} : new Object[] {added, one};
        return new Node(high, low, depth, 1 << digit | 1 << addedDigit, children);
    }

    /** The trie without the entry of a key, this trie if there is none. */
    @SuppressWarnings("ReferenceEquality") // the same node means that nothing changed
    Trie<E> minus(long high, long low) {
        Object rest = minus(root, high, low);
        return rest == root ? this : new Trie<>(rest);
    }

    @SuppressWarnings("ReferenceEquality") // the same node means that nothing changed
    private static @Nullable Object minus(@Nullable Object at, long high, long low) {
        if (!(at instanceof Node node)) {
            return at instanceof Entry entry && entry.high() == high && entry.low() == low ? null : at;
        }
        int digit = digit(high, low, node.depth);
        if (!node.has(digit)) {
            return node;
        }
        int index = node.index(digit);
        Object child = node.children[index];
        Object rest = minus(child, high, low);
        if (rest == child) {
            return node;
        }
        return rest == null ? node.minus(digit) : node.with(index, rest);
    }

    boolean isEmpty() {
        return root == null;
    }

    /** The entry with the least key, or null. */
    @Nullable
    E first() {
        Object first = root;
        while (first instanceof Node node) {
            first = node.children[0];
        }
        return entry(first);
    }

    /** The entries in ascending order. */
    List<E> toList() {
        return between(0, 0, -1, -1);
    }

    /** The entries with keys from one to another, both inclusive, in ascending order. */
    List<E> between(long high, long low, long lastHigh, long lastLow) {
        List<E> entries = new ArrayList<>();
        collect(root, entries, high, low, lastHigh, lastLow);
        return entries;
    }

    private void collect(@Nullable Object at, List<E> entries, long high, long low, long lastHigh, long lastLow) {
        if (at instanceof Node node) {
            boolean isBefore = compare(node.high, node.low, high, low) < 0
                    && difference(high, low, node.high, node.low) < node.depth;
            boolean isBehind = compare(node.high, node.low, lastHigh, lastLow) > 0
                    && difference(lastHigh, lastLow, node.high, node.low) < node.depth;
            if (isBefore || isBehind) {
                return;
            }
            for (Object child : node.children) {
                collect(child, entries, high, low, lastHigh, lastLow);
            }
        } else if (at instanceof Entry found
                && compare(found.high(), found.low(), high, low) >= 0
                && compare(found.high(), found.low(), lastHigh, lastLow) <= 0) {
            E entry = entry(found);
            if (entry != null) {
                entries.add(entry);
            }
        }
    }
}
