package io.enikit.model;

/**
 * The states of a network interface, by EC2's names.
 *
 * <p>Later versions may add constants.
 */
public enum EniStatus {
    /** Attached to nothing. */
    AVAILABLE("available"),
    /** Bound to an instance through another interface, as a branch is through its trunk. */
    ASSOCIATED("associated"),
    /** Being attached. */
    ATTACHING("attaching"),
    /** Attached. */
    IN_USE("in-use"),
    /** Being detached. */
    DETACHING("detaching");

    private final String text;

    EniStatus(String text) {
        this.text = text;
    }

    /** {@return the name as EC2 writes it, such as {@code in-use}} */
    @Override
    public String toString() {
        return text;
    }
}
