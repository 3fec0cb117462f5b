package io.enikit.cli;

import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import org.jspecify.annotations.Nullable;

/** A command that cannot be carried out: its message is all that the user sees. */
final class Failure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Failure(@Nullable String message) {
        super(message);
    }

    /** Returns what is wrong with a file, in words: the messages of Java's exceptions on files are their names only. */
    static Failure of(String file, Exception problem) {
        Throwable cause =
                problem instanceof UncheckedIOException && problem.getCause() != null ? problem.getCause() : problem;
        @Nullable String reason = null;
        if (cause instanceof NoSuchFileException) {
            reason = "there is no such file";
        } else if (cause instanceof AccessDeniedException denied) {
            reason = denied.getFile() + " cannot be read: permission denied";
        } else if (cause instanceof FileSystemLoopException) {
            reason = "the folders in it are nested without end";
        } else if (cause instanceof NotDirectoryException) {
            reason = "it is no folder";
        }
        return new Failure(file + ": " + (reason == null ? cause.getMessage() : reason));
    }
}
