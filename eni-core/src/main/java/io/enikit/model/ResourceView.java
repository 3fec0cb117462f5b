package io.enikit.model;

import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Iterators;
import io.enikit.internal.PersistentMap;
import java.util.AbstractSet;
import java.util.Iterator;
import java.util.Set;
import java.util.SortedSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A view of some resources of a plan, sorted by id.
 *
 * <p>It is a set, as ids are unique in a plan: membership is a look-up, where a list would have to be searched.
 */
abstract class ResourceView<R extends Resource> extends AbstractSet<R> {
    private ResourceView() {}

    /** Returns the resources of one kind. */
    @SuppressWarnings("unchecked")
    static <R extends Resource> ResourceView<R> of(PersistentMap<ResourceId, Resource> resources) {
        return new ResourceView<>() {
            @Override
            public Iterator<R> iterator() {
                return (Iterator<R>)
                        Iterators.unmodifiableIterator(resources.values().iterator());
            }

            @Override
            public int size() {
                return resources.size();
            }

            @Override
            public boolean contains(@Nullable Object other) {
                return other instanceof Resource resource && resource.equals(resources.get(resource.resourceId()));
            }
        };
    }

    /** Returns the resources with some ids, which the plan has. */
    static <K extends ResourceId, R extends Resource> Set<R> of(SortedSet<K> ids, Function<K, R> find) {
        if (ids.isEmpty()) {
            return ImmutableSet.of();
        }
        return new ResourceView<>() {
            @Override
            public Iterator<R> iterator() {
                return Iterators.transform(Iterators.unmodifiableIterator(ids.iterator()), find::apply);
            }

            @Override
            public int size() {
                return ids.size();
            }

            @Override
            @SuppressWarnings("unchecked")
            public boolean contains(@Nullable Object other) {
                return other instanceof Resource resource
                        && ids.contains(resource.resourceId())
                        && resource.equals(find.apply((K) resource.resourceId()));
            }
        };
    }
}
