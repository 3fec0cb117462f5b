package io.enikit.model;

import com.google.common.collect.ImmutableList;
import io.enikit.internal.IdMap;
import io.enikit.internal.PersistentMap;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a plan says, as opposed to what follows from it: two plans with equal content are equal.
 *
 * @param resources the resources of each kind by id, which nobody changes; a kind with none is left out
 * @param duplicates those whose id was taken, sorted
 * @param demands what else subnets must have room for, sorted
 * @param quotas the quotas
 */
record PlanContent(
        Map<ResourceKind, PersistentMap<ResourceId, Resource>> resources,
        ImmutableList<Resource> duplicates,
        SubnetDemands demands,
        Quotas quotas) {
    static final PlanContent EMPTY = new PlanContent(
            new EnumMap<>(ResourceKind.class), ImmutableList.of(), SubnetDemands.NONE, Quotas.awsDefaults());

    PersistentMap<ResourceId, Resource> of(ResourceKind kind) {
        @Nullable PersistentMap<ResourceId, Resource> found = resources.get(kind);
        return found == null ? PersistentMap.empty() : found;
    }

    Optional<Resource> find(ResourceId id) {
        return Optional.ofNullable(of(id.kind()).get(id));
    }

    int size() {
        int size = 0;
        for (PersistentMap<ResourceId, Resource> ofKind : resources.values()) {
            size += ofKind.size();
        }
        return size;
    }

    /** Returns the content after many changes at once: for each id what stands under it now, empty where it is gone. */
    PlanContent with(IdMap<@Nullable Resource> changes) {
        Map<ResourceKind, List<Resource>> all = new EnumMap<>(ResourceKind.class);
        for (Map.Entry<ResourceKind, PersistentMap<ResourceId, Resource>> ofKind : resources.entrySet()) {
            List<Resource> stay = new ArrayList<>(ofKind.getValue().size());
            for (Resource each : ofKind.getValue().values()) {
                if (!changes.containsKey(each.resourceId())) {
                    stay.add(each);
                }
            }
            all.put(ofKind.getKey(), stay);
        }
        for (Map.Entry<ResourceId, @Nullable Resource> change : changes.entrySet()) {
            @Nullable Resource now = change.getValue();
            if (now != null) {
                all.computeIfAbsent(change.getKey().kind(), unseen -> new ArrayList<>())
                        .add(now);
            }
        }
        Map<ResourceKind, PersistentMap<ResourceId, Resource>> changed = new EnumMap<>(ResourceKind.class);
        for (Map.Entry<ResourceKind, List<Resource>> ofKind : all.entrySet()) {
            if (!ofKind.getValue().isEmpty()) {
                List<Resource> sorted = sorted(ofKind.getValue());
                List<ResourceId> ids = new ArrayList<>(sorted.size());
                for (Resource each : sorted) {
                    ids.add(each.resourceId());
                }
                changed.put(ofKind.getKey(), PersistentMap.ofSorted(ids, sorted));
            }
        }
        return new PlanContent(changed, duplicates, demands, quotas);
    }

    /** Sorts resources of one kind. */
    private static List<Resource> sorted(List<Resource> resources) {
        Comparator<Resource> byId = (one, other) -> one.resourceId().compareTo(other.resourceId());
        return resources.size() > NumberedOrder.MOST
                ? ImmutableList.sortedCopyOf(byId, resources)
                : NumberedOrder.<Resource>byText(
                                resources, resource -> resource.resourceId().toString())
                        .sorted(byId);
    }

    PlanContent with(Resource resource) {
        ResourceId id = resource.resourceId();
        return with(id.kind(), of(id.kind()).plus(id, resource));
    }

    PlanContent without(ResourceId id) {
        return with(id.kind(), of(id.kind()).minus(id));
    }

    private PlanContent with(ResourceKind kind, PersistentMap<ResourceId, Resource> changed) {
        Map<ResourceKind, PersistentMap<ResourceId, Resource>> all = new EnumMap<>(resources);
        if (changed.isEmpty()) {
            all.remove(kind);
        } else {
            all.put(kind, changed);
        }
        return new PlanContent(all, duplicates, demands, quotas);
    }

    PlanContent withDuplicates(List<Resource> more) {
        return new PlanContent(
                resources,
                Stream.concat(duplicates.stream(), more.stream())
                        .map(Duplicate::new)
                        .sorted()
                        .map(Duplicate::resource)
                        .collect(ImmutableList.toImmutableList()),
                demands,
                quotas);
    }

    /** A resource whose id was taken, with its text, by which it is told from others with that id. */
    private record Duplicate(Resource resource, String text) implements Comparable<Duplicate> {
        Duplicate(Resource resource) {
            this(resource, resource.toString());
        }

        @Override
        public int compareTo(Duplicate other) {
            int byId = resource.resourceId().compareTo(other.resource.resourceId());
            return byId != 0 ? byId : text.compareTo(other.text);
        }
    }

    PlanContent withDemands(Iterable<SubnetDemand> changed) {
        return new PlanContent(resources, duplicates, SubnetDemands.of(changed), quotas);
    }

    PlanContent with(Quotas changed) {
        return new PlanContent(resources, duplicates, demands, changed);
    }
}
