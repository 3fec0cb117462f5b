package io.enikit.testkit;

import static java.util.Objects.requireNonNull;

import io.enikit.ipam.Allocation;
import io.enikit.ipam.AllocationResult;
import io.enikit.ipam.CidrPool;
import io.enikit.ipam.Placement;
import io.enikit.ipam.ReservedAddresses;
import io.enikit.net.Cidr;
import io.enikit.net.IpFamily;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Makes up pools of both families with a history: blocks granted to owners or to nobody, released again, and reserved.
 *
 * <pre>{@code
 * CidrPool pool = Pools.pool(42);
 * }</pre>
 */
public final class Pools {
    private static final int MOST_STEPS = 20;

    private Pools() {}

    /**
     * Makes a pool of either family.
     *
     * @param seed any number; the same seed gives the same pool
     * @return the pool
     */
    public static CidrPool pool(long seed) {
        Choice choice = new Choice(seed);
        return pool(family(choice), choice);
    }

    /**
     * Makes a pool of one family.
     *
     * @param family the family of its blocks
     * @param seed any number; the same seed gives the same pool
     * @return the pool
     */
    public static CidrPool pool(IpFamily family, long seed) {
        return pool(requireNonNull(family, "family"), new Choice(seed));
    }

    private static CidrPool pool(IpFamily family, Choice choice) {
        CidrPool pool = CidrPool.of(blocks(family, choice)).withPlacement(choice.of(Placement.values()));
        if (choice.percent(30)) {
            pool = pool.withReservedAddresses(choice.of(ReservedAddresses.values()));
        }
        int steps = choice.between(0, MOST_STEPS);
        for (int i = 0; i < steps; i++) {
            pool = step(pool, choice);
        }
        return pool;
    }

    static IpFamily family(Choice choice) {
        return choice.percent(75) ? IpFamily.IPV4 : IpFamily.IPV6;
    }

    /** Returns the length of the largest blocks: those of IPv6 hold as many /64 as those of IPv4 hold /24. */
    static int shortest(IpFamily family) {
        return family == IpFamily.IPV4 ? 16 : 56;
    }

    /** Returns the length that most blocks have which are given out. */
    static int plainLength(IpFamily family) {
        return shortest(family) + 8;
    }

    /** Returns one to three blocks, those side by side included. */
    static Cidr[] blocks(IpFamily family, Choice choice) {
        Cidr first = plainBlock(family);
        Cidr next = first.parent().orElseThrow().child(first.prefixLength(), 1);
        Cidr small = Cidr.containing(first.first(), first.prefixLength() - 3).child(first.prefixLength() + 4, 1 << 6);
        List<Cidr> blocks = List.of(first, next, small);
        return blocks.subList(0, choice.percent(60) ? 1 : choice.between(1, blocks.size()))
                .toArray(Cidr[]::new);
    }

    static Cidr plainBlock(IpFamily family) {
        return Cidr.parse(family == IpFamily.IPV4 ? "10.0.0.0/16" : "2001:db8::/56");
    }

    private static CidrPool step(CidrPool pool, Choice choice) {
        int verb = choice.between(0, 9);
        int plain = plainLength(pool.family());
        int length = choice.percent(70)
                ? plain
                : choice.between(shortest(pool.family()) + 1, pool.family().bits());
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
        Cidr cidr = pool.blocks().get(0).child(plainLength(pool.family()), choice.between(0, 15));
        return pool.reservations().stream().anyMatch(cidr::overlaps) ? pool : pool.reserve(cidr);
    }

    /** Finds pools with less: without a grant, a reservation, a block, a setting, the history, or long addresses. */
    static Stream<CidrPool> simpler(CidrPool pool) {
        List<Allocation> all = pool.allocations();
        return Stream.of(
                        Sublists.of(all).map(part -> without(pool, part)),
                        pool.reservations().stream().map(pool::unreserve),
                        Stream.of(anew(pool, pool.blocks().subList(0, 1)), anew(pool, pool.blocks()), inIpv4(pool)),
                        Stream.of(
                                pool.withReservedAddresses(ReservedAddresses.NONE),
                                pool.withPlacement(Placement.LOWEST)),
                        all.stream().map(each -> plainer(pool, each)))
                .flatMap(pools -> pools);
    }

    /** As many grants in a pool of IPv4. */
    private static CidrPool inIpv4(CidrPool pool) {
        CidrPool plain = CidrPool.of(plainBlock(IpFamily.IPV4));
        int length = plainLength(IpFamily.IPV4);
        for (Allocation each : pool.allocations()) {
            plain = after(
                    plain, each.owner().isEmpty() ? plain.allocate(length) : plain.allocate(each.owner(), length));
        }
        return plain;
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

    /** The same pool with one grant moved to the lowest block of the plain length. */
    private static CidrPool plainer(CidrPool pool, Allocation allocation) {
        CidrPool left = pool.release(allocation);
        int length = plainLength(pool.family());
        return after(
                left, allocation.owner().isEmpty() ? left.allocate(length) : left.allocate(allocation.owner(), length));
    }
}
