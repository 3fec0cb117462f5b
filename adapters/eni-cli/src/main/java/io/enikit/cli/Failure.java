package io.enikit.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** A command that cannot be carried out: its message is all that the user sees. */
final class Failure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Failure(@Nullable String message) {
        super(message);
    }

    /** Returns what is wrong with a file, in words. */
    static Failure of(String file, Exception problem) {
        return new Failure(file + ": " + reason(problem));
    }

    /** Returns a failure to write a file, in words. */
    static Failure ofWriting(Path file, IOException problem) {
        return new Failure(file + ": cannot be written: "
                + (problem instanceof NoSuchFileException ? "there is no such folder" : reason(problem)));
    }

    /** Returns words: the messages of Java's exceptions on files are their names only. */
    private static @Nullable String reason(Exception problem) {
        Throwable cause =
                problem instanceof UncheckedIOException && problem.getCause() != null ? problem.getCause() : problem;
        if (cause instanceof NoSuchFileException) {
            return "there is no such file";
        } else if (cause instanceof AccessDeniedException denied) {
            return "no permission for " + denied.getFile();
        } else if (cause instanceof FileSystemLoopException) {
            return "the folders in it are nested without end";
        } else if (cause instanceof NotDirectoryException) {
            return "it is no folder";
        } else if (cause instanceof CharacterCodingException) {
            return "is no text in UTF-8";
        }
        return cause.getMessage();
    }
}
