package io.enikit.store;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Thrown when the tables of a store are missing, or are of another version than this library needs. */
public final class StoreSchemaException extends StoreException {
    private static final long serialVersionUID = 1L;

    /** What creates the tables. */
    private final String ddl;

    StoreSchemaException(String message, String ddl, @Nullable Throwable cause) {
        super(message, cause);
        this.ddl = Objects.requireNonNull(ddl, "ddl");
    }

    /**
     * Returns what creates the tables this library needs.
     *
     * @return the statements, as {@link PoolStore#ddl} has them
     */
    public String ddl() {
        return ddl;
    }
}
