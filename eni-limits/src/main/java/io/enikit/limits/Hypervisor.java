package io.enikit.limits;

/**
 * The hypervisor under an instance type; bare metal has none.
 *
 * <p>Later versions may add constants.
 */
public enum Hypervisor {
    /** The Nitro hypervisor. */
    NITRO("nitro"),
    /** The Xen hypervisor of the older families, which supports no delegated prefixes. */
    XEN("xen");

    private final String text;

    Hypervisor(String text) {
        this.text = text;
    }

    /** {@return the word EC2 uses, such as {@code nitro}} */
    @Override
    public String toString() {
        return text;
    }
}
