package io.enikit.diagram;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Two pictures of text side by side: what has the same key stands in the same line.
 *
 * <p>A sign in the margin tells what has become of a line: {@code +} only after, {@code -} only before, {@code ~}
 * different, or elsewhere on the other side.
 */
final class TextPair {
    private static final String BETWEEN = "   ";
    private static final char SAME = ' ';
    private static final char DIFFERENT = '~';
    private static final TextTable.Row BLANK = new TextTable.Row("", List.of());

    private final Set<String> keysBefore = new HashSet<>();
    private final Set<String> keysAfter = new HashSet<>();
    private final Set<String> changed;
    private final StringBuilder signs = new StringBuilder();
    private final TextBox left = new TextBox("", "");
    private final TextBox right = new TextBox("", "");

    /**
     * Lays two pictures side by side.
     *
     * @param changed the keys of what differs even if its lines look the same
     */
    TextPair(TextBox before, TextBox after, Set<String> changed) {
        this.changed = changed;
        collectKeys(before, keysBefore);
        collectKeys(after, keysAfter);
        alignItems(before, after, left, right);
    }

    private static void collectKeys(TextItem item, Set<String> keys) {
        keys.add(item.key());
        if (item instanceof TextBox box) {
            box.items().forEach(inner -> collectKeys(inner, keys));
        } else if (item instanceof TextTable table) {
            table.rows().forEach(row -> keys.add(row.key()));
        }
    }

    /** Returns the lines of both, with what is said above each. */
    List<String> draw(String titleBefore, String titleAfter) {
        List<String> linesBefore = left.draw();
        List<String> linesAfter = right.draw();
        int width = Math.max(
                TextBox.width(titleBefore),
                linesBefore.stream().mapToInt(TextBox::width).max().orElse(0));
        List<String> lines = new ArrayList<>();
        lines.add("  " + TextBox.pad(titleBefore, width) + BETWEEN + titleAfter);
        for (int i = 0; i < linesBefore.size(); i++) {
            String line = signs.charAt(i) + " " + TextBox.pad(linesBefore.get(i), width) + BETWEEN + linesAfter.get(i);
            lines.add(line.stripTrailing());
        }
        return lines;
    }

    private void alignItems(TextBox before, TextBox after, TextBox newBefore, TextBox newAfter) {
        Map<String, TextItem> old = byKey(before.items(), TextItem::key);
        Map<String, TextItem> current = byKey(after.items(), TextItem::key);
        for (String key : merged(old.keySet(), current.keySet())) {
            @Nullable TextItem was = old.get(key);
            @Nullable TextItem is = current.get(key);
            if (was instanceof TextTable oldTable && is instanceof TextTable table) {
                alignRows(oldTable, table, newBefore, newAfter);
            } else if (was instanceof TextBox oldBox && is instanceof TextBox box) {
                alignBoxes(oldBox, box, newBefore, newAfter);
            } else if (was != null) {
                addAlone(was, '-', keysAfter, newBefore, newAfter);
            } else if (is != null) {
                addAlone(is, '+', keysBefore, newAfter, newBefore);
            }
        }
    }

    private void alignBoxes(TextBox was, TextBox is, TextBox newBefore, TextBox newAfter) {
        TextBox before = new TextBox(was.key(), was.title());
        TextBox after = new TextBox(is.key(), is.title());
        signs.append(was.title().equals(is.title()) && !changed.contains(is.key()) ? SAME : DIFFERENT);
        alignItems(was, is, before, after);
        signs.append(SAME);
        newBefore.add(before);
        newAfter.add(after);
    }

    private void alignRows(TextTable was, TextTable is, TextBox newBefore, TextBox newAfter) {
        Map<String, TextTable.Row> old = byKey(was.rows(), TextTable.Row::key);
        Map<String, TextTable.Row> current = byKey(is.rows(), TextTable.Row::key);
        List<TextTable.Row> before = new ArrayList<>();
        List<TextTable.Row> after = new ArrayList<>();
        for (String key : merged(old.keySet(), current.keySet())) {
            TextTable.Row oldRow = old.getOrDefault(key, BLANK);
            TextTable.Row row = current.getOrDefault(key, BLANK);
            before.add(oldRow);
            after.add(row);
            if (!current.containsKey(key)) {
                signs.append(sign(oldRow.key(), '-', keysAfter));
            } else if (!old.containsKey(key)) {
                signs.append(sign(row.key(), '+', keysBefore));
            } else {
                signs.append(row.equals(oldRow) && !changed.contains(row.key()) ? SAME : DIFFERENT);
            }
        }
        List<Integer> widths = TextTable.widths(Stream.concat(before.stream(), after.stream()));
        newBefore.add(new TextTable(was.key(), before, widths));
        newAfter.add(new TextTable(is.key(), after, widths));
    }

    /** Adds what one side has, and blank lines to the other. */
    private void addAlone(TextItem item, char sign, Set<String> elsewhere, TextBox has, TextBox lacks) {
        has.add(item);
        lacks.add(new TextTable(item.key(), Collections.nCopies(item.draw().size(), BLANK)));
        addSigns(item, sign, elsewhere);
    }

    private void addSigns(TextItem item, char sign, Set<String> elsewhere) {
        if (item instanceof TextTable table) {
            table.rows().forEach(row -> signs.append(sign(row.key(), sign, elsewhere)));
        } else if (item instanceof TextBox box) {
            signs.append(sign(box.key(), sign, elsewhere));
            box.items().forEach(inner -> addSigns(inner, sign, elsewhere));
            signs.append(sign(box.key(), sign, elsewhere));
        }
    }

    private static char sign(String key, char sign, Set<String> elsewhere) {
        return elsewhere.contains(key) ? DIFFERENT : sign;
    }

    /** Returns what a key stands for; of those that share a key, which a plan with a fault may have, each gets one. */
    private static <T> Map<String, T> byKey(List<T> things, Function<T, String> keyOf) {
        Map<String, T> byKey = new LinkedHashMap<>();
        Map<String, Integer> more = new HashMap<>();
        for (T thing : things) {
            String key = keyOf.apply(thing);
            String unused = key;
            while (byKey.putIfAbsent(unused, thing) != null) {
                unused = key + "'" + more.merge(key, 1, Integer::sum);
            }
        }
        return byKey;
    }

    /** Returns all keys in the order after; one that was there before only stands behind the one it stood behind. */
    private static List<String> merged(Set<String> before, Set<String> after) {
        Map<String, List<String>> behind = new HashMap<>();
        String anchor = "";
        for (String key : before) {
            if (after.contains(key)) {
                anchor = key;
            } else {
                behind.computeIfAbsent(anchor, each -> new ArrayList<>()).add(key);
            }
        }
        List<String> merged = new ArrayList<>(behind.getOrDefault("", List.of()));
        for (String key : after) {
            merged.add(key);
            merged.addAll(behind.getOrDefault(key, List.of()));
        }
        return merged;
    }
}
