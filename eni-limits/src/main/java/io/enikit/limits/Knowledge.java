package io.enikit.limits;

/**
 * What a catalogue knows of an instance type.
 *
 * <p>Later versions may add constants.
 */
public enum Knowledge {
    /** Its limits are in the catalogue. */
    KNOWN("known"),

    /** The EC2 API names it, so it exists or existed, but nobody has published its limits. */
    NAMED("named"),

    /** Nothing: it may be misspelt, or newer than the catalogue. */
    UNKNOWN("unknown");

    private final String text;

    Knowledge(String text) {
        this.text = text;
    }

    /** {@return the word, such as {@code named}} */
    @Override
    public String toString() {
        return text;
    }
}
