package io.enikit.capacity;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;

/**
 * How many addresses or prefixes the Amazon VPC CNI keeps ready on a node.
 *
 * <p>The rules are those of the plugin's "ENI and IP Target" and "Prefix and IP Target" pages. A target of 0 means "not
 * set". If {@code WARM_IP_TARGET} or {@code MINIMUM_IP_TARGET} is set, they replace {@code WARM_ENI_TARGET} and
 * {@code WARM_PREFIX_TARGET}. A prefix is a /28 of 16 addresses.
 *
 * <pre>{@code
 * VpcCniWarmPool pool = VpcCniWarmPool.defaults().withWarmIpTarget(5).withMinimumIpTarget(10);
 * pool.attachedAddresses(7, 3, 49);     // 12
 * pool.addresses(2, 0, 0);              // needed 8, excess 0
 * }</pre>
 *
 * @param warmEniTarget {@code WARM_ENI_TARGET}: interfaces kept ready
 * @param warmIpTarget {@code WARM_IP_TARGET}: addresses kept ready
 * @param minimumIpTarget {@code MINIMUM_IP_TARGET}: addresses a node has at least
 * @param warmPrefixTarget {@code WARM_PREFIX_TARGET}: prefixes kept ready
 */
public record VpcCniWarmPool(int warmEniTarget, int warmIpTarget, int minimumIpTarget, int warmPrefixTarget) {
    static final int ADDRESSES_PER_PREFIX = 16;

    /**
     * An interface of a node, with what decides whether it can be removed.
     *
     * @param id the id of the interface
     * @param primary true for the one that cannot be detached
     * @param addresses how many secondary addresses it has
     * @param used how many of them are in use or cooling down
     */
    public record Interface(String id, boolean primary, int addresses, int used) {
        /**
         * Checks the numbers.
         *
         * @param id the id of the interface
         * @param primary true for the one that cannot be detached
         * @param addresses how many secondary addresses it has
         * @param used how many of them are in use or cooling down
         */
        public Interface {
            requireNonNull(id, "id");
            if (id.isEmpty() || used < 0 || addresses < used) {
                throw new IllegalArgumentException(
                        "interface \"" + id + "\" with " + addresses + " addresses, " + used + " used");
            }
        }
    }

    /**
     * Checks the settings.
     *
     * @param warmEniTarget interfaces kept ready, or 0
     * @param warmIpTarget addresses kept ready, or 0
     * @param minimumIpTarget addresses a node has at least, or 0
     * @param warmPrefixTarget prefixes kept ready, or 0
     * @throws IllegalArgumentException if one is negative
     */
    public VpcCniWarmPool {
        if (warmEniTarget < 0 || warmIpTarget < 0 || minimumIpTarget < 0 || warmPrefixTarget < 0) {
            throw new IllegalArgumentException("must not be negative: WARM_ENI_TARGET " + warmEniTarget
                    + ", WARM_IP_TARGET " + warmIpTarget + ", MINIMUM_IP_TARGET " + minimumIpTarget
                    + ", WARM_PREFIX_TARGET " + warmPrefixTarget);
        }
    }

    /**
     * Returns the default settings of the plugin.
     *
     * @return one interface or one prefix kept ready, no targets of addresses
     */
    public static VpcCniWarmPool defaults() {
        return new VpcCniWarmPool(1, 0, 0, 1);
    }

    /**
     * Returns these settings with another {@code WARM_ENI_TARGET}.
     *
     * @param target interfaces kept ready, or 0
     * @return the settings
     */
    public VpcCniWarmPool withWarmEniTarget(int target) {
        return new VpcCniWarmPool(target, warmIpTarget, minimumIpTarget, warmPrefixTarget);
    }

    /**
     * Returns these settings with another {@code WARM_IP_TARGET}.
     *
     * @param target addresses kept ready, or 0
     * @return the settings
     */
    public VpcCniWarmPool withWarmIpTarget(int target) {
        return new VpcCniWarmPool(warmEniTarget, target, minimumIpTarget, warmPrefixTarget);
    }

    /**
     * Returns these settings with another {@code MINIMUM_IP_TARGET}.
     *
     * @param target addresses a node has at least, or 0
     * @return the settings
     */
    public VpcCniWarmPool withMinimumIpTarget(int target) {
        return new VpcCniWarmPool(warmEniTarget, warmIpTarget, target, warmPrefixTarget);
    }

    /**
     * Returns these settings with another {@code WARM_PREFIX_TARGET}.
     *
     * @param target prefixes kept ready, or 0
     * @return the settings
     */
    public VpcCniWarmPool withWarmPrefixTarget(int target) {
        return new VpcCniWarmPool(warmEniTarget, warmIpTarget, minimumIpTarget, target);
    }

    private boolean hasIpTarget() {
        return warmIpTarget > 0 || minimumIpTarget > 0;
    }

    /**
     * Returns how many addresses a node needs, or has too many.
     *
     * <p>Only {@code WARM_IP_TARGET} and {@code MINIMUM_IP_TARGET} count here.
     *
     * <p>An address that cools down after use is not counted as available; the plugin itself counts it.
     *
     * @param total how many secondary addresses the node has
     * @param assigned how many of them pods have
     * @param cooling how many of them were released too recently to be used again
     * @return the balance; nothing is needed if no target of addresses is set
     */
    public WarmBalance addresses(int total, int assigned, int cooling) {
        if (!hasIpTarget()) {
            return new WarmBalance(0, 0);
        }
        int wanted = wanted(Math.addExact(assigned, cooling));
        return new WarmBalance(Math.max(wanted - total, 0), Math.max(total - wanted, 0));
    }

    /**
     * Returns how many prefixes a node needs, or has too many.
     *
     * @param total how many prefixes the node has
     * @param free how many of them have no address in use
     * @param assigned how many addresses are in use or cooling down
     * @return the balance; excess is at most the free prefixes
     */
    public WarmBalance prefixes(int total, int free, int assigned) {
        int wanted = hasIpTarget() ? prefixesFor(wanted(assigned)) : total - free + warmPrefixTarget;
        return new WarmBalance(Math.max(wanted - total, 0), Math.max(Math.min(total - wanted, free), 0));
    }

    /** Returns how many addresses the targets of addresses ask for while some are in use. */
    private int wanted(int used) {
        if (used < 0) {
            throw new IllegalArgumentException("must not be negative: " + used + " addresses in use");
        }
        return Math.max(Math.addExact(used, warmIpTarget), minimumIpTarget);
    }

    private static int prefixesFor(int addresses) {
        return ceilDiv(addresses, ADDRESSES_PER_PREFIX);
    }

    /**
     * Returns how many interfaces a node has for a number of pods.
     *
     * @param pods how many pods have an address
     * @param interfaces how many interfaces the instance type allows
     * @param addressesPerInterface how many secondary addresses each has
     * @return the interfaces attached, at least the primary one
     */
    public int attachedInterfaces(int pods, int interfaces, int addressesPerInterface) {
        int wanted = hasIpTarget()
                ? ceilDiv(wanted(pods), addressesPerInterface)
                : ceilDiv(pods, addressesPerInterface) + warmEniTarget;
        return Math.min(Math.max(wanted, 1), interfaces);
    }

    /**
     * Returns how many secondary addresses a node has for a number of pods.
     *
     * @param pods how many pods have an address
     * @param interfaces how many interfaces the instance type allows
     * @param addressesPerInterface how many secondary addresses each has
     * @return the addresses attached
     */
    public int attachedAddresses(int pods, int interfaces, int addressesPerInterface) {
        return hasIpTarget()
                ? Math.min(wanted(pods), Math.multiplyExact(interfaces, addressesPerInterface))
                : attachedInterfaces(pods, interfaces, addressesPerInterface) * addressesPerInterface;
    }

    /**
     * Returns how many prefixes a node has for a number of pods.
     *
     * <p>The limits of the instance type are ignored.
     *
     * @param pods how many pods have an address
     * @return the prefixes attached
     */
    public int attachedPrefixes(int pods) {
        return hasIpTarget() ? prefixesFor(wanted(pods)) : prefixesFor(pods) + warmPrefixTarget;
    }

    private static int ceilDiv(int dividend, int divisor) {
        if (divisor < 1) {
            throw new IllegalArgumentException("addresses per interface must be positive: " + divisor);
        }
        return Math.floorDiv(Math.addExact(dividend, divisor - 1), divisor);
    }

    /**
     * Returns the first interface that can be removed from a node.
     *
     * @param interfaces the interfaces of the node, in the order in which to try them
     * @return one that is not primary, has no address in use, and is not needed for a target of addresses
     */
    public Optional<Interface> removable(List<Interface> interfaces) {
        requireNonNull(interfaces, "interfaces");
        int total = interfaces.stream().mapToInt(Interface::addresses).sum();
        int available = total - interfaces.stream().mapToInt(Interface::used).sum();
        return interfaces.stream()
                .filter(eni -> !eni.primary() && eni.used() == 0)
                .filter(eni -> available - eni.addresses() >= warmIpTarget)
                .filter(eni -> total - eni.addresses() >= minimumIpTarget)
                .findFirst();
    }
}
