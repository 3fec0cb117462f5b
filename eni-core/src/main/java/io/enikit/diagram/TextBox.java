package io.enikit.diagram;

import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.List;

/**
 * A box of text with a title in its upper edge, or, without a title, what would be in it.
 *
 * <p>What is in it has keys, by which two pictures are laid side by side.
 */
final class TextBox implements TextItem {
    private final String key;
    private final String title;
    private final List<TextItem> items = new ArrayList<>();

    TextBox(String key, String title) {
        this.key = key;
        this.title = Labels.line(title);
    }

    @Override
    public String key() {
        return key;
    }

    String title() {
        return title;
    }

    List<TextItem> items() {
        return items;
    }

    void add(TextItem item) {
        items.add(item);
    }

    void addLine(String lineKey, String line) {
        add(new TextTable(lineKey, List.of(new TextTable.Row(lineKey, List.of(line)))));
    }

    boolean hasFrame() {
        return !title.isEmpty();
    }

    @Override
    public List<String> draw() {
        List<String> lines =
                items.stream().flatMap(item -> item.draw().stream()).toList();
        if (!hasFrame()) {
            return lines;
        }
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

    static String pad(String text, int width) {
        return text + " ".repeat(width - width(text));
    }

    /** Returns how many columns a text takes; signs of East Asia and emoji take two. */
    static int width(String text) {
        return text.codePoints().map(each -> isWide(each) ? 2 : 1).sum();
    }

    private static boolean isWide(int codePoint) {
        return codePoint >= 0x1100
                && (codePoint <= 0x115F
                        || (codePoint >= 0x2E80 && codePoint <= 0xA4CF)
                        || (codePoint >= 0xAC00 && codePoint <= 0xD7A3)
                        || (codePoint >= 0xF900 && codePoint <= 0xFAFF)
                        || (codePoint >= 0xFE30 && codePoint <= 0xFE6F)
                        || (codePoint >= 0xFF00 && codePoint <= 0xFF60)
                        || (codePoint >= 0x1F300 && codePoint <= 0x1FAFF)
                        || (codePoint >= 0x20000 && codePoint <= 0x3FFFD));
    }
}
