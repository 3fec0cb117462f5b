package io.enikit.store;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** A log in the tables of a database. */
final class SqlLog implements Turn.Log {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Sessions sessions;
    private final Gate gate;

    /** What lets one process at a time of this machine at the database. */
    interface Gate extends AutoCloseable {
        Gate OPEN = new Gate() {
            @Override
            public void enter(Deadline deadline) {}

            @Override
            public void leave() {}

            @Override
            public void close() {}
        };

        void enter(Deadline deadline);

        void leave();

        @Override
        void close();
    }

    SqlLog(Sessions sessions, Gate gate) {
        this.sessions = sessions;
        this.gate = gate;
    }

    @Override
    public Turn turn(String pool, Deadline deadline) {
        return locked(pool, deadline);
    }

    private SqlTurn.Own locked(String pool, Deadline deadline) {
        gate.enter(deadline);
        SqlTurn.Own turn;
        try {
            turn = new SqlTurn.Own(sessions.take(), pool, sessions, gate::leave);
        } catch (RuntimeException e) {
            gate.leave();
            throw e;
        }
        try {
            turn.begin(deadline);
            turn.lock();
            return turn;
        } catch (RuntimeException e) {
            turn.close();
            throw e;
        }
    }

    /** A turn on a connection of the caller, who commits. */
    SqlTurn turnOn(Connection connection, String pool) {
        SqlTurn turn = new SqlTurn(new SqlSession(connection, sessions.dialect()), pool);
        if (sessions.dialect() == Dialect.SQLITE) {
            turn.attempt("locking", () -> {
                // The first statement of a deferred transaction has to be a write, else it can't become one later.
                Dialect.execute(connection, "UPDATE eni_pool SET version = version WHERE id = -1");
                return null;
            });
        }
        turn.lock();
        return turn;
    }

    /** Reads of one or several statements. */
    @FunctionalInterface
    private interface Reading<T> {
        T read(SqlRows rows) throws SQLException;
    }

    private <T> T read(String pool, boolean oneSnapshot, Reading<T> reading) {
        SqlSession session = sessions.take();
        boolean usable = false;
        try {
            if (oneSnapshot) {
                sessions.dialect().beginReading(session.connection());
            }
            T result = reading.read(new SqlRows(session, pool));
            if (oneSnapshot) {
                sessions.dialect().commit(session.connection());
            }
            usable = true;
            return result;
        } catch (SQLException e) {
            throw SqlFailure.of(e, sessions.dialect(), "reading pool " + pool);
        } finally {
            sessions.giveBack(session, usable);
        }
    }

    @Override
    public List<PoolEvent> since(String pool, long version) {
        return read(pool, false, rows -> rows.since(version));
    }

    @Override
    public List<PoolEvent> madeBy(String pool, UUID request) {
        return read(pool, false, rows -> rows.madeBy(request));
    }

    @Override
    public Optional<PoolState> latest(String pool) {
        return read(pool, true, SqlRows::latest);
    }

    @Override
    public Optional<PoolState> base(String pool) {
        return read(pool, false, SqlRows::base);
    }

    @Override
    public Set<String> names() {
        return read("", false, SqlRows::names);
    }

    @Override
    public boolean append(String pool, long version, List<PoolEvent> events) {
        try (SqlTurn.Own turn = locked(pool, Deadline.after(PATIENCE))) {
            if (!turn.append(version, events)) {
                return false;
            }
            turn.commit();
            return true;
        }
    }

    @Override
    public void prune(String pool, PoolState base) {
        try (SqlTurn.Own turn = locked(pool, Deadline.after(PATIENCE))) {
            turn.prune(base);
            turn.commit();
        }
    }

    Dialect dialect() {
        return sessions.dialect();
    }

    void backup(Path target) {
        SqliteFile.backup(sessions, target);
    }

    @Override
    public void close() {
        sessions.close();
        gate.close();
    }
}
