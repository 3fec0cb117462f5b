package io.enikit.ipam;

import io.enikit.ipam.LineReader.Line;
import io.enikit.net.Cidr;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The text form of a layout: blocks, head-room, and the names' blocks, by address; then what has no room, by name. */
final class LayoutText {
    private static final String HEADER = "eni-layout 1";
    private static final List<String> WORDS =
            List.of("block", "head-room", "cidr", "impossible", "impossible-head-room");

    private final LineReader lines;
    private final List<Line<Cidr>> blocks = new ArrayList<>();
    private final List<Line<Named>> headRoom = new ArrayList<>();
    private final List<Line<Named>> cidrs = new ArrayList<>();
    private final Map<String, Integer> missing = new TreeMap<>();
    private final Map<String, Integer> missingRooms = new TreeMap<>();
    private int step;
    private String lastMissing = "";

    private record Named(String name, Cidr cidr) {}

    private LayoutText(CharSequence text) {
        lines = new LineReader("not a layout", HEADER, text);
    }

    static String write(CidrLayout layout) {
        StringBuilder text = new StringBuilder(HEADER);
        layout.blocks().forEach(block -> text.append("\nblock ").append(block));
        write(text, "head-room", layout.headRoom());
        write(text, "cidr", layout.cidrs());
        writeMissing(text, "impossible", layout.missing());
        writeMissing(text, "impossible-head-room", layout.missingRooms());
        return text.append("\nend\n").toString();
    }

    private static void write(StringBuilder text, String word, Map<String, Cidr> cidrs) {
        cidrs.entrySet().stream()
                .sorted(Map.Entry.comparingByValue())
                .forEach(entry -> text.append('\n')
                        .append(word)
                        .append(' ')
                        .append(entry.getValue())
                        .append(' ')
                        .append(NameText.escape(entry.getKey())));
    }

    private static void writeMissing(StringBuilder text, String word, Map<String, Integer> missing) {
        missing.forEach((name, length) -> text.append('\n')
                .append(word)
                .append(' ')
                .append(length)
                .append(' ')
                .append(NameText.escape(name)));
    }

    static CidrLayout read(CharSequence text) {
        LayoutText reader = new LayoutText(text);
        while (reader.lines.next()) {
            reader.line();
        }
        return reader.layout();
    }

    private void line() {
        String word = lines.word();
        int place = WORDS.indexOf(word);
        if (place < 0) {
            lines.fault("unknown word: \"" + word + "\"");
            return;
        }
        if (place < step) {
            lines.fault("out of order: \"" + word + "\"");
        } else if (place > step) {
            lastMissing = "";
        }
        step = Math.max(step, place);
        String[] fields = lines.arguments(place == 0 ? 1 : 2);
        if (fields == null) {
            return;
        }
        switch (word) {
            case "block" -> lines.add(blocks, lines.cidr(fields[0]));
            case "head-room" -> named(headRoom, lines.cidr(fields[0]), lines.name(fields[1]));
            case "cidr" -> named(cidrs, lines.cidr(fields[0]), lines.name(fields[1]));
            case "impossible" -> missing(missing, fields);
            default -> missing(missingRooms, fields);
        }
    }

    private void named(List<Line<Named>> list, @Nullable Cidr cidr, @Nullable String name) {
        if (cidr == null || name == null) {
            return;
        }
        lines.checkOrder(
                list.isEmpty() ? null : list.get(list.size() - 1).value().cidr(), cidr);
        for (Line<Named> other : list) {
            if (other.value().name().equals(name)) {
                lines.fault(name + " has " + other.value().cidr() + " already");
            }
        }
        list.add(new Line<>(lines.lineNumber(), new Named(name, cidr)));
    }

    private void missing(Map<String, Integer> map, String[] fields) {
        int bits = blocks.isEmpty() ? 128 : blocks.get(0).value().family().bits();
        long length = lines.number(fields[0], bits);
        String name = lines.name(fields[1]);
        if (name != null) {
            if (name.compareTo(lastMissing) <= 0) {
                lines.fault(name + " belongs before " + lastMissing);
            }
            lastMissing = name;
            map.put(name, (int) length);
        }
    }

    private CidrLayout layout() {
        List<Cidr> roots = blocks.stream().map(Line::value).toList();
        String fault = Space.faultOf(roots);
        if (fault != null) {
            lines.fault(fault);
        }
        checkInside(roots, headRoom);
        checkInside(roots, cidrs);
        for (Line<Named> room : headRoom) {
            checkRoom(room.value());
        }
        lines.finish();
        Map<String, Cidr> byName = toMap(cidrs);
        Map<String, Cidr> byGroup = toMap(headRoom);
        CidrLayout layout = CidrLayout.planned(roots, byName, byGroup, missing, missingRooms);
        if (!layout.isWhole()) {
            lines.fault("what is said to be impossible is not");
            lines.finish();
        }
        return layout;
    }

    private void checkInside(List<Cidr> roots, List<Line<Named>> list) {
        for (Line<Named> line : list) {
            Cidr cidr = line.value().cidr();
            if (roots.stream().noneMatch(root -> root.contains(cidr))) {
                lines.faultAt(line.number(), cidr + " is not in a block of the layout");
            }
        }
    }

    /** In head-room there are only blocks of its group. */
    private void checkRoom(Named room) {
        for (Line<Named> line : cidrs) {
            Named named = line.value();
            boolean mayBe = room.cidr().contains(named.cidr()) && Rooms.isIn(named.name(), room.name());
            if (room.cidr().overlaps(named.cidr()) && !mayBe) {
                lines.faultAt(line.number(), named.cidr() + " is in the head-room of " + room.name());
            }
        }
    }

    private static Map<String, Cidr> toMap(List<Line<Named>> list) {
        Map<String, Cidr> map = new TreeMap<>(Comparator.naturalOrder());
        list.forEach(line -> map.put(line.value().name(), line.value().cidr()));
        return map;
    }
}
