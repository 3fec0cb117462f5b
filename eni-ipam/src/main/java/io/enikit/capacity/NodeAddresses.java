package io.enikit.capacity;

import static com.google.common.base.Preconditions.checkArgument;
import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import io.enikit.internal.VisibleText;
import io.enikit.limits.Hypervisor;
import io.enikit.limits.InstanceTypes;
import io.enikit.limits.PodCapacity;
import io.enikit.model.InstanceId;
import io.enikit.model.NetworkPlan;
import io.enikit.model.SubnetId;
import io.enikit.net.IpAddress;
import io.enikit.operations.Operation;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The IPv4 addresses of an instance for pods, and operations to change their number.
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
 * <p>Addresses for pods are the secondary addresses and the 16 addresses of each delegated prefix, on the primary interface
 * and on others like it: attached to the default network card, of type {@code interface}, not managed by a service, and not
 * tagged {@code node.k8s.amazonaws.com/no_manage}. Other interfaces are not changed, but count as interfaces of the instance.
 * Existing interfaces are filled before new ones are made, so there are as few new ones as possible. A new interface has the
 * security groups of the primary interface and is in its subnet, unless {@link #newInterfacesIn} names another. EC2 picks
 * all addresses.
 *
 * <p>The state of the instance is not checked here; {@link io.enikit.operations.Ec2} does that.
 */
public final class NodeAddresses {
    private final PodNode node;

    /** The operations for a change, or the reason why it is impossible. */
    public sealed interface Change {
        /**
         * Returns the operations.
         *
         * @return the operations in the order in which to apply them; empty if nothing has to change
         * @throws NodeRefusedException if the change is impossible
         */
        List<Operation> orElseThrow();
    }

    /** The operations for a change. */
    public static final class Planned implements Change {
        private final List<Operation> operations;

        Planned(List<Operation> operations) {
            this.operations = ImmutableList.copyOf(requireNonNull(operations, "operations"));
        }

        /** {@return the operations in the order in which to apply them; empty if nothing has to change} */
        public List<Operation> operations() {
            return operations;
        }

        @Override
        public List<Operation> orElseThrow() {
            return operations;
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Planned that && operations.equals(that.operations);
        }

        @Override
        public int hashCode() {
            return operations.hashCode();
        }

        @Override
        public String toString() {
            return VisibleText.of("Planned[operations=" + operations + "]");
        }
    }

    /** The reason why a change is impossible. */
    public static final class Refused implements Change {
        private final SubnetFit.Shortage shortage;
        private final int needed;
        private final int possible;
        private final String message;

        Refused(SubnetFit.Shortage shortage, int needed, int possible, String message) {
            this.shortage = requireNonNull(shortage, "shortage");
            this.message = requireNonNull(message, "message");
            this.needed = needed;
            this.possible = possible;
        }

        /** {@return what runs out} */
        public SubnetFit.Shortage shortage() {
            return shortage;
        }

        /** {@return how many addresses for pods were requested} */
        public int needed() {
            return needed;
        }

        /** {@return how many are possible} */
        public int possible() {
            return possible;
        }

        /** {@return the same in words} */
        public String message() {
            return message;
        }

        @Override
        public List<Operation> orElseThrow() {
            throw new NodeRefusedException(message);
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Refused that
                    && shortage.equals(that.shortage)
                    && needed == that.needed
                    && possible == that.possible
                    && message.equals(that.message);
        }

        @Override
        public int hashCode() {
            return Objects.hash(shortage, needed, possible, message);
        }

        @Override
        public String toString() {
            return VisibleText.of("Refused[shortage=" + shortage + ", needed=" + needed + ", possible=" + possible
                    + ", message=" + message + "]");
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
        requireNonNull(plan, "plan");
        requireNonNull(instance, "instance");
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
        requireNonNull(plan, "plan");
        requireNonNull(instance, "instance");
        return of(plan, InstanceId.of(instance), types);
    }

    /**
     * Returns the same addresses, with another subnet for new interfaces.
     *
     * <p>This is what custom networking does.
     *
     * @param subnet the id of a subnet, in the zone of the instance
     * @return the same addresses, with this subnet for new interfaces
     */
    public NodeAddresses newInterfacesIn(String subnet) {
        requireNonNull(subnet, "subnet");
        return new NodeAddresses(node.withNewInterfacesIn(SubnetId.of(subnet)));
    }

    /** {@return how many addresses for pods the instance has, 16 for a prefix} */
    public int count() {
        return node.count();
    }

    /**
     * Returns operations that assign secondary addresses for a number of pods.
     *
     * @param pods how many pods, the two in the host's network included
     * @return the operations, or the reason why it is impossible
     */
    public Change forPods(int pods) {
        return forAddresses(addressesFor(pods));
    }

    /**
     * Returns operations that assign delegated prefixes for a number of pods.
     *
     * <p>A type on Xen takes no prefixes; there each pod has a secondary address. The cap that EKS recommends is
     * ignored, see {@link PodCapacity#recommendedMaximum}.
     *
     * @param pods how many pods, the two in the host's network included
     * @return the operations, or the reason why it is impossible
     */
    public Change forPodsWithPrefixes(int pods) {
        return forAddressesWithPrefixes(addressesFor(pods));
    }

    private static int addressesFor(int pods) {
        return AddressNeeds.addressesFor(pods);
    }

    /**
     * Returns operations that assign the missing addresses as secondary addresses.
     *
     * @param addresses how many addresses for pods the instance should have at least, 0 or more
     * @return the operations, or the reason why it is impossible
     */
    public Change forAddresses(int addresses) {
        checkArgument(addresses >= 0, "%s addresses: expected 0 or more", addresses);
        return new NodeGrowth(node, false).to(addresses);
    }

    /**
     * Returns operations that assign the missing addresses as delegated prefixes.
     *
     * <p>A type on Xen takes no prefixes; there it does the same as {@link #forAddresses}.
     *
     * @param addresses how many addresses for pods the instance should have at least, 0 or more
     * @return the operations, or the reason why it is impossible
     */
    public Change forAddressesWithPrefixes(int addresses) {
        checkArgument(addresses >= 0, "%s addresses: expected 0 or more", addresses);
        boolean isXen =
                node.limits().hypervisor().filter(Hypervisor.XEN::equals).isPresent();
        return new NodeGrowth(node, !isXen).to(addresses);
    }

    /**
     * Returns operations that release the addresses for pods beyond a number.
     *
     * <p>Whole interfaces are deleted first, beginning with the last one; then prefixes and single addresses of the other
     * interfaces are released, beginning with the last ones. The primary interface stays, and so does everything with an
     * Elastic IP. A prefix is released with all of its 16 addresses, or not at all.
     *
     * @param addresses how many addresses for pods to keep at least
     * @param inUse addresses that pods use, or used a moment ago; they stay, and so do their prefixes
     * @return the operations; empty if there is nothing to release
     */
    public List<Operation> surplusBeyond(int addresses, Set<IpAddress> inUse) {
        requireNonNull(inUse, "inUse");
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
        return VisibleText.brief(node.instance().toString()) + ": " + count()
                + (count() == 1 ? " address" : " addresses") + " for pods on " + interfaces
                + (interfaces == 1 ? " interface" : " interfaces");
    }
}
