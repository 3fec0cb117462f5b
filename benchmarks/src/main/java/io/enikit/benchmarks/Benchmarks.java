package io.enikit.benchmarks;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

/**
 * Runs the benchmarks and prints one line a row: every peer with ns/op and B/op, and the ratio to the best peer.
 *
 * <p>Methods are named {@code row_peer}; {@code eni} is this library. Arguments: {@code short} for a few minutes, and a
 * regular expression that picks rows; or {@code habit} alone, for the rows that {@link Habit} keeps and a comparison with
 * them; or {@code load} alone, for {@link FreshLoads}, or {@code store} alone, for {@link StoreThroughput}.
 */
public final class Benchmarks {
    private static final String OURS = "eni";

    private Benchmarks() {}

    /**
     * Runs and prints.
     *
     * @param arguments {@code short}, or nothing, and a regular expression of rows; or {@code habit}, {@code load} or
     *     {@code store}
     * @throws RunnerException if a benchmark fails
     * @throws IOException if a JVM cannot be started
     * @throws InterruptedException if the thread is interrupted
     * @throws SQLException if a database fails
     */
    public static void main(String[] arguments)
            throws RunnerException, IOException, InterruptedException, SQLException {
        if (List.of(arguments).equals(List.of("load"))) {
            System.out.println(FreshLoads.measure());
            return;
        }
        if (List.of(arguments).equals(List.of("store"))) {
            StoreThroughput.measure(
                    new PrintWriter(System.out, true, StandardCharsets.UTF_8), 5, new int[] {0, 65_536});
            return;
        }
        if (List.of(arguments).equals(List.of("habit"))) {
            Habit habit = Habit.kept();
            System.out.print(habit.compared(cells(run(habit.methods(), 3, 500))));
            return;
        }
        boolean brief = false;
        String rows = ".*";
        for (String argument : arguments) {
            if (argument.equals("short")) {
                brief = true;
            } else {
                rows = argument;
            }
        }
        String methods = "(" + rows + ")_.*";
        System.out.print(table(cells(brief ? run(methods, 2, 400) : run(methods, 5, 1000))));
    }

    private static Collection<RunResult> run(String methods, int warmups, int milliseconds) throws RunnerException {
        Collection<RunResult> results = new Runner(new OptionsBuilder()
                        .include("io\\.enikit\\.benchmarks\\..*\\.(" + methods + ")$")
                        .mode(Mode.AverageTime)
                        .timeUnit(TimeUnit.NANOSECONDS)
                        .addProfiler(GCProfiler.class)
                        .jvmArgs("-Xms2g", "-Xmx2g", "-XX:+UseParallelGC")
                        .shouldFailOnError(true)
                        .forks(1)
                        .warmupIterations(warmups)
                        .warmupTime(TimeValue.milliseconds(milliseconds))
                        .measurementIterations(Math.max(3, warmups))
                        .measurementTime(TimeValue.milliseconds(milliseconds))
                        .build())
                .run();
        System.out.println();
        return results;
    }

    /** The time of the fastest iteration, and the bytes of all; on a busy machine the fastest is the truest. */
    record Cell(double nanoseconds, double bytes) {}

    private static Map<String, Map<String, Cell>> cells(Collection<RunResult> results) {
        Map<String, Map<String, Cell>> rows = new LinkedHashMap<>();
        for (RunResult result : results) {
            String name = result.getPrimaryResult().getLabel();
            int split = name.indexOf('_');
            Result<?> bytes = result.getSecondaryResults().get("gc.alloc.rate.norm");
            rows.computeIfAbsent(name.substring(0, split), row -> new TreeMap<>())
                    .put(
                            name.substring(split + 1),
                            new Cell(
                                    result.getPrimaryResult().getStatistics().getMin(),
                                    bytes == null ? Double.NaN : bytes.getScore()));
        }
        return rows;
    }

    /** The table in Markdown. */
    static String table(Map<String, Map<String, Cell>> rows) {
        StringBuilder out =
                new StringBuilder("| row | eni ns/op | B/op | best peer | ns/op | B/op | ratio | others |\n");
        out.append("|---|---:|---:|---|---:|---:|---:|---|\n");
        rows.forEach((row, peers) -> {
            Cell ours = peers.get(OURS);
            List<Map.Entry<String, Cell>> others = peers.entrySet().stream()
                    .filter(peer -> !peer.getKey().equals(OURS))
                    .toList();
            if (ours == null || others.isEmpty()) {
                return;
            }
            Map.Entry<String, Cell> best =
                    Collections.min(others, Comparator.comparingDouble(peer -> peer.getValue().nanoseconds));
            out.append("| ").append(row).append(cell(ours));
            out.append(" | ").append(best.getKey()).append(cell(best.getValue()));
            out.append(" | **").append(ratio(best.getValue(), ours)).append("** |");
            for (Map.Entry<String, Cell> other : others) {
                if (!other.equals(best)) {
                    out.append(' ').append(other.getKey()).append(' ').append(ratio(other.getValue(), ours));
                }
            }
            out.append(" |\n");
        });
        return out.toString();
    }

    private static String cell(Cell cell) {
        return " | " + number(cell.nanoseconds) + " | " + String.format(Locale.ROOT, "%,.0f", cell.bytes);
    }

    static String ratio(Cell peer, Cell ours) {
        return number(peer.nanoseconds / ours.nanoseconds) + "×";
    }

    static String number(double value) {
        return String.format(Locale.ROOT, value < 100 ? "%,.1f" : "%,.0f", value);
    }
}
