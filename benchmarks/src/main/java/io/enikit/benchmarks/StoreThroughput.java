package io.enikit.benchmarks;

import io.enikit.ipam.Allocation;
import io.enikit.ipam.CidrPool;
import io.enikit.ipam.PoolBuilder;
import io.enikit.ipam.SharedPool;
import io.enikit.net.Cidr;
import io.enikit.store.PoolStore;
import io.enikit.store.StoredPool;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicLong;
import java.util.logging.Logger;
import javax.sql.DataSource;

/**
 * How many allocations a second processes get out of one pool, a stored one beside one that is a single row, and beside a
 * pool of threads that is not stored.
 *
 * <p>Each thread allocates a /32 and releases its oldest one beyond twenty; half of the addresses up to the last live one
 * are free, every other one. PostgreSQL is measured where ENI_POSTGRES_URL names one.
 */
final class StoreThroughput {
    private static final String SHARED = "shared";
    private static final String BLOB = "blob";
    private static final String STORE = "store";
    private static final long WARM_UP_MILLIS = 3_000;

    private final PrintWriter out;
    private final Path folder;
    private final int seconds;

    private StoreThroughput(PrintWriter out, Path folder, int seconds) {
        this.out = out;
        this.folder = folder;
        this.seconds = seconds;
    }

    static void measure(PrintWriter out, int seconds, int[] lives)
            throws IOException, InterruptedException, SQLException {
        Path folder = Files.createTempDirectory("eni-store-throughput");
        StoreThroughput throughput = new StoreThroughput(out, folder, seconds);
        out.printf(Locale.ROOT, "an fsync of 4 KiB takes %.2f ms (median of 200)%n", throughput.fsyncMillis());
        out.println("design engine live processes x threads: allocations/s (least..most of a process), ratio to blob");
        for (int live : lives) {
            throughput.row(SHARED, "memory", live, 1, 16, 0);
            List<String> engines = new ArrayList<>(List.of("jdbc:sqlite:"));
            if (System.getenv("ENI_POSTGRES_URL") != null) {
                engines.add(System.getenv("ENI_POSTGRES_URL"));
            }
            for (String engine : engines) {
                for (int[] size : new int[][] {{1, 1}, {1, 16}, {8, 1}, {8, 2}}) {
                    double blob = throughput.row(BLOB, engine, live, size[0], size[1], 0);
                    throughput.row(STORE, engine, live, size[0], size[1], blob);
                }
            }
        }
        out.printf(Locale.ROOT, "an fsync of 4 KiB takes %.2f ms (median of 200)%n", throughput.fsyncMillis());
        out.flush();
    }

    private double fsyncMillis() throws IOException {
        long[] times = new long[200];
        try (FileChannel file =
                FileChannel.open(folder.resolve("fsync"), StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            for (int i = 0; i < times.length; i++) {
                file.write(ByteBuffer.allocate(4096));
                long start = System.nanoTime();
                file.force(false);
                times[i] = System.nanoTime() - start;
            }
        }
        Arrays.sort(times);
        return times[times.length / 2] / 1e6;
    }

    private static CidrPool pool(int live) {
        Cidr block = Cidr.parse("10.0.0.0/14");
        PoolBuilder builder = CidrPool.of(block).toBuilder();
        for (int i = 0; i < live; i++) {
            builder.addAllocation(Cidr.from(block.first().plus(2L * i)), "", "", i + 1L);
        }
        return builder.build();
    }

    private double row(String design, String engine, int live, int processes, int threads, double peer)
            throws IOException, InterruptedException, SQLException {
        String place = place(design, engine, live);
        List<Process> children = new ArrayList<>();
        for (int i = 0; i < processes; i++) {
            children.add(new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-cp",
                            System.getProperty("java.class.path"),
                            StoreThroughput.class.getName(),
                            design,
                            place,
                            String.valueOf(live),
                            String.valueOf(threads),
                            String.valueOf(seconds))
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start());
        }
        List<BufferedReader> answers = new ArrayList<>();
        for (Process child : children) {
            answers.add(child.inputReader(StandardCharsets.UTF_8));
        }
        for (BufferedReader answer : answers) {
            answer.readLine();
        }
        long start = System.currentTimeMillis() + 500;
        for (Process child : children) {
            try (Writer go = child.outputWriter(StandardCharsets.UTF_8)) {
                go.write(start + "\n");
            }
        }
        List<Long> counts = new ArrayList<>();
        for (BufferedReader answer : answers) {
            counts.add(Long.parseLong(answer.readLine()));
        }
        for (Process child : children) {
            child.waitFor();
        }
        double rate = counts.stream().mapToLong(Long::longValue).sum() / (double) seconds;
        long least = counts.stream().mapToLong(Long::longValue).min().orElseThrow();
        long most = counts.stream().mapToLong(Long::longValue).max().orElseThrow();
        out.printf(
                Locale.ROOT,
                "%-6s %-10s %6d %d x %2d: %9.1f (%d..%d)%s%n",
                design,
                engine.startsWith("jdbc:") ? engine.split(":", -1)[1] : engine,
                live,
                processes,
                threads,
                rate,
                least,
                most,
                peer > 0 ? String.format(Locale.ROOT, ", %.0f times the blob", rate / peer) : "");
        out.flush();
        return rate;
    }

    private String place(String design, String engine, int live) throws IOException, SQLException {
        boolean sqlite = engine.equals("jdbc:sqlite:");
        String place = sqlite ? engine + Files.createTempDirectory(folder, "db").resolve("ipam.db") : engine;
        if (design.equals(BLOB)) {
            BlobPool.create(place, pool(live));
        } else if (design.equals(STORE)) {
            if (!sqlite) {
                PoolStore.createTables(new Url(place));
            }
            try (PoolStore store = store(place)) {
                store.create("p" + System.nanoTime(), pool(live));
            }
        }
        return place;
    }

    private static PoolStore store(String place) {
        return place.startsWith("jdbc:sqlite:")
                ? PoolStore.open(Path.of(place.substring("jdbc:sqlite:".length())))
                : PoolStore.of(new Url(place));
    }

    /** A user of a pool. */
    private interface User {
        Allocation allocate() throws SQLException;

        void release(Allocation allocation) throws SQLException;
    }

    /**
     * Measures one process: design, place, live grants, threads, seconds; the time to start comes on the standard input.
     *
     * @param arguments as above
     * @throws Exception if anything fails
     */
    public static void main(String[] arguments) throws Exception {
        int live = Integer.parseInt(arguments[2]);
        switch (arguments[0]) {
            case SHARED -> {
                SharedPool pool = SharedPool.of(pool(live));
                count(arguments, new User() {
                    @Override
                    public Allocation allocate() {
                        return pool.allocate(32).orElseThrow();
                    }

                    @Override
                    public void release(Allocation allocation) {
                        pool.release(allocation);
                    }
                });
            }
            case BLOB -> {
                BlobPool pool = BlobPool.open(arguments[1]);
                count(arguments, new User() {
                    @Override
                    public Allocation allocate() throws SQLException {
                        return pool.allocate(32);
                    }

                    @Override
                    public void release(Allocation allocation) throws SQLException {
                        pool.release(allocation);
                    }
                });
            }
            default -> {
                try (PoolStore store = store(arguments[1])) {
                    StoredPool pool = store.pool(
                            store.names().stream().max(String::compareTo).orElseThrow());
                    count(arguments, new User() {
                        @Override
                        public Allocation allocate() {
                            return pool.allocate(32).orElseThrow();
                        }

                        @Override
                        public void release(Allocation allocation) {
                            pool.release(allocation);
                        }
                    });
                }
            }
        }
        System.exit(0);
    }

    private static void count(String[] arguments, User user) throws InterruptedException, IOException {
        int threads = Integer.parseInt(arguments[3]);
        System.out.println("ready");
        long start =
                Long.parseLong(new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8)).readLine());
        long end = start + WARM_UP_MILLIS + 1_000L * Integer.parseInt(arguments[4]);
        Thread.sleep(Math.max(0, start - System.currentTimeMillis()));
        AtomicLong count = new AtomicLong();
        List<Thread> all = new ArrayList<>();
        for (int i = 0; i < threads; i++) {
            Thread thread = new Thread(() -> {
                Deque<Allocation> held = new ArrayDeque<>();
                try {
                    while (System.currentTimeMillis() < end) {
                        held.add(user.allocate());
                        long now = System.currentTimeMillis();
                        if (now >= start + WARM_UP_MILLIS && now < end) {
                            count.incrementAndGet();
                        }
                        if (held.size() > 20) {
                            user.release(held.remove());
                        }
                    }
                } catch (SQLException e) {
                    throw new IllegalStateException(e);
                }
            });
            all.add(thread);
            thread.start();
        }
        for (Thread each : all) {
            each.join();
        }
        System.out.println(count.get());
    }

    /** New connections of the driver. */
    private record Url(String url) implements DataSource {
        @Override
        public Connection getConnection() throws SQLException {
            return DriverManager.getConnection(url);
        }

        @Override
        public Connection getConnection(String user, String password) throws SQLException {
            return DriverManager.getConnection(url, user, password);
        }

        @Override
        public PrintWriter getLogWriter() {
            return new PrintWriter(System.err, true, StandardCharsets.UTF_8);
        }

        @Override
        public void setLogWriter(PrintWriter out) {}

        @Override
        public void setLoginTimeout(int seconds) {}

        @Override
        public int getLoginTimeout() {
            return 0;
        }

        @Override
        public Logger getParentLogger() throws SQLFeatureNotSupportedException {
            throw new SQLFeatureNotSupportedException();
        }

        @Override
        public <T> T unwrap(Class<T> type) throws SQLException {
            throw new SQLException("not a wrapper for " + type);
        }

        @Override
        public boolean isWrapperFor(Class<?> type) {
            return false;
        }
    }
}
