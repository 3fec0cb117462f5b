package io.enikit.model;

import com.google.common.collect.Iterables;
import io.enikit.internal.IdMap;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a builder of plans has so far: what the plan was, and what was put there or removed since.
 *
 * <p>The changes are brought into the persistent maps when a plan is asked for: few of them one by one, so that a change
 * costs the same in a plan of any size; many of them all at once, so that a plan costs the same for each of its
 * resources.
 */
final class PlanEdits {
    /** What stands under an id now, null where it is gone. */
    private IdMap<@Nullable Resource> changes = new IdMap<>();

    private final List<Resource> duplicates = new ArrayList<>(0);
    private PlanContent content;
    private PlanIndex index;

    /** Whether the index is that of a plan, which is not to be changed. */
    private boolean shared = true;

    PlanEdits(PlanContent content, PlanIndex index) {
        this.content = content;
        this.index = index;
    }

    void quotas(Quotas quotas) {
        content = content.with(quotas);
    }

    void demands(Iterable<SubnetDemand> demands) {
        content = content.withDemands(demands);
    }

    void add(SubnetDemand demand) {
        demands(Iterables.concat(content.demands().all(), List.of(demand)));
    }

    boolean contains(ResourceId id) {
        return changes.containsKey(id)
                ? changes.get(id) != null
                : content.find(id).isPresent();
    }

    void add(Resource resource) {
        if (!addIfNew(resource)) {
            duplicates.add(resource);
        }
    }

    /** Adds a resource unless its id is taken. */
    boolean addIfNew(Resource resource) {
        ResourceId id = resource.resourceId();
        if (content.find(id).isEmpty()) {
            return changes.putIfAbsent(id, resource) == null;
        }
        boolean isNew = !contains(id);
        if (isNew) {
            put(resource);
        }
        return isNew;
    }

    void put(Resource resource) {
        changes.put(resource.resourceId(), resource);
    }

    void remove(ResourceId id) {
        changes.put(id, null);
    }

    /** Returns what the plan says, changes included. */
    PlanContent content() {
        settle();
        return content;
    }

    /** Returns the index of {@link #content}, to keep. */
    PlanIndex index() {
        settle();
        shared = true;
        return index;
    }

    private void settle() {
        if (!duplicates.isEmpty()) {
            content = content.withDuplicates(duplicates);
            duplicates.clear();
        }
        int size = changes.size();
        if (size == 0) {
            return;
        }
        if (size > content.size()) {
            content = content.with(changes);
            index = PlanIndex.of(content);
        } else {
            if (shared) {
                index = index.copy();
            }
            changes.forEach(this::settle);
        }
        shared = false;
        changes = new IdMap<>();
    }

    private void settle(ResourceId id, @Nullable Resource now) {
        @Nullable Resource before = content.of(id.kind()).get(id);
        if (now != null) {
            content = content.with(now);
        } else if (before != null) {
            content = content.without(id);
        }
        if (before != null || now != null) {
            index.change(before, now);
        }
    }
}
