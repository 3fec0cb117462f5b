package io.enikit.store;

import org.jspecify.annotations.Nullable;

/**
 * Thrown when the store could not be reached, or does not work, for longer than the caller's patience.
 *
 * <p>If the last attempt broke off while it was being committed, it may have taken effect; the message says so. Asking
 * again with the same owner, or the same request id, finds what was done.
 */
public final class StoreUnavailableException extends StoreException {
    private static final long serialVersionUID = 1L;

    /** False if trying again at once is of no use, for example because the disk is full. */
    private final boolean passing;

    StoreUnavailableException(String message, boolean passing, @Nullable Throwable cause) {
        super(message, cause);
        this.passing = passing;
    }

    /**
     * Reports that a store can't be reached; a {@link PoolLog} throws this to be asked again.
     *
     * @param message what failed
     * @param cause why, or null
     */
    public StoreUnavailableException(String message, @Nullable Throwable cause) {
        this(message, true, cause);
    }

    boolean isPassing() {
        return passing;
    }
}
