package io.enikit.limits;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The lines of a {@link Table} in memory, each decoded when it is first looked at.
 *
 * <p>Loading only notes where lines begin: no string and no value is made until somebody asks. A name holds only
 * letters, digits, {@code -} and {@code .}, all greater than the comma that ends it, so lines in the order of their
 * bytes are names in their natural order.
 */
final class TableRows implements Rows {
    private static final int MORE_LINES_THAN_MOST_TABLES = 2048;

    private final byte[] text;
    private final int[] starts; // of the rows, and the end of the last one
    private final @Nullable Optional<InstanceLimits>[] decoded;

    /** Indexes a table that {@link Table} has written: a header, then sorted lines, each ended by a line feed. */
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
    }

    /** A method of its own, as the JVM compiles a method called often sooner than one long loop. */
    private static int endOfLine(byte[] text, int start) {
        int end = start;
        while (text[end] != '\n') {
            end++;
        }
        return end + 1;
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
    public int compareName(int row, String name) {
        int at = starts[row];
        for (int i = 0; i < name.length(); i++, at++) {
            if (text[at] == ',') {
                return -1;
            }
            int order = (text[at] & 0xff) - name.charAt(i);
            if (order != 0) {
                return order;
            }
        }
        return text[at] == ',' ? 0 : 1;
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
