package io.enikit.limits;

import static java.util.Objects.requireNonNull;

import java.util.OptionalInt;

/**
 * One network card of an instance type, and its limits.
 *
 * <p>Source: EC2 API reference, "NetworkCardInfo".
 *
 * @param networkCardIndex the index of the card, from 0
 * @param maximumNetworkInterfaces how many interfaces the card always takes, 1 or more
 * @param additionalFlexibleNetworkInterfaces how many more it can take in some settings; absent if not given
 */
public record NetworkCard(
        int networkCardIndex, int maximumNetworkInterfaces, OptionalInt additionalFlexibleNetworkInterfaces) {
    /**
     * Checks the numbers.
     *
     * @param networkCardIndex the index of the card, from 0
     * @param maximumNetworkInterfaces how many interfaces the card always takes, 1 or more
     * @param additionalFlexibleNetworkInterfaces how many more it can take in some settings; absent if not given
     * @throws IllegalArgumentException if a number is negative, or the card takes no interface
     */
    public NetworkCard {
        requireNonNull(additionalFlexibleNetworkInterfaces, "additionalFlexibleNetworkInterfaces");
        Numbers.atLeast(0, networkCardIndex, "networkCardIndex");
        Numbers.atLeast(1, maximumNetworkInterfaces, "maximumNetworkInterfaces");
        if (additionalFlexibleNetworkInterfaces.isPresent()) {
            Numbers.atLeast(0, additionalFlexibleNetworkInterfaces.getAsInt(), "additionalFlexibleNetworkInterfaces");
        }
    }

    /**
     * Returns a card without a figure for flexible interfaces.
     *
     * @param networkCardIndex the index of the card, from 0
     * @param maximumNetworkInterfaces how many interfaces the card takes, 1 or more
     * @return the card
     * @throws IllegalArgumentException if the index is negative, or the card takes no interface
     */
    public static NetworkCard of(int networkCardIndex, int maximumNetworkInterfaces) {
        return new NetworkCard(networkCardIndex, maximumNetworkInterfaces, OptionalInt.empty());
    }
}
