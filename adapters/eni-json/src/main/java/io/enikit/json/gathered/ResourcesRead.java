package io.enikit.json.gathered;

import static java.util.Objects.requireNonNull;

import io.enikit.internal.IdMap;
import io.enikit.json.Origin;
import io.enikit.model.ElasticIpId;
import io.enikit.model.EniId;
import io.enikit.model.InstanceId;
import io.enikit.model.NetworkPlan;
import io.enikit.model.PlanDiff;
import io.enikit.model.Resource;
import io.enikit.model.ResourceId;
import io.enikit.model.SecurityGroupId;
import io.enikit.model.SubnetId;
import io.enikit.model.VpcId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The resources that are read, each once unless two of an id differ, with where they stand. */
final class ResourcesRead {
    /** The fields of plan texts that resources keep for life. */
    private static final Set<String> NEVER_CHANGING =
            Set.of("vpc", "cidrBlock", "availabilityZone", "zoneId", "subnet", "macAddress");

    private static final List<Function<String, ResourceId>> KINDS =
            List.of(VpcId::of, SubnetId::of, SecurityGroupId::of, InstanceId::of, EniId::of, ElasticIpId::of);

    private final Notes notes;
    private final Map<ResourceId, Resource> resources = new IdMap<>();

    private final List<Resource> duplicates = new ArrayList<>();
    private final Map<ResourceId, Origin> origins = new IdMap<>();
    private final Set<ResourceId> added = Collections.newSetFromMap(new IdMap<>());
    /** What is known of beside the resources. */
    private final Set<String> ids = new HashSet<>();

    private boolean existing;

    ResourcesRead(Notes notes) {
        this.notes = notes;
    }

    /** Takes over all as it is. */
    void copy(ResourcesRead other) {
        resources.putAll(other.resources);
        duplicates.addAll(other.duplicates);
        origins.putAll(other.origins);
        added.addAll(other.added);
        ids.addAll(other.ids);
        existing = other.existing;
    }

    /** Adds what was read of another file. */
    void addAll(ResourcesRead other) {
        other.resources.forEach((id, resource) -> {
            existing = !other.added.contains(id);
            add(resource, requireNonNull(other.origins.get(id)));
        });
        duplicates.addAll(other.duplicates);
        ids.addAll(other.ids);
    }

    /** Says whether what is added next exists already. */
    void reading(boolean newExisting) {
        existing = newExisting;
    }

    void add(Resource resource, Origin origin) {
        @Nullable Resource known = resources.putIfAbsent(resource.resourceId(), resource);
        if (!existing) {
            added.add(resource.resourceId());
        }
        if (known == null) {
            origins.put(resource.resourceId(), origin);
        } else if (!known.equals(resource)) {
            boolean twoTimes = existing && !added.contains(resource.resourceId());
            SameResource.of(known, resource).ifPresentOrElse(both -> resources.put(both.resourceId(), both), () -> {
                if (twoTimes) {
                    noteShownTwice(known, resource, origin);
                } else {
                    duplicates.add(resource);
                }
            });
        }
    }

    /** What exists and is shown in two ways was seen at two times, unless it differs in what never changes. */
    private void noteShownTwice(Resource known, Resource other, Origin origin) {
        PlanDiff difference = PlanDiff.between(
                NetworkPlan.builder().add(known).build(),
                NetworkPlan.builder().add(other).build());
        if (difference.changed().stream()
                .anyMatch(change -> !Collections.disjoint(change.fields().keySet(), NEVER_CHANGING))) {
            duplicates.add(other);
            return;
        }
        notes.contradiction(
                known.resourceId(),
                "it is shown in two ways, here otherwise than at "
                        + requireNonNull(origins.get(known.resourceId())) + ": "
                        + difference.changed().stream()
                                .flatMap(change -> change.fields().entrySet().stream())
                                .map(field -> field.getKey() + " " + field.getValue())
                                .collect(Collectors.joining("; ")),
                origin);
    }

    /** Adds a resource whose id is taken, as it is. */
    void addDuplicate(Resource resource) {
        duplicates.add(resource);
    }

    /** Notes an id that is shown. */
    void see(ResourceId id) {
        ids.add(id.toString());
    }

    /** Returns whether something of that id has been read. */
    boolean has(String id) {
        return ids.contains(id) || idsOf(id).anyMatch(resources::containsKey);
    }

    /** Lists the ids that a text may be. */
    static Stream<ResourceId> idsOf(String text) {
        return text.isBlank() ? Stream.empty() : KINDS.stream().map(kind -> kind.apply(text));
    }

    void removeAll(Set<ResourceId> gone) {
        gone.forEach(this::see);
        gone.forEach(resources::remove);
        gone.forEach(origins::remove);
        duplicates.removeIf(each -> gone.contains(each.resourceId()));
    }

    Map<ResourceId, Resource> byId() {
        return resources;
    }

    Map<ResourceId, Origin> origins() {
        return Collections.unmodifiableMap(origins);
    }

    /** Returns the ids of what is not there yet. */
    Set<ResourceId> added() {
        return added;
    }

    Optional<Origin> originOf(ResourceId id) {
        return Optional.ofNullable(origins.get(id));
    }

    /** Hands over the resources, and then those whose ids are taken. */
    void addTo(NetworkPlan.Builder plan) {
        resources.values().forEach(plan::put);
        duplicates.forEach(plan::add);
    }
}
