package io.enikit.limits;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reads and writes whole tables in the format of the bundled one; {@link RowDecoder} describes its lines. */
final class TableFile {
    private TableFile() {}

    /**
     * Reads a whole table; throws {@link IllegalArgumentException} that names the line if one is not well-formed.
     *
     * <p>Lines may be in any order, and end in a line feed or in carriage return and line feed.
     */
    static List<InstanceLimits> read(String text) {
        List<InstanceLimits> rows = new ArrayList<>();
        List<String> lines = text.lines().toList();
        if (lines.isEmpty() || !lines.get(0).equals(header())) {
            throw new IllegalArgumentException("line 1: expected the header " + header());
        }
        for (int i = 1; i < lines.size(); i++) {
            try {
                rows.add(RowDecoder.decode(lines.get(i)));
            } catch (IllegalArgumentException e) {
                throw new IllegalArgumentException("line " + (i + 1) + ": " + e.getMessage(), e);
            }
        }
        return rows;
    }

    /** Writes a whole table, sorted by the names of the types, each line ended by a line feed. */
    static String write(InstanceTypes types) {
        StringBuilder text = new StringBuilder(header()).append('\n');
        types.stream().forEach(limits -> text.append(encode(limits)).append('\n'));
        return text.toString();
    }

    private static String header() {
        return Stream.of(Column.values()).map(Column::header).collect(Collectors.joining(","));
    }

    private static String encode(InstanceLimits limits) {
        return Stream.of(Column.values())
                .map(column -> plain(column.cell(limits)))
                .collect(Collectors.joining(","));
    }

    /** A table has no quotes, so what would need them is refused. */
    private static String plain(String cell) {
        for (int i = 0; i < cell.length(); i++) {
            char c = cell.charAt(i);
            if (c == ',' || c < ' ' || c > '~') {
                throw new IllegalArgumentException("a comma or a character beyond ASCII cannot be written: " + cell);
            }
        }
        return cell;
    }
}
