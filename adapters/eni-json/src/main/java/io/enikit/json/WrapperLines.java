package io.enikit.json;

import java.io.BufferedInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Leaves out what GitHub's setup-terraform puts around the output of a command: lines that begin with {@code [command]} or
 * with {@code ::}. Their line feeds stay, so that lines keep their numbers.
 */
final class WrapperLines extends FilterInputStream {
    private static final byte[] COMMAND = "[command]".getBytes(StandardCharsets.US_ASCII);

    private boolean atStartOfLine = true;

    private WrapperLines(InputStream in) {
        super(in);
    }

    /** Returns the stream as it is, unless such a line is the first one. */
    static InputStream without(InputStream stream) throws IOException {
        stream.mark(COMMAND.length);
        byte[] first = stream.readNBytes(COMMAND.length);
        stream.reset();
        return Arrays.equals(first, COMMAND) ? new BufferedInputStream(new WrapperLines(stream)) : stream;
    }

    @Override
    public int read() throws IOException {
        if (atStartOfLine) {
            skipWrapper();
        }
        int next = in.read();
        atStartOfLine = next == '\n';
        return next;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        int count = 0;
        while (count < length) {
            int next = read();
            if (next < 0) {
                return count == 0 ? -1 : count;
            }
            bytes[offset + count++] = (byte) next;
        }
        return count;
    }

    @Override
    public boolean markSupported() {
        return false;
    }

    /** Goes to the end of a line that the wrapper wrote. */
    private void skipWrapper() throws IOException {
        in.mark(COMMAND.length);
        String start = new String(in.readNBytes(COMMAND.length), StandardCharsets.US_ASCII);
        in.reset();
        if (start.startsWith("::") || start.equals("[command]")) {
            for (int next = in.read(); next >= 0 && next != '\n'; next = in.read()) {
                in.mark(1);
            }
            in.reset();
        }
    }
}
