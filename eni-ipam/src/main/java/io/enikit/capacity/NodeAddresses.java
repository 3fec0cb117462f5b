package io.enikit.capacity;

import static com.google.common.base.Preconditions.checkArgument;
import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import io.enikit.ipam.PlanningRefusedException;
import io.enikit.ipam.PlanningResult;
import io.enikit.limits.Hypervisor;
import io.enikit.limits.InstanceTypes;
import io.enikit.limits.PodCapacity;
import io.enikit.model.InstanceId;
import io.enikit.model.NetworkPlan;
import io.enikit.model.SubnetId;
import io.enikit.net.IpAddress;
import io.enikit.operations.Operation;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The IPv4 addresses that an instance has for pods, and the operations that make them more or fewer.
 *
 * <pre>{@code
 * NodeAddresses node = NodeAddresses.of(plan, "node", InstanceTypes.bundled()).orElseThrow();
 * List<Operation> more = node.forPods(20).orElseThrow();
 * more.size();                                 // 3: assign 9 addresses, create an interface with 9, attach it
 * NetworkPlan after = ec2.apply(plan, more).orElseThrow();
 * NodeAddresses enough = NodeAddresses.of(after, "node", InstanceTypes.bundled()).orElseThrow();
 * enough.forPods(20).orElseThrow();            // []
 * }</pre>
 *
 * <p>For pods are the secondary addresses, and the 16 addresses of each delegated prefix, of the primary interface and
 * of all that are like it: attached to the default network card, of type {@code interface}, and managed neither by a
 * service nor, by the tag {@code node.k8s.amazonaws.com/no_manage}, by yourself. Other interfaces are left alone, but
 * take their places. Interfaces that stand are filled before new ones are made, so that new ones are as few as will do.
 * A new one has the security groups of the primary interface and, unless {@link #newInterfacesIn} says otherwise, is in
 * its subnet. EC2 picks all addresses.
 *
 * <p>Whether the instance is in a state for it is for {@link io.enikit.operations.Ec2} to say.
 */
public final class NodeAddresses {
    private final PodNode node;

    /** What to do, or why it cannot be done. */
    public sealed interface Change {
        /**
         * Returns the operations.
         *
         * @return the operations in the order in which to apply them, none if there is nothing to do
         * @throws PlanningRefusedException if it cannot be done
         */
        List<Operation> orElseThrow();
    }

    /**
     * What to do.
     *
     * @param operations the operations in the order in which to apply them, none if there is nothing to do
     */
    public record Planned(List<Operation> operations) implements Change {
        /**
         * Keeps a copy of the list.
         *
         * @param operations the operations in the order in which to apply them
         */
        public Planned {
            operations = ImmutableList.copyOf(operations);
        }

        @Override
        public List<Operation> orElseThrow() {
            return operations;
        }
    }

    /**
     * Why it cannot be done.
     *
     * @param shortage what there is not enough of
     * @param needed how many addresses for pods were asked for
     * @param possible how many there can be, given this shortage
     * @param message the same in words
     */
    public record Refused(SubnetFit.Shortage shortage, int needed, int possible, String message) implements Change {
        /**
         * Checks that nothing is null.
         *
         * @param shortage what there is not enough of
         * @param needed how many addresses for pods were asked for
         * @param possible how many there can be, given this shortage
         * @param message the same in words
         */
        public Refused {
            requireNonNull(shortage, "shortage");
            requireNonNull(message, "message");
        }

        @Override
        public List<Operation> orElseThrow() {
            NetworkPlan none = new PlanningResult.Refused(ImmutableList.of(message)).orElseThrow();
            throw new AssertionError("a refusal has no plan: " + none);
        }
    }

    private NodeAddresses(PodNode node) {
        this.node = node;
    }

    /**
     * Returns the addresses of an instance.
     *
     * @param plan the plan
     * @param instance the instance
     * @param types the catalogue that its limits are taken from
     * @return its addresses, or empty if the instance or its type is unknown
     */
    public static Optional<NodeAddresses> of(NetworkPlan plan, InstanceId instance, InstanceTypes types) {
        requireNonNull(types, "types");
        return plan.instance(instance)
                .flatMap(it -> types.find(it.instanceType()))
                .map(limits -> new NodeAddresses(PodNode.of(plan, instance, limits)));
    }

    /**
     * Returns the addresses of an instance.
     *
     * @param plan the plan
     * @param instance the id of the instance
     * @param types the catalogue that its limits are taken from
     * @return its addresses, or empty if the instance or its type is unknown
     */
    public static Optional<NodeAddresses> of(NetworkPlan plan, String instance, InstanceTypes types) {
        return of(plan, InstanceId.of(instance), types);
    }

    /**
     * Returns the same, with new interfaces in a subnet of their own, as in custom networking.
     *
     * @param subnet the id of a subnet, in the zone of the instance
     * @return the same addresses, with this subnet for new interfaces
     */
    public NodeAddresses newInterfacesIn(String subnet) {
        return new NodeAddresses(node.withNewInterfacesIn(SubnetId.of(subnet)));
    }

    /** {@return how many addresses for pods the instance has, 16 for a prefix} */
    public int count() {
        return node.count();
    }

    /**
     * Returns what gives the instance addresses for a number of pods, as secondary addresses.
     *
     * @param pods how many pods, the two in the host's network included
     * @return the operations, or why it cannot be done
     */
    public Change forPods(int pods) {
        return forAddresses(addressesFor(pods));
    }

    /**
     * Returns what gives the instance addresses for a number of pods, as delegated prefixes.
     *
     * <p>A type on Xen takes no prefixes; there each pod has a secondary address. The cap that EKS recommends is not
     * looked at, see {@link PodCapacity#recommendedMaximum}.
     *
     * @param pods how many pods, the two in the host's network included
     * @return the operations, or why it cannot be done
     */
    public Change forPodsWithPrefixes(int pods) {
        return forAddressesWithPrefixes(addressesFor(pods));
    }

    private static int addressesFor(int pods) {
        return AddressNeeds.addressesFor(pods);
    }

    /**
     * Returns what gives the instance at least a number of addresses for pods, the missing ones as secondary addresses.
     *
     * @param addresses how many addresses for pods
     * @return the operations, or why it cannot be done
     */
    public Change forAddresses(int addresses) {
        checkArgument(addresses >= 0, "%s addresses: expected 0 or more", addresses);
        return new NodeGrowth(node, false).to(addresses);
    }

    /**
     * Returns what gives the instance at least a number of addresses for pods, the missing ones as delegated prefixes.
     *
     * <p>A type on Xen takes no prefixes; there it is {@link #forAddresses}.
     *
     * @param addresses how many addresses for pods
     * @return the operations, or why it cannot be done
     */
    public Change forAddressesWithPrefixes(int addresses) {
        checkArgument(addresses >= 0, "%s addresses: expected 0 or more", addresses);
        boolean isXen =
                node.limits().hypervisor().filter(Hypervisor.XEN::equals).isPresent();
        return new NodeGrowth(node, !isXen).to(addresses);
    }

    /**
     * Returns what gives back the addresses for pods beyond a number.
     *
     * <p>Whole interfaces go first, the last one before the others, and are deleted; then prefixes and single addresses
     * of those that stay, the last ones first. What has an Elastic IP stays, and so does the primary interface. A prefix
     * goes with all of its 16 addresses, or stays.
     *
     * @param addresses how many addresses for pods to keep at least
     * @param inUse addresses that pods have, or had a moment ago: they stay, and the prefixes they are in
     * @return the operations, none if there is nothing to give back
     */
    public List<Operation> surplusBeyond(int addresses, Set<IpAddress> inUse) {
        checkArgument(addresses >= 0, "%s addresses: expected 0 or more", addresses);
        return new NodeSurplus(node, inUse).beyond(addresses);
    }

    /** {@return whether the other object shows the same instance in an equal plan, with new interfaces in the same subnet} */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof NodeAddresses addresses && node.equals(addresses.node);
    }

    @Override
    public int hashCode() {
        return node.hashCode();
    }

    /** {@return for example {@code node: 18 addresses for pods on 2 interfaces}} */
    @Override
    public String toString() {
        int interfaces = node.interfaces().size();
        return node.instance() + ": " + count() + (count() == 1 ? " address" : " addresses") + " for pods on "
                + interfaces + (interfaces == 1 ? " interface" : " interfaces");
    }
}
