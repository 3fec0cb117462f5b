package io.enikit.net;

/**
 * One of the two families of IP addresses.
 *
 * <p>The list is complete.
 */
public enum IpFamily {
    /** Addresses of 32 bits (RFC 791). */
    IPV4(32),

    /** Addresses of 128 bits (RFC 4291). */
    IPV6(128);

    private final int bits;

    IpFamily(int bits) {
        this.bits = bits;
    }

    /**
     * Returns how many bits an address has.
     *
     * @return 32 or 128, which is also the longest prefix length
     */
    public int bits() {
        return bits;
    }

    /** {@return the family as prose names it, {@code IPv4} or {@code IPv6}} */
    public String label() {
        return this == IPV4 ? "IPv4" : "IPv6";
    }
}
