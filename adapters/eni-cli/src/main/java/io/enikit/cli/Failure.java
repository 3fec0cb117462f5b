package io.enikit.cli;

/** A command that cannot be carried out: its message is all that the user sees. */
final class Failure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Failure(String message) {
        super(message);
    }
}
