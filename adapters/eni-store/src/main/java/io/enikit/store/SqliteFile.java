package io.enikit.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Properties;

/** A database of SQLite in a file. */
final class SqliteFile {
    private static final Duration BUSY_TIMEOUT = Duration.ofSeconds(30);

    private final Path path;
    private final Sessions sessions;

    private SqliteFile(Path path, Sessions sessions) {
        this.path = path;
        this.sessions = sessions;
    }

    static SqlLog open(Path file) {
        Path path = realPath(file);
        String url = "jdbc:sqlite:" + path;
        checkDriver(url);
        return open(path, new Sessions(Dialect.SQLITE, () -> connect(url)));
    }

    static SqlLog open(Path path, Sessions sessions) {
        TurnFile gate = TurnFile.beside(path);
        SqlLog log = new SqlLog(sessions, gate);
        try {
            new SqliteFile(path, sessions).create(gate);
            Tables.check(sessions);
            return log;
        } catch (RuntimeException e) {
            log.close();
            throw e;
        }
    }

    /** The same text for the same file, whichever way leads to it. */
    private static Path realPath(Path file) {
        try {
            Path folder = file.toAbsolutePath().getParent();
            return folder == null ? file.toAbsolutePath() : folder.toRealPath().resolve(file.getFileName());
        } catch (IOException e) {
            throw new StoreUnavailableException("no folder for " + file + ": " + e, false, e);
        }
    }

    private static void checkDriver(String url) {
        try {
            DriverManager.getDriver(url);
        } catch (SQLException e) {
            throw new StoreUnavailableException(
                    "SQLite needs its driver: add the dependency org.xerial:sqlite-jdbc", false, e);
        }
    }

    static Connection connect(String url) throws SQLException {
        Properties settings = new Properties();
        settings.setProperty("busy_timeout", String.valueOf(BUSY_TIMEOUT.toMillis()));
        settings.setProperty("synchronous", "FULL");
        settings.setProperty("foreign_keys", "true");
        try {
            return DriverManager.getConnection(url, settings);
        } catch (LinkageError e) {
            throw new StoreUnavailableException(
                    "the native part of SQLite can't be loaded; if the folder for temporary files is mounted noexec,"
                            + " set -Dorg.sqlite.tmpdir: "
                            + e,
                    false,
                    e);
        }
    }

    private void create(TurnFile gate) {
        Deadline deadline = Deadline.after(BUSY_TIMEOUT);
        gate.enter(deadline);
        SqlSession session = null;
        boolean usable = false;
        try {
            session = sessions.take();
            Dialect.execute(session.connection(), "PRAGMA journal_mode = WAL");
            Tables.createIfEmpty(session.connection());
            usable = true;
        } catch (SQLException e) {
            throw SqlFailure.of(e, Dialect.SQLITE, "opening " + path);
        } finally {
            if (session != null) {
                sessions.giveBack(session, usable);
            }
            gate.leave();
        }
    }

    static void backup(Sessions sessions, Path target) {
        if (Files.exists(target)) {
            throw new IllegalArgumentException("there is a file at " + target);
        }
        // A connection with prepared statements can't copy.
        SqlSession session = sessions.connect();
        try (PreparedStatement statement = session.connection().prepareStatement("VACUUM INTO ?")) {
            statement.setString(1, target.toAbsolutePath().toString());
            statement.execute();
        } catch (SQLException e) {
            throw SqlFailure.of(e, Dialect.SQLITE, "copying to " + target);
        } finally {
            session.close();
        }
    }
}
