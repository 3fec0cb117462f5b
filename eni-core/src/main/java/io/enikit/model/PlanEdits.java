package io.enikit.model;

import com.google.common.collect.Iterables;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a builder of plans has so far: what the plan was, and what was put there or removed since.
 *
 * <p>The changes are brought into the persistent maps when a plan is asked for: few of them one by one, so that a change
 * costs the same in a plan of any size; many of them all at once, so that a plan costs the same for each of its
 * resources.
 */
final class PlanEdits {
    private IdMap<Change> changes = new IdMap<>();
    private final List<Resource> duplicates = new ArrayList<>(0);
    private PlanContent content;
    private PlanIndex index;

    /** Whether the index is that of a plan, which is not to be changed. */
    private boolean shared = true;

    /** What stands under an id now, empty where it is gone. */
    record Change(ResourceId id, Optional<Resource> now) {}

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
        @Nullable Change change = changes.get(id);
        return change == null ? content.find(id).isPresent() : change.now().isPresent();
    }

    void add(Resource resource) {
        if (contains(resource.resourceId())) {
            duplicates.add(resource);
        } else {
            put(resource);
        }
    }

    void put(Resource resource) {
        ResourceId id = resource.resourceId();
        changes.put(id, new Change(id, Optional.of(resource)));
    }

    void remove(ResourceId id) {
        changes.put(id, new Change(id, Optional.empty()));
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
            changes.values().forEach(this::settle);
        }
        shared = false;
        changes = new IdMap<>();
    }

    private void settle(Change change) {
        ResourceId id = change.id();
        Optional<Resource> now = change.now();
        @Nullable Resource before = content.of(id.kind()).get(id);
        if (now.isPresent()) {
            content = content.with(now.get());
        } else if (before != null) {
            content = content.without(id);
        }
        if (before != null || now.isPresent()) {
            index.change(before, now.orElse(null));
        }
    }
}
