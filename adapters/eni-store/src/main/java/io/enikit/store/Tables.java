package io.enikit.store;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** Whether the tables are there, and of which version. */
final class Tables {
    /** Chosen once, so that all replicas of a program wait for each other when they create tables. */
    private static final long CREATION_LOCK = 0x656e692d73746fL;

    private Tables() {}

    static void check(Sessions sessions) {
        Dialect dialect = sessions.dialect();
        SqlSession session = sessions.take();
        boolean usable = false;
        try {
            check(session.connection(), dialect);
            usable = true;
        } catch (SQLException e) {
            StoreException failure = SqlFailure.of(e, dialect, "looking for the tables of the store");
            if (failure instanceof StoreSchemaException) {
                throw new StoreSchemaException(
                        "the tables of the store are missing; create them with PoolStore.ddl(Dialect." + dialect + ")",
                        dialect.ddl(),
                        e);
            }
            throw failure;
        } finally {
            sessions.giveBack(session, usable);
        }
    }

    private static void check(Connection connection, Dialect dialect) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT version FROM eni_schema")) {
            int version = rows.next() ? rows.getInt(1) : 0;
            if (version != Dialect.SCHEMA) {
                throw new StoreSchemaException(
                        "the tables of the store are of version " + version + ", and this library works with version "
                                + Dialect.SCHEMA,
                        dialect.ddl(),
                        null);
            }
        }
    }

    /** Creates the tables in a SQLite file that has none at all. */
    static void createIfEmpty(Connection connection) throws SQLException {
        Dialect.execute(connection, "BEGIN IMMEDIATE");
        boolean empty;
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT count(*) FROM sqlite_master")) {
            empty = rows.next() && rows.getInt(1) == 0;
        }
        if (empty) {
            try (Statement statement = connection.createStatement()) {
                statement.executeUpdate(Dialect.SQLITE.ddl());
            }
        }
        Dialect.execute(connection, "COMMIT");
    }

    /** Creates the tables if there are none, whoever else does so at the same time. */
    static void createIfMissing(Connection connection) throws SQLException {
        Dialect dialect = Dialect.of(connection);
        if (dialect == Dialect.SQLITE) {
            createIfEmpty(connection);
            return;
        }
        connection.setAutoCommit(false);
        try (Statement statement = connection.createStatement()) {
            statement.execute("SELECT pg_advisory_xact_lock(" + CREATION_LOCK + ")");
            boolean missing;
            try (ResultSet rows = statement.executeQuery("SELECT to_regclass('eni_schema') IS NULL")) {
                missing = rows.next() && rows.getBoolean(1);
            }
            if (missing) {
                statement.execute(dialect.ddl());
            }
            connection.commit();
        } catch (SQLException e) {
            connection.rollback();
            throw e;
        } finally {
            connection.setAutoCommit(true);
        }
    }
}
