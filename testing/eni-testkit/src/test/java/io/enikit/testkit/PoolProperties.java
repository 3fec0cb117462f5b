package io.enikit.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.enikit.ipam.Allocation;
import io.enikit.ipam.AllocationResult;
import io.enikit.ipam.CidrLayout;
import io.enikit.ipam.CidrPool;
import io.enikit.net.Cidr;
import io.enikit.net.IpSet;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/** Whatever is asked of pools and layouts with a history, their invariants hold after every step. */
class PoolProperties {
    /** A step: what is asked for, how many bits smaller than the first block, and which grant is released. */
    private static CidrPool step(CidrPool pool, int number) {
        int longer = number / 4 % (pool.family().bits() - pool.blocks().get(0).prefixLength() + 1);
        int length = pool.blocks().get(0).prefixLength() + longer;
        List<Allocation> held = pool.allocations();
        return switch (number % 4) {
            case 0 -> granted(pool, pool.allocate(length), placed(pool, length));
            case 1 -> owned(pool, "owner" + number % 7, length);
            case 2 -> {
                Cidr asked = Cidr.containing(pool.blocks().get(0).nth(number), length);
                yield granted(
                        pool,
                        pool.allocate(asked),
                        pool.free().contains(asked) ? Optional.of(asked) : Optional.empty());
            }
            default -> held.isEmpty() ? pool : pool.release(held.get(number % held.size()));
        };
    }

    private static CidrPool owned(CidrPool pool, String owner, int length) {
        AllocationResult result = pool.allocate(owner, length);
        Optional<Allocation> held = pool.allocation(owner);
        if (held.isEmpty()) {
            return granted(pool, result, placed(pool, length));
        }
        Cidr cidr = held.get().cidr();
        return granted(pool, result, cidr.prefixLength() == length ? Optional.of(cidr) : Optional.empty());
    }

    private static CidrPool granted(CidrPool pool, AllocationResult result, Optional<Cidr> expected) {
        assertThat(Invariants.brokenByGrant(pool, result))
                .as("%s of\n%s", result, pool.write())
                .isEmpty();
        Optional<Allocation> granted =
                result instanceof Allocation allocation ? Optional.of(allocation) : Optional.empty();
        assertThat(granted.map(Allocation::cidr)).as(pool.write()).isEqualTo(expected);
        return granted.map(Allocation::pool).orElse(pool);
    }

    /** The lowest or highest block that is free, or the lowest in one of the smallest free blocks. */
    private static Optional<Cidr> placed(CidrPool pool, int length) {
        Stream<Cidr> free = pool.blocks().stream()
                .flatMap(block -> pool.free().intersect(IpSet.of(block)).cidrs().stream())
                .filter(block -> block.prefixLength() <= length);
        return switch (pool.placement()) {
            case LOWEST ->
                free.min(Comparator.comparing(Cidr::first)).map(each -> Cidr.containing(each.first(), length));
            case HIGHEST ->
                free.max(Comparator.comparing(Cidr::first)).map(each -> Cidr.containing(each.last(), length));
            case BEST_FIT ->
                free.min(Comparator.comparingInt(Cidr::prefixLength).reversed().thenComparing(Cidr::first))
                        .map(each -> Cidr.containing(each.first(), length));
        };
    }

    @Property(tries = 200)
    void steps_onAnyPool_keepTheInvariants(
            @ForAll CidrPool start, @ForAll @Size(max = 12) List<@IntRange(min = 0, max = 999) Integer> numbers) {
        CidrPool pool = start;
        for (int number : numbers) {
            String before = pool.write();
            CidrPool next = step(pool, number);
            assertThat(pool.write()).isEqualTo(before);
            assertThat(Invariants.brokenBetween(pool, next)).isEmpty();
            Invariants.check(next);
            pool = next;
        }
        assertThat(Invariants.brokenBetween(start, pool)).isEmpty();
    }

    @Property(tries = 200)
    void plan_oneZoneMoreOrLess_movesNothing(@ForAll CidrLayout layout, @ForAll @IntRange(min = 0, max = 2) int zone) {
        Map<String, Integer> lengths = new TreeMap<>();
        layout.cidrs().forEach((name, cidr) -> lengths.put(name, cidr.prefixLength()));
        int longest = layout.blocks().get(0).family().bits();
        for (String group : List.of("app", "db", "web")) {
            lengths.merge(group + "/" + "abc".charAt(zone), longest - 4, (old, added) -> null);
        }
        CidrLayout next = layout.plan(lengths);
        assertThat(Invariants.brokenBetween(layout, next)).isEmpty();
        Invariants.check(next);
        Invariants.check(next.toPool());
        assertThat(next.cidrs().keySet()).isEqualTo(lengths.keySet());
    }
}
