package io.enikit.net;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonValue;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * An immutable range of addresses of one family, both ends inclusive.
 *
 * <p>Ranges sort by family, IPv4 first, then by first address, then by last address. No method but {@link #addresses}
 * takes time or space in proportion to the size of a range.
 */
public final class IpRange implements Comparable<IpRange> {
    private final IpAddress first;
    private final IpAddress last;

    @JsonIgnore // not for Jackson, which would pass it any two addresses
    private IpRange(IpAddress first, IpAddress last) {
        this.first = first;
        this.last = last;
    }

    /**
     * Returns the range between two addresses, both inclusive.
     *
     * @param first the lowest address
     * @param last the highest address, of the same family and not below the first
     * @return the range
     * @throws IllegalArgumentException if the families differ or the last is below the first
     */
    public static IpRange of(IpAddress first, IpAddress last) {
        Objects.requireNonNull(first, "first");
        Objects.requireNonNull(last, "last");
        if (first.family() != last.family()) {
            throw new IllegalArgumentException(first + "-" + last + ": families differ");
        }
        if (first.compareTo(last) > 0) {
            throw new IllegalArgumentException(first + "-" + last + ": the last address is below the first");
        }
        return new IpRange(first, last);
    }

    /**
     * Returns the range of a block.
     *
     * @param block the block
     * @return the range from its first to its last address
     */
    public static IpRange from(Cidr block) {
        return new IpRange(Objects.requireNonNull(block, "block").first(), block.last());
    }

    /**
     * Parses a range such as {@code 10.0.0.5-10.0.0.9}.
     *
     * @param text two addresses of one family with a hyphen between them and nothing else
     * @return the range
     * @throws AddressParseException if the text is not exactly one range
     */
    public static IpRange parse(CharSequence text) {
        String string = Objects.requireNonNull(text, "text").toString();
        IpRange range = parse(string, 0, string.length(), ParseFault.UNSEEN);
        if (range != null) {
            return range;
        }
        ParseFault fault = ParseFault.remembering();
        parse(string, 0, string.length(), fault);
        throw fault.exception("IpRange.parse", string);
    }

    /**
     * Does what {@link #parse(CharSequence)} does, under the name that frameworks look for.
     *
     * @param text two addresses of one family with a hyphen between them and nothing else
     * @return the range
     * @throws AddressParseException if the text is not exactly one range
     */
    public static IpRange valueOf(String text) {
        return parse(text);
    }

    /**
     * Parses a range, or returns empty where {@link #parse(CharSequence)} would throw.
     *
     * @param text two addresses with a hyphen between them
     * @return the range, or empty if the text is not exactly one range
     */
    public static Optional<IpRange> tryParse(CharSequence text) {
        String string = Objects.requireNonNull(text, "text").toString();
        return Optional.ofNullable(parse(string, 0, string.length(), ParseFault.UNSEEN));
    }

    /** Reads a range that takes a part of a text, or notes the fault and returns null. */
    static @Nullable IpRange parse(String text, int from, int to, ParseFault fault) {
        int next = text.indexOf('-', from);
        int hyphen = next < to ? next : -1;
        int end = hyphen < 0 ? to : hyphen;
        IpAddress first = IpAddressParser.parse(text, from, end, fault);
        if (first == null) {
            return null;
        }
        if (hyphen < 0) {
            return fault.at(end, "expected '-' and the last address");
        }
        IpAddress last = IpAddressParser.parse(text, hyphen + 1, to, fault);
        if (last == null) {
            return null;
        }
        if (first.family() != last.family()) {
            return fault.at(hyphen + 1, "both addresses must be of one family");
        }
        if (first.compareTo(last) > 0) {
            return fault.at(hyphen + 1, "the last address is below the first");
        }
        return new IpRange(first, last);
    }

    /**
     * Returns the first address.
     *
     * @return the lowest address of the range
     */
    public IpAddress first() {
        return first;
    }

    /**
     * Returns the last address, inclusive.
     *
     * @return the highest address of the range
     */
    public IpAddress last() {
        return last;
    }

    /**
     * Returns the family of the range.
     *
     * @return the family of both ends
     */
    public IpFamily family() {
        return first.family();
    }

    /**
     * Returns how many addresses the range has.
     *
     * @return 1 or more
     */
    public BigInteger size() {
        return first.distanceTo(last).add(BigInteger.ONE);
    }

    /**
     * Checks whether an address lies in the range.
     *
     * @param address an address; one of the other family is never contained
     * @return true if the range contains it
     */
    public boolean contains(IpAddress address) {
        Objects.requireNonNull(address, "address");
        return address.family() == family() && first.compareTo(address) <= 0 && last.compareTo(address) >= 0;
    }

    /**
     * Checks whether all of another range lies in this one.
     *
     * @param range a range; one of the other family is never contained
     * @return true if this range equals or contains it
     */
    public boolean contains(IpRange range) {
        Objects.requireNonNull(range, "range");
        return contains(range.first) && contains(range.last);
    }

    /**
     * Checks whether the ranges share an address.
     *
     * @param range a range
     * @return true if at least one address is in both
     */
    public boolean overlaps(IpRange range) {
        Objects.requireNonNull(range, "range");
        return contains(range.first) || range.contains(first);
    }

    /**
     * Returns the fewest blocks that make up the range.
     *
     * @return the blocks, lowest first, unmodifiable: at most 62 for IPv4, 254 for IPv6
     */
    public List<Cidr> toCidrs() {
        List<Cidr> blocks = new ArrayList<>(blockCount());
        appendCidrs(blocks);
        return Collections.unmodifiableList(blocks);
    }

    void appendCidrs(List<Cidr> out) {
        if (family() == IpFamily.IPV4) {
            appendIpv4(first.low(), last.low() + 1, out);
        } else {
            appendIpv6(first.high(), first.low(), last.high(), last.low(), out);
        }
    }

    /**
     * Appends the fewest blocks up to an end that is not included: up to the middle blocks grow, and then they shrink.
     */
    private static void appendIpv4(long first, long end, List<Cidr> out) {
        long middle = middle(first, end);
        long at = first;
        for (long rest = middle - first; rest != 0; rest &= rest - 1) {
            int order = Long.numberOfTrailingZeros(rest);
            out.add(new Ipv4Cidr((int) at, 32 - order));
            at += 1L << order;
        }
        for (long rest = end - middle; rest != 0; rest ^= Long.highestOneBit(rest)) {
            int order = 63 - Long.numberOfLeadingZeros(rest);
            out.add(new Ipv4Cidr((int) at, 32 - order));
            at += 1L << order;
        }
    }

    /** The end without what is below the highest bit in which it differs from the first address. */
    private static long middle(long first, long end) {
        return end & Long.MIN_VALUE >> Long.numberOfLeadingZeros(first ^ end);
    }

    /** How many blocks make up the range if it is IPv4, or an estimate. */
    private int blockCount() {
        if (family() == IpFamily.IPV6) {
            return 32;
        }
        long end = last.low() + 1;
        long middle = middle(first.low(), end);
        return Long.bitCount(middle - first.low()) + Long.bitCount(end - middle);
    }

    /** Appends the fewest blocks between two addresses: always the largest that starts here and fits. */
    private static void appendIpv6(long high, long low, long lastHigh, long lastLow, List<Cidr> out) {
        long atHigh = high;
        long atLow = low;
        while (true) {
            // How many addresses are left, less one; a block of order k fits if 2^k - 1 is not more.
            long leftLow = lastLow - atLow;
            long leftHigh = lastHigh - atHigh - (Long.compareUnsigned(lastLow, atLow) < 0 ? 1 : 0);
            boolean allOnes =
                    leftHigh == 0 ? (leftLow & (leftLow + 1)) == 0 : leftLow == -1 && (leftHigh & (leftHigh + 1)) == 0;
            int fits = 127 - Uint128.leadingZeros(leftHigh, leftLow) + (allOnes ? 1 : 0);
            int order = Math.min(fits, Uint128.trailingZeros(atHigh, atLow));
            out.add(new Ipv6Cidr(atHigh, atLow, 128 - order));
            long endHigh = atHigh | Uint128.maskHigh(order);
            long endLow = atLow | Uint128.maskLow(order);
            if (endHigh == lastHigh && endLow == lastLow) {
                return;
            }
            atLow = endLow + 1;
            atHigh = atLow == 0 ? endHigh + 1 : endHigh;
        }
    }

    /**
     * Returns the addresses of the range, lowest first.
     *
     * @return the addresses, made one by one as the stream is read
     */
    public Stream<IpAddress> addresses() {
        return Stream.concat(Stream.iterate(first, address -> !address.equals(last), IpAddress::next), Stream.of(last));
    }

    /**
     * Compares by family, IPv4 first, then first address, then last address.
     *
     * @param other the other range
     * @return negative, zero or positive
     */
    @Override
    public int compareTo(IpRange other) {
        Objects.requireNonNull(other, "other");
        int byFirst = first.compareTo(other.first);
        return byFirst != 0 ? byFirst : last.compareTo(other.last);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof IpRange that && first.equals(that.first) && last.equals(that.last);
    }

    @Override
    public int hashCode() {
        return first.hashCode() * 31 + last.hashCode();
    }

    /**
     * Returns the text that {@link #parse(CharSequence)} reads.
     *
     * @return both addresses as in RFC 5952 with a hyphen between them
     */
    @Override
    @JsonValue
    public String toString() {
        return first + "-" + last;
    }
}
