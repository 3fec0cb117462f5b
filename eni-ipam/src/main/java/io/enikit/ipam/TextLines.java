package io.enikit.ipam;

import com.google.common.collect.ImmutableList;
import io.enikit.internal.FaultList;
import io.enikit.net.Cidr;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.NavigableSet;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Reads text in lines of a word and its fields, and collects all faults.
 *
 * <p>The first line names the format and its version; the last one is {@code end}, so that truncated text is noticed.
 */
final class TextLines {
    private final String what;
    private final String[] lines;
    private final List<Fault> faults = new ArrayList<>();
    private int moreFaults;
    private int index;

    private record Fault(int line, String message) {}

    TextLines(String what, String header, CharSequence text) {
        this.what = what;
        String string = Objects.requireNonNull(text, "text").toString();
        lines = lines(string);
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

    /** Splits a text. A line may end as git writes it on Windows, and the last one need not end. */
    private static String[] lines(String text) {
        String[] lines = text.split("\n", -1);
        for (int i = 0; i < lines.length - 1; i++) {
            lines[i] = lines[i].endsWith("\r") ? lines[i].substring(0, lines[i].length() - 1) : lines[i];
        }
        if (lines[lines.length - 1].equals("end")) {
            lines = Arrays.copyOf(lines, lines.length + 1);
            lines[lines.length - 1] = "";
        }
        return lines;
    }

    /** Gives up on text of another version; reads text without a header as if it had one. */
    private void checkHeader(String header) {
        faultAt(1, "expected \"" + header + "\"");
        if (lines[0].startsWith(header.substring(0, header.indexOf(' ') + 1))) {
            finish();
        }
        index = -1;
    }

    /** The blocks of all lines of one kind; they must be in ascending order and not overlap. */
    final class Blocks {
        private final NavigableSet<Cidr> disjoint = new TreeSet<>();
        private @Nullable Cidr before;

        /** Adds a block, or a fault if it overlaps an earlier one or is out of order. */
        void add(Cidr cidr) {
            Optional<Cidr> overlapped = PoolSpace.overlapping(disjoint, cidr);
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

        /** Returns the blocks without fault, in ascending order. */
        ImmutableList<Cidr> disjoint() {
            return ImmutableList.copyOf(disjoint);
        }
    }

    /** A value and the number of its line. */
    record Line<T>(int number, T value) {}

    /** Goes to the next line between header and end; returns false if there is none. */
    boolean next() {
        index++;
        return index < lines.length && !lines[index].equals("end") && !isLast();
    }

    private boolean isLast() {
        return index == lines.length - 1 && lines[index].isEmpty();
    }

    /** Checks the end of the text and throws if there are faults; to be called when {@link #next} is false. */
    void finish() {
        if (index < lines.length - 2 && lines[index].equals("end")) {
            fault("text after the line \"end\"");
        }
        if (!faults.isEmpty()) {
            faults.sort(Comparator.comparingInt(Fault::line));
            FaultList all = new FaultList();
            faults.forEach(fault -> all.add("line " + fault.line() + ": " + fault.message()));
            List<String> texts = all.texts();
            if (moreFaults > 0) {
                texts.add(moreFaults + " more");
            }
            throw new IpamTextException(what, texts);
        }
    }

    int lineNumber() {
        return index + 1;
    }

    void fault(String message) {
        faultAt(lineNumber(), message);
    }

    void faultAt(int lineNumber, String message) {
        if (faults.size() < FaultList.MOST) {
            faults.add(new Fault(lineNumber, message));
        } else {
            moreFaults++;
        }
    }

    /** Returns the fields of the line; the last one is the rest of the line. */
    String[] fields(int limit) {
        return lines[index].split(" ", limit);
    }

    /** Returns the first word of the line. */
    String word() {
        return fields(2)[0];
    }

    /** Returns the fields after the first word; null, and adds a fault, if there are not that many. */
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

    /** Parses a block; empty, and adds a fault, if it is not one. */
    Optional<Cidr> cidr(String text) {
        Optional<Cidr> cidr =
                Cidr.tryParse(text).filter(block -> block.toString().equals(text));
        if (cidr.isEmpty()) {
            fault("not a block: \"" + text + "\"");
        }
        return cidr;
    }

    /** Parses a name; empty, and adds a fault, if it is not one. */
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

    /** Parses a number without sign and leading zeros; -1, and adds a fault, if it is not one. */
    long number(String text, long most) {
        boolean digits = !text.isEmpty() && text.length() <= 19 && text.chars().allMatch(c -> c >= '0' && c <= '9');
        try {
            long number = digits ? Long.parseLong(text) : -1;
            if (number >= 0 && number <= most && Long.toString(number).equals(text)) {
                return number;
            }
        } catch (NumberFormatException tooLarge) {
            // Reported below.
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
