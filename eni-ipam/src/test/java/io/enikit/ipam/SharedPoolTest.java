package io.enikit.ipam;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.enikit.net.Cidr;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.concurrent.atomic.LongAdder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class SharedPoolTest {
    private static final Cidr BLOCK = Cidr.parse("10.0.0.0/22");
    private static final int SIZE = 1024;
    private static final int THREADS = 4;

    /** How many operations all threads do together; {@code -Dio.enikit.ipam.operations=10000000} for a long run. */
    private static final int OPERATIONS = Integer.getInteger("io.enikit.ipam.operations", 100_000);

    private static <T> List<T> inThreads(Callable<T> task) throws InterruptedException, ExecutionException {
        ExecutorService executor = Executors.newFixedThreadPool(THREADS);
        try {
            List<Future<T>> futures = new ArrayList<>();
            for (int i = 0; i < THREADS; i++) {
                futures.add(executor.submit(task));
            }
            List<T> results = new ArrayList<>();
            for (Future<T> future : futures) {
                results.add(future.get());
            }
            return results;
        } finally {
            executor.shutdownNow();
        }
    }

    /** Grants and releases until the operations are used up; each address is in at most one hand at any time. */
    private static List<Allocation> work(SharedPool shared, AtomicIntegerArray hands, SplittableRandom random) {
        List<Allocation> held = new ArrayList<>();
        for (int i = 0; i < OPERATIONS / THREADS; i++) {
            if (held.isEmpty() || random.nextInt(100) < 55) {
                if (shared.allocate(27 + random.nextInt(6)) instanceof Allocation allocation) {
                    hand(hands, allocation, 1);
                    held.add(allocation);
                }
            } else {
                Allocation allocation = held.remove(random.nextInt(held.size()));
                hand(hands, allocation, -1);
                shared.release(allocation);
            }
        }
        return held;
    }

    private static void hand(AtomicIntegerArray hands, Allocation allocation, int change) {
        int first = BLOCK.indexOf(allocation.cidr().first()).intValueExact();
        for (int i = 0; i < allocation.cidr().size().intValueExact(); i++) {
            int now = hands.addAndGet(first + i, change);
            if (now != (change > 0 ? 1 : 0)) {
                throw new AssertionError("address " + (first + i) + " is in " + now + " hands");
            }
        }
    }

    @Test
    void allocateAndRelease_manyThreads_losesAndDoublesNothing() throws Exception {
        SharedPool shared = SharedPool.of(CidrPool.of(BLOCK));
        AtomicIntegerArray hands = new AtomicIntegerArray(SIZE);
        SplittableRandom seeds = new SplittableRandom(1);
        List<List<Allocation>> held = inThreads(() -> {
            SplittableRandom random;
            synchronized (seeds) {
                random = seeds.split();
            }
            return work(shared, hands, random);
        });
        CidrPool end = shared.snapshot();
        List<Allocation> all = held.stream().flatMap(List::stream).toList();
        assertThat(end.allocations()).hasSameSizeAs(all);
        assertThat(all).allMatch(end::holds);
        for (Allocation allocation : all) {
            shared.release(allocation);
        }
        assertThat(shared.snapshot().sameContentAs(CidrPool.of(BLOCK))).isTrue();
        assertThat(shared.snapshot().sequence()).isGreaterThan(all.size());
    }

    @Test
    void allocate_sameOwnerInManyThreads_grantsOnce() throws Exception {
        SharedPool shared = SharedPool.of(CidrPool.of(BLOCK));
        List<Cidr> cidrs = inThreads(() -> {
            Cidr last = BLOCK;
            for (int i = 0; i < 200; i++) {
                last = shared.allocate("owner" + i % 16, 28).orElseThrow().cidr();
            }
            return last;
        });
        assertThat(cidrs).containsOnly(cidrs.get(0));
        assertThat(shared.snapshot().sequence()).isEqualTo(16);
    }

    @Test
    void releaseIfHeld_manyThreads_releasesOnce() throws Exception {
        for (int round = 0; round < 200; round++) {
            SharedPool shared = SharedPool.of(CidrPool.of(BLOCK));
            Allocation allocation = shared.allocate(Cidr.parse("10.0.1.0/24")).orElseThrow();
            assertThat(inThreads(() -> shared.releaseIfHeld(allocation)).stream()
                            .filter(done -> done))
                    .hasSize(1);
            assertThatThrownBy(() -> shared.release(allocation)).isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void allocateAll_refused_changesNothing() {
        SharedPool shared = SharedPool.of(CidrPool.of(BLOCK));
        CidrPool before = shared.snapshot();
        assertThat(shared.allocateAll(Map.of("a", 23, "b", 23, "c", 32))).isInstanceOf(BatchRefused.class);
        assertThat(shared.snapshot()).isSameAs(before);
        assertThat(shared.allocateAll(Map.of("a", 23, "b", 24)).orElseThrow().pool())
                .isSameAs(shared.snapshot());
        assertThat(shared.allocate("a", Cidr.parse("10.0.0.0/23")).orElseThrow().pool())
                .isSameAs(shared.snapshot());
        assertThat(shared.update(pool -> pool.reserve(Cidr.parse("10.0.3.0/24"))))
                .isSameAs(shared.snapshot())
                .hasToString(shared.toString());
    }

    /** Seven threads that are always quicker: without a turn of its own the long operation would never be done. */
    @Test
    @Timeout(120)
    void allocateAll_besideBusyThreads_getsItsTurn() throws Exception {
        SharedPool shared = SharedPool.of(CidrPool.of(Cidr.parse("10.0.0.0/8")));
        AtomicBoolean done = new AtomicBoolean();
        LongAdder singles = new LongAdder();
        ExecutorService threads = Executors.newFixedThreadPool(7);
        try {
            for (int i = 0; i < 7; i++) {
                threads.execute(() -> {
                    while (!done.get()) {
                        shared.release(shared.allocate(32).orElseThrow());
                        singles.increment();
                    }
                });
            }
            Map<String, Integer> names = new HashMap<>();
            for (int i = 0; i < 10_000; i++) {
                names.put("n" + i, 32);
            }
            for (int i = 0; i < 3; i++) {
                assertThat(shared.allocateAll(names).orElseThrow().byOwner()).hasSize(10_000);
                long before = singles.sum();
                while (singles.sum() == before) {
                    Thread.onSpinWait();
                }
                shared.update(pool -> {
                    CidrPool less = pool;
                    for (String name : names.keySet()) {
                        less = less.release(name);
                    }
                    return less;
                });
            }
        } finally {
            done.set(true);
            threads.shutdown();
        }
        assertThat(threads.awaitTermination(30, TimeUnit.SECONDS)).isTrue();
        assertThat(shared.snapshot().allocations()).isEmpty();
    }
}
