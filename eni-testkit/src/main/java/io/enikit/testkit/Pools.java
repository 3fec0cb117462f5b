package io.enikit.testkit;

import io.enikit.ipam.Allocation;
import io.enikit.ipam.AllocationResult;
import io.enikit.ipam.CidrPool;
import io.enikit.ipam.Placement;
import io.enikit.net.Cidr;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Makes up pools with a history: blocks granted to owners or to nobody, released again, and reserved.
 *
 * <pre>{@code
 * CidrPool pool = Pools.pool(42);
 * }</pre>
 */
public final class Pools {
    private static final int MOST_STEPS = 20;

    private Pools() {}

    /**
     * Makes a pool.
     *
     * @param seed any number; the same seed gives the same pool
     * @return the pool
     */
    public static CidrPool pool(long seed) {
        Choice choice = new Choice(seed);
        CidrPool pool = CidrPool.of(blocks(choice)).withPlacement(choice.of(Placement.values()));
        int steps = choice.between(0, MOST_STEPS);
        for (int i = 0; i < steps; i++) {
            pool = step(pool, choice);
        }
        return pool;
    }

    /** Returns one to three blocks, those side by side included. */
    static Cidr[] blocks(Choice choice) {
        List<Cidr> blocks = Stream.of("10.0.0.0/16", "10.1.0.0/16", "10.4.0.0/20")
                .map(Cidr::parse)
                .toList();
        return blocks.subList(0, choice.percent(60) ? 1 : choice.between(1, blocks.size()))
                .toArray(Cidr[]::new);
    }

    private static CidrPool step(CidrPool pool, Choice choice) {
        int verb = choice.between(0, 9);
        int length = choice.percent(70) ? 24 : choice.between(17, 32);
        if (verb < 2) {
            Optional<Allocation> released = choice.any(pool.allocations());
            return released.map(pool::release).orElse(pool);
        } else if (verb == 2) {
            return reserved(pool, choice);
        } else if (verb < 6) {
            return after(pool, pool.allocate("owner" + choice.between(1, 9), length));
        }
        return after(pool, pool.allocate(length));
    }

    private static CidrPool after(CidrPool pool, AllocationResult result) {
        return result instanceof Allocation allocation ? allocation.pool() : pool;
    }

    private static CidrPool reserved(CidrPool pool, Choice choice) {
        Cidr cidr = pool.blocks().get(0).child(24, choice.between(0, 15));
        return pool.reservations().stream().anyMatch(cidr::overlaps) ? pool : pool.reserve(cidr);
    }

    /** Finds pools with less: without a grant, a reservation, a block, or the history. */
    static Stream<CidrPool> simpler(CidrPool pool) {
        List<Allocation> all = pool.allocations();
        return Stream.of(
                        Parts.of(all).map(part -> without(pool, part)),
                        pool.reservations().stream().map(pool::unreserve),
                        Stream.of(anew(pool, pool.blocks().subList(0, 1)), anew(pool, pool.blocks())),
                        all.stream().map(each -> plainer(pool, each)))
                .flatMap(pools -> pools);
    }

    private static CidrPool without(CidrPool pool, Collection<Allocation> allocations) {
        CidrPool left = pool;
        for (Allocation allocation : allocations) {
            left = left.release(allocation);
        }
        return left;
    }

    /** The same grants in blocks, numbered from 1. */
    private static CidrPool anew(CidrPool pool, List<Cidr> blocks) {
        CidrPool anew = CidrPool.of(blocks.toArray(Cidr[]::new));
        for (Allocation each : pool.allocations()) {
            anew = after(
                    anew,
                    each.owner().isEmpty() ? anew.allocate(each.cidr()) : anew.allocate(each.owner(), each.cidr()));
        }
        return anew;
    }

    /** The same pool with one grant moved to the lowest /24. */
    private static CidrPool plainer(CidrPool pool, Allocation allocation) {
        CidrPool left = pool.release(allocation);
        return after(left, allocation.owner().isEmpty() ? left.allocate(24) : left.allocate(allocation.owner(), 24));
    }
}
