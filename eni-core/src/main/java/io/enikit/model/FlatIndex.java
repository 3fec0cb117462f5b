package io.enikit.model;

import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.pcollections.TreePMap;

/**
 * Answers of a plan by hash, for a look at all of it: about what many interfaces have in common, which is asked for again
 * and again, and quicker found here than in the persistent maps.
 */
final class FlatIndex {
    private final Map<ResourceId, Optional<Resource>> resources = new HashMap<>();
    private final Map<InstanceId, List<Eni>> enisByInstance = new HashMap<>();

    FlatIndex(PlanContent content) {
        content.resources().forEach((kind, ofKind) -> {
            if (kind != ResourceKind.ENI) {
                ofKind.forEach((id, resource) -> resources.put(id, Optional.of(resource)));
            }
        });
        addEnis(content.of(ResourceKind.ENI));
        enisByInstance.replaceAll((id, enis) -> ImmutableList.sortedCopyOf(EniPlace.ORDER, enis));
    }

    /** Those of an instance are next to each other as a rule, as their names begin with that of the instance. */
    private void addEnis(TreePMap<ResourceId, Resource> all) {
        @Nullable InstanceId last = null;
        List<Eni> ofLast = List.of();
        for (Resource resource : all.values()) {
            Eni eni = (Eni) resource;
            @Nullable InstanceId instance = eni.instanceId().orElse(null);
            if (instance != null) {
                if (!instance.equals(last)) {
                    ofLast = enisByInstance.computeIfAbsent(instance, unseen -> new ArrayList<>());
                    last = instance;
                }
                ofLast.add(eni);
            }
        }
    }

    /** Whether it knows about an id: it does not about those of interfaces. */
    static boolean knows(ResourceId id) {
        return id.kind() != ResourceKind.ENI;
    }

    Optional<Resource> find(ResourceId id) {
        return resources.getOrDefault(id, Optional.empty());
    }

    List<Eni> enisOf(InstanceId id) {
        return enisByInstance.getOrDefault(id, ImmutableList.of());
    }
}
