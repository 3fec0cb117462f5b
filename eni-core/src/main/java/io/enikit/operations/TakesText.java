package io.enikit.operations;

import io.enikit.net.AddressParseException;
import java.util.function.Function;

/** Reads the texts that operations take; what cannot be read is kept, and refused when applied. */
final class TakesText {
    private TakesText() {}

    /**
     * Reads a text, and returns the operation with what it says or with the fault it has.
     *
     * @param parameter the name of the parameter in the EC2 API
     * @param text the text
     * @param parse reads the text
     * @param with takes what it says
     * @param withUnreadable takes what is wrong with it
     * @return the operation
     * @param <T> what the text says
     * @param <O> the operation
     */
    static <T, O> O read(
            String parameter,
            String text,
            Function<String, T> parse,
            Function<T, O> with,
            Function<String, O> withUnreadable) {
        try {
            return with.apply(parse.apply(text));
        } catch (AddressParseException e) {
            return withUnreadable.apply(
                    "invalid value for parameter " + parameter + ": " + text + " (" + e.getMessage() + ")");
        }
    }
}
