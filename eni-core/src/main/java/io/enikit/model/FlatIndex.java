package io.enikit.model;

import com.google.common.collect.ImmutableSortedSet;
import io.enikit.internal.IdMap;
import io.enikit.internal.PersistentMap;
import io.enikit.net.Cidr;
import io.enikit.net.IpFamily;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Answers of a plan by hash, for a look at all of it: about what many interfaces have in common, which is asked for again
 * and again, and quicker found here than in the persistent maps.
 */
final class FlatIndex {
    private final IdMap<Optional<Resource>> resources = new IdMap<>();
    private final IdMap<OnInstance> instances = new IdMap<>();
    private final IdMap<SubnetIndex> subnets = new IdMap<>();

    /** What was asked about blocks that many subnets overlap. */
    private final Map<Overlap, ImmutableSortedSet<SubnetId>> overlaps = Collections.synchronizedMap(new TreeMap<>());

    private record Overlap(VpcId vpc, IpFamily family, Cidr cidr) implements Comparable<Overlap> {
        @Override
        public int compareTo(Overlap other) {
            int byVpc = vpc.compareTo(other.vpc);
            int byFamily = byVpc != 0 ? byVpc : family.compareTo(other.family);
            return byFamily != 0 ? byFamily : cidr.compareTo(other.cidr);
        }
    }

    /** Whether any address may be held by several interfaces of one subnet. */
    final boolean mayShare;

    FlatIndex(PlanContent content, PlanIndex index) {
        for (Map.Entry<ResourceKind, PersistentMap<ResourceId, Resource>> ofKind :
                content.resources().entrySet()) {
            if (ofKind.getKey() != ResourceKind.ENI) {
                for (Resource each : ofKind.getValue().values()) {
                    resources.put(each.resourceId(), Optional.of(each));
                }
            }
        }
        for (Map.Entry<ResourceId, List<Eni>> each :
                enisByInstance(content.of(ResourceKind.ENI)).entrySet()) {
            instances.put(each.getKey(), OnInstance.of((InstanceId) each.getKey(), each.getValue(), this::find));
        }
        boolean anyMayShare = false;
        Iterator<SubnetIndex> inside = index.subnets().values().iterator();
        for (SubnetId id : index.subnets().keys()) {
            SubnetIndex each = inside.next();
            subnets.put(id, each);
            anyMayShare |= each.mayShare();
        }
        mayShare = anyMayShare;
    }

    /** Those of an instance are next to each other as a rule, as their names begin with that of the instance. */
    private static IdMap<List<Eni>> enisByInstance(PersistentMap<ResourceId, Resource> all) {
        IdMap<List<Eni>> found = new IdMap<>();
        @Nullable InstanceId last = null;
        List<Eni> ofLast = List.of();
        for (Resource resource : all.values()) {
            Eni eni = (Eni) resource;
            @Nullable InstanceId instance = eni.instanceId().orElse(null);
            if (instance != null) {
                if (!instance.equals(last)) {
                    ofLast = found.computeIfAbsent(instance, unseen -> new ArrayList<>());
                    last = instance;
                }
                ofLast.add(eni);
            }
        }
        return found;
    }

    /** Finds a resource that is no interface. */
    Optional<Resource> find(ResourceId id) {
        return Objects.requireNonNullElse(resources.get(id), Optional.empty());
    }

    /** Returns what is on an instance, null if nothing is. */
    @Nullable
    OnInstance on(InstanceId id) {
        return instances.get(id);
    }

    SubnetIndex in(SubnetId id) {
        @Nullable SubnetIndex found = subnets.get(id);
        return found == null ? SubnetIndex.EMPTY : found;
    }

    /** Returns the subnets that a look-up finds; where they are many, it is made once for all of the same block. */
    ImmutableSortedSet<SubnetId> subnetsOverlapping(VpcIndex vpc, VpcId id, IpFamily family, Cidr cidr) {
        Overlap asked = new Overlap(id, family, cidr);
        @Nullable ImmutableSortedSet<SubnetId> known = overlaps.get(asked);
        if (known == null) {
            known = vpc.subnetsOverlapping(family, cidr);
            overlaps.put(asked, known);
        }
        return known;
    }
}
