package io.enikit.net;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonValue;
import java.math.BigInteger;
import java.util.AbstractList;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.RandomAccess;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * An immutable set of addresses of both families.
 *
 * <p>Sets with the same addresses are equal, however they were made. A set takes 8 bytes an IPv4 range and 32 an IPv6
 * range, plus a constant. The first {@code contains} or {@code overlaps} adds an index to a set of 16 ranges or more:
 * at most 8 bytes a range.
 *
 * <p>{@link #union}, {@link #intersect} and {@link #subtract} take time in proportion to the ranges of both sets,
 * {@code contains} of one thing a few nanoseconds, and nothing depends on how many addresses a range has.
 */
public final class IpSet {
    private static final IpSet EMPTY = new IpSet(Ipv4Bounds.EMPTY, Ipv6Bounds.EMPTY);

    /* Truth tables: bit a + 2 * b is set if an address is in the result; a: in this set, b: in the other. */
    private static final int UNION = 0b1110;
    private static final int INTERSECTION = 0b1000;
    private static final int DIFFERENCE = 0b0010;

    private final Ipv4Bounds ipv4;
    private final Ipv6Bounds ipv6;

    @JsonIgnore // not for Jackson
    IpSet(Ipv4Bounds ipv4, Ipv6Bounds ipv6) {
        this.ipv4 = ipv4;
        this.ipv6 = ipv6;
    }

    /**
     * Returns the set without addresses.
     *
     * @return the empty set
     */
    public static IpSet empty() {
        return EMPTY;
    }

    /**
     * Parses a set such as {@code [10.0.0.0-10.0.0.255, ::1-::1]}.
     *
     * @param text ranges in brackets, with a comma and a blank between them; in any order, and they may overlap
     * @return the set
     * @throws AddressParseException if the text is not exactly one set
     */
    public static IpSet parse(CharSequence text) {
        String string = Objects.requireNonNull(text, "text").toString();
        IpSet set = IpSetParser.parse(string, ParseFault.UNSEEN);
        if (set != null) {
            return set;
        }
        ParseFault fault = ParseFault.remembering();
        IpSetParser.parse(string, fault);
        throw fault.exception("IpSet.parse", string);
    }

    /**
     * Does what {@link #parse} does, under the name that frameworks look for.
     *
     * @param text ranges in brackets, with a comma and a blank between them
     * @return the set
     * @throws AddressParseException if the text is not exactly one set
     */
    public static IpSet valueOf(String text) {
        return parse(text);
    }

    /**
     * Parses a set, or returns empty where {@link #parse} would throw.
     *
     * @param text ranges in brackets, with a comma and a blank between them
     * @return the set, or empty if the text is not exactly one set
     */
    public static Optional<IpSet> tryParse(CharSequence text) {
        return Optional.ofNullable(
                IpSetParser.parse(Objects.requireNonNull(text, "text").toString(), ParseFault.UNSEEN));
    }

    /**
     * Returns the set of all addresses of some blocks.
     *
     * @param blocks blocks in any order, which may overlap
     * @return the set
     */
    public static IpSet of(Cidr... blocks) {
        IpSetSteps steps = new IpSetSteps(Objects.requireNonNull(blocks, "blocks").length);
        for (Cidr block : blocks) {
            steps.block(true, Objects.requireNonNull(block, "block"));
        }
        return steps.build();
    }

    /**
     * Returns the set of all addresses of a range.
     *
     * @param range the range
     * @return the set
     */
    public static IpSet from(IpRange range) {
        return builder().add(range).build();
    }

    /**
     * Returns a builder of an empty set.
     *
     * @return the builder
     */
    public static Builder builder() {
        return new Builder();
    }

    private IpSet merge(IpSet that, int truth) {
        return new IpSet(ipv4.merge(that.ipv4, truth), ipv6.merge(that.ipv6, truth));
    }

    /**
     * Returns the addresses that are in this set or the other.
     *
     * @param other the other set
     * @return the union
     */
    public IpSet union(IpSet other) {
        return merge(Objects.requireNonNull(other, "other"), UNION);
    }

    /**
     * Returns the addresses that are in this set and the other.
     *
     * @param other the other set
     * @return the intersection
     */
    public IpSet intersect(IpSet other) {
        return merge(Objects.requireNonNull(other, "other"), INTERSECTION);
    }

    /**
     * Returns the addresses that are in this set but not in the other.
     *
     * @param other the other set
     * @return the difference
     */
    public IpSet subtract(IpSet other) {
        return merge(Objects.requireNonNull(other, "other"), DIFFERENCE);
    }

    /**
     * Returns the addresses of a block that are not in this set.
     *
     * @param block the block, {@link Cidr#all} for a whole family
     * @return the complement within the block
     */
    public IpSet complement(Cidr block) {
        return of(block).subtract(this);
    }

    /**
     * Checks whether an address is in the set.
     *
     * @param address the address
     * @return true if it is
     */
    public boolean contains(IpAddress address) {
        Objects.requireNonNull(address, "address");
        return address instanceof Ipv4Address v4
                ? ipv4.contains(v4.bits)
                : ipv6.contains(address.high(), address.low());
    }

    /**
     * Checks whether all addresses of a block are in the set.
     *
     * @param block the block
     * @return true if they are
     */
    public boolean contains(Cidr block) {
        Objects.requireNonNull(block, "block");
        return block.family() == IpFamily.IPV4
                ? ipv4.containsAll((int) block.low(), (int) block.lastLow())
                : ipv6.containsAll(block.high(), block.low(), block.lastHigh(), block.lastLow());
    }

    /**
     * Checks whether all addresses of a range are in the set.
     *
     * @param range the range
     * @return true if they are
     */
    public boolean contains(IpRange range) {
        Objects.requireNonNull(range, "range");
        IpAddress first = range.first();
        IpAddress last = range.last();
        return range.family() == IpFamily.IPV4
                ? ipv4.containsAll((int) first.low(), (int) last.low())
                : ipv6.containsAll(first.high(), first.low(), last.high(), last.low());
    }

    /**
     * Checks whether all addresses of another set are in this one.
     *
     * @param other the other set
     * @return true if they are; the empty set is contained everywhere
     */
    public boolean contains(IpSet other) {
        Objects.requireNonNull(other, "other");
        return ipv4.containsAll(other.ipv4) && ipv6.containsAll(other.ipv6);
    }

    /**
     * Checks whether the sets share an address.
     *
     * @param other the other set
     * @return true if at least one address is in both
     */
    public boolean overlaps(IpSet other) {
        Objects.requireNonNull(other, "other");
        return ipv4.overlaps(other.ipv4) || ipv6.overlaps(other.ipv6);
    }

    /**
     * Returns how many addresses the set has, of both families together.
     *
     * @return the exact number, in time proportional to the ranges
     */
    public BigInteger size() {
        BigInteger size = BigInteger.valueOf(ipv4.size());
        for (int i = 0; i < ipv6.rangeCount(); i++) {
            size = size.add(range(ipv4.rangeCount() + i).size());
        }
        return size;
    }

    /**
     * Checks whether the set has no addresses.
     *
     * @return true if it has none
     */
    public boolean isEmpty() {
        return ipv4.rangeCount() == 0 && ipv6.rangeCount() == 0;
    }

    /**
     * Returns the fewest ranges that make up the set, lowest first.
     *
     * @return an unmodifiable list that makes its ranges as they are read; no two overlap or touch
     */
    public List<IpRange> ranges() {
        return new Ranges();
    }

    private IpRange range(int index) {
        int i = index - ipv4.rangeCount();
        if (i < 0) {
            return IpRange.of(IpAddress.of(ipv4.first(index)), IpAddress.of(ipv4.last(index)));
        }
        return IpRange.of(
                IpAddress.of(ipv6.firstHigh(i), ipv6.firstLow(i)), IpAddress.of(ipv6.lastHigh(i), ipv6.lastLow(i)));
    }

    /**
     * Returns the fewest blocks that make up the set, lowest first.
     *
     * @return the blocks, unmodifiable
     */
    public List<Cidr> cidrs() {
        List<Cidr> blocks = new ArrayList<>();
        for (IpRange range : ranges()) {
            range.appendCidrs(blocks);
        }
        return Collections.unmodifiableList(blocks);
    }

    /**
     * Returns the addresses of the set, lowest first.
     *
     * @return the addresses, made one by one as the stream is read
     */
    public Stream<IpAddress> addresses() {
        return ranges().stream().flatMap(IpRange::addresses);
    }

    /**
     * Returns the address at an index in ascending order.
     *
     * @param index 0 for the lowest address; negative from the end, -1 for the highest
     * @return the address, in time proportional to the ranges
     * @throws IndexOutOfBoundsException if the set has no such address
     */
    public IpAddress nth(long index) {
        return nth(BigInteger.valueOf(index));
    }

    /**
     * Returns the address at an index in ascending order.
     *
     * @param index 0 for the lowest address; negative from the end, -1 for the highest
     * @return the address, in time proportional to the ranges
     * @throws IndexOutOfBoundsException if the set has no such address
     */
    public IpAddress nth(BigInteger index) {
        BigInteger size = size();
        BigInteger rest = Objects.requireNonNull(index, "index").signum() < 0 ? index.add(size) : index;
        if (rest.signum() < 0 || rest.compareTo(size) >= 0) {
            throw new IndexOutOfBoundsException("the set has " + size + " addresses, no index " + index);
        }
        BigInteger ofIpv4 = BigInteger.valueOf(ipv4.size());
        if (rest.compareTo(ofIpv4) < 0) {
            return IpAddress.of(ipv4.nth(rest.longValue()));
        }
        rest = rest.subtract(ofIpv4);
        int i = ipv4.rangeCount();
        for (IpRange range = range(i); ; range = range(++i)) {
            BigInteger inRange = range.size();
            if (rest.compareTo(inRange) < 0) {
                return range.first().plus(rest);
            }
            rest = rest.subtract(inRange);
        }
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof IpSet that && ipv4.equals(that.ipv4) && ipv6.equals(that.ipv6);
    }

    @Override
    public int hashCode() {
        return ipv4.hashCode() * 31 + ipv6.hashCode();
    }

    /**
     * Returns the ranges in brackets, which {@link #parse} reads.
     *
     * @return for example {@code [10.0.0.0-10.0.0.255, ::1-::1]}
     */
    @Override
    @JsonValue
    public String toString() {
        return ranges().toString();
    }

    /** The ranges as a list that holds nothing. */
    private final class Ranges extends AbstractList<IpRange> implements RandomAccess {
        @Override
        public IpRange get(int index) {
            return range(Objects.checkIndex(index, size()));
        }

        @Override
        public int size() {
            return ipv4.rangeCount() + ipv6.rangeCount();
        }
    }

    /**
     * A builder of a set, to which steps apply in the order of the calls.
     *
     * <p>A later step wins: what was added and then removed is not in the set. A builder serves one thread and can go on
     * after {@link #build}.
     */
    public static final class Builder {
        private final IpSetSteps steps = new IpSetSteps(4);

        Builder() {}

        /**
         * Adds an address.
         *
         * @param address the address
         * @return this builder
         */
        public Builder add(IpAddress address) {
            steps.span(true, Objects.requireNonNull(address, "address"), address);
            return this;
        }

        /**
         * Adds all addresses of a block.
         *
         * @param block the block
         * @return this builder
         */
        public Builder add(Cidr block) {
            steps.block(true, Objects.requireNonNull(block, "block"));
            return this;
        }

        /**
         * Adds all addresses of a range.
         *
         * @param range the range
         * @return this builder
         */
        public Builder add(IpRange range) {
            steps.span(true, Objects.requireNonNull(range, "range").first(), range.last());
            return this;
        }

        /**
         * Adds all addresses of a set.
         *
         * @param set the set
         * @return this builder
         */
        public Builder add(IpSet set) {
            steps.set(true, Objects.requireNonNull(set, "set"));
            return this;
        }

        /**
         * Removes an address.
         *
         * @param address the address; no matter whether it was there
         * @return this builder
         */
        public Builder remove(IpAddress address) {
            steps.span(false, Objects.requireNonNull(address, "address"), address);
            return this;
        }

        /**
         * Removes all addresses of a block.
         *
         * @param block the block; no matter whether it was there
         * @return this builder
         */
        public Builder remove(Cidr block) {
            steps.block(false, Objects.requireNonNull(block, "block"));
            return this;
        }

        /**
         * Removes all addresses of a range.
         *
         * @param range the range; no matter whether it was there
         * @return this builder
         */
        public Builder remove(IpRange range) {
            steps.span(false, Objects.requireNonNull(range, "range").first(), range.last());
            return this;
        }

        /**
         * Removes all addresses of a set.
         *
         * @param set the set; no matter whether it was there
         * @return this builder
         */
        public Builder remove(IpSet set) {
            steps.set(false, Objects.requireNonNull(set, "set"));
            return this;
        }

        /**
         * Builds the set of all steps so far.
         *
         * @return the set
         */
        public IpSet build() {
            return steps.build();
        }
    }
}
