package io.enikit.ipam;

import com.google.common.base.Splitter;
import io.enikit.net.Cidr;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What a layout says, kind by kind, as texts. */
final class LayoutEntries {
    /** The kinds of entries, in the order of the text of a layout, with the word for each there. */
    enum Kind {
        BLOCK("block"),
        HEAD_ROOM("head-room"),
        CIDR("cidr"),
        IMPOSSIBLE("impossible"),
        IMPOSSIBLE_HEAD_ROOM("impossible-head-room");

        private final String word;

        Kind(String word) {
            this.word = word;
        }

        String word() {
            return word;
        }

        static @Nullable Kind of(String word) {
            for (Kind kind : values()) {
                if (kind.word.equals(word)) {
                    return kind;
                }
            }
            return null;
        }
    }

    private final List<String> blocks = new ArrayList<>();
    private final Map<Kind, Map<String, String>> named = new EnumMap<>(Kind.class);

    static LayoutEntries of(CidrLayout layout) {
        LayoutEntries entries = new LayoutEntries();
        layout.blocks().forEach(block -> entries.blocks.add(block.toString()));
        layout.headRoom().forEach((name, cidr) -> entries.put(Kind.HEAD_ROOM, name, cidr.toString()));
        layout.cidrs().forEach((name, cidr) -> entries.put(Kind.CIDR, name, cidr.toString()));
        layout.missing().forEach((name, length) -> entries.put(Kind.IMPOSSIBLE, name, length.toString()));
        layout.missingHeadRoom()
                .forEach((name, length) -> entries.put(Kind.IMPOSSIBLE_HEAD_ROOM, name, length.toString()));
        return entries;
    }

    List<String> blocks() {
        return blocks;
    }

    Map<String, String> of(Kind kind) {
        return named.computeIfAbsent(kind, unseen -> new TreeMap<>());
    }

    void addBlock(String block) {
        blocks.add(block);
    }

    void put(Kind kind, String name, String value) {
        if (of(kind).putIfAbsent(name, value) != null) {
            throw IpamTextException.of("not a layout", kind.word() + " " + name + " stands there twice");
        }
    }

    /** Makes the layout, by way of its text, which is checked in full. */
    CidrLayout layout() {
        StringBuilder text = new StringBuilder("eni-layout 1");
        blocks.stream()
                .sorted(BY_ADDRESS)
                .forEach(block -> text.append("\nblock ").append(word(block)));
        for (Kind kind : List.of(Kind.HEAD_ROOM, Kind.CIDR)) {
            of(kind).entrySet().stream()
                    .sorted(Map.Entry.comparingByValue(BY_ADDRESS))
                    .forEach(each -> line(text, kind, each.getValue(), each.getKey()));
        }
        for (Kind kind : List.of(Kind.IMPOSSIBLE, Kind.IMPOSSIBLE_HEAD_ROOM)) {
            of(kind).forEach((name, length) -> line(text, kind, length, name));
        }
        return CidrLayout.read(text.append("\nend\n"));
    }

    private static final Comparator<String> BY_ADDRESS = Comparator.comparing(
                    (String text) -> Cidr.tryParse(text).orElse(null), Comparator.nullsLast(Comparator.naturalOrder()))
            .thenComparing(Comparator.naturalOrder());

    private static void line(StringBuilder text, Kind kind, String value, String name) {
        text.append('\n')
                .append(kind.word())
                .append(' ')
                .append(word(value))
                .append(' ')
                .append(NameText.escape(name));
    }

    /** Keeps a value on its line, so that its fault is reported there. */
    private static String word(String value) {
        List<String> words = Splitter.onPattern("\\s").omitEmptyStrings().splitToList(value);
        return words.size() == 1 ? words.get(0) : "?";
    }
}
