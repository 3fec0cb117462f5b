package io.enikit.benchmarks;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import com.google.common.base.Splitter;
import com.google.common.io.Resources;
import io.enikit.benchmarks.Benchmarks.Cell;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The rows that matter, as they were when {@code habit.tsv} was last written, beside a run of now.
 *
 * <p>Only ratios to a peer in the same run and bytes are compared, since times of two machines or hours say nothing. A
 * ratio is worse if it lost more than {@value #NOISE} times, bytes are more if they grew by more than a tenth.
 */
final class Habit {
    /** Two runs of the same code were this far apart on a busy machine. */
    static final double NOISE = 1.3;

    private static final double MORE_BYTES = 1.1;

    private final List<Row> rows;

    private Habit(List<Row> rows) {
        this.rows = rows;
    }

    /**
     * A row as it was.
     *
     * @param name the row
     * @param peer with what it is compared
     * @param ratio the peer's time by ours
     * @param bytes what ours allocated
     */
    private record Row(String name, String peer, double ratio, double bytes) {
        static Row parse(String line) {
            List<String> cells = Splitter.on('\t').splitToList(line);
            return new Row(
                    cells.get(0), cells.get(1), Double.parseDouble(cells.get(2)), Double.parseDouble(cells.get(3)));
        }

        private String line() {
            return String.format(Locale.ROOT, "%s\t%s\t%.2f\t%.0f%n", name, peer, ratio, bytes);
        }

        private String verdict(Row now) {
            String time = now.ratio * NOISE < ratio ? "slower" : now.ratio > ratio * NOISE ? "faster" : "";
            String space = now.bytes > bytes * MORE_BYTES + 1 ? "more bytes" : "";
            return time + (time.isEmpty() || space.isEmpty() ? "" : ", ") + space;
        }
    }

    /** {@return the rows of the last table} */
    static Habit kept() throws IOException {
        return parse(Resources.toString(Resources.getResource(Habit.class, "habit.tsv"), UTF_8));
    }

    /** Reads a table: row, peer, ratio and bytes, with tabs between them. */
    static Habit parse(String table) {
        return new Habit(table.lines().map(Row::parse).collect(Collectors.toUnmodifiableList()));
    }

    /** {@return a regular expression of the methods to run} */
    String methods() {
        return rows.stream().map(row -> row.name + "_(eni|" + row.peer + ")").collect(Collectors.joining("|"));
    }

    /**
     * Compares.
     *
     * @param cells the run of now
     * @return a table in Markdown, and the lines to keep in place of the last ones
     */
    String compared(Map<String, Map<String, Cell>> cells) {
        StringBuilder out = new StringBuilder("| row | peer | ratio then | ratio now | B/op then | B/op now | |\n");
        out.append("|---|---|---:|---:|---:|---:|---|\n");
        StringBuilder lines = new StringBuilder();
        for (Row then : rows) {
            Map<String, Cell> measured = requireNonNull(cells.get(then.name), then.name);
            Cell ours = requireNonNull(measured.get("eni"), then.name);
            Cell peer = requireNonNull(measured.get(then.peer), then.peer);
            Row now = new Row(then.name, then.peer, peer.nanoseconds() / ours.nanoseconds(), ours.bytes());
            out.append(String.format(
                    Locale.ROOT,
                    "| %s | %s | %.2f× | %.2f× | %,.0f | %,.0f | %s |%n",
                    then.name,
                    then.peer,
                    then.ratio,
                    now.ratio,
                    then.bytes,
                    now.bytes,
                    then.verdict(now)));
            lines.append(now.line());
        }
        return out.append('\n').append(lines).toString();
    }
}
