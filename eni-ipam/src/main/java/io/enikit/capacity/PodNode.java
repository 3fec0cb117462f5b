package io.enikit.capacity;

import com.google.common.collect.ImmutableList;
import io.enikit.limits.InstanceLimits;
import io.enikit.limits.InstanceUsage;
import io.enikit.model.Attachment;
import io.enikit.model.Eni;
import io.enikit.model.InstanceId;
import io.enikit.model.InterfaceType;
import io.enikit.model.NetworkPlan;
import io.enikit.model.SubnetId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * An instance that runs pods.
 *
 * @param plan the plan that contains it
 * @param instance its id
 * @param limits the limits of its type
 * @param interfaces the interfaces whose addresses are for pods, by device index
 * @param subnet the subnet for new interfaces, if that is known
 */
record PodNode(
        NetworkPlan plan, InstanceId instance, InstanceLimits limits, List<Eni> interfaces, Optional<SubnetId> subnet) {
    /** The tag that tells the VPC CNI to leave an interface alone. */
    private static final String UNMANAGED = "node.k8s.amazonaws.com/no_manage";

    static PodNode of(NetworkPlan plan, InstanceId instance, InstanceLimits limits) {
        List<Eni> interfaces = onDefaultCard(plan, instance, limits).stream()
                .filter(PodNode::isForPods)
                .collect(ImmutableList.toImmutableList());
        return new PodNode(
                plan, instance, limits, interfaces, plan.primaryEniOf(instance).map(Eni::subnetId));
    }

    private static List<Eni> onDefaultCard(NetworkPlan plan, InstanceId instance, InstanceLimits limits) {
        return plan.enisOf(instance).stream()
                .filter(eni -> place(eni).networkCardIndex() == limits.defaultNetworkCardIndex())
                .toList();
    }

    private static boolean isForPods(Eni eni) {
        boolean managedByOthers =
                eni.requesterManaged() || "true".equals(eni.tags().get(UNMANAGED));
        return isPrimary(eni) || (eni.interfaceType().equals(InterfaceType.INTERFACE) && !managedByOthers);
    }

    static boolean isPrimary(Eni eni) {
        return place(eni).isPrimary();
    }

    private static Attachment place(Eni eni) {
        return eni.attachment().orElseThrow();
    }

    PodNode withNewInterfacesIn(SubnetId other) {
        return new PodNode(plan, instance, limits, interfaces, Optional.of(other));
    }

    /** Returns how many addresses for pods an interface has. */
    static int count(Eni eni) {
        long single = eni.privateIpAddresses().stream()
                .filter(each -> !each.primary())
                .count();
        return (int) single + eni.ipv4Prefixes().size() * VpcCniWarmPool.ADDRESSES_PER_PREFIX;
    }

    int count() {
        return interfaces.stream().mapToInt(PodNode::count).sum();
    }

    /** Returns how many more addresses or prefixes an interface may have. */
    int slotsLeft(Eni eni) {
        return Math.max(0, limits.ipv4AddressesPerInterface() - InstanceUsage.ipv4AddressesUsed(eni));
    }

    /** Returns how many addresses or prefixes a new interface may have in addition to its primary address. */
    int slotsOfANewInterface() {
        return limits.ipv4AddressesPerInterface() - 1;
    }

    /** Returns the device indexes of the default card that new interfaces may take, ascending. */
    List<Integer> freePlaces() {
        List<Eni> onCard = onDefaultCard(plan, instance, limits);
        Set<Integer> taken =
                onCard.stream().map(eni -> place(eni).deviceIndex()).collect(Collectors.toSet());
        int mostOnCard = limits.defaultNetworkCard().maximumNetworkInterfaces();
        int most = Math.min(
                mostOnCard - onCard.size(),
                limits.maximumNetworkInterfaces() - plan.enisOf(instance).size());
        return IntStream.range(1, mostOnCard)
                .filter(index -> !taken.contains(index))
                .limit(Math.max(0, most))
                .boxed()
                .toList();
    }

    /** Returns how many more interfaces the quota allows. */
    int interfacesLeft() {
        return Math.max(0, plan.quotas().networkInterfaces() - plan.enis().size());
    }
}
