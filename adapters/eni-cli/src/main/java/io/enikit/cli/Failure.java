package io.enikit.cli;

import org.jspecify.annotations.Nullable;

/** A command that cannot be carried out: its message is all that the user sees. */
final class Failure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Failure(@Nullable String message) {
        super(message);
    }
}
