package io.enikit.model;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.util.Comparator;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.pcollections.TreePMap;

/**
 * What a plan says, as opposed to what follows from it: two plans with equal content are equal.
 *
 * @param resources the resources of each kind by id
 * @param duplicates those whose id was taken, sorted
 * @param quotas the quotas
 */
record PlanContent(
        ImmutableMap<ResourceKind, TreePMap<ResourceId, Resource>> resources,
        ImmutableList<Resource> duplicates,
        Quotas quotas) {
    static final PlanContent EMPTY = new PlanContent(ImmutableMap.of(), ImmutableList.of(), Quotas.awsDefaults());

    private static final Comparator<Resource> BY_ID_THEN_TEXT =
            Comparator.comparing(Resource::resourceId).thenComparing(Resource::toString);

    TreePMap<ResourceId, Resource> of(ResourceKind kind) {
        @Nullable TreePMap<ResourceId, Resource> found = resources.get(kind);
        return found == null ? TreePMap.empty() : found;
    }

    Optional<Resource> find(ResourceId id) {
        return Optional.ofNullable(of(id.kind()).get(id));
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
        return new PlanContent(all.buildOrThrow(), duplicates, quotas);
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
                quotas);
    }

    PlanContent with(Quotas changed) {
        return new PlanContent(resources, duplicates, changed);
    }
}
