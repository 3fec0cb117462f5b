package io.enikit.ipam;

import static org.assertj.core.api.Assertions.assertThat;

import io.enikit.net.Cidr;
import io.enikit.net.IpSet;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/** What stands never moves, whatever else is asked for, in whatever order. */
class CidrLayoutProperties {
    private static final CidrLayout EMPTY =
            CidrLayout.empty(Cidr.parse("10.0.0.0/24"), Cidr.parse("10.0.4.0/26"), Cidr.parse("10.0.1.0/24"));

    @Provide
    Arbitrary<Map<String, Integer>> requests() {
        Arbitrary<String> names = Arbitraries.of("web", "db", "app", "ops")
                .flatMap(group ->
                        Arbitraries.of("", "/a", "/b", "/c", "/\u00e9 \\\n").map(zone -> group + zone));
        return Arbitraries.maps(names, Arbitraries.integers().between(24, 32)).ofMaxSize(12);
    }

    private static Map<String, Integer> shuffled(Map<String, Integer> map, Random random) {
        List<Map.Entry<String, Integer>> entries = new ArrayList<>(map.entrySet());
        Collections.shuffle(entries, random);
        Map<String, Integer> shuffled = new LinkedHashMap<>();
        entries.forEach(entry -> shuffled.put(entry.getKey(), entry.getValue()));
        return shuffled;
    }

    private static void checkWhole(CidrLayout layout) {
        BigInteger sum = layout.cidrs().values().stream().map(Cidr::size).reduce(BigInteger.ZERO, BigInteger::add);
        IpSet all = IpSet.of(layout.cidrs().values().toArray(Cidr[]::new));
        assertThat(all.size()).as("disjoint").isEqualTo(sum);
        layout.cidrs().values().forEach(cidr -> assertThat(layout.blocks()).anyMatch(block -> block.contains(cidr)));
        assertThat(layout.isWhole())
                .as("planning the same again changes nothing: " + layout.write())
                .isTrue();
        assertThat(CidrLayout.read(layout.write())).isEqualTo(layout);
        layout.impossible().forEach(unplaced -> {
            if (!unplaced.headRoom()) {
                assertThat(freeFor(unplaced.name(), layout).countOf(unplaced.prefixLength()))
                        .as(layout.write())
                        .isZero();
            }
        });
    }

    /** The pool in which the head-room of a name's own groups is free. */
    private static CidrPool freeFor(String name, CidrLayout layout) {
        CidrPool pool = layout.toPool();
        for (Map.Entry<String, Cidr> room : layout.headRoom().entrySet()) {
            if (name.equals(room.getKey()) || name.startsWith(room.getKey() + "/")) {
                pool = pool.unreserve(room.getValue());
            }
        }
        return pool;
    }

    @Property(tries = 500)
    void plan_moreNames_movesNothing(
            @ForAll("requests") Map<String, Integer> before,
            @ForAll("requests") Map<String, Integer> added,
            @ForAll Random random) {
        CidrLayout first = EMPTY.plan(shuffled(before, random));
        checkWhole(first);
        Map<String, Integer> all = new LinkedHashMap<>(added);
        all.putAll(before);
        CidrLayout next = first.plan(shuffled(all, random));
        checkWhole(next);
        first.cidrs().forEach((name, cidr) -> assertThat(next.cidr(name)).isEqualTo(cidr));
        assertThat(next.diffFrom(first).moved()).isEmpty();
        assertThat(next.diffFrom(first).removed()).isEmpty();
        assertThat(first.plan(shuffled(all, random))).isEqualTo(next);
    }

    @Property(tries = 500)
    void plan_anyOtherNames_movesOnlyOtherLengths(
            @ForAll @Size(min = 2, max = 5) List<@net.jqwik.api.From("requests") Map<String, Integer>> plans,
            @ForAll @IntRange(min = 24, max = 28) int headRoom,
            @ForAll Random random) {
        List<String> groups = List.of("web", "web/a", "db");
        CidrLayout layout = EMPTY;
        for (Map<String, Integer> requests : plans) {
            CidrLayout next = layout.plan(shuffled(requests, random));
            checkWhole(next);
            for (Map.Entry<String, Cidr> entry : layout.cidrs().entrySet()) {
                if (Integer.valueOf(entry.getValue().prefixLength()).equals(requests.get(entry.getKey()))) {
                    assertThat(next.cidr(entry.getKey())).isEqualTo(entry.getValue());
                }
            }
            String group = groups.get(random.nextInt(groups.size()));
            CidrLayout roomier = next.withHeadRoom(group, headRoom);
            checkWhole(roomier);
            roomier.diffFrom(next)
                    .moved()
                    .keySet()
                    .forEach(name -> assertThat(next.missing())
                            .as("only what was too small is moved")
                            .containsKey(name));
            layout = random.nextBoolean() ? roomier : roomier.withoutHeadRoom(group);
            checkWhole(layout);
        }
    }

    @Property(tries = 300)
    void plan_oneName_isPlacedWheneverABlockIsFree(
            @ForAll("requests") Map<String, Integer> before, @ForAll @IntRange(min = 24, max = 32) int prefixLength) {
        CidrLayout first = EMPTY.plan(before);
        Assume.that(first.impossible().isEmpty());
        Map<String, Integer> more = new LinkedHashMap<>(before);
        more.put("one more", prefixLength);
        boolean fits = first.toPool().countOf(prefixLength).signum() > 0;
        assertThat(first.plan(more).cidrs().containsKey("one more")).isEqualTo(fits);
    }
}
