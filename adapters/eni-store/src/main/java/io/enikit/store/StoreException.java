package io.enikit.store;

import org.jspecify.annotations.Nullable;

/** Thrown when a store can't answer; what a pool refuses is an answer, and never thrown by itself. */
public abstract sealed class StoreException extends RuntimeException
        permits StoreBusyException, StoreUnavailableException, StoreDamagedException, StoreSchemaException {
    private static final long serialVersionUID = 1L;

    StoreException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
