package io.enikit.limits;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The lines of the bundled table in memory, each decoded when it is first looked at.
 *
 * <p>Loading only notes where lines begin, and enters them into a hash table by the hash code that their names have as
 * strings: no string and no value is made until somebody asks.
 */
final class TableRows implements Rows {
    private static final int MORE_LINES_THAN_MOST_TABLES = 2048;

    private final byte[] text;
    private final int[] starts; // of the rows, and the end of the last one
    private final int[] slots; // row numbers from 1, by hash code and then the next free slot; 0 where there is none
    private final @Nullable Optional<InstanceLimits>[] decoded;

    /** Indexes a table in the format of the bundled one: a header, then sorted lines, each ended by a line feed. */
    TableRows(byte[] text) {
        int[] ends = new int[MORE_LINES_THAN_MOST_TABLES];
        int lines = 0;
        for (int start = 0; start < text.length; lines++) {
            if (lines == ends.length) {
                ends = Arrays.copyOf(ends, 2 * lines);
            }
            start = endOfLine(text, start);
            ends[lines] = start;
        }
        this.text = text;
        this.starts = Arrays.copyOf(ends, lines); // the end of the header is the start of row 0
        this.decoded = newArray(lines - 1);
        this.slots = new int[2 * Integer.highestOneBit(2 * lines)];
        for (int row = 0; row < lines - 1; row++) {
            int slot = slot(hashOfName(text, starts[row]));
            while (slots[slot] != 0) {
                slot = next(slot);
            }
            slots[slot] = row + 1;
        }
    }

    /** A method of its own, as the JVM compiles a method called often sooner than one long loop. */
    private static int endOfLine(byte[] text, int start) {
        int end = start;
        while (text[end] != '\n') {
            end++;
        }
        return end + 1;
    }

    /** Returns what {@link String#hashCode()} would. */
    private static int hashOfName(byte[] text, int start) {
        int hash = 0;
        for (int i = start; text[i] != ','; i++) {
            hash = 31 * hash + text[i];
        }
        return hash;
    }

    private int slot(int hash) {
        return (hash ^ (hash >>> 16)) & (slots.length - 1);
    }

    private int next(int slot) {
        return (slot + 1) & (slots.length - 1);
    }

    @SuppressWarnings({"unchecked", "rawtypes"})
    private static @Nullable Optional<InstanceLimits>[] newArray(int length) {
        return new Optional[length];
    }

    @Override
    public int size() {
        return decoded.length;
    }

    @Override
    public String name(int row) {
        int end = starts[row];
        while (text[end] != ',') {
            end++;
        }
        return new String(text, starts[row], end - starts[row], StandardCharsets.ISO_8859_1);
    }

    @Override
    public Optional<InstanceLimits> find(String name) {
        for (int slot = slot(name.hashCode()); slots[slot] != 0; slot = next(slot)) {
            int row = slots[slot] - 1;
            Optional<InstanceLimits> known = decoded[row];
            if (known == null ? isNamed(row, name) : known.get().instanceType().equals(name)) {
                return known == null ? get(row) : known;
            }
        }
        return Optional.empty();
    }

    private boolean isNamed(int row, String name) {
        int at = starts[row];
        for (int i = 0; i < name.length(); i++, at++) {
            if (text[at] != name.charAt(i) || text[at] == ',') {
                return false;
            }
        }
        return text[at] == ',';
    }

    /** Two threads may decode a row at once: the values are equal and immutable, so either may stay. */
    @Override
    public Optional<InstanceLimits> get(int row) {
        Optional<InstanceLimits> known = decoded[row];
        if (known == null) {
            known = Optional.of(RowDecoder.decode(line(row)));
            decoded[row] = known;
        }
        return known;
    }

    private String line(int row) {
        return new String(text, starts[row], starts[row + 1] - 1 - starts[row], StandardCharsets.US_ASCII);
    }
}
