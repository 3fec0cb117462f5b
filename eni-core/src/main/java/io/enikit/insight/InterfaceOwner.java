package io.enikit.insight;

import static java.util.Objects.requireNonNull;

import io.enikit.model.Attachment;
import io.enikit.model.Eni;
import io.enikit.model.Instance;
import io.enikit.model.NetworkPlan;
import io.enikit.model.TrunkAssociation;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Whose a network interface is, by its type, requester, description, attachment and tags. Immutable.
 *
 * <p>What could be anybody's is unknown: a description that anyone can write counts only where a service made the
 * interface. The table of what services write, with sources and dates, is {@code interface-owners.tsv} beside this class.
 */
public final class InterfaceOwner {
    private static final String CLUSTER_TAG = "kubernetes.io/cluster/";

    private final OwnerKind kind;
    private final Optional<String> name;
    private final String evidence;
    private final String ask;

    InterfaceOwner(OwnerKind kind, Optional<String> name, String evidence, String ask) {
        this.kind = kind;
        this.name = name;
        this.evidence = evidence;
        this.ask = ask;
    }

    /**
     * Returns the owner of an interface.
     *
     * @param eni the interface
     * @param plan the plan, for the instance that it is attached to
     * @return the owner, which may be unknown
     */
    public static InterfaceOwner of(Eni eni, NetworkPlan plan) {
        requireNonNull(eni, "eni");
        requireNonNull(plan, "plan");
        for (OwnerPattern pattern : OwnerPattern.all()) {
            Optional<InterfaceOwner> owner = pattern.match(eni);
            if (owner.isPresent()) {
                return owner.get();
            }
        }
        return byPlace(eni, plan);
    }

    private static InterfaceOwner byPlace(Eni eni, NetworkPlan plan) {
        if (eni.trunkAssociation().isPresent()) {
            return new InterfaceOwner(
                    OwnerKind.BRANCH,
                    eni.trunkAssociation().map(TrunkAssociation::trunk).map(Object::toString),
                    "its association with a trunk",
                    "take the branch from its trunk, then delete it");
        }
        if (eni.isServiceManaged()) {
            return new InterfaceOwner(
                    OwnerKind.UNKNOWN, Optional.empty(), "a service made it", "find the service that made it");
        }
        Optional<Instance> instance = eni.instanceId().flatMap(plan::instance);
        Optional<String> elsewhere = eni.attachment().flatMap(Attachment::instanceOwnerId);
        if (instance.isEmpty() && elsewhere.isPresent()) {
            return new InterfaceOwner(
                    OwnerKind.UNKNOWN,
                    Optional.empty(),
                    "it is attached to an instance of " + elsewhere.get(),
                    "ask " + elsewhere.get());
        }
        if (eni.instanceId().isEmpty()) {
            return new InterfaceOwner(
                    OwnerKind.UNKNOWN,
                    Optional.empty(),
                    eni.attachment().isPresent() ? "it is attached to something unknown" : "it is not attached",
                    eni.attachment().isPresent() ? "find what it is attached to" : "ask whoever made it");
        }
        return instance.flatMap(InterfaceOwner::node)
                .orElseGet(() -> new InterfaceOwner(
                        OwnerKind.EC2_INSTANCE,
                        eni.instanceId().map(Object::toString),
                        "its attachment",
                        "detach it, or terminate the instance"));
    }

    private static Optional<InterfaceOwner> node(Instance instance) {
        return instance.tags().entrySet().stream()
                .flatMap(tag -> clusterOf(tag).stream())
                .findFirst()
                .map(cluster -> new InterfaceOwner(
                        OwnerKind.EKS_NODE,
                        Optional.of(instance.id() + " of " + cluster),
                        "its attachment, and the tags of the instance",
                        "scale the node group down, or terminate the node"));
    }

    private static Optional<String> clusterOf(Map.Entry<String, String> tag) {
        if (tag.getKey().equals("eks:cluster-name") || tag.getKey().equals("aws:eks:cluster-name")) {
            return Optional.of(tag.getValue());
        }
        return tag.getKey().startsWith(CLUSTER_TAG) && tag.getValue().equals("owned")
                ? Optional.of(tag.getKey().substring(CLUSTER_TAG.length()))
                : Optional.empty();
    }

    /** {@return what kind of thing owns it} */
    public OwnerKind kind() {
        return kind;
    }

    /** {@return which one of its kind, such as the id of a NAT gateway; absent if nothing says so} */
    public Optional<String> name() {
        return name;
    }

    /** {@return what says so, such as {@code type nat_gateway}} */
    public String evidence() {
        return evidence;
    }

    /** {@return what to do so that the interface goes away} */
    public String ask() {
        return ask;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof InterfaceOwner owner
                && kind == owner.kind
                && name.equals(owner.name)
                && evidence.equals(owner.evidence)
                && ask.equals(owner.ask);
    }

    @Override
    public int hashCode() {
        return Objects.hash(kind, name, evidence, ask);
    }

    /** {@return one line, such as {@code NAT gateway nat-0123 (by type nat_gateway): delete the NAT gateway}} */
    @Override
    public String toString() {
        return kind + name.map(" "::concat).orElse("") + (kind == OwnerKind.UNKNOWN ? " (" : " (by ") + evidence + "): "
                + ask;
    }
}
