package io.enikit.cli;

import com.google.common.base.Strings;
import io.enikit.internal.VisibleText;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Lays out rows in columns. */
final class Columns {
    private static final String GAP = "  ";

    private Columns() {}

    /** Returns lines with aligned columns: numbers to the right, words to the left. Everything in them is seen. */
    static String of(List<List<String>> rows) {
        int columns = rows.get(0).size();
        int[] widths = new int[columns];
        boolean[] numeric = new boolean[columns];
        Arrays.fill(numeric, rows.size() > 1);
        List<List<String>> visible = new ArrayList<>();
        for (List<String> row : rows) {
            List<String> cells = row.stream().map(VisibleText::brief).toList();
            for (int i = 0; i < columns; i++) {
                widths[i] = Math.max(widths[i], cells.get(i).length());
                numeric[i] &= visible.isEmpty() || isNumber(cells.get(i));
            }
            visible.add(cells);
        }
        StringBuilder text = new StringBuilder();
        for (List<String> row : visible) {
            StringBuilder line = new StringBuilder();
            for (int i = 0; i < columns; i++) {
                String cell = row.get(i);
                line.append(i == 0 ? "" : GAP)
                        .append(
                                numeric[i]
                                        ? Strings.padStart(cell, widths[i], ' ')
                                        : Strings.padEnd(cell, widths[i], ' '));
            }
            text.append(line.toString().stripTrailing()).append('\n');
        }
        return text.toString();
    }

    private static boolean isNumber(String cell) {
        return cell.matches("-|[0-9]+");
    }
}
