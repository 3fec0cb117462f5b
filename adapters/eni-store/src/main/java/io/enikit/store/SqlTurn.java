package io.enikit.store;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A turn within a transaction in which the row of the pool is locked. */
class SqlTurn implements Turn {
    private final SqlSession session;
    private final String pool;
    private final SqlRows rows;
    private SqlRows.@Nullable Row row;
    private Instant now = Instant.now();

    SqlTurn(SqlSession session, String pool) {
        this.session = session;
        this.pool = pool;
        this.rows = new SqlRows(session, pool);
    }

    /** Locks the row of the pool, if there is one. */
    void lock() {
        Optional<SqlRows.Row> locked = attempt("locking", () -> {
            PreparedStatement statement = session.prepare(session.dialect().lockStatement());
            statement.setString(1, pool);
            return SqlSession.read(statement, found -> {
                if (!found.next()) {
                    return Optional.empty();
                }
                if (found.getObject(3) != null) {
                    now = session.dialect().time(found, 3);
                }
                return Optional.of(new SqlRows.Row(found.getLong(1), found.getLong(2)));
            });
        });
        row = locked.orElse(null);
    }

    /** An action on the database. */
    @FunctionalInterface
    interface Action<T extends @Nullable Object> {
        T run() throws SQLException;
    }

    /** Runs an action; a failure is the store's, and ends the use of the session. */
    <T extends @Nullable Object> T attempt(String doing, Action<T> action) {
        try {
            return action.run();
        } catch (SQLException e) {
            broken();
            throw SqlFailure.of(e, session.dialect(), doing + " pool " + pool);
        } catch (RuntimeException e) {
            broken();
            throw e;
        }
    }

    /** Called once the session can't be trusted. */
    void broken() {}

    SqlSession session() {
        return session;
    }

    @Override
    public List<PoolEvent> since(long version) {
        if (row != null && row.version() == version) {
            return List.of();
        }
        if (row != null && row.version() < version) {
            throw new StoreDamagedException(
                    "pool " + pool + " is at version " + row.version() + ", and was at " + version
                            + ": was an older copy of the database put back? Open the store anew",
                    null);
        }
        return attempt("reading", () -> rows.since(version));
    }

    @Override
    public Optional<PoolState> latest() {
        return attempt("reading", rows::latest);
    }

    @Override
    public List<PoolEvent> madeBy(UUID request) {
        return attempt("reading", () -> rows.madeBy(request));
    }

    @Override
    public Instant now() {
        return now;
    }

    @Override
    public boolean append(long version, List<PoolEvent> events) {
        SqlRows.Row locked = row;
        if (locked == null && version == 0) {
            if (!attempt("creating", rows::insertPool)) {
                return false;
            }
            lock();
            locked = row;
        }
        if (locked == null || locked.version() != version) {
            return false;
        }
        SqlRows.Row at = locked;
        boolean appended = attempt("changing", () -> rows.append(at, events));
        row = new SqlRows.Row(at.id(), version + events.size());
        return appended;
    }

    void prune(PoolState base) {
        SqlRows.Row locked = row;
        if (locked != null && locked.version() > base.version()) {
            attempt("pruning", () -> {
                rows.prune(locked, base);
                return null;
            });
        }
    }

    @Override
    public void commit() {
        throw new UnsupportedOperationException("the caller commits");
    }

    @Override
    public void close() {
        try {
            session.closeStatements();
        } catch (SQLException e) {
            throw SqlFailure.of(e, session.dialect(), "closing statements of pool " + pool);
        }
    }

    /** A turn in a transaction of the store, which holds the turn of this machine as well. */
    static final class Own extends SqlTurn {
        private final Sessions sessions;
        private final Runnable leave;
        private boolean open = true;
        private boolean usable = true;

        Own(SqlSession session, String pool, Sessions sessions, Runnable leave) {
            super(session, pool);
            this.sessions = sessions;
            this.leave = leave;
        }

        void begin(Deadline deadline) {
            attempt("beginning with", () -> {
                session().dialect().begin(session().connection(), deadline);
                return null;
            });
        }

        @Override
        void broken() {
            usable = false;
        }

        @Override
        public void commit() {
            attempt("committing", () -> {
                session().dialect().commit(session().connection());
                return null;
            });
            open = false;
        }

        @Override
        public void close() {
            try {
                if (open && usable) {
                    session().dialect().rollback(session().connection());
                }
            } catch (SQLException e) {
                // The database rolls back by itself when the connection is closed.
                usable = false;
            } finally {
                sessions.giveBack(session(), usable);
                leave.run();
            }
        }
    }
}
