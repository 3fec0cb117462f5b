package io.enikit.net;

import com.fasterxml.jackson.annotation.JsonValue;
import java.math.BigInteger;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;

/**
 * An immutable IPv4 or IPv6 address.
 *
 * <p>Text is strict: four decimal octets without leading zeros (RFC 3986, RFC 6943 section 3.1.1), or the forms of
 * RFC 4291 section 2.2, embedded IPv4 included. No short, octal or hexadecimal IPv4 forms, blanks, brackets, host names
 * or other digits than ASCII. Zone ids (RFC 4007) are refused on purpose: a zone names an interface of one host and is
 * not part of the address. An IPv4-mapped address stays an IPv6 address.
 *
 * <p>Text out follows RFC 5952. IPv4 addresses sort before IPv6 addresses, and each family by number.
 */
public abstract sealed class IpAddress implements Comparable<IpAddress> permits Ipv4Address, Ipv6Address {
    IpAddress() {}

    /**
     * Parses an address such as {@code 10.0.3.7} or {@code 2001:db8::1}.
     *
     * @param text the text of one address and nothing else
     * @return the address
     * @throws AddressParseException if the text is not exactly one address
     */
    public static IpAddress parse(CharSequence text) {
        String string = Objects.requireNonNull(text, "text").toString();
        IpAddress address = IpAddressParser.parse(string, 0, string.length(), ParseFault.UNSEEN);
        if (address != null) {
            return address;
        }
        ParseFault fault = ParseFault.remembering();
        IpAddressParser.parse(string, 0, string.length(), fault);
        throw fault.exception("IpAddress.parse", string);
    }

    /**
     * Does what {@link #parse} does, under the name that frameworks look for.
     *
     * @param text the text of one address and nothing else
     * @return the address
     * @throws AddressParseException if the text is not exactly one address
     */
    public static IpAddress valueOf(String text) {
        return parse(text);
    }

    /**
     * Parses an address, or returns empty where {@link #parse} would throw.
     *
     * @param text the text of one address and nothing else
     * @return the address, or empty if the text is not exactly one address
     */
    public static Optional<IpAddress> tryParse(CharSequence text) {
        String string = Objects.requireNonNull(text, "text").toString();
        return Optional.ofNullable(IpAddressParser.parse(string, 0, string.length(), ParseFault.UNSEEN));
    }

    /**
     * Returns the IPv4 address with the given 32 bits.
     *
     * @param bits the address in network order, {@code 0x0a000001} for 10.0.0.1
     * @return the address
     */
    public static IpAddress of(int bits) {
        return new Ipv4Address(bits);
    }

    /**
     * Returns the IPv6 address with the given 128 bits.
     *
     * @param high the first 64 bits in network order
     * @param low the last 64 bits in network order
     * @return the address
     */
    public static IpAddress of(long high, long low) {
        return new Ipv6Address(high, low);
    }

    /**
     * Returns the address of a family with the given number.
     *
     * @param family the family
     * @param number 0 for the first address of the family, 1 for the next
     * @return the address
     * @throws ArithmeticException if the family has no such address
     */
    public static IpAddress of(IpFamily family, BigInteger number) {
        Objects.requireNonNull(family, "family");
        Objects.requireNonNull(number, "number");
        if (number.signum() < 0 || number.bitLength() > family.bits()) {
            throw new ArithmeticException("there is no " + family.label() + " address with number " + number);
        }
        return of(family, Uint128.high(number), Uint128.low(number));
    }

    /**
     * Returns the address in network order in 4 or 16 bytes.
     *
     * @param bytes 4 bytes for IPv4, 16 for IPv6
     * @return the address; 16 bytes are always IPv6, IPv4-mapped ones too
     * @throws IllegalArgumentException if there are not 4 or 16 bytes
     */
    public static IpAddress from(byte[] bytes) {
        Objects.requireNonNull(bytes, "bytes");
        if (bytes.length == 4) {
            return new Ipv4Address(
                    bytes[0] << 24 | (bytes[1] & 0xff) << 16 | (bytes[2] & 0xff) << 8 | (bytes[3] & 0xff));
        }
        if (bytes.length == 16) {
            return new Ipv6Address(Uint128.getLong(bytes, 0), Uint128.getLong(bytes, 8));
        }
        throw new IllegalArgumentException("an address has 4 or 16 bytes, not " + bytes.length);
    }

    /**
     * Returns the address of an {@link InetAddress}, without its host name.
     *
     * @param address the address; a scope id is not part of the address (RFC 4007) and is left out
     * @return the address
     */
    public static IpAddress from(InetAddress address) {
        return from(Objects.requireNonNull(address, "address").getAddress());
    }

    static IpAddress of(IpFamily family, long high, long low) {
        return family == IpFamily.IPV4 ? new Ipv4Address((int) low) : new Ipv6Address(high, low);
    }

    /** The first 64 of 128 bits; 0 for IPv4. */
    abstract long high();

    /** The last 64 of 128 bits; the 32 bits of an IPv4 address without a sign. */
    abstract long low();

    /** True if the first {@code length} bits are those of {@code high} and {@code low}. */
    private boolean startsWith(long high, long low, int length) {
        int rest = family().bits() - length;
        return ((high() ^ high) & ~Uint128.maskHigh(rest)) == 0 && ((low() ^ low) & ~Uint128.maskLow(rest)) == 0;
    }

    private boolean isIpv4(int network, int length) {
        return family() == IpFamily.IPV4 && startsWith(0, network & 0xffff_ffffL, length);
    }

    private boolean isIpv6(long high, int length) {
        return family() == IpFamily.IPV6 && startsWith(high, 0, length);
    }

    /**
     * Returns the family of the address.
     *
     * @return the family
     */
    public abstract IpFamily family();

    /**
     * Returns the address that is some steps higher.
     *
     * @param steps how many addresses to go up, or down if negative
     * @return the address
     * @throws ArithmeticException if that is past either end of the family
     */
    public final IpAddress plus(long steps) {
        return steps >= 0 ? up(steps) : down(-steps);
    }

    /**
     * Returns the address that is some steps higher.
     *
     * @param steps how many addresses to go up, or down if negative
     * @return the address
     * @throws ArithmeticException if that is past either end of the family
     */
    public final IpAddress plus(BigInteger steps) {
        BigInteger number = toBigInteger().add(Objects.requireNonNull(steps, "steps"));
        if (number.signum() < 0 || number.bitLength() > family().bits()) {
            throw new ArithmeticException(this + " plus " + steps + " is not an " + family().label() + " address");
        }
        return of(family(), number);
    }

    /**
     * Returns the address that is some steps lower.
     *
     * @param steps how many addresses to go down, or up if negative
     * @return the address
     * @throws ArithmeticException if that is past either end of the family
     */
    public final IpAddress minus(long steps) {
        return steps >= 0 ? down(steps) : up(-steps);
    }

    /**
     * Returns the next higher address.
     *
     * @return the address plus 1
     * @throws ArithmeticException if this is the last address of its family
     */
    public final IpAddress next() {
        return up(1);
    }

    /**
     * Returns the next lower address.
     *
     * @return the address minus 1
     * @throws ArithmeticException if this is the first address of its family
     */
    public final IpAddress previous() {
        return down(1);
    }

    /** Adds a number without a sign. */
    private IpAddress up(long steps) {
        long low = low() + steps;
        boolean carry = Long.compareUnsigned(low, steps) < 0;
        long high = carry ? high() + 1 : high();
        boolean past = family() == IpFamily.IPV4 ? carry || low >>> 32 != 0 : carry && high == 0;
        if (past) {
            throw new ArithmeticException(this + " plus " + Long.toUnsignedString(steps) + " is past the last "
                    + family().label() + " address");
        }
        return of(family(), high, low);
    }

    /** Subtracts a number without a sign. */
    private IpAddress down(long steps) {
        boolean borrow = Long.compareUnsigned(low(), steps) < 0;
        if (borrow && high() == 0) {
            throw new ArithmeticException(this + " minus " + Long.toUnsignedString(steps) + " is before the first "
                    + family().label() + " address");
        }
        return of(family(), borrow ? high() - 1 : high(), low() - steps);
    }

    /**
     * Returns how many steps lead from this address to another.
     *
     * @param other an address of the same family
     * @return the number of the other minus the number of this one: 1 for the next, negative if the other is lower
     * @throws IllegalArgumentException if the families differ
     */
    public final BigInteger distanceTo(IpAddress other) {
        if (family() != Objects.requireNonNull(other, "other").family()) {
            throw new IllegalArgumentException("no distance between " + this + " and " + other + ": families differ");
        }
        return other.toBigInteger().subtract(toBigInteger());
    }

    /**
     * Checks whether the address is for private IPv4 networks (RFC 1918 section 3).
     *
     * @return true in 10.0.0.0/8, 172.16.0.0/12 and 192.168.0.0/16; for IPv6 see {@link #isUniqueLocal}
     */
    public final boolean isPrivate() {
        return isIpv4(0x0a000000, 8) || isIpv4(0xac100000, 12) || isIpv4(0xc0a80000, 16);
    }

    /**
     * Checks whether the address is in the shared space of RFC 6598.
     *
     * @return true in 100.64.0.0/10
     */
    public final boolean isShared() {
        return isIpv4(0x64400000, 10);
    }

    /**
     * Checks whether the address is a loopback address (RFC 1122 3.2.1.3, RFC 4291 2.5.3).
     *
     * @return true in 127.0.0.0/8 and for ::1
     */
    public final boolean isLoopback() {
        return isIpv4(0x7f000000, 8) || (family() == IpFamily.IPV6 && high() == 0 && low() == 1);
    }

    /**
     * Checks whether the address is valid on one link only (RFC 3927, RFC 4291 2.5.6).
     *
     * @return true in 169.254.0.0/16 and fe80::/10
     */
    public final boolean isLinkLocal() {
        return isIpv4(0xa9fe0000, 16) || isIpv6(0xfe80L << 48, 10);
    }

    /**
     * Checks whether the address names a group (RFC 5771 section 3, RFC 4291 2.7).
     *
     * @return true in 224.0.0.0/4 and ff00::/8
     */
    public final boolean isMulticast() {
        return isIpv4(0xe0000000, 4) || isIpv6(0xff00L << 48, 8);
    }

    /**
     * Checks whether the address means "none" (RFC 1122 3.2.1.3, RFC 4291 2.5.2).
     *
     * @return true for 0.0.0.0 and ::
     */
    public final boolean isUnspecified() {
        return high() == 0 && low() == 0;
    }

    /**
     * Checks whether the address is set aside for documents (RFC 5737, RFC 3849, RFC 9637).
     *
     * @return true in 192.0.2.0/24, 198.51.100.0/24, 203.0.113.0/24, 2001:db8::/32 and 3fff::/20
     */
    public final boolean isDocumentation() {
        return isIpv4(0xc0000200, 24)
                || isIpv4(0xc6336400, 24)
                || isIpv4(0xcb007100, 24)
                || isIpv6(0x20010db8L << 32, 32)
                || isIpv6(0x3fffL << 48, 20);
    }

    /**
     * Checks whether the address is a unique local IPv6 address (RFC 4193 section 3.1).
     *
     * @return true in fc00::/7; for IPv4 see {@link #isPrivate}
     */
    public final boolean isUniqueLocal() {
        return isIpv6(0xfc00L << 48, 7);
    }

    /**
     * Checks whether the address is an IPv6 address that maps IPv4 (RFC 4291 2.5.5.2).
     *
     * @return true in ::ffff:0:0/96
     */
    public final boolean isIpv4Mapped() {
        return family() == IpFamily.IPV6 && high() == 0 && low() >>> 32 == 0xffff;
    }

    /**
     * Returns the address in network order.
     *
     * @return a new array of 4 bytes for IPv4, 16 for IPv6
     */
    public final byte[] toBytes() {
        byte[] bytes = new byte[16];
        Uint128.putLong(bytes, 0, high());
        Uint128.putLong(bytes, 8, low());
        return family() == IpFamily.IPV6 ? bytes : Arrays.copyOfRange(bytes, 12, 16);
    }

    /**
     * Returns the number of the address in its family.
     *
     * @return 0 for the first address of the family, never negative
     */
    public final BigInteger toBigInteger() {
        return Uint128.toBigInteger(high(), low());
    }

    /**
     * Returns the address as an {@link InetAddress}, without any look-up.
     *
     * @return an {@link Inet4Address} or an {@link java.net.Inet6Address}, an IPv4-mapped one too
     */
    public final InetAddress toInetAddress() {
        return JdkAddresses.of(toBytes());
    }

    /**
     * Compares by family, IPv4 first, then by number.
     *
     * @param other the other address
     * @return negative, zero or positive
     */
    @Override
    public final int compareTo(IpAddress other) {
        Objects.requireNonNull(other, "other");
        int byFamily = family().compareTo(other.family());
        return byFamily != 0 ? byFamily : Uint128.compare(high(), low(), other.high(), other.low());
    }

    /**
     * Returns the text of RFC 5952, which {@link #parse} reads.
     *
     * @return the canonical text, an IPv4-mapped address as {@code ::ffff:192.0.2.1}
     */
    @Override
    @JsonValue
    public final String toString() {
        return text();
    }

    /** The text of {@link #toString}, which is final so that frameworks find it in this public class. */
    abstract String text();
}
