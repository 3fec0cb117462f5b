package io.enikit.store;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A database that a store can be kept in. Later versions may add constants. */
public enum Dialect {
    /** SQLite 3.24 or later, a file on a local disk. */
    SQLITE {
        @Override
        void begin(Connection connection, Deadline deadline) throws SQLException {
            execute(connection, "PRAGMA busy_timeout = " + deadline.remainingMillis());
            execute(connection, "BEGIN IMMEDIATE");
        }

        @Override
        void beginReading(Connection connection) throws SQLException {
            execute(connection, "BEGIN");
        }

        @Override
        void commit(Connection connection) throws SQLException {
            execute(connection, "COMMIT");
        }

        @Override
        void rollback(Connection connection) throws SQLException {
            execute(connection, "ROLLBACK");
        }

        @Override
        String lockStatement() {
            return "SELECT id, version, NULL FROM eni_pool WHERE name = ?";
        }

        @Override
        Instant time(ResultSet row, int column) throws SQLException {
            return Instant.EPOCH.plus(row.getLong(column), ChronoUnit.MICROS);
        }

        @Override
        void setTime(PreparedStatement statement, int index, Instant time) throws SQLException {
            statement.setLong(index, ChronoUnit.MICROS.between(Instant.EPOCH, time));
        }

        @Override
        @Nullable
        UUID uuid(ResultSet row, int column) throws SQLException {
            String text = row.getString(column);
            return text == null ? null : UUID.fromString(text);
        }

        @Override
        void setUuid(PreparedStatement statement, int index, @Nullable UUID uuid) throws SQLException {
            statement.setString(index, uuid == null ? null : uuid.toString());
        }

        @Override
        SqlFailure kindOf(String state, int code) {
            return switch (code) {
                case 5, 6 -> SqlFailure.BUSY;
                case 10 -> SqlFailure.PASSING;
                case 11, 19, 26 -> SqlFailure.CONTRADICTION;
                case 1 -> SqlFailure.SCHEMA;
                default -> SqlFailure.LASTING;
            };
        }
    },

    /** PostgreSQL 12 or later. */
    POSTGRESQL {
        @Override
        void begin(Connection connection, Deadline deadline) throws SQLException {
            connection.setAutoCommit(false);
            execute(connection, "SET LOCAL lock_timeout = " + Math.max(1, deadline.remainingMillis()));
        }

        @Override
        void beginReading(Connection connection) throws SQLException {
            connection.setAutoCommit(false);
            execute(connection, "SET TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY");
        }

        @Override
        void commit(Connection connection) throws SQLException {
            connection.commit();
            connection.setAutoCommit(true);
        }

        @Override
        void rollback(Connection connection) throws SQLException {
            connection.rollback();
            connection.setAutoCommit(true);
        }

        @Override
        String lockStatement() {
            return "SELECT id, version, clock_timestamp() FROM eni_pool WHERE name = ? FOR UPDATE";
        }

        @Override
        Instant time(ResultSet row, int column) throws SQLException {
            return row.getObject(column, OffsetDateTime.class).toInstant();
        }

        @Override
        void setTime(PreparedStatement statement, int index, Instant time) throws SQLException {
            statement.setObject(index, time.atOffset(ZoneOffset.UTC));
        }

        @Override
        @Nullable
        UUID uuid(ResultSet row, int column) throws SQLException {
            return row.getObject(column, UUID.class);
        }

        @Override
        void setUuid(PreparedStatement statement, int index, @Nullable UUID uuid) throws SQLException {
            if (uuid == null) {
                statement.setNull(index, Types.OTHER);
            } else {
                statement.setObject(index, uuid);
            }
        }

        @Override
        SqlFailure kindOf(String state, int code) {
            return switch (state) {
                case "40001", "40P01", "55P03", "57014" -> SqlFailure.BUSY;
                case "57P01", "57P02", "57P03", "53300" -> SqlFailure.PASSING;
                case "42P01", "42703", "3F000" -> SqlFailure.SCHEMA;
                default -> state.startsWith("23") ? SqlFailure.CONTRADICTION : SqlFailure.LASTING;
            };
        }
    };

    /** The version of the tables this library works with. */
    static final int SCHEMA = 1;

    abstract void begin(Connection connection, Deadline deadline) throws SQLException;

    abstract void beginReading(Connection connection) throws SQLException;

    abstract void commit(Connection connection) throws SQLException;

    abstract void rollback(Connection connection) throws SQLException;

    /** Gives id, version and time, with the pool locked until the end of the transaction. */
    abstract String lockStatement();

    abstract Instant time(ResultSet row, int column) throws SQLException;

    abstract void setTime(PreparedStatement statement, int index, Instant time) throws SQLException;

    abstract @Nullable UUID uuid(ResultSet row, int column) throws SQLException;

    abstract void setUuid(PreparedStatement statement, int index, @Nullable UUID uuid) throws SQLException;

    abstract SqlFailure kindOf(String state, int code);

    static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** The dialect of a connection. */
    static Dialect of(Connection connection) throws SQLException {
        String product = connection.getMetaData().getDatabaseProductName();
        for (Dialect dialect : values()) {
            if (product.toUpperCase(Locale.ROOT).equals(dialect.name())) {
                return dialect;
            }
        }
        throw new IllegalArgumentException("a store can be kept in PostgreSQL or SQLite, not in " + product);
    }

    String ddl() {
        String file = name().toLowerCase(Locale.ROOT) + ".sql";
        try (InputStream in = Objects.requireNonNull(Dialect.class.getResourceAsStream(file), file)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
