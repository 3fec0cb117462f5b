package io.enikit.net;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An immutable MAC address of 48 bits (IEEE 802 EUI-48).
 *
 * <p>Read are {@code 02:1a:80:41:52:9c}, {@code 02-1a-80-41-52-9c}, {@code 021a.8041.529c} and {@code 021a8041529c},
 * in either case; written is always the first form. MACs sort by number.
 */
public final class MacAddress implements Comparable<MacAddress> {
    private final long bits;

    @JsonIgnore // not for Jackson, which would pass it any number
    private MacAddress(long bits) {
        this.bits = bits;
    }

    /**
     * Parses a MAC in its colon, hyphen, dotted or bare form.
     *
     * @param text twelve hex digits, in pairs with colons or hyphens, in fours with dots, or with nothing between them
     * @return the MAC
     * @throws AddressParseException if the text is not exactly one MAC
     */
    public static MacAddress parse(CharSequence text) {
        String string = Objects.requireNonNull(text, "text").toString();
        long bits = MacAddressParser.parse(string, ParseFault.UNSEEN);
        if (bits >= 0) {
            return new MacAddress(bits);
        }
        ParseFault fault = ParseFault.remembering();
        MacAddressParser.parse(string, fault);
        throw fault.exception("MacAddress.parse", string);
    }

    /**
     * Does what {@link #parse} does, under the name that frameworks look for.
     *
     * @param text the text of one MAC and nothing else
     * @return the MAC
     * @throws AddressParseException if the text is not exactly one MAC
     */
    public static MacAddress valueOf(String text) {
        return parse(text);
    }

    /**
     * Parses a MAC, or returns empty where {@link #parse} would throw.
     *
     * @param text the text of one MAC and nothing else
     * @return the MAC, or empty if the text is not exactly one MAC
     */
    public static Optional<MacAddress> tryParse(CharSequence text) {
        long bits = MacAddressParser.parse(Objects.requireNonNull(text, "text").toString(), ParseFault.UNSEEN);
        return bits < 0 ? Optional.empty() : Optional.of(new MacAddress(bits));
    }

    /**
     * Returns the MAC with the given 48 bits.
     *
     * @param bits 0 to 2^48 - 1, the first byte the highest
     * @return the MAC
     * @throws IllegalArgumentException if more than 48 bits are set
     */
    public static MacAddress of(long bits) {
        if (bits >>> 48 != 0) {
            throw new IllegalArgumentException("a MAC has 48 bits: 0x" + Long.toHexString(bits));
        }
        return new MacAddress(bits);
    }

    /**
     * Returns the MAC in six bytes.
     *
     * @param bytes six bytes, the first one first
     * @return the MAC
     * @throws IllegalArgumentException if there are not six bytes
     */
    public static MacAddress from(byte[] bytes) {
        Objects.requireNonNull(bytes, "bytes");
        if (bytes.length != 6) {
            throw new IllegalArgumentException("a MAC has 6 bytes, not " + bytes.length);
        }
        long bits = 0;
        for (byte b : bytes) {
            bits = bits << 8 | (b & 0xff);
        }
        return new MacAddress(bits);
    }

    /**
     * Returns the 48 bits.
     *
     * @return 0 to 2^48 - 1, the first byte the highest
     */
    public long toLong() {
        return bits;
    }

    /**
     * Returns the six bytes, the first one first.
     *
     * @return a new array
     */
    public byte[] toBytes() {
        byte[] bytes = new byte[6];
        for (int i = 0; i < 6; i++) {
            bytes[i] = (byte) (bits >>> (40 - 8 * i));
        }
        return bytes;
    }

    /**
     * Checks whether the MAC names a group (IEEE 802, I/G bit set).
     *
     * @return true if the lowest bit of the first byte is set, as in ff:ff:ff:ff:ff:ff
     */
    public boolean isMulticast() {
        return (bits >>> 40 & 1) != 0;
    }

    /**
     * Checks whether the MAC names one interface (IEEE 802, I/G bit clear).
     *
     * @return true if it is not multicast
     */
    public boolean isUnicast() {
        return !isMulticast();
    }

    /**
     * Checks whether the MAC was given out locally (IEEE 802, U/L bit set).
     *
     * @return true if the second lowest bit of the first byte is set, as in 02:00:00:00:00:00
     */
    public boolean isLocallyAdministered() {
        return (bits >>> 41 & 1) != 0;
    }

    /**
     * Checks whether the MAC is from a maker's range (IEEE 802, U/L bit clear).
     *
     * @return true if it is not locally administered
     */
    public boolean isGloballyAdministered() {
        return !isLocallyAdministered();
    }

    /**
     * Returns the first three bytes, which name the maker of a globally administered MAC.
     *
     * @return the organizationally unique identifier, 0 to 2^24 - 1, its two flag bits as they are
     */
    public int oui() {
        return (int) (bits >>> 24);
    }

    /**
     * Compares by number.
     *
     * @param other the other MAC
     * @return negative, zero or positive
     */
    @Override
    public int compareTo(MacAddress other) {
        Objects.requireNonNull(other, "other");
        return Long.compare(bits, other.bits);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof MacAddress that && bits == that.bits;
    }

    @Override
    public int hashCode() {
        return HashBits.of(bits);
    }

    /**
     * Returns the text in lower case with colons, which {@link #parse} reads.
     *
     * @return six pairs of hex digits: {@code 02:1a:80:41:52:9c}
     */
    @Override
    @JsonValue
    public String toString() {
        return IpAddressFormat.mac(bits);
    }
}
