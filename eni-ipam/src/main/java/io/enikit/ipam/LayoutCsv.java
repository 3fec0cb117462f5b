package io.enikit.ipam;

import io.enikit.ipam.LayoutEntries.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A layout as comma-separated values: a header, then a line for each block and name. */
final class LayoutCsv implements LayoutFormat.Form {
    private static final String HEADER = "kind,name,value";
    private static final int COLUMNS = 3;

    @Override
    public String write(LayoutEntries entries) {
        StringBuilder csv = new StringBuilder(HEADER).append('\n');
        entries.blocks().forEach(block -> csv.append("block,,").append(block).append('\n'));
        for (Kind kind : Kind.values()) {
            for (Map.Entry<String, String> each : entries.of(kind).entrySet()) {
                csv.append(kind.word()).append(',').append(cell(each.getKey())).append(',');
                csv.append(each.getValue()).append('\n');
            }
        }
        return csv.toString();
    }

    private static String cell(String text) {
        boolean plain = text.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r')
                && text.equals(text.strip());
        return plain ? text : "\"" + text.replace("\"", "\"\"") + "\"";
    }

    @Override
    public LayoutEntries read(String text) {
        List<List<String>> rows = rows(text);
        if (rows.isEmpty() || !String.join(",", rows.get(0)).equals(HEADER)) {
            throw IpamTextException.of("not a layout", "expected the header " + HEADER);
        }
        LayoutEntries entries = new LayoutEntries();
        for (int i = 1; i < rows.size(); i++) {
            List<String> row = rows.get(i);
            @Nullable Kind kind = row.size() == COLUMNS ? Kind.of(row.get(0)) : null;
            if (kind == null) {
                throw IpamTextException.of("not a layout", "row " + (i + 1) + ": expected kind, name and value");
            }
            if (kind == Kind.BLOCK) {
                entries.addBlock(row.get(2));
            } else {
                entries.put(kind, row.get(1), row.get(2));
            }
        }
        return entries;
    }

    private static List<List<String>> rows(String text) {
        List<List<String>> rows = new ArrayList<>();
        List<String> row = new ArrayList<>();
        StringBuilder cell = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"') {
                boolean doubled = quoted && i + 1 < text.length() && text.charAt(i + 1) == '"';
                if (doubled) {
                    cell.append(c);
                    i++;
                } else {
                    quoted = !quoted;
                }
            } else if (quoted || (c != ',' && c != '\n' && c != '\r')) {
                cell.append(c);
            } else if (c != '\r') {
                row.add(cell.toString());
                cell.setLength(0);
                if (c == '\n') {
                    add(row, rows);
                    row = new ArrayList<>();
                }
            }
        }
        if (quoted) {
            throw IpamTextException.of("not a layout", "a quotation mark is missing");
        }
        row.add(cell.toString());
        add(row, rows);
        return rows;
    }

    private static void add(List<String> row, List<List<String>> rows) {
        if (row.size() > 1 || !row.get(0).isEmpty()) {
            rows.add(row);
        }
    }
}
