package io.enikit.json.gathered;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.Maps;
import io.enikit.internal.IdMap;
import io.enikit.json.Origin;
import io.enikit.json.text.Place;
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
import java.util.function.UnaryOperator;
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
    private final Map<ResourceId, Read> reads = new IdMap<>();
    private final List<Resource> duplicates = new ArrayList<>();
    private final Set<ResourceId> added = Collections.newSetFromMap(new IdMap<>());
    /** What is known of beside the resources. */
    private final Set<String> ids = new HashSet<>();

    private boolean existing;

    /** What is known of an id: the resource, if it was read and is not left out, and what is said of it elsewhere. */
    private static final class Read {
        private @Nullable Resource resource;
        private @Nullable Place place;
        private @Nullable Origin origin;
        private boolean shown;

        /** Returns where the resource stands; nearly nobody asks, so that it is put in words here. */
        @Nullable
        Origin origin() {
            if (origin == null && place != null) {
                origin = place.origin();
            }
            return origin;
        }

        void copy(Read other) {
            resource = other.resource;
            place = other.place;
            origin = other.origin;
            shown = other.shown;
        }

        void leaveOut() {
            resource = null;
            place = null;
            origin = null;
        }
    }

    ResourcesRead(Notes notes) {
        this.notes = notes;
    }

    private Read read(ResourceId id) {
        return reads.computeIfAbsent(id, unseen -> new Read());
    }

    /** Takes over all as it is. */
    void copy(ResourcesRead other) {
        other.reads.forEach((id, read) -> read(id).copy(read));
        duplicates.addAll(other.duplicates);
        added.addAll(other.added);
        ids.addAll(other.ids);
        existing = other.existing;
    }

    /** Adds what was read of another file. */
    void addAll(ResourcesRead other) {
        other.reads.forEach((id, theirs) -> {
            Read ours = read(id);
            if (theirs.resource != null) {
                existing = !other.added.contains(id);
                add(theirs.resource, ours, theirs.place, theirs.origin);
            }
            ours.shown |= theirs.shown;
        });
        duplicates.addAll(other.duplicates);
        ids.addAll(other.ids);
    }

    /** Says whether what is added next exists already. */
    void reading(boolean newExisting) {
        existing = newExisting;
    }

    void add(Resource resource, Origin origin) {
        add(resource, read(resource.resourceId()), null, origin);
    }

    /** Adds a resource that describe output shows. */
    void addShown(Resource resource, Place place) {
        Read read = read(resource.resourceId());
        read.shown = true;
        existing = true;
        add(resource, read, place, null);
    }

    /** Adds a resource that stands at a place, which may be in words already. */
    private void add(Resource resource, Read read, @Nullable Place place, @Nullable Origin origin) {
        @Nullable Resource known = read.resource;
        if (!existing) {
            added.add(resource.resourceId());
        }
        if (known == null) {
            read.resource = resource;
            read.place = place;
            read.origin = origin;
        } else if (!known.equals(resource)) {
            boolean twoTimes = existing && !added.contains(resource.resourceId());
            SameResource.of(known, resource).ifPresentOrElse(both -> read.resource = both, () -> {
                if (twoTimes) {
                    noteShownTwice(
                            known,
                            resource,
                            origin == null ? requireNonNull(place).origin() : origin);
                } else {
                    duplicates.add(resource);
                }
            });
        }
    }

    /** Adds a resource of which it is of no use to know where it stands, unless one of its id was read. */
    void addIfAbsent(Resource resource) {
        Read read = read(resource.resourceId());
        if (read.resource == null) {
            read.resource = resource;
        }
    }

    /** Notes that describe output shows something of an id, but not by itself. */
    void show(ResourceId id) {
        read(id).shown = true;
        see(id);
    }

    /** Finds out whether describe output shows something of an id. */
    boolean isShown(ResourceId id) {
        @Nullable Read read = reads.get(id);
        return read != null && read.shown;
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
                        + originOf(known.resourceId()).orElseThrow() + ": "
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
        return ids.contains(id) || idsOf(id).anyMatch(this::contains);
    }

    /** Lists the ids that a text may be. */
    static Stream<ResourceId> idsOf(String text) {
        return text.isBlank() ? Stream.empty() : KINDS.stream().map(kind -> kind.apply(text));
    }

    void removeAll(Set<ResourceId> gone) {
        for (ResourceId id : gone) {
            see(id);
            read(id).leaveOut();
        }
        duplicates.removeIf(each -> gone.contains(each.resourceId()));
    }

    boolean contains(ResourceId id) {
        return get(id) != null;
    }

    @Nullable
    Resource get(ResourceId id) {
        @Nullable Read read = reads.get(id);
        return read == null ? null : read.resource;
    }

    /** Returns all resources, in no order, but those whose ids are taken. */
    List<Resource> all() {
        List<Resource> all = new ArrayList<>(reads.size());
        for (Read read : reads.values()) {
            if (read.resource != null) {
                all.add(read.resource);
            }
        }
        return all;
    }

    /** Changes a resource; nothing happens if it is not there. */
    <T extends Resource> void change(ResourceId id, Class<T> type, UnaryOperator<T> change) {
        @Nullable Read read = reads.get(id);
        if (read != null && read.resource != null) {
            read.resource = change.apply(type.cast(read.resource));
        }
    }

    void changeAll(UnaryOperator<Resource> change) {
        for (Read read : reads.values()) {
            if (read.resource != null) {
                read.resource = change.apply(read.resource);
            }
        }
    }

    /** Returns where resources stand. */
    Map<ResourceId, Origin> origins() {
        Map<ResourceId, Read> placed = Maps.filterValues(reads, read -> read.place != null || read.origin != null);
        return Collections.unmodifiableMap(Maps.transformValues(placed, read -> requireNonNull(read.origin())));
    }

    Optional<Origin> originOf(ResourceId id) {
        @Nullable Read read = reads.get(id);
        return read == null ? Optional.empty() : Optional.ofNullable(read.origin());
    }

    /** Returns the ids of what is not there yet. */
    Set<ResourceId> added() {
        return added;
    }

    /** Hands over the resources, and then those whose ids are taken. */
    void addTo(NetworkPlan.Builder plan) {
        all().forEach(plan::put);
        duplicates.forEach(plan::add);
    }
}
