package io.enikit.store;

import org.jspecify.annotations.Nullable;

/** Thrown when what is stored contradicts itself; the message names what contradicts what. */
public final class StoreDamagedException extends StoreException {
    private static final long serialVersionUID = 1L;

    StoreDamagedException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
