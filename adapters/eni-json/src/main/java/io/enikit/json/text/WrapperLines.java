package io.enikit.json.text;

import java.io.BufferedReader;
import java.io.FilterReader;
import java.io.IOException;
import java.io.Reader;

/**
 * Leaves out what GitHub's setup-terraform puts around the output of a command: lines that begin with {@code [command]} or
 * with {@code ::}. Their line feeds stay, so that lines keep their numbers.
 */
public final class WrapperLines extends FilterReader {
    private static final String COMMAND = "[command]";

    private boolean atStartOfLine = true;

    private WrapperLines(Reader in) {
        super(in);
    }

    /** Returns the reader as it is, unless such a line is the first one. */
    public static Reader without(Reader reader) throws IOException {
        return start(reader).equals(COMMAND) ? new BufferedReader(new WrapperLines(reader)) : reader;
    }

    /** Returns the next characters, and stays before them. */
    private static String start(Reader reader) throws IOException {
        reader.mark(COMMAND.length());
        StringBuilder start = new StringBuilder();
        for (int next = reader.read(); next >= 0; next = reader.read()) {
            start.append((char) next);
            if (start.length() == COMMAND.length()) {
                break;
            }
        }
        reader.reset();
        return start.toString();
    }

    @Override
    public int read() throws IOException {
        if (atStartOfLine && isOfWrapper(start(in))) {
            skipLine();
        }
        int next = in.read();
        atStartOfLine = next == '\n';
        return next;
    }

    private static boolean isOfWrapper(String start) {
        return start.startsWith("::") || start.equals(COMMAND);
    }

    /** Goes to the end of the line. */
    private void skipLine() throws IOException {
        int next;
        do {
            in.mark(1);
            next = in.read();
        } while (next >= 0 && next != '\n');
        in.reset();
    }

    @Override
    public int read(char[] characters, int offset, int length) throws IOException {
        int count = 0;
        while (count < length) {
            int next = read();
            if (next < 0) {
                return count == 0 ? -1 : count;
            }
            characters[offset + count++] = (char) next;
        }
        return count;
    }

    @Override
    public boolean markSupported() {
        return false;
    }
}
