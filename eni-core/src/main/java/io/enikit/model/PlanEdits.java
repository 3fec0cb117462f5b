package io.enikit.model;

import com.google.common.collect.Iterables;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a builder of plans has so far: what the plan was, and what was put there or removed since.
 *
 * <p>The changes are brought into the persistent maps when a plan is asked for: few of them one by one, so that a change
 * costs the same in a plan of any size; many of them all at once, so that a plan costs the same for each of its
 * resources.
 */
final class PlanEdits {
    private final Map<ResourceId, Optional<Resource>> changes = new LinkedHashMap<>();
    private PlanContent content;
    private PlanIndex index;

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
                ? changes.get(id).isPresent()
                : content.find(id).isPresent();
    }

    void add(Resource resource) {
        if (contains(resource.resourceId())) {
            content = content.withDuplicate(resource);
        } else {
            put(resource);
        }
    }

    void put(Resource resource) {
        changes.put(resource.resourceId(), Optional.of(resource));
    }

    void remove(ResourceId id) {
        changes.put(id, Optional.empty());
    }

    /** Returns what the plan says, changes included. */
    PlanContent content() {
        settle();
        return content;
    }

    /** Returns the index of {@link #content}, to keep. */
    PlanIndex index() {
        settle();
        return index.copy();
    }

    private void settle() {
        if (changes.size() > content.size()) {
            content = content.with(changes);
            index = PlanIndex.of(content);
        } else {
            changes.forEach(this::settle);
        }
        changes.clear();
    }

    private void settle(ResourceId id, Optional<Resource> now) {
        content.find(id).ifPresent(before -> {
            content = content.without(id);
            index.remove(before, content);
        });
        now.ifPresent(resource -> {
            content = content.with(resource);
            index.add(resource, content);
        });
    }
}
