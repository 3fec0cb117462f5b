package io.enikit.model;

import static java.util.Objects.requireNonNull;

import io.enikit.net.IpAddress;

/**
 * An address of a network interface, private IPv4 or IPv6.
 *
 * <p>Ordered by the flag, the primary one first, then by address.
 *
 * @param address the address
 * @param primary whether it is the primary one of its family
 */
public record EniAddress(IpAddress address, boolean primary) implements Comparable<EniAddress> {
    private static final String PRIMARY = "*";

    /**
     * Checks that nothing is null.
     *
     * @param address the address
     * @param primary whether it is the primary one of its family
     */
    public EniAddress {
        requireNonNull(address, "address");
    }

    /** Reads what {@link #toString} wrote. */
    static EniAddress parse(String text) {
        boolean primary = text.endsWith(PRIMARY);
        return new EniAddress(IpAddress.parse(primary ? text.substring(0, text.length() - 1) : text), primary);
    }

    @Override
    public int compareTo(EniAddress other) {
        requireNonNull(other, "other");
        int byFlag = Boolean.compare(other.primary, primary);
        return byFlag != 0 ? byFlag : address.compareTo(other.address);
    }

    /** {@return the address, with {@code *} behind a primary one} */
    @Override
    public String toString() {
        return primary ? address + PRIMARY : address.toString();
    }
}
