package io.enikit.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.enikit.ipam.CidrPool;
import io.enikit.net.Cidr;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What the engine makes of a log that fails, is late, or lies. */
class PoolEngineTest {
    private static final CidrPool FIRST = CidrPool.of(Cidr.parse("10.0.0.0/16"));

    /** A log that behaves as a test wants. */
    private static class Log implements PoolLog {
        final PoolLog kept = PoolLog.inMemory();

        @Override
        public List<PoolEvent> since(String pool, long version) {
            return kept.since(pool, version);
        }

        @Override
        public boolean append(String pool, long version, List<PoolEvent> events) {
            return kept.append(pool, version, events);
        }
    }

    @Test
    void append_answerIsLost_grantedOnce() {
        Log log = new Log() {
            private int calls;

            @Override
            public boolean append(String pool, long version, List<PoolEvent> events) {
                boolean appended = super.append(pool, version, events);
                if (calls++ % 2 == 0) {
                    throw new StoreUnavailableException("the answer is lost", null);
                }
                return appended;
            }
        };
        StoredPool pool = PoolStore.of(log).create("p", FIRST);
        for (int i = 0; i < 20; i++) {
            pool.allocate(28).orElseThrow();
        }
        assertThat(pool.snapshot().sequence()).isEqualTo(20);
    }

    /** An append that is on its way when it is given up, and arrives while it is being repeated. */
    @Test
    void append_arrivesLate_grantedOnce() {
        Log log = new Log() {
            private final List<Runnable> onTheirWay = new ArrayList<>();
            private final Random random = new Random(7);

            @Override
            public boolean append(String pool, long version, List<PoolEvent> events) {
                boolean late = random.nextInt(3) == 0;
                if (late) {
                    onTheirWay.add(() -> super.append(pool, version, events));
                    throw new StoreUnavailableException("no answer", null);
                }
                arrive();
                return super.append(pool, version, events);
            }

            private void arrive() {
                onTheirWay.forEach(Runnable::run);
                onTheirWay.clear();
            }
        };
        StoredPool pool = PoolStore.of(log).create("p", FIRST);
        for (int i = 0; i < 60; i++) {
            pool.allocate(28).orElseThrow();
        }
        assertThat(pool.snapshot().sequence()).isEqualTo(60);
        assertThat(pool.snapshot().allocations()).hasSize(60);
    }

    @Test
    void allocate_logUnavailableForTooLong_saysThatItMayHaveHappened() {
        Log log = new Log() {
            @Override
            public boolean append(String pool, long version, List<PoolEvent> events) {
                if (version > 0) {
                    throw new StoreUnavailableException("the line is cut", null);
                }
                return super.append(pool, version, events);
            }
        };
        StoredPool pool = PoolStore.of(log).withPatience(Duration.ofMillis(50)).create("p", FIRST);
        assertThatThrownBy(() -> pool.allocate("web", 24))
                .isInstanceOf(StoreUnavailableException.class)
                .hasMessage("the line is cut; an attempt broke off and may have taken effect");
    }

    @Test
    void allocate_othersAlwaysQuicker_busy() {
        Log log = new Log() {
            @Override
            public boolean append(String pool, long version, List<PoolEvent> events) {
                return version == 0 && super.append(pool, version, events);
            }
        };
        StoredPool pool = PoolStore.of(log).withPatience(Duration.ofMillis(50)).create("p", FIRST);
        assertThatThrownBy(() -> pool.allocate("web", 24))
                .isInstanceOf(StoreBusyException.class)
                .hasMessage("pool p: others were quicker for PT0.05S");
    }

    @Test
    void changes_ofManyThreads_shareAppends() throws InterruptedException {
        List<Integer> sizes = new ArrayList<>();
        Log log = new Log() {
            @Override
            public synchronized boolean append(String pool, long version, List<PoolEvent> events) {
                sizes.add(events.size());
                try {
                    Thread.sleep(5);
                } catch (InterruptedException e) {
                    throw new AssertionError(e);
                }
                return super.append(pool, version, events);
            }
        };
        StoredPool pool = PoolStore.of(log).create("p", FIRST);
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < 16; i++) {
            Thread thread = new Thread(() -> {
                for (int k = 0; k < 20; k++) {
                    pool.allocate(28).orElseThrow();
                }
            });
            threads.add(thread);
            thread.start();
        }
        for (Thread each : threads) {
            each.join();
        }
        assertThat(pool.snapshot().sequence()).isEqualTo(320);
        assertThat(sizes).hasSizeLessThan(100);
    }

    @Test
    void changes_ofOneBatch_failAlone() throws InterruptedException {
        StoredPool pool = PoolStore.of(PoolLog.inMemory()).create("p", FIRST);
        List<Throwable> failures = new ArrayList<>();
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            boolean wrong = i % 2 == 0;
            Thread thread = new Thread(() -> {
                for (int k = 0; k < 50; k++) {
                    try {
                        pool.allocate(wrong ? 99 : 28).orElseThrow();
                    } catch (IllegalArgumentException e) {
                        synchronized (failures) {
                            failures.add(e);
                        }
                    }
                }
            });
            threads.add(thread);
            thread.start();
        }
        for (Thread each : threads) {
            each.join();
        }
        assertThat(failures).hasSize(250);
        assertThat(pool.snapshot().sequence()).isEqualTo(250);
    }

    @Test
    void events_thatContradictEachOther_areDamage() {
        Log log = new Log();
        PoolStore store = PoolStore.of(log);
        store.create("p", FIRST).allocate("web", 24).orElseThrow();
        PoolEvent granted = log.since("p", 1).get(0);
        log.append("p", 2, List.of(granted.withVersion(3)));
        assertThatThrownBy(() -> store.pool("p"))
                .isInstanceOf(StoreDamagedException.class)
                .hasMessageStartingWith("pool p: event 3 granted ")
                .hasMessageContaining("contradicts those before it: 10.0.0.0/24 #1 web: overlaps 10.0.0.0/24 #1 web");
        log.append("p", 3, List.of(granted.withVersion(9)));
        assertThatThrownBy(() -> PoolStore.of(log).pool("p")).isInstanceOf(StoreDamagedException.class);
    }
}
