package io.enikit.net;

import org.jspecify.annotations.Nullable;

/**
 * Where a parser leaves the cause of a refusal.
 *
 * <p>Parsers run first with {@link #UNSEEN}, which forgets, so that good text costs no allocation; a refused text is
 * parsed once more with a fault that remembers. One grammar serves both, so the two cannot disagree.
 */
final class ParseFault {
    /** Forgets what it is told, and is therefore safe to share. */
    static final ParseFault UNSEEN = new ParseFault(false);

    private final boolean remembers;
    private String cause = "not a valid text";
    private int index;

    private ParseFault(boolean remembers) {
        this.remembers = remembers;
    }

    static ParseFault remembering() {
        return new ParseFault(true);
    }

    /** Notes the cause and returns null, the answer of a parser that refuses. */
    @SuppressWarnings("TypeParameterUnusedInFormals") // null is of every type
    <T> @Nullable T at(int index, String cause) {
        if (remembers) {
            this.index = index;
            this.cause = cause;
        }
        return null;
    }

    /** True if texts that are built only for a message are worth their cost. */
    boolean remembers() {
        return remembers;
    }

    AddressParseException exception(String method, String text) {
        return new AddressParseException(method, text, cause, index);
    }
}
