package io.enikit.ipam;

import com.google.common.collect.ImmutableList;
import io.enikit.net.Cidr;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.NavigableSet;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Reads a text of lines, each a word and its fields, and collects everything that is wrong with it.
 *
 * <p>The first line names the format and its version; the last one is {@code end}, so that a text cut short is noticed.
 */
final class LineReader {
    private final String what;
    private final String[] lines;
    private final List<Fault> faults = new ArrayList<>();
    private int index;

    private record Fault(int line, String message) {}

    LineReader(String what, String header, CharSequence text) {
        this.what = what;
        String string = Objects.requireNonNull(text, "text").toString();
        lines = string.split("\n", -1);
        if (!lines[0].equals(header)) {
            checkHeader(header);
        }
        int last = lines.length - 1;
        if (last < 2 || !lines[last].isEmpty() || !lines[last - 1].equals("end")) {
            faultAt(
                    lines[last].isEmpty() && last > 0 ? last : last + 1,
                    "cut short: expected the line \"end\" as the last");
        }
    }

    /** Of another version nothing more can be said; where there is no header, all else is read as if there were. */
    private void checkHeader(String header) {
        faultAt(1, "expected \"" + header + "\"");
        if (lines[0].startsWith(header.substring(0, header.indexOf(' ') + 1))) {
            finish();
        }
        index = -1;
    }

    /** The blocks of all lines of a kind, which have to ascend and must not overlap. */
    final class Blocks {
        private final NavigableSet<Cidr> disjoint = new TreeSet<>();
        private @Nullable Cidr before;

        /** Notes a fault if the block of this line overlaps one before it, or belongs before the last one. */
        void add(Cidr cidr) {
            Optional<Cidr> overlapped = Space.overlapping(disjoint, cidr);
            if (overlapped.isPresent()) {
                fault(cidr + " overlaps " + overlapped.get());
                return;
            }
            if (before != null && before.compareTo(cidr) > 0) {
                fault(cidr + " belongs before " + before);
            }
            disjoint.add(cidr);
            before = cidr;
        }

        /** Those without fault, in ascending order. */
        ImmutableList<Cidr> disjoint() {
            return ImmutableList.copyOf(disjoint);
        }
    }

    /** Something read, and where. */
    record Line<T>(int number, T value) {}

    /** Goes to the next line between header and end; false if there is none. */
    boolean next() {
        index++;
        return index < lines.length && !lines[index].equals("end") && !isLast();
    }

    private boolean isLast() {
        return index == lines.length - 1 && lines[index].isEmpty();
    }

    /** To be called when {@link #next} was false. */
    void finish() {
        if (index < lines.length - 2 && lines[index].equals("end")) {
            fault("text after the line \"end\"");
        }
        if (!faults.isEmpty()) {
            faults.sort(Comparator.comparingInt(Fault::line));
            throw new DamagedTextException(
                    what,
                    faults.stream()
                            .map(fault -> "line " + fault.line() + ": " + fault.message())
                            .toList());
        }
    }

    int lineNumber() {
        return index + 1;
    }

    void fault(String message) {
        faultAt(lineNumber(), message);
    }

    void faultAt(int lineNumber, String message) {
        faults.add(new Fault(lineNumber, NameText.onOneLine(message)));
    }

    /** The fields of the line; the last one takes the rest of it. */
    String[] fields(int limit) {
        return lines[index].split(" ", limit);
    }

    /** The first word of the line. */
    String word() {
        return fields(2)[0];
    }

    /** The fields after the first word, or null and a fault if they are not that many. */
    String @Nullable [] arguments(int count) {
        String[] fields = fields(count + 1);
        if (fields.length != count + 1) {
            fault("expected \"" + word() + "\" and " + count + (count == 1 ? " field" : " fields"));
            return null;
        }
        String[] arguments = new String[count];
        System.arraycopy(fields, 1, arguments, 0, count);
        return arguments;
    }

    /** A block, or empty and a fault. */
    Optional<Cidr> cidr(String text) {
        Optional<Cidr> cidr =
                Cidr.tryParse(text).filter(block -> block.toString().equals(text));
        if (cidr.isEmpty()) {
            fault("not a block: \"" + text + "\"");
        }
        return cidr;
    }

    /** A name, or empty and a fault. */
    Optional<String> name(String text) {
        return name(text, NameText.unescape(text));
    }

    /** A name in one word, or empty and a fault. */
    Optional<String> nameWord(String text) {
        return name(text, NameText.unescapeWord(text));
    }

    private Optional<String> name(String text, @Nullable String name) {
        if (name == null) {
            fault("not a name: \"" + text + "\"");
        }
        return Optional.ofNullable(name);
    }

    /** A number without sign and leading zeros, or -1 and a fault. */
    long number(String text, long most) {
        boolean digits = !text.isEmpty() && text.length() <= 19 && text.chars().allMatch(c -> c >= '0' && c <= '9');
        try {
            long number = digits ? Long.parseLong(text) : -1;
            if (number >= 0 && number <= most && Long.toString(number).equals(text)) {
                return number;
            }
        } catch (NumberFormatException tooLarge) {
            // Told below.
        }
        fault("not a number from 0 to " + most + ": \"" + text + "\"");
        return -1;
    }

    <E extends Enum<E>> @Nullable E word(E[] words, String text) {
        for (E word : words) {
            if (word.toString().equals(text)) {
                return word;
            }
        }
        fault("unknown word: \"" + text + "\"");
        return null;
    }
}
