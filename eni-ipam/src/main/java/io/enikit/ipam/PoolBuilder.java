package io.enikit.ipam;

import io.enikit.net.Cidr;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Builds a pool from grants that are known, for example from the rows of a database.
 *
 * <p>Blocks, settings and reservations are those of the pool it began with. Each call checks at once what it is given.
 *
 * <pre>{@code
 * CidrPool empty = CidrPool.of(Cidr.parse("10.0.0.0/16"));
 * CidrPool pool = empty.toBuilder()
 *     .addAllocation(Cidr.parse("10.0.4.0/24"), "web", "", 7)
 *     .sequence(9)
 *     .build();
 * pool.allocations();                              // [10.0.4.0/24 #7 web]
 * }</pre>
 */
public final class PoolBuilder {
    private final CidrPool start;
    private Holdings holdings;
    private long sequence;
    private @Nullable Set<Long> used;

    PoolBuilder(CidrPool start) {
        this.start = start;
        this.holdings = start.holdings();
        this.sequence = start.sequence();
    }

    /**
     * Adds a grant.
     *
     * @param cidr a block inside one of the pool's, not granted; it may be reserved, but not contain an address that
     *     {@link ReservedAddresses} keep at the ends of the blocks
     * @param owner whose it is, or an empty text for nobody in particular
     * @param key which of the owner's blocks it is, or an empty text
     * @param number the number of the grant, at least 1, that of no other grant; if it is greater than the
     *     {@link #sequence} so far, it becomes that
     * @return this
     * @throws IllegalArgumentException if the pool could not hold that grant; the message says why
     */
    public PoolBuilder addAllocation(Cidr cidr, String owner, String key, long number) {
        Grant grant = Grant.of(
                Objects.requireNonNull(cidr, "cidr"),
                Objects.requireNonNull(owner, "owner"),
                Objects.requireNonNull(key, "key"),
                number);
        String fault = faultOf(grant);
        if (fault != null) {
            throw new IllegalArgumentException(grant.describe() + ": " + fault);
        }
        addNumber(number);
        holdings = holdings.plusOverReservations(grant);
        return this;
    }

    private @Nullable String faultOf(Grant grant) {
        if (holdings.space().blockAround(grant.cidr()) == null) {
            return "not in " + PoolSpace.join(start.blocks());
        }
        List<Grant> others = holdings.ledger().overlapping(grant.cidr());
        if (!others.isEmpty()) {
            return "overlaps " + others.get(0).describe();
        }
        if (!holdings.space().isFree(grant.cidr()) && holdings.marks().endsOverlap(grant.cidr())) {
            return "contains addresses reserved by " + start.reservedAddresses();
        }
        if (grant.isAnonymous()) {
            return grant.key().isEmpty() ? null : "a key needs an owner";
        }
        Grant held = holdings.ledger().ownedBy(grant.owner(), grant.key());
        return held == null ? null : grant.holder() + " holds " + held.cidr() + " already";
    }

    private void addNumber(long number) {
        if (number < 1) {
            throw new IllegalArgumentException("the number of a grant must be at least 1: " + number);
        }
        if (number <= sequence && !used().add(number)) {
            throw new IllegalArgumentException("number " + number + " is that of another grant");
        }
        if (number > sequence) {
            if (used != null) {
                used.add(number);
            }
            sequence = number;
        }
    }

    private Set<Long> used() {
        if (used == null) {
            used = new HashSet<>();
            for (Grant grant : holdings.ledger().all()) {
                used.add(grant.sequence());
            }
        }
        return used;
    }

    /**
     * Removes a grant.
     *
     * @param cidr exactly its block
     * @param number its number
     * @return this
     * @throws IllegalArgumentException if there is no such grant
     */
    public PoolBuilder removeAllocation(Cidr cidr, long number) {
        Grant held = holdings.ledger().get(Objects.requireNonNull(cidr, "cidr"));
        if (held == null || held.sequence() != number) {
            throw new IllegalArgumentException(
                    "not held: " + cidr + " #" + number + (held == null ? "" : "; held is " + held.describe()));
        }
        holdings = holdings.minus(held);
        if (used != null) {
            used.remove(number);
        }
        return this;
    }

    /**
     * Sets how many blocks were granted so far, released ones included.
     *
     * @param number at least the number of each grant
     * @return this
     * @throws IllegalArgumentException if a grant has a greater number
     */
    public PoolBuilder sequence(long number) {
        if (number < 0) {
            throw new IllegalArgumentException("the sequence must not be negative: " + number);
        }
        if (number < sequence) {
            for (Grant grant : holdings.ledger().all()) {
                if (grant.sequence() > number) {
                    throw new IllegalArgumentException(
                            "the sequence must be at least the number of " + grant.describe() + ": " + number);
                }
            }
        }
        sequence = number;
        return this;
    }

    /**
     * Returns the pool.
     *
     * @return a pool equal to one in which those blocks were granted
     */
    public CidrPool build() {
        return start.with(holdings, sequence);
    }
}
