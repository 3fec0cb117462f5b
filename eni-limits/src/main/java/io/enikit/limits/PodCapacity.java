package io.enikit.limits;

/**
 * How many pods a Kubernetes node of an instance type can run.
 *
 * <pre>{@code
 * PodCapacity m5 = PodCapacity.of(InstanceTypes.bundled().limits("m5.large"));
 * m5.withSecondaryIps();                            // 29
 * m5.explain();                                     // 3 ENIs × (10 − 1) addresses + 2 = 29
 * }</pre>
 */
public final class PodCapacity {
    private static final int HOST_NETWORK_PODS = 2;

    private final InstanceLimits limits;

    private PodCapacity(InstanceLimits limits) {
        this.limits = limits;
    }

    /**
     * Returns the capacity of an instance type, with the interfaces of its default card.
     *
     * @param limits the limits of the type
     * @return its capacity
     */
    public static PodCapacity of(InstanceLimits limits) {
        return new PodCapacity(limits);
    }

    /** {@return the pods when each has a secondary address, two in the host's network counted} */
    public int withSecondaryIps() {
        return enis() * (limits.ipv4AddressesPerInterface() - 1) + HOST_NETWORK_PODS;
    }

    /** {@return the arithmetic of {@link #withSecondaryIps()} in one line} */
    public String explain() {
        return enis() + " ENIs × (" + limits.ipv4AddressesPerInterface() + " − 1) addresses + " + HOST_NETWORK_PODS
                + " = " + withSecondaryIps();
    }

    private int enis() {
        return limits.defaultNetworkCard().maximumNetworkInterfaces();
    }
}
