package io.enikit.model;

/**
 * The states of an instance, by EC2's names.
 *
 * <p>Later versions may add constants.
 */
public enum InstanceState {
    /** Being launched or started. */
    PENDING("pending"),
    /** Running. */
    RUNNING("running"),
    /** Being stopped or hibernated. */
    STOPPING("stopping"),
    /** Stopped; its interfaces stay attached. */
    STOPPED("stopped"),
    /** Being terminated. */
    SHUTTING_DOWN("shutting-down"),
    /** Gone for good; it has no interfaces any more. */
    TERMINATED("terminated");

    private final String text;

    InstanceState(String text) {
        this.text = text;
    }

    /**
     * Checks whether the instance still has its interfaces.
     *
     * @return false while it is being terminated and after that
     */
    public boolean isAlive() {
        return this != SHUTTING_DOWN && this != TERMINATED;
    }

    /** {@return the name as EC2 writes it, such as {@code shutting-down}} */
    @Override
    public String toString() {
        return text;
    }
}
