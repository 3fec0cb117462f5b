package io.enikit.limits;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The limits of one instance type; a row of the bundled table is decoded when it is first asked for. */
final class TableRow {
    private static final byte[] NO_TABLE = {};
    private static final int MORE_THAN_ALL_TYPES = 4096;

    private final byte[] table;
    private final int start;
    private final int end;
    private Optional<InstanceLimits> limits; // empty until they are decoded

    private TableRow(byte[] table, int start, int end, Optional<InstanceLimits> limits) {
        this.table = table;
        this.start = start;
        this.end = end;
        this.limits = limits;
    }

    static TableRow of(InstanceLimits limits) {
        return new TableRow(NO_TABLE, 0, 0, Optional.of(limits));
    }

    /**
     * Finds the rows of a table, and decodes none of them.
     *
     * @param table a header, then one line a row, in the order of the names, each ended by a line feed, in ASCII
     * @return the rows by the name of their type, in the order of the table
     */
    static Map<String, TableRow> allOf(byte[] table) {
        Map<String, TableRow> rows = new LinkedHashMap<>(MORE_THAN_ALL_TYPES);
        for (int start = indexOf('\n', table, 0) + 1; start < table.length; ) {
            int endOfName = indexOf(',', table, start);
            int end = indexOf('\n', table, endOfName);
            rows.put(text(table, start, endOfName), new TableRow(table, start, end, Optional.empty()));
            start = end + 1;
        }
        return rows;
    }

    /** Searches bytes: in a program's first milliseconds, {@link String#indexOf} would take three times as long. */
    private static int indexOf(char sign, byte[] table, int from) {
        int index = from;
        while (table[index] != sign) {
            index++;
        }
        return index;
    }

    private static String text(byte[] table, int start, int end) {
        return new String(table, start, end - start, StandardCharsets.US_ASCII);
    }

    /**
     * Returns the limits, always the same optional once they are decoded.
     *
     * <p>Two threads may decode a row at once: the values are equal and immutable, so either may stay.
     */
    Optional<InstanceLimits> limits() {
        Optional<InstanceLimits> known = limits;
        if (known.isEmpty()) {
            known = Optional.of(RowDecoder.decode(text(table, start, end)));
            limits = known;
        }
        return known;
    }
}
