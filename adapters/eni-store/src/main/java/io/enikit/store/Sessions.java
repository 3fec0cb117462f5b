package io.enikit.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.Deque;

/** The connections of a store: a few that are idle are kept, the rest are closed after use. */
final class Sessions implements AutoCloseable {
    private static final int MOST_IDLE = 4;

    private final Dialect dialect;
    private final Source source;
    private final Deque<SqlSession> idle = new ArrayDeque<>();
    private boolean closed;

    /** Where connections come from. */
    @FunctionalInterface
    interface Source {
        Connection connect() throws SQLException;
    }

    Sessions(Dialect dialect, Source source) {
        this.dialect = dialect;
        this.source = source;
    }

    Dialect dialect() {
        return dialect;
    }

    SqlSession take() {
        synchronized (this) {
            if (closed) {
                throw new IllegalStateException("the store is closed");
            }
            if (!idle.isEmpty()) {
                return idle.pop();
            }
        }
        return connect();
    }

    SqlSession connect() {
        try {
            return new SqlSession(source.connect(), dialect);
        } catch (SQLException e) {
            throw SqlFailure.of(e, dialect, "connecting to the store");
        }
    }

    void giveBack(SqlSession session, boolean usable) {
        synchronized (this) {
            if (usable && !closed && idle.size() < MOST_IDLE) {
                idle.push(session);
                return;
            }
        }
        session.close();
    }

    @Override
    public synchronized void close() {
        closed = true;
        idle.forEach(SqlSession::close);
        idle.clear();
    }
}
