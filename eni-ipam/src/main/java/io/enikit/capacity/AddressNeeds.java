package io.enikit.capacity;

import static com.google.common.base.Preconditions.checkArgument;
import static java.util.Objects.requireNonNull;

import com.google.common.math.IntMath;
import io.enikit.limits.Hypervisor;
import io.enikit.limits.InstanceLimits;
import io.enikit.limits.PodCapacity;
import java.math.RoundingMode;
import java.util.Optional;

/**
 * The IPv4 addresses that one instance needs in a subnet.
 *
 * <p>All interfaces of the instance are in that subnet.
 *
 * <pre>{@code
 * InstanceLimits m5 = InstanceTypes.bundled().limits("m5.large");
 * AddressNeeds.forPods(m5, 20);                 // Optional[2 interfaces, 18 secondary addresses, 0 prefixes]
 * AddressNeeds.forPodsWithPrefixes(m5, 20);     // Optional[1 interface, 0 secondary addresses, 2 prefixes]
 * AddressNeeds.forPods(m5, 30);                 // Optional.empty: 29 is the most
 * }</pre>
 *
 * <p>As in {@link PodCapacity}, two pods of a node are in the host's network and need no address, and only the interfaces
 * of the default network card carry pods.
 *
 * @param interfaces how many interfaces; each has a primary address in addition to the others
 * @param secondaryAddresses how many secondary addresses, on all interfaces together
 * @param prefixes how many delegated /28 prefixes of 16 addresses, on all interfaces together
 */
public record AddressNeeds(int interfaces, int secondaryAddresses, int prefixes) {
    private static final int HOST_NETWORK_PODS = 2;

    /**
     * Checks the numbers.
     *
     * @param interfaces how many interfaces
     * @param secondaryAddresses how many secondary addresses, on all interfaces together
     * @param prefixes how many delegated prefixes, on all interfaces together
     * @throws IllegalArgumentException if there is no interface, or a number is negative
     */
    public AddressNeeds {
        checkArgument(
                interfaces > 0 && secondaryAddresses >= 0 && prefixes >= 0,
                "%s interfaces, %s secondary addresses, %s prefixes: expected one interface or more, and nothing negative",
                interfaces,
                secondaryAddresses,
                prefixes);
    }

    /** {@return the needs of an instance with one interface and one address} */
    public static AddressNeeds ofOneInterface() {
        return new AddressNeeds(1, 0, 0);
    }

    /**
     * Returns the needs of an instance that has all interfaces and addresses its type allows.
     *
     * @param limits the limits of the type
     * @return its needs, with no prefix
     */
    public static AddressNeeds ofAll(InstanceLimits limits) {
        requireNonNull(limits, "limits");
        int interfaces = limits.maximumNetworkInterfaces();
        return new AddressNeeds(interfaces, Math.multiplyExact(interfaces, limits.ipv4AddressesPerInterface() - 1), 0);
    }

    /**
     * Returns the needs of a node whose pods each have a secondary address.
     *
     * @param limits the limits of its type
     * @param pods how many pods, the two in the host's network included
     * @return its needs, with as few interfaces as possible; empty if the type allows fewer pods
     */
    public static Optional<AddressNeeds> forPods(InstanceLimits limits, int pods) {
        requireNonNull(limits, "limits");
        return pods > PodCapacity.of(limits).withSecondaryIps()
                ? Optional.empty()
                : Optional.of(spread(limits, addressesFor(pods), 0));
    }

    /**
     * Returns the needs of a node whose pods have the addresses of delegated prefixes.
     *
     * <p>A type on Xen takes no prefixes; there each pod has a secondary address. The cap that EKS recommends is
     * ignored, see {@link PodCapacity#recommendedMaximum}.
     *
     * @param limits the limits of its type
     * @param pods how many pods, the two in the host's network included
     * @return its needs, with as few interfaces as possible; empty if the type allows fewer pods
     */
    public static Optional<AddressNeeds> forPodsWithPrefixes(InstanceLimits limits, int pods) {
        requireNonNull(limits, "limits");
        if (limits.hypervisor().filter(Hypervisor.XEN::equals).isPresent()) {
            return forPods(limits, pods);
        }
        int prefixes = IntMath.divide(addressesFor(pods), VpcCniWarmPool.ADDRESSES_PER_PREFIX, RoundingMode.CEILING);
        return pods > PodCapacity.of(limits).withPrefixesUncapped()
                ? Optional.empty()
                : Optional.of(spread(limits, 0, prefixes));
    }

    static int addressesFor(int pods) {
        checkArgument(pods >= 0, "%s pods: expected 0 or more", pods);
        return Math.max(0, pods - HOST_NETWORK_PODS);
    }

    /** Puts addresses or prefixes on as few interfaces as possible, in addition to their primary addresses. */
    private static AddressNeeds spread(InstanceLimits limits, int addresses, int prefixes) {
        int needed = addresses + prefixes;
        int interfaces =
                needed == 0 ? 1 : IntMath.divide(needed, limits.ipv4AddressesPerInterface() - 1, RoundingMode.CEILING);
        return new AddressNeeds(interfaces, addresses, prefixes);
    }

    /** {@return how many single addresses, the primary ones included} */
    public int addresses() {
        return Math.addExact(interfaces, secondaryAddresses);
    }

    /** {@return for example {@code 2 interfaces, 18 secondary addresses, 0 prefixes}} */
    @Override
    public String toString() {
        return interfaces
                + (interfaces == 1 ? " interface, " : " interfaces, ")
                + secondaryAddresses
                + (secondaryAddresses == 1 ? " secondary address, " : " secondary addresses, ")
                + prefixes
                + (prefixes == 1 ? " prefix" : " prefixes");
    }
}
