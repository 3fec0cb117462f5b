package io.enikit.store;

import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLTransientConnectionException;

/** What kind of failure a database reports. */
enum SqlFailure {
    /** Others hold what is needed; nothing has happened. */
    BUSY,
    /** The connection is gone or the server is; it may come back. */
    PASSING,
    /** Trying again at once is of no use. */
    LASTING,
    /** A constraint of the tables is violated, or the file is no database. */
    CONTRADICTION,
    /** A table or a column is missing. */
    SCHEMA;

    static StoreException of(SQLException e, Dialect dialect, String doing) {
        String message = doing + ": " + e.getMessage();
        return switch (kindOf(e, dialect)) {
            case BUSY -> new StoreBusyException(message, e);
            case PASSING -> new StoreUnavailableException(message, true, e);
            case LASTING -> new StoreUnavailableException(message, false, e);
            case CONTRADICTION -> new StoreDamagedException(message, e);
            case SCHEMA -> new StoreSchemaException(message, dialect.ddl(), e);
        };
    }

    private static SqlFailure kindOf(SQLException e, Dialect dialect) {
        String state = e.getSQLState() == null ? "" : e.getSQLState();
        if (state.startsWith("08")
                || e instanceof SQLTransientConnectionException
                || e instanceof SQLNonTransientConnectionException) {
            return PASSING;
        }
        return dialect.kindOf(state, e.getErrorCode());
    }
}
