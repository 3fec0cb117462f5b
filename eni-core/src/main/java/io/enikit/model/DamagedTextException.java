package io.enikit.model;

import com.google.common.collect.ImmutableList;
import java.util.List;

/**
 * Thrown if a text or a file cannot be read; lists what is wrong with it.
 *
 * <p>Each format has a subclass. The faults survive Java serialization.
 */
public abstract class DamagedTextException extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    /** What is wrong, in the order of the text. */
    private final ImmutableList<String> faults;

    /**
     * Makes an exception.
     *
     * @param message the message
     * @param faults what is wrong, at least one fault
     */
    protected DamagedTextException(String message, List<String> faults) {
        super(message);
        this.faults = ImmutableList.copyOf(faults);
    }

    /**
     * Makes an exception with a cause.
     *
     * @param message the message
     * @param faults what is wrong, at least one fault
     * @param cause the cause
     */
    protected DamagedTextException(String message, List<String> faults, Throwable cause) {
        super(message, cause);
        this.faults = ImmutableList.copyOf(faults);
    }

    /**
     * Returns what is wrong, in the order of the text.
     *
     * @return at least one fault, with its place, such as {@code line 3: 10.0.0.0/24 overlaps …}
     */
    public List<String> faults() {
        return faults;
    }
}
