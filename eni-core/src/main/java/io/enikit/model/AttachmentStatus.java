package io.enikit.model;

/**
 * The states of an attachment, by EC2's names.
 *
 * <p>Later versions may add constants.
 */
public enum AttachmentStatus {
    /** Being attached. */
    ATTACHING("attaching"),
    /** Attached. */
    ATTACHED("attached"),
    /** Being detached. */
    DETACHING("detaching"),
    /** Detached. */
    DETACHED("detached");

    private final String text;

    AttachmentStatus(String text) {
        this.text = text;
    }

    /** {@return the name as EC2 writes it} */
    @Override
    public String toString() {
        return text;
    }
}
