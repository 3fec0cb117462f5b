package io.enikit.net;

import java.math.BigInteger;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
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
    private final IpSet free;

    private FreeSpace(Cidr block, IpSet free) {
        this.block = block;
        this.free = free;
    }

    /**
     * Returns a block that is free as a whole.
     *
     * @param block the block
     * @return the free space
     */
    public static FreeSpace of(Cidr block) {
        return new FreeSpace(block, IpSet.of(block));
    }

    /**
     * Returns a block of which some addresses are free.
     *
     * @param block the block
     * @param free the free addresses; those outside the block do not count
     * @return the free space
     */
    public static FreeSpace of(Cidr block, IpSet free) {
        return new FreeSpace(block, IpSet.of(block).intersect(free));
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
        return fitting(prefixLength).findFirst().map(fit -> fit.child(prefixLength, 0));
    }

    /**
     * Returns the highest free block of a length.
     *
     * @param prefixLength the length, not shorter than the whole block's
     * @return the block, or empty if none of that length is free
     * @throws IllegalArgumentException if the length is out of range
     */
    public Optional<Cidr> highest(int prefixLength) {
        return fitting(prefixLength).reduce((a, b) -> b).map(fit -> fit.child(prefixLength, -1));
    }

    /**
     * Returns the block of a length that breaks up the least.
     *
     * @param prefixLength the length, not shorter than the whole block's
     * @return the lowest part of the smallest free block that is large enough, the lowest of these, or empty
     * @throws IllegalArgumentException if the length is out of range
     */
    public Optional<Cidr> bestFit(int prefixLength) {
        return fitting(prefixLength)
                .min(Comparator.comparing(Cidr::prefixLength).reversed())
                .map(fit -> fit.child(prefixLength, 0));
    }

    private Stream<Cidr> fitting(int prefixLength) {
        Cidr.checkLength(block.family(), block.prefixLength(), prefixLength);
        return free.cidrs().stream().filter(candidate -> candidate.prefixLength() <= prefixLength);
    }

    /**
     * Takes a free block out.
     *
     * @param taken the block
     * @return the space without it
     * @throws IllegalArgumentException if the block is not wholly free
     */
    public FreeSpace take(Cidr taken) {
        if (!isFree(taken)) {
            throw new IllegalArgumentException(taken + " is not wholly free in " + block);
        }
        return new FreeSpace(block, free.subtract(IpSet.of(taken)));
    }

    /**
     * Gives a taken block back.
     *
     * @param given the block
     * @return the space with it
     * @throws IllegalArgumentException if the block is not wholly inside and taken
     */
    public FreeSpace give(Cidr given) {
        if (!block.contains(given) || free.overlaps(IpSet.of(given))) {
            throw new IllegalArgumentException(given + " is not wholly taken in " + block);
        }
        return new FreeSpace(block, free.union(IpSet.of(given)));
    }

    /**
     * Checks whether all addresses of a block are free.
     *
     * @param part the block
     * @return true if it is inside and wholly free
     */
    public boolean isFree(Cidr part) {
        return free.contains(part);
    }

    /**
     * Checks whether an address is free.
     *
     * @param address the address
     * @return true if it is inside and free
     */
    public boolean isFree(IpAddress address) {
        return free.contains(address);
    }

    /**
     * Checks whether nothing is free.
     *
     * @return true if every address is taken
     */
    public boolean isEmpty() {
        return free.isEmpty();
    }

    /**
     * Returns how many addresses are free.
     *
     * @return the exact number, 0 to the size of the block
     */
    public BigInteger size() {
        return free.size();
    }

    /**
     * Returns the largest free block.
     *
     * @return the lowest of the largest aligned free blocks, or empty if nothing is free
     */
    public Optional<Cidr> largest() {
        List<Cidr> blocks = free.cidrs();
        return blocks.stream().min(Comparator.comparing(Cidr::prefixLength));
    }

    /**
     * Returns how many free blocks of a length fit at once.
     *
     * @param prefixLength the length, not shorter than the whole block's
     * @return the number of aligned blocks of that length which are wholly free
     * @throws IllegalArgumentException if the length is out of range
     */
    public BigInteger countOf(int prefixLength) {
        return fitting(prefixLength)
                .map(fit -> BigInteger.ONE.shiftLeft(prefixLength - fit.prefixLength()))
                .reduce(BigInteger.ZERO, BigInteger::add);
    }

    /**
     * Returns the free addresses.
     *
     * @return a set inside the block
     */
    public IpSet toIpSet() {
        return free;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof FreeSpace that && block.equals(that.block) && free.equals(that.free);
    }

    @Override
    public int hashCode() {
        return Objects.hash(block, free);
    }

    /**
     * Returns the block and what of it is free.
     *
     * @return for example {@code 10.0.0.0/24: 10.0.0.16-10.0.0.255 free}
     */
    @Override
    public String toString() {
        return block + ": " + (free.isEmpty() ? "nothing" : free) + " free";
    }
}
