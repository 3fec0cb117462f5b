package io.enikit.limits;

/**
 * Whether an instance type works with the Elastic Network Adapter (ENA).
 *
 * <p>Later versions may add constants.
 */
public enum EnaSupport {
    /** The type has no ENA. */
    UNSUPPORTED("unsupported"),
    /** The type works with ENA and without. */
    SUPPORTED("supported"),
    /** The type works with ENA only. */
    REQUIRED("required");

    private final String text;

    EnaSupport(String text) {
        this.text = text;
    }

    /** {@return the word EC2 uses, such as {@code required}} */
    @Override
    public String toString() {
        return text;
    }
}
