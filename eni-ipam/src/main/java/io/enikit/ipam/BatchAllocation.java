package io.enikit.ipam;

import com.google.common.collect.ImmutableSortedMap;
import io.enikit.net.Cidr;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Objects;

/**
 * The blocks that one request got together.
 *
 * @param byOwner each allocation by its owner, sorted by owner
 * @param pool the pool after the allocations; the pool that was asked does not change
 */
public record BatchAllocation(Map<String, Allocation> byOwner, CidrPool pool) implements BatchResult {
    /**
     * Makes a batch; meant for pools only.
     *
     * @param byOwner each allocation by its owner
     * @param pool the pool with all of them taken
     */
    public BatchAllocation {
        byOwner = ImmutableSortedMap.copyOf(byOwner);
        Objects.requireNonNull(pool, "pool");
    }

    /**
     * Returns the block of an owner.
     *
     * @param owner a name of the request
     * @return the block
     * @throws NoSuchElementException if the request had no such name
     */
    public Cidr cidr(String owner) {
        Allocation allocation = byOwner.get(Objects.requireNonNull(owner, "owner"));
        if (allocation == null) {
            throw new NoSuchElementException("the batch has no owner " + owner);
        }
        return allocation.cidr();
    }

    @Override
    public BatchAllocation orElseThrow() {
        return this;
    }

    /**
     * Returns the blocks by owner.
     *
     * @return for example {@code {db=10.0.0.0/24 #1 db, web=10.0.1.0/24 #2 web}}
     */
    @Override
    public String toString() {
        return byOwner.toString();
    }
}
