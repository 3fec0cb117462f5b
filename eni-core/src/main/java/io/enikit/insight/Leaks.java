package io.enikit.insight;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import io.enikit.model.ElasticIp;
import io.enikit.model.Eni;
import io.enikit.model.EniStatus;
import io.enikit.model.Instance;
import io.enikit.model.InstanceId;
import io.enikit.model.InstanceState;
import io.enikit.model.NetworkPlan;
import io.enikit.model.ResourceId;
import io.enikit.model.SecurityGroup;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What nothing uses: interfaces that belong to nobody's instance, security groups and Elastic IPs. Immutable.
 *
 * <p>One capture of an account says how it is at that moment; an interface may be about to be attached. What is unused in two
 * captures is one level more certain.
 */
public final class Leaks {
    private static final String NODE_TAG = "node.k8s.amazonaws.com/instance_id";
    private static final Comparator<Leak> ORDER =
            Comparator.comparing(Leak::certainty).reversed().thenComparing(Leak::subject);

    private final ImmutableList<Leak> all;

    private Leaks(List<Leak> all) {
        this.all = ImmutableList.sortedCopyOf(ORDER, all);
    }

    /**
     * Returns what nothing in a plan uses.
     *
     * @param plan the plan, such as a reading of an account
     * @return the leaks
     */
    public static Leaks in(NetworkPlan plan) {
        requireNonNull(plan, "plan");
        List<Leak> leaks = new ArrayList<>();
        plan.enis().forEach(eni -> leak(eni, plan).ifPresent(leaks::add));
        plan.securityGroups().forEach(group -> leak(group, plan).ifPresent(leaks::add));
        plan.elasticIps().forEach(elasticIp -> leak(elasticIp).ifPresent(leaks::add));
        return new Leaks(leaks);
    }

    /**
     * Returns what nothing in the later one of two captures uses.
     *
     * @param before the earlier capture of the same account
     * @param after the later capture
     * @return the leaks of the later one; those that were leaks in the earlier one as well are one level more certain
     */
    public static Leaks between(NetworkPlan before, NetworkPlan after) {
        Set<ResourceId> known = new TreeSet<>();
        in(requireNonNull(before, "before")).all.forEach(leak -> known.add(leak.subject()));
        return new Leaks(in(requireNonNull(after, "after")).all.stream()
                .map(leak -> known.contains(leak.subject()) ? leak.seenTwice() : leak)
                .toList());
    }

    private static Optional<Leak> leak(Eni eni, NetworkPlan plan) {
        if (eni.status() != EniStatus.AVAILABLE || eni.trunkAssociation().isPresent()) {
            return Optional.empty();
        }
        InterfaceOwner owner = InterfaceOwner.of(eni, plan);
        Optional<String> node = node(eni, owner);
        Certainty certainty = Certainty.POSSIBLE;
        String reason = "it is attached to nothing";
        if (node.isPresent()) {
            boolean gone = plan.instance(InstanceId.of(node.get()))
                    .map(Instance::state)
                    .filter(state -> state != InstanceState.TERMINATED)
                    .isEmpty();
            certainty = gone ? Certainty.LIKELY : Certainty.POSSIBLE;
            reason += gone ? ", and its node " + node.get() + " is gone" : "; its node " + node.get() + " is there";
        } else if (owner.kind() == OwnerKind.LAMBDA) {
            certainty = Certainty.LIKELY;
            reason += "; Lambda deletes such interfaces within 20 minutes, as long as its role may";
        }
        return Optional.of(new Leak(eni.id(), certainty, reason, Optional.of(owner)));
    }

    /** Returns the node that an interface was made for, by its owner or its tag. */
    private static Optional<String> node(Eni eni, InterfaceOwner owner) {
        boolean ofNode = owner.kind() == OwnerKind.VPC_CNI;
        return Optional.ofNullable(eni.tags().get(NODE_TAG))
                .filter(id -> !id.isBlank())
                .or(() -> ofNode ? owner.name() : Optional.empty());
    }

    private static Optional<Leak> leak(SecurityGroup group, NetworkPlan plan) {
        boolean named = plan.securityGroupsWithPeer(group.id()).stream()
                .anyMatch(other -> !other.id().equals(group.id()));
        if (group.isDefault()
                || named
                || !group.associatedVpcIds().isEmpty()
                || !plan.enisWith(group.id()).isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Leak(
                group.id(),
                Certainty.POSSIBLE,
                "no interface is in it and no other group names it; launch templates and services may",
                Optional.empty()));
    }

    private static Optional<Leak> leak(ElasticIp elasticIp) {
        return elasticIp.association().isPresent()
                ? Optional.empty()
                : Optional.of(new Leak(
                        elasticIp.id(),
                        Certainty.LIKELY,
                        "it is associated with nothing, and costs all the same",
                        Optional.empty()));
    }

    /** {@return the leaks, the most certain first, then by kind and id} */
    public List<Leak> all() {
        return all;
    }

    /**
     * Lists the leaks that are at least so certain.
     *
     * @param least the lowest level
     * @return the leaks of that level and above
     */
    public List<Leak> atLeast(Certainty least) {
        requireNonNull(least, "least");
        return all.stream()
                .filter(leak -> leak.certainty().compareTo(least) >= 0)
                .toList();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Leaks leaks && all.equals(leaks.all);
    }

    @Override
    public int hashCode() {
        return all.hashCode();
    }

    /** {@return the leaks, a line each} */
    @Override
    public String toString() {
        return all.stream().map(Leak::toString).collect(Collectors.joining("\n"));
    }
}
