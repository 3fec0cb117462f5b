package io.enikit.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.enikit.ipam.Allocation;
import io.enikit.ipam.CidrPool;
import io.enikit.net.Cidr;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every call of JDBC fails once, before it takes effect and after; nobody notices. */
class FailurePointsTest {
    private static final CidrPool FIRST = CidrPool.of(Cidr.parse("10.0.0.0/16"));

    @TempDir
    Path folder;

    /** A store whose connections can be made to fail. */
    private record Breakable(PoolStore store, FaultyConnections connections) implements AutoCloseable {
        static Breakable open(String place, UnaryOperator<PoolLog> around) {
            boolean sqlite = place.startsWith("jdbc:sqlite:");
            FaultyConnections connections = new FaultyConnections(() -> sqlite
                    ? SqliteFile.connect(place)
                    : PostgresServer.dataSource(place).getConnection());
            SqlLog log = sqlite
                    ? SqliteFile.open(Backend.file(place), new Sessions(Dialect.SQLITE, connections))
                    : new SqlLog(new Sessions(Dialect.POSTGRESQL, connections), SqlLog.Gate.OPEN);
            return new Breakable(PoolStore.of(around.apply(log)), connections);
        }

        @Override
        public void close() {
            store.close();
        }
    }

    /** What a program does, and what it is answered. */
    private static List<String> scenario(PoolStore store, String name) {
        List<String> answers = new ArrayList<>();
        StoredPool pool = store.poolOrCreate(name, FIRST);
        Allocation web = pool.allocate("web", 24).orElseThrow();
        answers.add(web.toString());
        Allocation nobody = pool.allocate(28).orElseThrow();
        answers.add(nobody.toString());
        answers.add(pool.allocate(UUID.nameUUIDFromBytes(new byte[] {1}), 28).toString());
        answers.add(pool.allocateAll(Map.of("a", 26, "b", 27)).toString());
        answers.add("" + pool.releaseIfHeld(nobody));
        pool.release(web);
        answers.add(
                pool.update(before -> before.reserve(Cidr.parse("10.0.9.0/24"))).toString());
        answers.add(pool.allocate("a", 26).toString());
        answers.add(pool.snapshot().allocations().toString());
        answers.add("" + pool.history().events().size());
        return answers;
    }

    /** Runs the scenario once for each call, and returns what went wrong. */
    private List<String> faults(String place, UnaryOperator<PoolLog> around, boolean after) {
        return faults(place, around, after, Integer.MAX_VALUE);
    }

    private List<String> faults(String place, UnaryOperator<PoolLog> around, boolean after, int enough) {
        List<String> faults = new ArrayList<>();
        List<String> expected;
        int calls;
        try (Breakable counted = Breakable.open(place, around)) {
            counted.connections().fail(-1, after);
            expected = scenario(counted.store(), "counted" + after);
            calls = counted.connections().calls();
        }
        assertThat(calls).isGreaterThan(80);
        for (int i = 0; i < calls && faults.size() < enough; i++) {
            String name = "p" + i + after;
            try (Breakable broken = Breakable.open(place, around)) {
                broken.connections().fail(i, after);
                List<String> answers = scenario(broken.store(), name);
                broken.connections().fail(-1, after);
                if (!answers.equals(expected)) {
                    faults.add("call " + i + ": " + answers + ", expected " + expected);
                }
                broken.store().pool(name).check();
            } catch (RuntimeException e) {
                faults.add("call " + i + ": " + e);
            }
        }
        System.out.printf(
                "FailurePointsTest %s: %d calls broken %s, %d faults%n",
                place.substring(0, 11), calls, after ? "after" : "before", faults.size());
        return faults;
    }

    @ParameterizedTest
    @EnumSource
    void everyCall_brokenBeforeItTakesEffect_isMadeGood(Backend backend) {
        assertThat(faults(backend.place(folder), log -> log, false)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void everyCall_brokenAfterItTookEffect_isMadeGood(Backend backend) {
        assertThat(faults(backend.place(folder), log -> log, true)).isEmpty();
    }

    /** The check's own control: a store that does not recognize what it did itself asks again blindly. */
    @ParameterizedTest
    @EnumSource
    void everyCall_brokenWithABlindRetry_isFound(Backend backend) {
        assertThat(faults(backend.place(folder), Forgetful::new, true, 1)).hasSize(1);
    }

    /** A log that passes on everything but whose events they are. */
    private record Forgetful(PoolLog log) implements PoolLog {
        @Override
        public List<PoolEvent> since(String pool, long version) {
            return log.since(pool, version).stream()
                    .map(event -> new PoolEvent(
                            event.version(),
                            event.effect(),
                            event.at(),
                            event.by(),
                            event.request().orElse(null),
                            event.token() + 1))
                    .toList();
        }

        @Override
        public boolean append(String pool, long version, List<PoolEvent> events) {
            return log.append(pool, version, events);
        }

        @Override
        public Optional<PoolState> latest(String pool) {
            return log.latest(pool);
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
