package io.enikit.diagram;

import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.List;

/** A box of text with a title in its upper edge. */
final class TextBox {
    private final String title;
    private final List<String> lines = new ArrayList<>();

    TextBox(String title) {
        this.title = title;
    }

    void add(String line) {
        lines.add(line);
    }

    void add(TextBox inner) {
        lines.addAll(inner.draw());
    }

    /** Adds rows whose cells stand in columns. */
    void addTable(List<List<String>> rows) {
        List<Integer> widths = new ArrayList<>();
        for (List<String> row : rows) {
            for (int i = 0; i < row.size(); i++) {
                if (i == widths.size()) {
                    widths.add(0);
                }
                widths.set(i, Math.max(widths.get(i), width(row.get(i))));
            }
        }
        for (List<String> row : rows) {
            StringBuilder line = new StringBuilder();
            for (int i = 0; i < row.size(); i++) {
                line.append(pad(row.get(i), widths.get(i))).append("  ");
            }
            lines.add(line.toString().stripTrailing());
        }
    }

    List<String> draw() {
        int inner = lines.stream().mapToInt(TextBox::width).max().orElse(0);
        int width = Math.max(inner, width(title) + 2);
        ImmutableList.Builder<String> drawn = ImmutableList.builder();
        drawn.add("┌─ " + title + " " + "─".repeat(width - width(title) - 1) + "┐");
        for (String line : lines) {
            drawn.add("│ " + pad(line, width) + " │");
        }
        drawn.add("└" + "─".repeat(width + 2) + "┘");
        return drawn.build();
    }

    private static String pad(String text, int width) {
        return text + " ".repeat(width - width(text));
    }

    private static int width(String text) {
        return text.codePointCount(0, text.length());
    }
}
