package io.enikit.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.enikit.ipam.Allocation;
import io.enikit.ipam.AllocationRefused;
import io.enikit.ipam.CidrPool;
import io.enikit.ipam.Placement;
import io.enikit.ipam.ReservedAddresses;
import io.enikit.net.Cidr;
import io.enikit.net.IpAddress;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What holds of a stored pool, wherever it is kept. */
class StoredPoolTest {
    private static final CidrPool FIRST = CidrPool.of(Cidr.parse("10.0.0.0/16"));

    @TempDir
    Path folder;

    /** The logs of this library. */
    enum Kept {
        IN_MEMORY,
        IN_SQLITE,
        IN_POSTGRESQL;

        /** Opens one and the same store again and again. */
        Supplier<PoolStore> in(Path folder) {
            if (this == IN_MEMORY) {
                PoolLog log = PoolLog.inMemory();
                return () -> PoolStore.of(log);
            }
            String place = (this == IN_SQLITE ? Backend.SQLITE : Backend.POSTGRESQL).place(folder);
            return () -> Backend.open(place);
        }
    }

    @ParameterizedTest
    @EnumSource
    void allocate_ownerAgain_sameBlockAlsoAfterReopening(Kept kept) {
        Supplier<PoolStore> opening = kept.in(folder);
        Allocation web;
        try (PoolStore store = opening.get()) {
            StoredPool pool = store.poolOrCreate("main", FIRST);
            web = pool.allocate("web", 24).orElseThrow();
            assertThat(web).isEqualTo(FIRST.allocate("web", 24).orElseThrow());
            assertThat(pool.allocate("web", 24)).isEqualTo(web);
            assertThat(pool.allocate("web", "blue", 24)).hasToString("10.0.1.0/24 #2 web [blue]");
        }
        try (PoolStore store = opening.get()) {
            StoredPool pool = store.poolOrCreate("main", CidrPool.of(Cidr.parse("192.168.0.0/16")));
            assertThat(pool.allocate("web", 24)).hasToString(web.toString());
            assertThat(pool.current().version()).isEqualTo(3);
            assertThat(pool.snapshot().allocations()).hasSize(2);
            assertThat(store.names()).containsExactly("main");
            pool.check();
        }
    }

    @ParameterizedTest
    @EnumSource
    void release_ofAnEarlierGrant_leavesTheLaterOne(Kept kept) {
        try (PoolStore store = kept.in(folder).get()) {
            StoredPool pool = store.create("main", FIRST);
            Allocation old = pool.allocate("web", 24).orElseThrow();
            assertThat(pool.releaseIfHeld(old)).isTrue();
            Allocation later = pool.allocate("db", 24).orElseThrow();
            assertThat(later.cidr()).isEqualTo(old.cidr());
            assertThat(pool.releaseIfHeld(old)).isFalse();
            assertThatThrownBy(() -> pool.release(old))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("not held: 10.0.0.0/24 #1 web; held is 10.0.0.0/24 #2 db");
            pool.allocate("db", "more", 28);
            assertThat(pool.release("db")).hasSize(2);
            assertThat(pool.release("db")).isEmpty();
            assertThat(pool.snapshot().sameContentAs(FIRST)).isTrue();
            pool.check();
        }
    }

    @ParameterizedTest
    @EnumSource
    void allocate_refused_isAnAnswerAndStoresNothing(Kept kept) {
        try (PoolStore store = kept.in(folder).get()) {
            StoredPool pool = store.create("main", CidrPool.of(Cidr.parse("10.0.0.0/24")));
            assertThat(pool.allocate(23)).isInstanceOf(AllocationRefused.class);
            assertThat(pool.allocate("web", Cidr.parse("10.1.0.0/24")))
                    .hasToString("refused: 10.1.0.0/24 is not in 10.0.0.0/24");
            assertThat(pool.allocateAll(Map.of("a", 25, "b", 24)).toString()).contains("needs 1 of /24, 1 of /25");
            assertThatThrownBy(() -> pool.allocate(33)).isInstanceOf(IllegalArgumentException.class);
            assertThatThrownBy(() -> pool.allocate("a\0b", 28))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("the owner has a character at index 1");
            assertThat(pool.current().version()).isEqualTo(1);
        }
    }

    @ParameterizedTest
    @EnumSource
    void allocate_requestId_isGrantedOnce(Kept kept) {
        Supplier<PoolStore> opening = kept.in(folder);
        UUID request = UUID.randomUUID();
        Allocation granted;
        try (PoolStore store = opening.get()) {
            granted = store.create("main", FIRST).allocate(request, 28).orElseThrow();
        }
        try (PoolStore store = opening.get()) {
            StoredPool pool = store.pool("main");
            pool.allocate(28).orElseThrow();
            assertThat(pool.allocate(request, 28)).hasToString(granted.toString());
            assertThat(pool.allocate(UUID.randomUUID(), 28)).hasToString("10.0.0.32/28 #3");
            pool.release(granted);
            assertThatThrownBy(() -> pool.allocate(request, 28))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("was granted 10.0.0.0/28 #1, released since");
        }
    }

    @ParameterizedTest
    @EnumSource
    void allocateAll_update_storeTheDifference(Kept kept) {
        Supplier<PoolStore> opening = kept.in(folder);
        CidrPool expected;
        try (PoolStore store = opening.get()) {
            StoredPool pool = store.create("main", FIRST);
            pool.allocate("x", 24).orElseThrow();
            assertThat(pool.allocateAll(Map.of("a", 24, "b", 26)).orElseThrow().cidr("b"))
                    .hasToString("10.0.2.0/26");
            pool.allocateAll(Map.of("a", 24, "b", 26)).orElseThrow();
            expected = pool.update(before -> before.release("x")
                    .reserve(Cidr.parse("10.0.2.0/24"))
                    .plusBlock(Cidr.parse("10.9.0.0/16"))
                    .withPlacement(Placement.BEST_FIT)
                    .withReservedAddresses(ReservedAddresses.NONE)
                    .allocate("y", 20)
                    .orElseThrow()
                    .pool());
            expected = pool.update(before -> {
                Allocation gone = before.allocate(30).orElseThrow();
                return gone.pool().release(gone);
            });
            assertThat(expected.sequence()).isEqualTo(5);
            pool.check();
        }
        try (PoolStore store = opening.get()) {
            assertThat(store.pool("main").snapshot()).isEqualTo(expected);
            store.pool("main").check();
        }
    }

    @ParameterizedTest
    @EnumSource
    void update_thatThrowsOrAsksItsPool_changesNothing(Kept kept) {
        try (PoolStore store = kept.in(folder).get()) {
            StoredPool pool = store.create("main", FIRST);
            assertThatThrownBy(() -> pool.update(before -> before.reserve(Cidr.parse("11.0.0.0/24"))))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("11.0.0.0/24 is not in 10.0.0.0/16");
            assertThatThrownBy(() -> pool.update(before -> pool.snapshot()))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("is asked from within a change of itself");
            pool.allocate("web", Cidr.parse("10.0.4.0/24")).orElseThrow();
            assertThatThrownBy(() -> pool.update(before -> FIRST))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("its sequence falls from 1 to 0");
            pool.release("web");
            assertThat(pool.snapshot().sameContentAs(FIRST)).isTrue();
            assertThat(pool.allocate(24)).hasToString("10.0.0.0/24 #2");
            assertThat(pool.allocate(Cidr.parse("10.0.8.0/24"))).hasToString("10.0.8.0/24 #3");
        }
    }

    @ParameterizedTest
    @EnumSource
    void history_ofAnAddress_saysWhoAndWhen(Kept kept) {
        try (PoolStore store = kept.in(folder).get()) {
            StoredPool pool = store.as("alice").create("main", FIRST);
            Allocation web = pool.allocate("web", 24).orElseThrow();
            CidrPool then = pool.snapshot();
            Instant between = pool.current().at();
            store.as("bob").pool("main").release(web);
            store.pool("main").allocate("db", "blue", 25);
            List<Tenure> tenures = pool.history().of(IpAddress.parse("10.0.0.7"));
            assertThat(tenures).hasSize(2);
            assertThat(tenures.get(0).toString())
                    .matches("10\\.0\\.0\\.0/24 #1 web, from 20.* by alice to 20.* by bob");
            assertThat(tenures.get(1).toString()).matches("10\\.0\\.0\\.0/25 #2 db \\[blue], from 20[^ ]*");
            assertThat(pool.history().of(IpAddress.parse("10.0.200.7"))).isEmpty();
            assertThat(pool.asOf(2)).isEqualTo(then);
            assertThat(pool.asOf(between).allocations()).hasSizeGreaterThanOrEqualTo(0);
            assertThat(pool.asOf(Instant.now().plusSeconds(60))).isEqualTo(pool.snapshot());
            assertThatThrownBy(() -> pool.asOf(Instant.EPOCH)).isInstanceOf(IllegalArgumentException.class);
            assertThatThrownBy(() -> pool.asOf(9)).hasMessage("pool main has no version 9 yet");
            for (PoolEvent event : pool.history().events()) {
                assertThat(PoolEvent.parse(event.toString())).isEqualTo(event);
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void prune_forgetsEventsAndKeepsGrants(Kept kept) {
        Supplier<PoolStore> opening = kept.in(folder);
        try (PoolStore store = opening.get();
                PoolStore other = opening.get()) {
            StoredPool pool = store.create("main", FIRST);
            StoredPool behind = other.pool("main");
            Allocation web = pool.allocate("web", 24).orElseThrow();
            pool.allocate("db", 24).orElseThrow();
            pool.release(web);
            pool.prune(Instant.now().plusSeconds(60));
            assertThat(pool.history().events()).hasSize(1);
            assertThat(pool.history().of(IpAddress.parse("10.0.0.7")).toString())
                    .matches("\\[10\\.0\\.0\\.0/24 #1 web, from before the kept history to .*]");
            assertThat(pool.asOf(3).allocations()).hasSize(2);
            assertThatThrownBy(() -> pool.asOf(2))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("what is known of pool main begins later than at version 2");
            if (kept != Kept.IN_MEMORY) {
                assertThat(behind.allocate("late", 24)).hasToString("10.0.0.0/24 #3 late");
                pool.check();
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void adopt_allOrEveryConflict(Kept kept) {
        try (PoolStore store = kept.in(folder).get()) {
            StoredPool pool = store.create("main", FIRST);
            pool.allocate("held", 24).orElseThrow();
            Adoption refused = pool.adopt(Map.of(
                    "a", Cidr.parse("10.0.0.0/25"),
                    "b", Cidr.parse("10.0.9.0/24"),
                    "c", Cidr.parse("10.0.9.128/25"),
                    "d", Cidr.parse("11.0.0.0/24")));
            assertThat(refused.conflicts()).containsOnlyKeys("a", "c", "d");
            assertThat(refused.toString())
                    .startsWith("adopted none: a: 10.0.0.0/25 is allocated: 10.0.0.0/24 #1 held")
                    .contains("; d: 11.0.0.0/24 is not in 10.0.0.0/16");
            assertThatThrownBy(refused::orElseThrow).isInstanceOf(IllegalStateException.class);
            assertThat(pool.snapshot().allocations()).hasSize(1);
            Adoption adopted = pool.adopt(Map.of("held", Cidr.parse("10.0.0.0/24"), "b", Cidr.parse("10.0.9.0/24")));
            assertThat(adopted.orElseThrow().adopted())
                    .extracting(Allocation::toString)
                    .containsExactly("10.0.9.0/24 #2 b", "10.0.0.0/24 #1 held");
            assertThat(pool.current().version()).isEqualTo(3);
        }
    }

    @ParameterizedTest
    @EnumSource
    void compareWith_grantAfterTheLook_isNotLeaked(Kept kept) {
        try (PoolStore store = kept.in(folder).get()) {
            StoredPool pool = store.create("main", FIRST);
            Allocation there = pool.allocate("there", 24).orElseThrow();
            Allocation gone = pool.allocate("gone", 24).orElseThrow();
            CidrPool before = pool.snapshot();
            List<Cidr> seen = List.of(there.cidr(), Cidr.parse("10.0.77.0/24"));
            Allocation late = pool.allocate("late", 24).orElseThrow();
            pool.release(there);
            PoolComparison comparison = pool.compareWith(seen, before);
            assertThat(comparison.leaked()).extracting(Allocation::toString).containsExactly(gone.toString());
            assertThat(comparison.newer()).extracting(Allocation::toString).containsExactly(late.toString());
            assertThat(comparison.unknown()).containsExactly(Cidr.parse("10.0.77.0/24"));
        }
    }

    @ParameterizedTest
    @EnumSource
    void create_nameTakenOrMissing_says(Kept kept) {
        try (PoolStore store = kept.in(folder).get()) {
            CidrPool full = FIRST.allocate("web", "blue", 24).orElseThrow().pool();
            assertThat(store.create("main", full).snapshot()).isEqualTo(full);
            assertThatThrownBy(() -> store.create("main", FIRST))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessage("there is a pool main already");
            assertThatThrownBy(() -> store.pool("other")).isInstanceOf(NoSuchElementException.class);
            assertThat(store.find("other")).isEmpty();
            assertThatThrownBy(() -> store.pool("")).isInstanceOf(IllegalArgumentException.class);
            store.create("other", CidrPool.of(Cidr.parse("fd00::/48")))
                    .allocate("web", 64)
                    .orElseThrow();
            assertThat(store.names()).containsExactly("main", "other");
            assertThat(store.pool("other").snapshot().allocations()).hasToString("[fd00::/64 #1 web]");
            store.pool("other").check();
        }
    }

    @ParameterizedTest
    @EnumSource
    void severalThreadsAndStores_eachBlockOnce(Kept kept) throws InterruptedException {
        Supplier<PoolStore> opening = kept.in(folder);
        try (PoolStore one = opening.get();
                PoolStore two = opening.get()) {
            one.create("main", FIRST);
            List<Thread> threads = new ArrayList<>();
            List<Cidr> granted = new ArrayList<>();
            for (int i = 0; i < 8; i++) {
                StoredPool pool = (i % 2 == 0 ? one : two).pool("main");
                threads.add(new Thread(() -> {
                    for (int k = 0; k < 25; k++) {
                        Cidr cidr = pool.allocate(28).orElseThrow().cidr();
                        synchronized (granted) {
                            granted.add(cidr);
                        }
                    }
                }));
            }
            threads.forEach(Thread::start);
            for (Thread each : threads) {
                each.join();
            }
            assertThat(granted).hasSize(200).doesNotHaveDuplicates();
            assertThat(one.pool("main").snapshot()).isEqualTo(two.pool("main").snapshot());
            assertThat(one.pool("main").snapshot().sequence()).isEqualTo(200);
        }
    }
}
