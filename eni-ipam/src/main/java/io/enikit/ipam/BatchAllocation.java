package io.enikit.ipam;

import com.google.common.collect.ImmutableSortedMap;
import io.enikit.internal.VisibleText;
import io.enikit.net.Cidr;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Blocks that were granted together. */
public final class BatchAllocation implements BatchResult {
    private final ImmutableSortedMap<String, Allocation> byOwner;
    private final CidrPool pool;

    BatchAllocation(Map<String, Allocation> byOwner, CidrPool pool) {
        this.byOwner = ImmutableSortedMap.copyOf(byOwner);
        this.pool = pool;
    }

    /** {@return each allocation by its owner, sorted by owner} */
    public Map<String, Allocation> byOwner() {
        return byOwner;
    }

    /** {@return the pool with all of them taken; the pool that was asked is unchanged} */
    public CidrPool pool() {
        return pool;
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

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof BatchAllocation that && byOwner.equals(that.byOwner) && pool.equals(that.pool);
    }

    @Override
    public int hashCode() {
        return Objects.hash(byOwner, pool);
    }

    /**
     * Returns the blocks by owner.
     *
     * @return for example {@code {db=10.0.0.0/24 #1 db, web=10.0.1.0/24 #2 web}}
     */
    @Override
    public String toString() {
        return VisibleText.of(byOwner.toString());
    }
}
