package io.enikit.cli;

import com.google.common.base.Strings;
import java.util.List;

/** Lays out rows in columns. */
final class Columns {
    private static final String GAP = "  ";

    private Columns() {}

    /** Returns lines with aligned columns: numbers to the right, words to the left. */
    static String of(List<List<String>> rows) {
        int columns = rows.get(0).size();
        StringBuilder text = new StringBuilder();
        for (List<String> row : rows) {
            StringBuilder line = new StringBuilder();
            for (int i = 0; i < columns; i++) {
                String cell = row.get(i);
                line.append(i == 0 ? "" : GAP)
                        .append(
                                isNumeric(rows, i)
                                        ? Strings.padStart(cell, width(rows, i), ' ')
                                        : Strings.padEnd(cell, width(rows, i), ' '));
            }
            text.append(line.toString().stripTrailing()).append('\n');
        }
        return text.toString();
    }

    private static int width(List<List<String>> rows, int column) {
        return rows.stream().mapToInt(row -> row.get(column).length()).max().orElse(0);
    }

    private static boolean isNumeric(List<List<String>> rows, int column) {
        return rows.size() > 1
                && rows.stream().skip(1).map(row -> row.get(column)).allMatch(cell -> cell.matches("-|[0-9]+"));
    }
}
