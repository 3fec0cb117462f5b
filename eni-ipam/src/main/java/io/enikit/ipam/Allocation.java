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
    private final Grant grant;
    private final CidrPool pool;

    Allocation(Grant grant, CidrPool pool) {
        this.grant = grant;
        this.pool = pool;
    }

    /** {@return the block} */
    public Cidr cidr() {
        return grant.cidr();
    }

    /** {@return the pool with the block taken; the pool that was asked is unchanged} */
    public CidrPool pool() {
        return pool;
    }

    /** {@return whose the block is, or an empty text if the request named nobody} */
    public String owner() {
        return grant.owner();
    }

    /** {@return which of the owner's blocks it is, or an empty text if the request had no key} */
    public String key() {
        return grant.key();
    }

    /** {@return the number of the grant, 1 for the first of a pool} */
    public long sequence() {
        return grant.sequence();
    }

    Grant grant() {
        return grant;
    }

    @Override
    public Allocation orElseThrow() {
        return this;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return this == other
                || (other instanceof Allocation that && grant.equals(that.grant) && pool.equals(that.pool));
    }

    @Override
    public int hashCode() {
        return Objects.hash(grant, pool);
    }

    /**
     * Returns the block, its number, its owner and its key.
     *
     * @return for example {@code 10.0.0.0/24 #1 web}, or {@code 10.0.0.0/24 #1 web [blue]} with a key
     */
    @Override
    public String toString() {
        return grant.describe();
    }
}
