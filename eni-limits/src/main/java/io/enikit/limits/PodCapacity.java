package io.enikit.limits;

import java.util.Objects;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * How many pods an Amazon EKS node of an instance type runs with the VPC CNI.
 *
 * <p>Counts the two pods in the host's network that every node has. Starts with the interfaces of the default card
 * only, as the VPC CNI does; {@link #onAllCards()} and {@link #customNetworking()} change that. Only the count with
 * prefixes is capped. Sources: the headers of the VPC CNI's max-pods list and of the EKS AMI's max-pods calculator.
 *
 * <pre>{@code
 * PodCapacity m5 = PodCapacity.of(InstanceTypes.bundled().limits("m5.large"));
 * m5.withSecondaryIps();                            // 29
 * m5.explain();                                     // 3 ENIs × (10 − 1) addresses + 2 = 29
 * m5.customNetworking().withSecondaryIps();         // 20
 * m5.withPrefixes();                                // 110
 * m5.explainPrefixes();   // 3 ENIs × (10 − 1) prefixes × 16 + 2 = 434, capped at 110 (2 vCPUs, 30 or fewer)
 * }</pre>
 */
public final class PodCapacity {
    private static final int HOST_NETWORK_PODS = 2;
    private static final int ADDRESSES_PER_PREFIX = 16; // a /28
    private static final int MOST_VCPUS_OF_A_SMALL_NODE = 30;
    private static final int SMALL_NODE_CAP = 110;
    private static final int LARGE_NODE_CAP = 250;

    private final InstanceLimits limits;
    private final boolean allCards;
    private final boolean customNetworking;

    private PodCapacity(InstanceLimits limits, boolean allCards, boolean customNetworking) {
        this.limits = limits;
        this.allCards = allCards;
        this.customNetworking = customNetworking;
    }

    /**
     * Returns the capacity of an instance type, with the interfaces of its default card.
     *
     * @param limits the limits of the type
     * @return its capacity
     */
    public static PodCapacity of(InstanceLimits limits) {
        Objects.requireNonNull(limits, "limits");
        return new PodCapacity(limits, false, false);
    }

    /** {@return the capacity with the interfaces of all cards} */
    public PodCapacity onAllCards() {
        return new PodCapacity(limits, true, customNetworking);
    }

    /** {@return the capacity with custom networking: the primary interface carries no pods} */
    public PodCapacity customNetworking() {
        return new PodCapacity(limits, allCards, true);
    }

    /** {@return the pods when each takes a secondary address, not capped} */
    public int withSecondaryIps() {
        return Math.addExact(slots(), HOST_NETWORK_PODS);
    }

    /**
     * Returns the pods when addresses come as delegated /28 prefixes, capped.
     *
     * <p>Xen takes no prefixes, so there the VPC CNI falls back to secondary addresses.
     *
     * @return the smaller one of {@link #withPrefixesUncapped()} and {@link #recommendedMaximum()}; where the latter is
     *     not known, the least that it can be: {@link #withPrefixesRange()} gives both ends
     */
    public int withPrefixes() {
        return withPrefixesRange().least();
    }

    /**
     * Returns the pods when addresses come as delegated /28 prefixes, as far as they are known.
     *
     * @return one number, or where the vCPUs of the type are not given, from the count with the cap of a small node to
     *     that with the cap of a large one
     */
    public PodRange withPrefixesRange() {
        int uncapped = withPrefixesUncapped();
        return new PodRange(
                Math.min(uncapped, recommendedMaximum().orElse(SMALL_NODE_CAP)),
                Math.min(uncapped, recommendedMaximum().orElse(LARGE_NODE_CAP)));
    }

    /** {@return the pods when addresses come as delegated /28 prefixes of 16, not capped} */
    public int withPrefixesUncapped() {
        return Math.addExact(Math.multiplyExact(slots(), addressesPerSlot()), HOST_NETWORK_PODS);
    }

    /**
     * Returns how many pods can have branch interfaces, and so their own security groups.
     *
     * @return the branch interfaces of the type; absent if not given
     */
    public OptionalInt withBranchInterfaces() {
        return limits.branchInterfaces();
    }

    /**
     * Returns the most pods that EKS recommends for a node of this size.
     *
     * @return 110 up to 30 vCPUs, 250 above; absent if the vCPUs are not given
     */
    public OptionalInt recommendedMaximum() {
        OptionalInt vcpus = limits.defaultVcpus();
        return vcpus.isEmpty()
                ? OptionalInt.empty()
                : OptionalInt.of(vcpus.getAsInt() <= MOST_VCPUS_OF_A_SMALL_NODE ? SMALL_NODE_CAP : LARGE_NODE_CAP);
    }

    /** {@return the arithmetic of {@link #withSecondaryIps()} in one line} */
    public String explain() {
        return enisInWords() + " × " + slotsInWords() + " addresses + " + HOST_NETWORK_PODS + " = "
                + withSecondaryIps();
    }

    /** {@return the arithmetic of {@link #withPrefixes()} in one line, with the reason of the cap} */
    public String explainPrefixes() {
        int uncapped = withPrefixesUncapped();
        String arithmetic = takesPrefixes()
                ? enisInWords() + " × " + slotsInWords() + " prefixes × " + ADDRESSES_PER_PREFIX + " + "
                        + HOST_NETWORK_PODS + " = " + uncapped
                : explain() + " (Xen takes no prefixes)";
        if (recommendedMaximum().isEmpty()) {
            return arithmetic
                    + (uncapped > SMALL_NODE_CAP ? ", capped at " + withPrefixesRange() : ", within any cap")
                    + " (vCPUs not given: " + SMALL_NODE_CAP + " for " + MOST_VCPUS_OF_A_SMALL_NODE + " or fewer, "
                    + LARGE_NODE_CAP + " for more)";
        }
        int cap = recommendedMaximum().getAsInt();
        int vcpus = limits.defaultVcpus().getAsInt();
        return arithmetic + (uncapped > cap ? ", capped at " : ", within the cap of ") + cap + " (" + vcpus
                + (vcpus == 1 ? " vCPU, " : " vCPUs, ")
                + (cap == SMALL_NODE_CAP
                        ? MOST_VCPUS_OF_A_SMALL_NODE + " or fewer)"
                        : "more than " + MOST_VCPUS_OF_A_SMALL_NODE + ")");
    }

    /** {@return the arithmetic of {@link #withBranchInterfaces()} in one line} */
    public String explainBranchInterfaces() {
        OptionalInt branches = limits.branchInterfaces();
        if (branches.isEmpty()) {
            return "branch interfaces of " + limits.instanceType() + " not given";
        }
        return branches.getAsInt() == 0
                ? limits.instanceType() + " takes no trunk interface = 0"
                : branches.getAsInt() + " branch interfaces × 1 pod = " + branches.getAsInt();
    }

    /** {@return whether the other object is the capacity of equal limits in the same mode} */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof PodCapacity capacity
                && limits.equals(capacity.limits)
                && allCards == capacity.allCards
                && customNetworking == capacity.customNetworking;
    }

    @Override
    public int hashCode() {
        return Objects.hash(limits, allCards, customNetworking);
    }

    /** {@return the type and {@link #explain()}} */
    @Override
    public String toString() {
        return limits.instanceType() + ": " + explain();
    }

    /** Returns how many addresses or prefixes for pods there can be, in addition to the primary addresses. */
    private int slots() {
        int enis = customNetworking ? enis() - 1 : enis();
        return Math.multiplyExact(enis, limits.ipv4AddressesPerInterface() - 1);
    }

    private int enis() {
        return allCards
                ? limits.maximumNetworkInterfaces()
                : limits.defaultNetworkCard().maximumNetworkInterfaces();
    }

    private int addressesPerSlot() {
        return takesPrefixes() ? ADDRESSES_PER_PREFIX : 1;
    }

    private boolean takesPrefixes() {
        return limits.hypervisor().filter(Hypervisor.XEN::equals).isEmpty();
    }

    private String enisInWords() {
        String cards = allCards && limits.networkCards().size() > 1
                ? " on " + limits.networkCards().size() + " cards"
                : "";
        String enis = enis() == 1 && !customNetworking ? " ENI" : " ENIs";
        return (customNetworking ? "(" + enis() + " − 1)" : String.valueOf(enis())) + enis + cards;
    }

    private String slotsInWords() {
        return "(" + limits.ipv4AddressesPerInterface() + " − 1)";
    }
}
