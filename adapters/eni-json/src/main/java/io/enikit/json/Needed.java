package io.enikit.json;

/**
 * What EC2 is going to choose for an interface.
 *
 * @param primary whether it chooses the primary private IPv4 address
 * @param secondaries how many secondary private IPv4 addresses
 * @param ipv6 how many IPv6 addresses
 * @param ipv4Prefixes how many IPv4 prefixes
 * @param ipv6Prefixes how many IPv6 prefixes
 */
record Needed(boolean primary, int secondaries, int ipv6, int ipv4Prefixes, int ipv6Prefixes) {
    boolean isNothing() {
        return count() == 0;
    }

    /** Returns how many addresses and prefixes it is to choose. */
    long count() {
        return (primary ? 1L : 0) + secondaries + ipv6 + ipv4Prefixes + ipv6Prefixes;
    }
}
