package io.enikit.limits;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;

/**
 * The lines of a {@link Table} in memory, each decoded when it is first looked at.
 *
 * <p>Loading only notes where lines begin: no string and no value is made until somebody asks. A name holds only
 * letters, digits, {@code -} and {@code .}, all greater than the comma that ends it, so lines in the order of their
 * bytes are names in their natural order.
 */
final class TableRows implements Rows {
    private final byte[] text;
    private final int[] starts;
    private final AtomicReferenceArray<@Nullable Optional<InstanceLimits>> decoded;

    /** Indexes a table that {@link Table} has written: a header, then sorted lines, each ended by a line feed. */
    TableRows(byte[] text) {
        int lines = 0;
        for (byte b : text) {
            if (b == '\n') {
                lines++;
            }
        }
        int[] ends = new int[lines];
        int line = 0;
        for (int i = 0; i < text.length; i++) {
            if (text[i] == '\n') {
                ends[line++] = i + 1;
            }
        }
        this.text = text;
        this.starts = ends; // the end of the header is the start of row 0
        this.decoded = new AtomicReferenceArray<>(lines - 1);
    }

    @Override
    public int size() {
        return decoded.length();
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

    @Override
    public Optional<InstanceLimits> get(int row) {
        Optional<InstanceLimits> known = decoded.getAcquire(row);
        if (known != null) {
            return known;
        }
        Optional<InstanceLimits> fresh = Optional.of(Table.decode(line(row)));
        return decoded.compareAndSet(row, null, fresh) ? fresh : get(row);
    }

    private String line(int row) {
        return new String(text, starts[row], starts[row + 1] - 1 - starts[row], StandardCharsets.US_ASCII);
    }
}
