package io.enikit.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.enikit.ipam.CidrPool;
import io.enikit.net.Cidr;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The controls of the check that the kill tests rely on: each fault has to be found, and a sound history has none. */
class HistoryCheckTest {
    private static final CidrPool FIRST = CidrPool.of(Cidr.parse("10.0.0.0/12"));

    @TempDir
    Path folder;

    private List<PoolEvent> events = List.of();
    private final Map<String, Journal.Entry> entries = new LinkedHashMap<>();

    /** Runs two workers, as two processes would: each opens the store itself and wraps its log. */
    private void run(String place, java.util.function.UnaryOperator<PoolLog> around, double seconds) throws Exception {
        try (PoolStore store = Backend.open(place)) {
            store.create("p", FIRST);
        }
        List<Thread> workers = new ArrayList<>();
        for (int i = 0; i < 2; i++) {
            String name = "w" + i;
            Path journal = folder.resolve(name);
            Thread worker = new Thread(() -> {
                try (PoolStore store = PoolStore.of(around.apply(log(place)))) {
                    new Worker(store.pool("p"), journal, name).run(3, seconds);
                } catch (Exception | AssertionError e) {
                    // A broken store may notice that it is; its journal ends there.
                }
            });
            workers.add(worker);
            worker.start();
        }
        for (Thread worker : workers) {
            worker.join();
        }
        for (int i = 0; i < 2; i++) {
            entries.putAll(Journal.read(folder.resolve("w" + i)));
        }
        try (PoolStore store = Backend.open(place)) {
            events = store.pool("p").history().events();
        }
    }

    private static SqlLog log(String place) {
        return place.startsWith("jdbc:sqlite:")
                ? SqliteFile.open(Backend.file(place))
                : new SqlLog(
                        new Sessions(
                                Dialect.POSTGRESQL,
                                () -> PostgresServer.dataSource(place).getConnection()),
                        SqlLog.Gate.OPEN);
    }

    private List<String> faults() {
        return HistoryCheck.faultsOf(FIRST, events, entries.values());
    }

    @ParameterizedTest
    @EnumSource
    void soundHistory_alsoWithoutLocks_hasNoFaults(Backend backend) throws Exception {
        run(backend.place(folder), Unlocked::new, 1);
        assertThat(faults()).isEmpty();
        assertThat(entries).hasSizeGreaterThan(20);
    }

    @ParameterizedTest
    @EnumSource
    void storeWithoutTheVersionComparison_isFound(Backend backend) throws Exception {
        run(backend.place(folder), Careless::new, 1);
        assertThat(faults()).isNotEmpty();
    }

    @Test
    void changedAnswer_isFound() throws Exception {
        run(Backend.SQLITE.place(folder), log -> log, 0.3);
        Journal.Entry one = granted();
        entries.put(
                one.name(),
                new Journal.Entry(one.name(), one.request(), one.asked(), one.answered(), "10.15.255.255/32 99"));
        assertThat(faults()).singleElement().asString().startsWith("different: ");
    }

    @Test
    void operationAMinuteEarlier_isFound() throws Exception {
        run(Backend.SQLITE.place(folder), log -> log, 0.3);
        Journal.Entry one = granted();
        entries.put(
                one.name(),
                new Journal.Entry(
                        one.name(),
                        one.request(),
                        one.asked() - 60_000_000_000L,
                        one.answered() - 60_000_000_000L,
                        one.answer()));
        assertThat(faults()).anyMatch(fault -> fault.startsWith("against real time: "));
    }

    @Test
    void grantNobodyAskedFor_isFound() throws Exception {
        run(Backend.SQLITE.place(folder), log -> log, 0.3);
        Journal.Entry one = granted();
        entries.remove(one.name());
        entries.remove(one.name() + "-");
        assertThat(faults()).anyMatch(fault -> fault.startsWith("leaked: "));
    }

    @Test
    void answerThatIsNotInTheLog_isFound() throws Exception {
        run(Backend.SQLITE.place(folder), log -> log, 0.3);
        entries.put("x", new Journal.Entry("x", "owner 28", 1, 2, "10.0.0.0/28 1"));
        assertThat(faults()).anyMatch(fault -> fault.startsWith("lost: "));
    }

    /** The grant that was asked for last: others stand before it. */
    private Journal.Entry granted() {
        return entries.values().stream()
                .filter(entry -> entry.isAnswered() && !entry.isRelease())
                .max(Comparator.comparingLong(Journal.Entry::asked))
                .orElseThrow();
    }

    /** A log of which only the two operations are used. */
    private record Unlocked(PoolLog log) implements PoolLog {
        @Override
        public List<PoolEvent> since(String pool, long version) {
            return log.since(pool, version);
        }

        @Override
        public boolean append(String pool, long version, List<PoolEvent> events) {
            return log.append(pool, version, events);
        }

        @Override
        public void close() {
            log.close();
        }
    }

    /** A log that appends whatever the version is. */
    private record Careless(PoolLog log) implements PoolLog {
        @Override
        public List<PoolEvent> since(String pool, long version) {
            return log.since(pool, version);
        }

        @Override
        public boolean append(String pool, long version, List<PoolEvent> events) {
            while (true) {
                List<PoolEvent> all = log.since(pool, 0);
                long last = all.isEmpty() ? 0 : all.get(all.size() - 1).version();
                List<PoolEvent> moved = new ArrayList<>();
                for (PoolEvent event : events) {
                    moved.add(event.withVersion(last + 1 + moved.size()));
                }
                try {
                    if (log.append(pool, last, moved)) {
                        return true;
                    }
                } catch (StoreDamagedException refusedByTheGuardOfTheDatabase) {
                    return true;
                }
            }
        }

        @Override
        public Optional<PoolState> latest(String pool) {
            return Optional.empty();
        }

        @Override
        public Set<String> names() {
            return log.names();
        }

        @Override
        public void close() {
            log.close();
        }
    }
}
