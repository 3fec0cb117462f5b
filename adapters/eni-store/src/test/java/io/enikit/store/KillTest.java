package io.enikit.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.enikit.ipam.CidrPool;
import io.enikit.net.Cidr;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Processes that are killed while they allocate, and the server with them. */
class KillTest {
    private static final int PROCESSES = 4;
    private static final int THREADS = Integer.getInteger("io.enikit.store.kill.threads", 6);
    private static final double SECONDS = Double.parseDouble(System.getProperty("io.enikit.store.kill.seconds", "10"));
    private static final int PAUSE = Integer.getInteger("io.enikit.store.kill.pause", 300);
    private static final CidrPool FIRST = CidrPool.of(Cidr.parse("10.0.0.0/12"));

    @TempDir
    Path folder;

    private final List<Process> processes = new ArrayList<>();
    private final long[] sizes = new long[PROCESSES];
    private int kills;
    private int serverKills;

    private Process start(String place, int number, double seconds) throws IOException {
        return Children.java(
                folder.resolve("output." + number),
                Worker.class,
                place,
                journal(number).toString(),
                "w" + number,
                String.valueOf(THREADS),
                String.valueOf(seconds));
    }

    private Path journal(int number) {
        return folder.resolve("journal." + number);
    }

    /** An action that kills the server as well. */
    @FunctionalInterface
    private interface ServerKill {
        void run() throws IOException, InterruptedException;
    }

    private void run(String place, ServerKill killServer, long seed) throws Exception {
        try (PoolStore store = Backend.open(place)) {
            store.create("p", FIRST);
        }
        Random random = new Random(seed);
        for (int i = 0; i < PROCESSES; i++) {
            processes.add(start(place, i, 1e6));
        }
        long end = System.nanoTime() + (long) (SECONDS * 1e9);
        int round = 0;
        while (System.nanoTime() < end) {
            Thread.sleep(PAUSE + random.nextInt(3 * PAUSE));
            if (++round % 6 == 2) {
                killServer.run();
            }
            int victim = random.nextInt(PROCESSES);
            waitForSomeWorkOf(victim);
            processes.get(victim).destroyForcibly().waitFor();
            kills++;
            processes.set(victim, start(place, victim, 1e6));
        }
        for (Process each : processes) {
            each.destroyForcibly().waitFor();
            kills++;
        }
        settle(place);
        check(place, seed);
    }

    /** Waits until a worker was answered some requests since it was started, so that there is something to lose. */
    private void waitForSomeWorkOf(int victim) throws IOException, InterruptedException {
        long enough = sizes[victim] + 2_000;
        while (!Files.exists(journal(victim)) || Files.size(journal(victim)) < enough) {
            assertThat(processes.get(victim).isAlive())
                    .as("worker %d; its output: %s", victim, Files.readString(folder.resolve("output." + victim)))
                    .isTrue();
            Thread.sleep(20);
        }
        sizes[victim] = Files.size(journal(victim));
    }

    /** Lets all workers ask again for what they do not know. */
    private void settle(String place) throws IOException, InterruptedException {
        for (int i = 0; i < PROCESSES; i++) {
            Process last = start(place, i, 0);
            assertThat(last.waitFor(2, TimeUnit.MINUTES)).isTrue();
            assertThat(last.exitValue())
                    .as(Files.readString(folder.resolve("output." + i)))
                    .isZero();
        }
    }

    private void check(String place, long seed) throws IOException {
        Map<String, Journal.Entry> entries = new LinkedHashMap<>();
        for (int i = 0; i < PROCESSES; i++) {
            entries.putAll(Journal.read(journal(i)));
        }
        try (PoolStore store = Backend.open(place)) {
            StoredPool pool = store.pool("p");
            pool.check();
            List<PoolEvent> events = pool.history().events();
            assertThat(HistoryCheck.faultsOf(FIRST, events, entries.values()))
                    .as("seed %d", seed)
                    .isEmpty();
            System.out.printf(
                    "KillTest %s: seed %d, %d kills of workers, %d of the server, %d operations acknowledged, %d events%n",
                    place.substring(0, 12), seed, kills, serverKills, entries.size(), events.size());
        }
        assertThat(entries).hasSizeGreaterThan(100);
    }

    @Test
    void sqlite_workersKilled_nothingLostDoubleOrLeaked() throws Exception {
        run(Backend.SQLITE.place(folder), () -> {}, System.nanoTime());
    }

    @Test
    void postgresql_workersAndServerKilled_nothingLostDoubleOrLeaked() throws Exception {
        if (System.getenv("ENI_POSTGRES_URL") != null) {
            run(Backend.POSTGRESQL.place(folder), () -> {}, System.nanoTime());
            return;
        }
        try (PostgresServer server = PostgresServer.start()) {
            String url = PostgresServer.newSchema(server.url());
            PoolStore.createTables(PostgresServer.dataSource(url));
            run(
                    url,
                    () -> {
                        server.killAndRestart();
                        serverKills++;
                    },
                    System.nanoTime());
            assertThat(serverKills).isPositive();
        }
    }
}
