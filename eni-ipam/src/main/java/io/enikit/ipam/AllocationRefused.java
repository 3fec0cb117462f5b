package io.enikit.ipam;

import com.google.common.collect.ImmutableList;
import io.enikit.net.Cidr;
import io.enikit.net.IpSet;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Why a pool granted nothing, in numbers.
 *
 * <p>Nothing has changed when this is the answer. The numbers are worked out when they are asked for, so that being
 * refused by a full pool is as quick as being granted a block.
 */
public final class AllocationRefused implements AllocationResult {
    /**
     * The kind of reason.
     *
     * <p>Later versions may add constants.
     */
    public enum Cause {
        /** No free block is large enough, or not all fit. */
        NO_ROOM,
        /** The block that was asked for shares an address with an allocation. */
        ALLOCATED,
        /** The block that was asked for contains reserved addresses, and no allocated ones. */
        RESERVED,
        /** The block that was asked for lies in none of the pool's. */
        OUTSIDE,
        /** The owner holds another block already, under the same key. */
        OWNER_HOLDS_ANOTHER
    }

    private final CidrPool pool;
    private final Cause cause;
    private final ImmutableList<Integer> needed;
    private final @Nullable Cidr wanted;
    private final @Nullable Grant held;

    private AllocationRefused(
            CidrPool pool, Cause cause, ImmutableList<Integer> needed, @Nullable Cidr wanted, @Nullable Grant held) {
        this.pool = pool;
        this.cause = cause;
        this.needed = needed;
        this.wanted = wanted;
        this.held = held;
    }

    static AllocationRefused noRoom(CidrPool pool, ImmutableList<Integer> needed) {
        return new AllocationRefused(pool, Cause.NO_ROOM, needed, null, null);
    }

    static AllocationRefused notFree(CidrPool pool, Cidr wanted) {
        Cause cause;
        if (pool.space().blockAround(wanted) == null) {
            cause = Cause.OUTSIDE;
        } else {
            cause = pool.ledger().overlapping(wanted).isEmpty() ? Cause.RESERVED : Cause.ALLOCATED;
        }
        return new AllocationRefused(pool, cause, ImmutableList.of(wanted.prefixLength()), wanted, null);
    }

    static AllocationRefused ownerHoldsAnother(CidrPool pool, Grant held, int prefixLength, @Nullable Cidr wanted) {
        return new AllocationRefused(pool, Cause.OWNER_HOLDS_ANOTHER, ImmutableList.of(prefixLength), wanted, held);
    }

    /** The same refusal by the pool a batch began with. */
    AllocationRefused in(CidrPool other) {
        return new AllocationRefused(other, cause, needed, wanted, held);
    }

    /**
     * Returns the kind of reason.
     *
     * @return the cause
     */
    public Cause cause() {
        return cause;
    }

    /**
     * Returns the lengths of the blocks that were asked for and not held yet.
     *
     * @return prefix lengths, the largest block first
     */
    public List<Integer> needed() {
        return needed;
    }

    /**
     * Returns the largest block that could have been granted.
     *
     * @return a block, or empty if nothing is free
     */
    public Optional<Cidr> largestFree() {
        return pool.largestFree();
    }

    /**
     * Returns how many addresses are free.
     *
     * @return the exact number
     */
    public BigInteger freeAddresses() {
        return pool.space().size();
    }

    /**
     * Returns in how many pieces the free addresses lie.
     *
     * @return the number of free aligned blocks, each as large as it can be
     */
    public int freeFragments() {
        return pool.space().cidrs().size();
    }

    /**
     * Returns allocations whose release would make room.
     *
     * @return the fewest that will do if one block was asked for, some that will do if several were; empty if the
     *     refusal is no matter of room or no release helps
     */
    public List<Allocation> releasesThatMakeRoom() {
        List<Grant> grants = switch (cause) {
            case NO_ROOM -> BlockingGrants.byReleasing(pool, needed);
            case ALLOCATED -> BlockingGrants.byReleasing(pool, Objects.requireNonNull(wanted));
            case RESERVED, OUTSIDE, OWNER_HOLDS_ANOTHER -> List.of();
        };
        return grants.stream().map(pool::allocation).collect(ImmutableList.toImmutableList());
    }

    /**
     * Returns the reason in words and numbers.
     *
     * @return for example {@code needs a /24; the largest free block is 10.0.0.128/25, 192 addresses are free in 2
     *     fragments; releasing 10.0.0.0/25 #1 web would make room}
     */
    public String reason() {
        return switch (cause) {
            case NO_ROOM -> describeNeeded() + "; " + describeFree() + describeReleases();
            case ALLOCATED -> wanted + " is allocated: " + join(overlapping()) + describeReleases();
            case RESERVED -> wanted + " is reserved: " + reservedPart();
            case OUTSIDE -> wanted + " is not in " + PoolSpace.join(pool.blocks());
            case OWNER_HOLDS_ANOTHER -> {
                Grant grant = Objects.requireNonNull(held);
                yield grant.holder() + " holds " + grant.cidr() + " and cannot have "
                        + (wanted == null ? "a /" + needed.get(0) : wanted) + " as well";
            }
        };
    }

    private String describeNeeded() {
        if (needed.size() == 1) {
            return "needs a /" + needed.get(0);
        }
        Map<Integer, Long> counts =
                needed.stream().collect(Collectors.groupingBy(length -> length, TreeMap::new, Collectors.counting()));
        return "needs "
                + counts.entrySet().stream()
                        .map(count -> count.getValue() + " of /" + count.getKey())
                        .collect(Collectors.joining(", "));
    }

    private String describeFree() {
        return largestFree()
                .map(largest -> {
                    int fragments = freeFragments();
                    return "the largest free block is " + largest + ", " + freeAddresses() + " addresses are free in "
                            + fragments + (fragments == 1 ? " fragment" : " fragments");
                })
                .orElse("nothing is free");
    }

    private String describeReleases() {
        List<Allocation> releases = releasesThatMakeRoom();
        return releases.isEmpty() ? "" : "; releasing " + join(releases) + " would make room";
    }

    private List<Allocation> overlapping() {
        List<Allocation> overlapping = new ArrayList<>();
        pool.ledger()
                .overlapping(Objects.requireNonNull(wanted))
                .forEach(grant -> overlapping.add(pool.allocation(grant)));
        return overlapping;
    }

    private IpSet reservedPart() {
        return pool.reserved().intersect(IpSet.of(Objects.requireNonNull(wanted)));
    }

    private static String join(List<Allocation> allocations) {
        return allocations.stream().map(Allocation::toString).collect(Collectors.joining(", "));
    }

    /**
     * Throws, for there is no allocation.
     *
     * @return never
     * @throws AllocationRefusedException always, with the reason
     */
    @Override
    public Allocation orElseThrow() {
        throw new AllocationRefusedException(ImmutableList.of(reason()));
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof AllocationRefused that
                && cause == that.cause
                && needed.equals(that.needed)
                && Objects.equals(wanted, that.wanted)
                && Objects.equals(held, that.held)
                && pool.equals(that.pool);
    }

    @Override
    public int hashCode() {
        return Objects.hash(cause, needed, wanted, held);
    }

    /**
     * Returns the reason.
     *
     * @return the same as {@link #reason}
     */
    @Override
    public String toString() {
        return "refused: " + reason();
    }
}
