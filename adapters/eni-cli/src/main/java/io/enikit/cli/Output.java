package io.enikit.cli;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Standard output that remembers why it could not be written: a stream that prints only knows that it could not. */
final class Output extends FilterOutputStream {
    private static final String READER_WENT_AWAY = "pipe";

    private @Nullable IOException problem;

    Output(OutputStream out) {
        super(out);
    }

    @Override
    public void write(byte[] bytes, int from, int length) throws IOException {
        try {
            out.write(bytes, from, length);
        } catch (IOException e) {
            problem = e;
            throw e;
        }
    }

    @Override
    public void write(int each) throws IOException {
        write(new byte[] {(byte) each}, 0, 1);
    }

    /** Returns why not all was written; a reader that has what it wants and goes away is no reason. */
    Optional<String> problem() {
        return Optional.ofNullable(problem)
                .map(e -> String.valueOf(e.getMessage()))
                .filter(reason -> !reason.contains(READER_WENT_AWAY));
    }
}
