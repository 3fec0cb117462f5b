package io.enikit.diagram;

import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Rows whose cells stand in columns.
 *
 * @param key what tells it from all others around it
 * @param rows the rows
 * @param widths how wide each column is at least
 */
record TextTable(String key, List<Row> rows, List<Integer> widths) implements TextItem {
    /** A row; one without cells is a blank line. */
    record Row(String key, List<String> cells) {
        Row {
            cells = cells.stream().map(Labels::line).toList();
        }
    }

    TextTable(String key, List<Row> rows) {
        this(key, rows, widths(rows.stream()));
    }

    static List<Integer> widths(Stream<Row> rows) {
        List<Integer> widths = new ArrayList<>();
        rows.forEach(row -> {
            for (int i = 0; i < row.cells().size(); i++) {
                if (i == widths.size()) {
                    widths.add(0);
                }
                widths.set(i, Math.max(widths.get(i), TextBox.width(row.cells().get(i))));
            }
        });
        return widths;
    }

    @Override
    public List<String> draw() {
        ImmutableList.Builder<String> lines = ImmutableList.builder();
        for (Row row : rows) {
            StringBuilder line = new StringBuilder();
            for (int i = 0; i < row.cells().size(); i++) {
                line.append(TextBox.pad(row.cells().get(i), widths.get(i))).append("  ");
            }
            lines.add(line.toString().stripTrailing());
        }
        return lines.build();
    }
}
