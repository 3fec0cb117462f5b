package io.enikit.net;

import java.math.BigInteger;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The free part of a block, from which aligned blocks are taken and to which they are given back.
 *
 * <p>A free space is immutable: {@link #take} and {@link #give} return a new one and leave the old one as it was. It
 * is canonical: spaces with the same block and the same free addresses are equal, whatever was taken and given before.
 * It knows no owners and no policy beyond {@link #lowest}, {@link #highest} and {@link #bestFit}.
 */
public final class FreeSpace {
    private final Cidr block;
    private final FreeNode root;

    /** How many addresses are taken, modulo 2^128: ::/0 has that many, and the root tells all from none. */
    private final long takenHigh;

    private final long takenLow;

    private FreeSpace(Cidr block, FreeNode root, long takenHigh, long takenLow) {
        this.block = block;
        this.root = root;
        this.takenHigh = takenHigh;
        this.takenLow = takenLow;
    }

    /**
     * Returns a block that is free as a whole.
     *
     * @param block the block
     * @return the free space
     */
    public static FreeSpace of(Cidr block) {
        Objects.requireNonNull(block, "block");
        return new FreeSpace(block, FreeNode.uppermost(block.hostBits(), true), 0, 0);
    }

    /**
     * Returns a block of which some addresses are free.
     *
     * @param block the block
     * @param free the free addresses; those outside the block do not count
     * @return the free space
     */
    public static FreeSpace of(Cidr block, IpSet free) {
        Objects.requireNonNull(block, "block");
        Objects.requireNonNull(free, "free");
        FreeSpace space = FreeSpace.of(block).take(block);
        for (Cidr part : IpSet.of(block).intersect(free).cidrs()) {
            space = space.give(part);
        }
        return space;
    }

    /**
     * Returns the block this is the free part of.
     *
     * @return the block
     */
    public Cidr block() {
        return block;
    }

    /**
     * Returns the lowest free block of a length.
     *
     * @param prefixLength the length, not shorter than the whole block's
     * @return the block, or empty if none of that length is free
     * @throws IllegalArgumentException if the length is out of range
     */
    public Optional<Cidr> lowest(int prefixLength) {
        return Optional.ofNullable(FreeSearch.lowest(root, block, order(prefixLength)));
    }

    /**
     * Returns the highest free block of a length.
     *
     * @param prefixLength the length, not shorter than the whole block's
     * @return the block, or empty if none of that length is free
     * @throws IllegalArgumentException if the length is out of range
     */
    public Optional<Cidr> highest(int prefixLength) {
        return Optional.ofNullable(FreeSearch.highest(root, block, order(prefixLength)));
    }

    /**
     * Returns the block of a length that breaks up the least.
     *
     * @param prefixLength the length, not shorter than the whole block's
     * @return the lowest part of the smallest free block that is large enough, the lowest of these, or empty
     * @throws IllegalArgumentException if the length is out of range
     */
    public Optional<Cidr> bestFit(int prefixLength) {
        return Optional.ofNullable(FreeSearch.bestFit(root, block, order(prefixLength)));
    }

    private int order(int prefixLength) {
        Cidr.checkLength(block.family(), block.prefixLength(), prefixLength);
        return block.family().bits() - prefixLength;
    }

    /**
     * Takes a free block out.
     *
     * @param taken the block
     * @return the space without it
     * @throws IllegalArgumentException if the block is not wholly free
     */
    public FreeSpace take(Cidr taken) {
        FreeSpace changed = change(Objects.requireNonNull(taken, "taken"), false);
        if (changed == null) {
            throw new IllegalArgumentException(taken + " is not wholly free in " + block);
        }
        return changed;
    }

    /**
     * Gives a taken block back.
     *
     * @param given the block
     * @return the space with it
     * @throws IllegalArgumentException if the block is not wholly inside and taken
     */
    public FreeSpace give(Cidr given) {
        FreeSpace changed = change(Objects.requireNonNull(given, "given"), true);
        if (changed == null) {
            throw new IllegalArgumentException(given + " is not wholly taken in " + block);
        }
        return changed;
    }

    private @Nullable FreeSpace change(Cidr part, boolean free) {
        int order = part.hostBits();
        long atHigh = part.high() ^ block.high();
        long atLow = part.low() ^ block.low();
        int bits = block.hostBits();
        if (part.family() != block.family()
                || order > bits
                || ((atHigh & ~Uint128.maskHigh(bits)) | (atLow & ~Uint128.maskLow(bits))) != 0) {
            return null;
        }
        FreeNode changed = root.change(atHigh, atLow, order, free);
        if (changed == null) {
            return null;
        }
        long countHigh = order < 64 || order == 128 ? 0 : 1L << (order - 64);
        long countLow = order < 64 ? 1L << order : 0;
        long low = free ? takenLow - countLow : takenLow + countLow;
        long carry = Long.compareUnsigned(free ? takenLow : low, countLow) < 0 ? 1 : 0;
        long high = free ? takenHigh - countHigh - carry : takenHigh + countHigh + carry;
        return new FreeSpace(block, changed, high, low);
    }

    /**
     * Checks whether all addresses of a block are free.
     *
     * @param part the block
     * @return true if it is inside and wholly free
     */
    public boolean isFree(Cidr part) {
        return block.contains(Objects.requireNonNull(part, "part"))
                && root.isFree(part.high() ^ block.high(), part.low() ^ block.low(), part.hostBits());
    }

    /**
     * Checks whether an address is free.
     *
     * @param address the address
     * @return true if it is inside and free
     */
    public boolean isFree(IpAddress address) {
        return block.contains(address) && root.isFree(address.high() ^ block.high(), address.low() ^ block.low(), 0);
    }

    /**
     * Checks whether nothing is free.
     *
     * @return true if every address is taken
     */
    public boolean isEmpty() {
        return root.isEmpty();
    }

    /**
     * Returns how many addresses are free.
     *
     * @return the exact number, 0 to the size of the block
     */
    public BigInteger size() {
        return root.isEmpty() ? BigInteger.ZERO : block.size().subtract(Uint128.toBigInteger(takenHigh, takenLow));
    }

    /**
     * Returns the largest free block.
     *
     * @return the lowest of the largest aligned free blocks, or empty if nothing is free
     */
    public Optional<Cidr> largest() {
        return Optional.ofNullable(FreeSearch.largest(root, block));
    }

    /**
     * Returns how many free blocks of a length fit at once.
     *
     * @param prefixLength the length, not shorter than the whole block's
     * @return the number of aligned blocks of that length which are wholly free, in time proportional to the fragments
     * @throws IllegalArgumentException if the length is out of range
     */
    public BigInteger countOf(int prefixLength) {
        int order = order(prefixLength);
        long[] counts = new long[129];
        root.count(counts);
        BigInteger count = BigInteger.ZERO;
        for (int k = order; k <= block.hostBits(); k++) {
            count = count.add(BigInteger.valueOf(counts[k]).shiftLeft(k - order));
        }
        return count;
    }

    /**
     * Returns the free addresses in a part of the block.
     *
     * @param part a block, which need not be inside
     * @return a set inside the part and the block, in time proportional to its fragments
     */
    public IpSet freeIn(Cidr part) {
        Objects.requireNonNull(part, "part");
        if (part.contains(block)) {
            return toIpSet();
        }
        if (!block.contains(part)) {
            return IpSet.empty();
        }
        IpSetSteps free = new IpSetSteps(4);
        root.addTo(free, block.family(), block.high(), block.low(), part);
        return free.build().intersect(IpSet.of(part));
    }

    /**
     * Returns the free addresses.
     *
     * @return a set inside the block
     */
    public IpSet toIpSet() {
        IpSetSteps free = new IpSetSteps(4);
        root.addTo(free, block.family(), block.high(), block.low(), block);
        return free.build();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof FreeSpace that && block.equals(that.block) && root.equals(that.root);
    }

    @Override
    public int hashCode() {
        return (block.hashCode() * 31 + Long.hashCode(takenHigh * 31 + takenLow)) * 31 + root.full;
    }

    /**
     * Returns the block and what of it is free.
     *
     * @return for example {@code 10.0.0.0/24: 10.0.0.16-10.0.0.255 free}
     */
    @Override
    public String toString() {
        return block + ": " + (isEmpty() ? "nothing" : toIpSet()) + " free";
    }
}
