package io.enikit.model;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.Maps;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.pcollections.TreePMap;

/**
 * What a plan says, as opposed to what follows from it: two plans with equal content are equal.
 *
 * @param resources the resources of each kind by id
 * @param duplicates those whose id was taken, sorted
 * @param demands what else subnets must have room for, sorted
 * @param quotas the quotas
 */
record PlanContent(
        ImmutableMap<ResourceKind, TreePMap<ResourceId, Resource>> resources,
        ImmutableList<Resource> duplicates,
        SubnetDemands demands,
        Quotas quotas) {
    static final PlanContent EMPTY =
            new PlanContent(ImmutableMap.of(), ImmutableList.of(), SubnetDemands.NONE, Quotas.awsDefaults());

    private static final Comparator<Resource> BY_ID_THEN_TEXT =
            Comparator.comparing(Resource::resourceId).thenComparing(Resource::toString);

    TreePMap<ResourceId, Resource> of(ResourceKind kind) {
        @Nullable TreePMap<ResourceId, Resource> found = resources.get(kind);
        return found == null ? TreePMap.empty() : found;
    }

    Optional<Resource> find(ResourceId id) {
        return Optional.ofNullable(of(id.kind()).get(id));
    }

    int size() {
        return resources.values().stream().mapToInt(TreePMap::size).sum();
    }

    /** Returns the content after many changes at once: for each id what stands under it now, empty where it is gone. */
    PlanContent with(Map<ResourceId, Optional<Resource>> changes) {
        Map<ResourceKind, List<Map.Entry<ResourceId, Resource>>> all = new EnumMap<>(ResourceKind.class);
        resources.forEach((kind, ofKind) -> all.put(
                kind,
                new ArrayList<>(
                        Maps.filterKeys(ofKind, id -> !changes.containsKey(id)).entrySet())));
        changes.forEach((id, now) -> now.ifPresent(resource ->
                all.computeIfAbsent(id.kind(), unseen -> new ArrayList<>()).add(Map.entry(id, resource))));
        return new PlanContent(
                ImmutableMap.copyOf(
                        Maps.transformValues(Maps.filterValues(all, ofKind -> !ofKind.isEmpty()), MultiIndex::sorted)),
                duplicates,
                demands,
                quotas);
    }

    PlanContent with(Resource resource) {
        return with(
                resource.resourceId().kind(), of(resource.resourceId().kind()).plus(resource.resourceId(), resource));
    }

    PlanContent without(ResourceId id) {
        return with(id.kind(), of(id.kind()).minus(id));
    }

    private PlanContent with(ResourceKind kind, TreePMap<ResourceId, Resource> changed) {
        ImmutableMap.Builder<ResourceKind, TreePMap<ResourceId, Resource>> all = ImmutableMap.builder();
        for (ResourceKind each : ResourceKind.values()) {
            TreePMap<ResourceId, Resource> ofKind = each == kind ? changed : of(each);
            if (!ofKind.isEmpty()) {
                all.put(each, ofKind);
            }
        }
        return new PlanContent(all.buildOrThrow(), duplicates, demands, quotas);
    }

    PlanContent withDuplicate(Resource resource) {
        return new PlanContent(
                resources,
                ImmutableList.sortedCopyOf(
                        BY_ID_THEN_TEXT,
                        ImmutableList.<Resource>builder()
                                .addAll(duplicates)
                                .add(resource)
                                .build()),
                demands,
                quotas);
    }

    PlanContent withDemands(Iterable<SubnetDemand> changed) {
        return new PlanContent(resources, duplicates, SubnetDemands.of(changed), quotas);
    }

    PlanContent with(Quotas changed) {
        return new PlanContent(resources, duplicates, demands, changed);
    }
}
