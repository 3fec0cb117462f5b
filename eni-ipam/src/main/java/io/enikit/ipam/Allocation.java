package io.enikit.ipam;

import io.enikit.net.Cidr;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A block that was granted, and the pool in which it is held.
 *
 * <p>The sequence number tells this grant from every earlier grant of the same block, so that an allocation which was
 * released, and perhaps granted anew, cannot be released once more.
 */
public final class Allocation implements AllocationResult {
    private final Cidr cidr;
    private final CidrPool pool;
    private final String owner;
    private final long sequence;

    Allocation(Cidr cidr, CidrPool pool, String owner, long sequence) {
        this.cidr = Objects.requireNonNull(cidr, "cidr");
        this.pool = Objects.requireNonNull(pool, "pool");
        this.owner = Objects.requireNonNull(owner, "owner");
        this.sequence = sequence;
    }

    /** {@return the block} */
    public Cidr cidr() {
        return cidr;
    }

    /** {@return the pool with the block taken; the pool that was asked is unchanged} */
    public CidrPool pool() {
        return pool;
    }

    /** {@return whose the block is, or an empty text if the request named nobody} */
    public String owner() {
        return owner;
    }

    /** {@return the number of the grant, 1 for the first of a pool} */
    public long sequence() {
        return sequence;
    }

    @Override
    public Allocation orElseThrow() {
        return this;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Allocation that
                && cidr.equals(that.cidr)
                && pool.equals(that.pool)
                && owner.equals(that.owner)
                && sequence == that.sequence;
    }

    @Override
    public int hashCode() {
        return Objects.hash(cidr, pool, owner, sequence);
    }

    /**
     * Returns the block, its number and its owner.
     *
     * @return for example {@code 10.0.0.0/24 #1 web}
     */
    @Override
    public String toString() {
        return cidr + " #" + sequence + (owner.isEmpty() ? "" : " " + owner);
    }
}
