package io.enikit.net;

import com.fasterxml.jackson.annotation.JsonValue;
import java.math.BigInteger;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * An immutable CIDR block: a network address and a prefix length.
 *
 * <p>A block has no host bits (RFC 4632 section 3.1): {@link #parse} and {@link #of} refuse {@code 10.0.0.5/24} and
 * propose {@code 10.0.0.0/24}; {@link #containing} clears host bits on purpose. The RFCs also write an address with
 * the length of its network in this form; that is not a block, and not read.
 *
 * <p>Blocks sort by family, IPv4 first, then by first address, then larger blocks before smaller ones. No method takes
 * time or space in proportion to the size of a block.
 */
public abstract sealed class Cidr implements Comparable<Cidr> permits Ipv4Cidr, Ipv6Cidr {
    Cidr() {}

    /**
     * Parses a block such as {@code 10.0.0.0/16} or {@code 2001:db8::/32}.
     *
     * @param text an address, a slash and a prefix length in decimal without leading zeros
     * @return the block
     * @throws AddressParseException if the text is not exactly one block, or host bits are set; then the message
     *     proposes the block that contains the address
     */
    public static Cidr parse(CharSequence text) {
        String string = Objects.requireNonNull(text, "text").toString();
        Cidr block = CidrParser.parse(string, ParseFault.UNSEEN);
        if (block != null) {
            return block;
        }
        ParseFault fault = ParseFault.remembering();
        CidrParser.parse(string, fault);
        throw fault.exception("Cidr.parse", string);
    }

    /**
     * Parses an address and a prefix length, and returns the block around the address: host bits are cleared.
     *
     * <p>EC2 reads blocks in this way: {@code 10.0.0.5/24} is {@code 10.0.0.0/24}.
     *
     * @param text an address in strict notation, a slash and a prefix length
     * @return the block of that length which contains the address
     * @throws AddressParseException if the text is no address with a prefix length of its family
     */
    public static Cidr parseContaining(CharSequence text) {
        Optional<Cidr> block = tryParse(text);
        if (block.isPresent()) {
            return block.get();
        }
        String given = text.toString();
        int slash = given.indexOf('/');
        Optional<IpAddress> address = slash < 0 ? Optional.empty() : IpAddress.tryParse(given.substring(0, slash));
        return address.flatMap(inside -> tryParse(all(inside.family()).first() + given.substring(slash))
                        .map(length -> containing(inside, length.prefixLength())))
                .orElseGet(() -> parse(given));
    }

    /**
     * Does what {@link #parse} does, under the name that frameworks look for.
     *
     * @param text an address, a slash and a prefix length in decimal without leading zeros
     * @return the block
     * @throws AddressParseException if the text is not exactly one block, or host bits are set
     */
    public static Cidr valueOf(String text) {
        return parse(text);
    }

    /**
     * Parses a block, or returns empty where {@link #parse} would throw.
     *
     * @param text an address, a slash and a prefix length
     * @return the block, or empty if the text is not exactly one block
     */
    public static Optional<Cidr> tryParse(CharSequence text) {
        String string = Objects.requireNonNull(text, "text").toString();
        return Optional.ofNullable(CidrParser.parse(string, ParseFault.UNSEEN));
    }

    /**
     * Returns the block that starts at an address.
     *
     * @param first the first address, without host bits
     * @param prefixLength 0 to 32 for IPv4, 0 to 128 for IPv6
     * @return the block
     * @throws IllegalArgumentException if the length is out of range or host bits are set
     */
    public static Cidr of(IpAddress first, int prefixLength) {
        Cidr block = containing(Objects.requireNonNull(first, "first"), prefixLength);
        if (block.high() != first.high() || block.low() != first.low()) {
            throw new IllegalArgumentException(
                    first + "/" + prefixLength + ": host bits set; did you mean " + block + "?");
        }
        return block;
    }

    /**
     * Returns the block of a length that contains an address.
     *
     * @param address any address of the block; its host bits are cleared
     * @param prefixLength 0 to 32 for IPv4, 0 to 128 for IPv6
     * @return the block
     * @throws IllegalArgumentException if the length is out of range
     */
    public static Cidr containing(IpAddress address, int prefixLength) {
        IpFamily family = Objects.requireNonNull(address, "address").family();
        checkLength(family, 0, prefixLength);
        return containing(family, address.high(), address.low(), prefixLength);
    }

    /**
     * Returns the block of a single address.
     *
     * @param address the address
     * @return the block of length 32 or 128
     */
    public static Cidr from(IpAddress address) {
        Objects.requireNonNull(address, "address");
        return containing(address, address.family().bits());
    }

    /**
     * Returns the block of every address of a family.
     *
     * @param family the family
     * @return 0.0.0.0/0 or ::/0
     */
    public static Cidr all(IpFamily family) {
        return containing(Objects.requireNonNull(family, "family"), 0, 0, 0);
    }

    static Cidr containing(IpFamily family, long high, long low, int prefixLength) {
        if (family == IpFamily.IPV4) {
            return new Ipv4Cidr((int) low & Ipv4Cidr.mask(prefixLength), prefixLength);
        }
        int rest = 128 - prefixLength;
        return new Ipv6Cidr(high & ~Uint128.maskHigh(rest), low & ~Uint128.maskLow(rest), prefixLength);
    }

    static void checkLength(IpFamily family, int from, int prefixLength) {
        if (prefixLength < from || prefixLength > family.bits()) {
            throw new IllegalArgumentException(
                    "prefix length must be " + from + ".." + family.bits() + ": " + prefixLength);
        }
    }

    /** The first 64 of 128 bits of the first address; 0 for IPv4. */
    abstract long high();

    /** The last 64 of 128 bits of the first address. */
    abstract long low();

    final long lastHigh() {
        return high() | Uint128.maskHigh(hostBits());
    }

    final long lastLow() {
        return low() | Uint128.maskLow(hostBits());
    }

    /** The base-2 logarithm of the size. */
    final int hostBits() {
        return family().bits() - prefixLength();
    }

    /**
     * Returns the family of the block.
     *
     * @return the family
     */
    public abstract IpFamily family();

    /**
     * Returns how many leading bits all addresses of the block share.
     *
     * @return 0 to 32 for IPv4, 0 to 128 for IPv6
     */
    public abstract int prefixLength();

    /**
     * Returns the first address, the network address.
     *
     * @return the lowest address of the block
     */
    public final IpAddress first() {
        return IpAddress.of(family(), high(), low());
    }

    /**
     * Returns the last address, inclusive.
     *
     * @return the highest address of the block
     */
    public final IpAddress last() {
        return IpAddress.of(family(), lastHigh(), lastLow());
    }

    /**
     * Returns how many addresses the block has.
     *
     * @return 2 to the number of host bits: 256 for 10.0.0.0/24
     */
    public final BigInteger size() {
        return BigInteger.ONE.shiftLeft(hostBits());
    }

    /**
     * Returns the netmask of the block (RFC 4632 section 3.1).
     *
     * @return the address whose leading bits are set: 255.255.255.0 for 10.0.0.0/24
     */
    public final IpAddress netmask() {
        int rest = hostBits();
        return IpAddress.of(family(), ~Uint128.maskHigh(rest), ~Uint128.maskLow(rest));
    }

    /**
     * Checks whether an address lies in the block.
     *
     * @param address an address; one of the other family is never contained
     * @return true if the block contains it
     */
    public abstract boolean contains(IpAddress address);

    /**
     * Checks whether all of another block lies in this one.
     *
     * @param block a block; one of the other family is never contained
     * @return true if this block equals or contains it
     */
    public final boolean contains(Cidr block) {
        Objects.requireNonNull(block, "block");
        if (family() != block.family() || prefixLength() > block.prefixLength()) {
            return false;
        }
        int rest = hostBits();
        return ((high() ^ block.high()) & ~Uint128.maskHigh(rest)) == 0
                && ((low() ^ block.low()) & ~Uint128.maskLow(rest)) == 0;
    }

    /**
     * Checks whether the blocks share an address.
     *
     * @param block a block
     * @return true if either contains the other
     */
    public final boolean overlaps(Cidr block) {
        Objects.requireNonNull(block, "block");
        return prefixLength() <= block.prefixLength() ? contains(block) : block.contains(this);
    }

    /**
     * Returns the address at an index.
     *
     * @param index 0 for the first address; negative from the end, -1 for the last
     * @return the address
     * @throws IndexOutOfBoundsException if the block has no such address
     */
    public final IpAddress nth(long index) {
        return nth(BigInteger.valueOf(index));
    }

    /**
     * Returns the address at an index.
     *
     * @param index 0 for the first address; negative from the end, -1 for the last
     * @return the address
     * @throws IndexOutOfBoundsException if the block has no such address
     */
    public final IpAddress nth(BigInteger index) {
        BigInteger offset = Objects.requireNonNull(index, "index").signum() < 0 ? index.add(size()) : index;
        if (offset.signum() < 0 || offset.bitLength() > hostBits()) {
            throw new IndexOutOfBoundsException(this + " has " + size() + " addresses, no index " + index);
        }
        return IpAddress.of(family(), high() | Uint128.high(offset), low() | Uint128.low(offset));
    }

    /**
     * Returns the index of an address in the block.
     *
     * @param address an address of the block
     * @return 0 for the first address
     * @throws IllegalArgumentException if the address is not in the block
     */
    public final BigInteger indexOf(IpAddress address) {
        if (!contains(address)) {
            throw new IllegalArgumentException(address + " is not in " + this);
        }
        return Uint128.toBigInteger(address.high() ^ high(), address.low() ^ low());
    }

    /**
     * Returns the block of a longer prefix at an index.
     *
     * @param prefixLength this block's length or more
     * @param index 0 for the first such block; negative from the end, -1 for the last
     * @return the block
     * @throws IllegalArgumentException if the length is out of range
     * @throws IndexOutOfBoundsException if this block has no such child
     */
    public final Cidr child(int prefixLength, long index) {
        return child(prefixLength, BigInteger.valueOf(index));
    }

    /**
     * Returns the block of a longer prefix at an index.
     *
     * @param prefixLength this block's length or more
     * @param index 0 for the first such block; negative from the end, -1 for the last
     * @return the block
     * @throws IllegalArgumentException if the length is out of range
     * @throws IndexOutOfBoundsException if this block has no such child
     */
    public final Cidr child(int prefixLength, BigInteger index) {
        Objects.requireNonNull(index, "index");
        checkLength(family(), prefixLength(), prefixLength);
        int newBits = prefixLength - prefixLength();
        BigInteger count = BigInteger.ONE.shiftLeft(newBits);
        BigInteger at = Objects.requireNonNull(index, "index").signum() < 0 ? index.add(count) : index;
        if (at.signum() < 0 || at.bitLength() > newBits) {
            throw new IndexOutOfBoundsException(
                    this + " has " + count + " blocks of length " + prefixLength + ", no index " + index);
        }
        BigInteger offset = at.shiftLeft(family().bits() - prefixLength);
        return containing(family(), high() | Uint128.high(offset), low() | Uint128.low(offset), prefixLength);
    }

    /**
     * Returns all blocks of a longer prefix, lowest first.
     *
     * @param prefixLength this block's length or more
     * @return the blocks, made one by one as the stream is read
     * @throws IllegalArgumentException if the length is out of range
     */
    public final Stream<Cidr> split(int prefixLength) {
        checkLength(family(), prefixLength(), prefixLength);
        Cidr first = containing(family(), high(), low(), prefixLength);
        Cidr last = containing(family(), lastHigh(), lastLow(), prefixLength);
        return Stream.concat(Stream.iterate(first, block -> !block.equals(last), Cidr::following), Stream.of(last));
    }

    /** The block of the same length behind this one, which must not end at the last address. */
    private Cidr following() {
        long low = lastLow() + 1;
        return containing(family(), low == 0 ? lastHigh() + 1 : lastHigh(), low, prefixLength());
    }

    /**
     * Returns the block of twice the size that contains this one.
     *
     * @return the parent, or empty for a block of length 0
     */
    public final Optional<Cidr> parent() {
        return prefixLength() == 0
                ? Optional.empty()
                : Optional.of(containing(family(), high(), low(), prefixLength() - 1));
    }

    /**
     * Returns the other half of the parent.
     *
     * @return the sibling, or empty for a block of length 0
     */
    public final Optional<Cidr> sibling() {
        if (prefixLength() == 0) {
            return Optional.empty();
        }
        int order = hostBits();
        long high = order < 64 ? high() : high() ^ 1L << (order - 64);
        long low = order < 64 ? low() ^ 1L << order : low();
        return Optional.of(containing(family(), high, low, prefixLength()));
    }

    /**
     * Compares by family, IPv4 first, then first address, then prefix length.
     *
     * @param other the other block
     * @return negative, zero or positive
     */
    @Override
    public final int compareTo(Cidr other) {
        Objects.requireNonNull(other, "other");
        int byFamily = family().compareTo(other.family());
        if (byFamily != 0) {
            return byFamily;
        }
        int byFirst = Uint128.compare(high(), low(), other.high(), other.low());
        return byFirst != 0 ? byFirst : Integer.compare(prefixLength(), other.prefixLength());
    }

    /**
     * Returns the text that {@link #parse} reads.
     *
     * @return the first address as in RFC 5952, a slash and the prefix length
     */
    @Override
    @JsonValue
    public final String toString() {
        return text();
    }

    /** The text of {@link #toString}, which is final so that frameworks find it in this public class. */
    abstract String text();
}
