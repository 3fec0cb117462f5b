package io.enikit.store;

import org.jspecify.annotations.Nullable;

/**
 * Thrown when others kept the store longer than the caller's patience.
 *
 * <p>Nothing has happened. Asking again is safe.
 */
public final class StoreBusyException extends StoreException {
    private static final long serialVersionUID = 1L;

    StoreBusyException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
