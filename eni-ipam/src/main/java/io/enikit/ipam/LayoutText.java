package io.enikit.ipam;

import io.enikit.ipam.TextLines.Line;
import io.enikit.net.Cidr;
import io.enikit.net.IpFamily;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The text form of a layout: blocks, head-room and named blocks by address, then what did not fit, by name. */
final class LayoutText {
    private static final String HEADER = "eni-layout 1";
    private static final List<String> WORDS =
            List.of("block", "head-room", "cidr", "impossible", "impossible-head-room");

    private final TextLines lines;
    private final TextLines.Blocks blocks;
    private final NamedBlocks headRoom;
    private final NamedBlocks cidrs;
    private final Map<String, Integer> missing = new TreeMap<>();
    private final Map<String, Integer> missingHeadRoom = new TreeMap<>();
    private int step;
    private String lastMissing = "";

    private record Named(String name, Cidr cidr) {}

    /** Blocks, each with a different name. */
    private final class NamedBlocks {
        private final TextLines.Blocks order = lines.new Blocks();
        private final Map<String, Cidr> byName = new TreeMap<>();
        private final List<Line<Named>> all = new ArrayList<>();

        void add(String[] fields) {
            Optional<Cidr> cidr = lines.cidr(fields[0]);
            Optional<String> name = lines.name(fields[1]);
            cidr.ifPresent(order::add);
            if (cidr.isPresent() && name.isPresent()) {
                Cidr other = byName.putIfAbsent(name.get(), cidr.get());
                if (other != null) {
                    lines.fault(name.get() + " has " + other + " already");
                }
                all.add(new Line<>(lines.lineNumber(), new Named(name.get(), cidr.get())));
            }
        }
    }

    private LayoutText(CharSequence text) {
        lines = new TextLines("not a layout", HEADER, text);
        blocks = lines.new Blocks();
        headRoom = new NamedBlocks();
        cidrs = new NamedBlocks();
    }

    static String write(CidrLayout layout) {
        StringBuilder text = new StringBuilder(HEADER);
        layout.blocks().forEach(block -> text.append("\nblock ").append(block));
        write(text, "head-room", layout.headRoom());
        write(text, "cidr", layout.cidrs());
        writeMissing(text, "impossible", layout.missing());
        writeMissing(text, "impossible-head-room", layout.missingHeadRoom());
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
            case "block" -> lines.cidr(fields[0]).ifPresent(blocks::add);
            case "head-room" -> headRoom.add(fields);
            case "cidr" -> cidrs.add(fields);
            case "impossible" -> missing(missing, fields);
            default -> missing(missingHeadRoom, fields);
        }
    }

    private void missing(Map<String, Integer> map, String[] fields) {
        int bits = blocks.disjoint().stream()
                .mapToInt(block -> block.family().bits())
                .findFirst()
                .orElse(IpFamily.IPV6.bits());
        long length = lines.number(fields[0], bits);
        lines.name(fields[1]).ifPresent(name -> {
            if (name.compareTo(lastMissing) <= 0) {
                lines.fault(name + " belongs before " + lastMissing);
            }
            lastMissing = name;
            map.put(name, (int) length);
        });
    }

    private CidrLayout layout() {
        List<Cidr> roots = blocks.disjoint();
        String fault = PoolSpace.faultOf(roots);
        if (fault != null) {
            lines.fault(fault);
        }
        checkInside(roots, headRoom.all);
        checkInside(roots, cidrs.all);
        NavigableMap<Cidr, List<Line<Named>>> byCidr = byCidr();
        headRoom.all.forEach(room -> checkHeadRoom(room.value(), byCidr));
        lines.finish();
        CidrLayout layout = CidrLayout.planned(roots, cidrs.byName, headRoom.byName, missing, missingHeadRoom);
        if (!layout.isWhole()) {
            lines.fault("what is said to be impossible is not");
            lines.finish();
        }
        return layout;
    }

    private void checkInside(List<Cidr> roots, List<Line<Named>> list) {
        NavigableSet<Cidr> sorted = new TreeSet<>(roots);
        for (Line<Named> line : list) {
            Cidr cidr = line.value().cidr();
            @Nullable Cidr root = sorted.floor(cidr);
            if (root == null || !root.contains(cidr)) {
                lines.faultAt(line.number(), cidr + " is not in a block of the layout");
            }
        }
    }

    private NavigableMap<Cidr, List<Line<Named>>> byCidr() {
        NavigableMap<Cidr, List<Line<Named>>> byCidr = new TreeMap<>();
        for (Line<Named> line : cidrs.all) {
            byCidr.computeIfAbsent(line.value().cidr(), unseen -> new ArrayList<>())
                    .add(line);
        }
        return byCidr;
    }

    /** Checks that head-room holds only blocks of its group: those inside of it, and those around it. */
    private void checkHeadRoom(Named room, NavigableMap<Cidr, List<Line<Named>>> byCidr) {
        Cidr cidr = room.cidr();
        for (int length = 0; length < cidr.prefixLength(); length++) {
            byCidr.getOrDefault(Cidr.containing(cidr.first(), length), List.of())
                    .forEach(line -> checkHeadRoom(room, line));
        }
        byCidr.subMap(cidr, true, Cidr.from(cidr.last()), true)
                .values()
                .forEach(same -> same.forEach(line -> checkHeadRoom(room, line)));
    }

    private void checkHeadRoom(Named room, Line<Named> line) {
        Named named = line.value();
        if (!room.cidr().contains(named.cidr()) || !LayoutSpace.isIn(named.name(), room.name())) {
            lines.faultAt(line.number(), named.cidr() + " is in the head-room of " + room.name());
        }
    }
}
