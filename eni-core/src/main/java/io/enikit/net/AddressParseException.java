package io.enikit.net;

import io.enikit.internal.VisibleText;
import java.util.Objects;

/**
 * Thrown when a text is not what a {@code parse} method reads.
 *
 * <p>The message names the method, the text, the cause and the place, for example
 * {@code Cidr.parse("10.0.0.0/33"): prefix length must be 0..32 (at index 9)}.
 */
public final class AddressParseException extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    /** The longest text a message repeats in full. */
    private static final int SHOWN = 200;

    /** The text that was given. */
    private final String text;

    /** The place of the fault in the text. */
    private final int index;

    AddressParseException(String method, String text, String cause, int index) {
        super(method + "(\"" + shown(text) + "\"): " + cause + " (at index " + index + ")");
        this.text = Objects.requireNonNull(text, "text");
        this.index = index;
    }

    /**
     * Returns the text that was given, unchanged and in full.
     *
     * @return the text
     */
    public String text() {
        return text;
    }

    /**
     * Returns the index of the first character that is wrong.
     *
     * @return an index into {@link #text()} from 0 to its length, which means that more text was expected
     */
    public int index() {
        return index;
    }

    /** Keeps a message on one line and readable, whatever the text holds. */
    private static String shown(String text) {
        return text.length() > SHOWN ? VisibleText.of(text.substring(0, SHOWN)) + "..." : VisibleText.of(text);
    }
}
