package io.enikit.internal;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableSortedSet;
import java.util.AbstractSet;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.SortedSet;
import org.jspecify.annotations.Nullable;

/**
 * A sorted set. Immutable: a change shares all but a path with the set before it.
 *
 * @param <E> the type of the elements
 */
@SuppressWarnings({
    "unchecked", // only elements of this type are put into the tree
    "ReferenceEquality", // looking at elements of a large set in memory takes longer than making the set
    "JdkObsolete" // a NavigableSet has many more parts, which nobody needs
})
public final class PersistentSet<E extends Comparable<? super E>> extends AbstractSet<E> implements SortedSet<E> {
    private static final PersistentSet<?> EMPTY = new PersistentSet<Integer>(BTree.EMPTY_SET);

    private final BTree tree;

    private PersistentSet(BTree tree) {
        this.tree = tree;
    }

    /** Whether its tree is balanced. */
    boolean isBalanced() {
        return tree.isBalanced();
    }

    /**
     * Returns a set of nothing.
     *
     * @param <E> the type of the elements
     * @return the set
     */
    public static <E extends Comparable<? super E>> PersistentSet<E> empty() {
        return (PersistentSet<E>) EMPTY;
    }

    /**
     * Makes a set of elements that are sorted, which costs no comparison.
     *
     * @param elements the elements in ascending order; one that is the same object as the one before it is left out
     * @param <E> the type of the elements
     * @return the set
     */
    public static <E extends Comparable<? super E>> PersistentSet<E> ofSorted(Collection<? extends E> elements) {
        Object[] sorted = elements.toArray();
        int size = 0;
        for (Object element : sorted) {
            if (size == 0 || element != sorted[size - 1]) {
                sorted[size++] = element;
            }
        }
        return ofDistinct(size == sorted.length ? sorted : Arrays.copyOf(sorted, size));
    }

    /**
     * Makes a set of elements, which costs least if they are sorted.
     *
     * @param elements the elements, in any order
     * @param <E> the type of the elements
     * @return the set
     */
    public static <E extends Comparable<? super E>> PersistentSet<E> copyOf(Iterable<? extends E> elements) {
        return ofDistinct(ImmutableSortedSet.copyOf(Comparator.<E>naturalOrder(), elements)
                .toArray());
    }

    private static <E extends Comparable<? super E>> PersistentSet<E> ofDistinct(Object[] sorted) {
        return sorted.length == 0 ? empty() : new PersistentSet<>(BTree.ofSorted(sorted, null));
    }

    /**
     * Returns this set with an element.
     *
     * @param element the element
     * @return the set, this one if it has the element
     */
    public PersistentSet<E> plus(E element) {
        return changed(tree.plus(element, null));
    }

    /**
     * Returns this set without an element.
     *
     * @param element the element
     * @return the set, this one if it has no such element
     */
    public PersistentSet<E> minus(E element) {
        return changed(tree.minus(element));
    }

    private PersistentSet<E> changed(BTree changed) {
        return changed == tree ? this : new PersistentSet<>(changed);
    }

    @Override
    public Iterator<E> iterator() {
        return tree.keys();
    }

    @Override
    public int size() {
        return tree.size();
    }

    /** {@inheritDoc} What cannot be compared with its elements is not in it, and makes a {@code ClassCastException}. */
    @Override
    public boolean contains(@Nullable Object element) {
        return tree.contains(requireNonNull(element, "element"));
    }

    @Override
    public E first() {
        return present(tree.first());
    }

    @Override
    public E last() {
        return present(tree.last());
    }

    private E present(@Nullable Object end) {
        if (end == null) {
            throw new NoSuchElementException();
        }
        return (E) end;
    }

    @Override
    public @Nullable Comparator<? super E> comparator() {
        return null;
    }

    @Override
    public SortedSet<E> subSet(E from, E to) {
        return ImmutableSortedSet.copyOf(this).subSet(from, to);
    }

    @Override
    public SortedSet<E> headSet(E to) {
        return ImmutableSortedSet.copyOf(this).headSet(to);
    }

    @Override
    public SortedSet<E> tailSet(E from) {
        return ImmutableSortedSet.copyOf(this).tailSet(from);
    }
}
