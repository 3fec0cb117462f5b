package io.enikit.model;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonValue;
import io.enikit.net.AddressParseException;
import io.enikit.net.IpAddress;
import java.util.Optional;

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

    /**
     * Parses an address such as {@code 10.0.0.4}, or {@code 10.0.0.4*} for a primary one.
     *
     * @param text the address, with {@code *} behind a primary one
     * @return the address
     * @throws AddressParseException if the text is anything else
     */
    public static EniAddress parse(CharSequence text) {
        String string = requireNonNull(text, "text").toString();
        return new EniAddress(IpAddress.parse(addressIn(string)), string.endsWith(PRIMARY));
    }

    /**
     * Does what {@link #parse} does, under the name that frameworks look for.
     *
     * @param text the address, with {@code *} behind a primary one
     * @return the address
     * @throws AddressParseException if the text is anything else
     */
    public static EniAddress valueOf(String text) {
        return parse(text);
    }

    /**
     * Parses an address, or returns empty where {@link #parse} would throw.
     *
     * @param text the address, with {@code *} behind a primary one
     * @return the address, or empty if the text is anything else
     */
    public static Optional<EniAddress> tryParse(CharSequence text) {
        String string = requireNonNull(text, "text").toString();
        return IpAddress.tryParse(addressIn(string)).map(each -> new EniAddress(each, string.endsWith(PRIMARY)));
    }

    private static String addressIn(String text) {
        return text.endsWith(PRIMARY) ? text.substring(0, text.length() - PRIMARY.length()) : text;
    }

    @Override
    public int compareTo(EniAddress other) {
        requireNonNull(other, "other");
        int byFlag = Boolean.compare(other.primary, primary);
        return byFlag != 0 ? byFlag : address.compareTo(other.address);
    }

    /** {@return the address, with {@code *} behind a primary one, which {@link #parse} reads} */
    @Override
    @JsonValue
    public String toString() {
        return primary ? address + PRIMARY : address.toString();
    }
}
