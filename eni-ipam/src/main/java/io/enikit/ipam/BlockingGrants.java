package io.enikit.ipam;

import io.enikit.net.Cidr;
import io.enikit.net.IpSet;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds the allocations that block a request. */
final class BlockingGrants {
    private static final Comparator<List<Grant>> FEWEST_THEN_SMALLEST =
            Comparator.<List<Grant>>comparingInt(List::size).thenComparing(BlockingGrants::size);

    private BlockingGrants() {}

    /** Returns the grants in a block; none if a part of the block is reserved, as releasing would not help. */
    static List<Grant> byReleasing(CidrPool pool, Cidr wanted) {
        return pool.reserved().overlaps(IpSet.of(wanted))
                ? List.of()
                : pool.ledger().overlapping(wanted);
    }

    /**
     * Returns grants to release so that blocks of the given lengths, largest first, fit.
     *
     * <p>One block needs the fewest grants, of these the smallest, of these the lowest. Several blocks are placed one
     * after the other in a copy of the pool, releasing where the next one does not fit.
     */
    static List<Grant> byReleasing(CidrPool pool, List<Integer> prefixLengths) {
        List<Grant> released = new ArrayList<>();
        CidrPool trial = pool;
        for (int prefixLength : prefixLengths) {
            AllocationResult result = trial.allocate(prefixLength);
            if (result instanceof AllocationRefused) {
                List<Grant> grants = forOne(trial, prefixLength, pool.sequence());
                if (grants == null) {
                    return List.of();
                }
                released.addAll(grants);
                for (Grant grant : grants) {
                    trial = trial.release(trial.allocation(grant));
                }
                result = trial.allocate(prefixLength);
            }
            trial = result.orElseThrow().pool();
        }
        return released;
    }

    /** Returns the best grants to release for one block, none of them later than the sequence; or null. */
    private static @Nullable List<Grant> forOne(CidrPool pool, int prefixLength, long sequence) {
        List<Grant> best = null;
        List<Grant> together = new ArrayList<>();
        Cidr around = null;
        for (Grant grant : pool.ledger().all()) {
            Cidr candidate = grant.cidr().prefixLength() <= prefixLength
                    ? grant.cidr()
                    : Cidr.containing(grant.cidr().first(), prefixLength);
            if (!candidate.equals(around)) {
                best = better(best, together, around, pool, prefixLength, sequence);
                together = new ArrayList<>();
                around = candidate;
            }
            together.add(grant);
        }
        return better(best, together, around, pool, prefixLength, sequence);
    }

    private static @Nullable List<Grant> better(
            @Nullable List<Grant> best,
            List<Grant> together,
            @Nullable Cidr around,
            CidrPool pool,
            int prefixLength,
            long sequence) {
        if (around == null
                || (best != null && FEWEST_THEN_SMALLEST.compare(best, together) <= 0)
                || together.stream().anyMatch(grant -> grant.sequence() > sequence)
                || pool.space().blockAround(around) == null) {
            return best;
        }
        IpSet usable = IpSet.of(around).subtract(pool.reserved());
        boolean fits = usable.cidrs().stream().anyMatch(cidr -> cidr.prefixLength() <= prefixLength);
        return fits ? together : best;
    }

    private static BigInteger size(List<Grant> grants) {
        return grants.stream().map(grant -> grant.cidr().size()).reduce(BigInteger.ZERO, BigInteger::add);
    }
}
