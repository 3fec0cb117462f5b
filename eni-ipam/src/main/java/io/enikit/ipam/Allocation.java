package io.enikit.ipam;

import io.enikit.net.Cidr;
import java.util.Objects;

/**
 * A block that was granted, and the pool in which it is held.
 *
 * <p>The sequence number tells this grant from every earlier grant of the same block, so that an allocation which was
 * released, and perhaps granted anew, cannot be released once more.
 *
 * @param cidr the block
 * @param pool the pool with the block taken; the pool that was asked is unchanged
 * @param owner whose the block is, or an empty text if the request named nobody
 * @param sequence the number of the grant, 1 for the first of a pool
 */
public record Allocation(Cidr cidr, CidrPool pool, String owner, long sequence) implements AllocationResult {
    /**
     * Makes an allocation; only a pool has a use for this.
     *
     * @param cidr the block
     * @param pool the pool with the block taken
     * @param owner whose the block is, or an empty text
     * @param sequence the number of the grant
     */
    public Allocation {
        Objects.requireNonNull(cidr, "cidr");
        Objects.requireNonNull(pool, "pool");
        Objects.requireNonNull(owner, "owner");
    }

    @Override
    public Allocation orElseThrow() {
        return this;
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
