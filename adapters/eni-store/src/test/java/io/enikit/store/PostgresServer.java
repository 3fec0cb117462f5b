package io.enikit.store;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * A real PostgreSQL for the tests: the one of ENI_POSTGRES_URL, or a server of this process with the binaries that Maven
 * brought, which also starts as root.
 */
final class PostgresServer implements AutoCloseable {
    private static final @Nullable String URL = System.getenv("ENI_POSTGRES_URL");
    private static @Nullable PostgresServer shared;

    private final Path folder;
    private EmbeddedPostgres server;

    private PostgresServer(Path folder, EmbeddedPostgres server) {
        this.folder = folder;
        this.server = server;
    }

    static PostgresServer start() throws IOException {
        Path folder = Files.createTempDirectory("eni-postgres");
        return new PostgresServer(folder, start(folder, 0));
    }

    private static EmbeddedPostgres start(Path folder, int port) throws IOException {
        EmbeddedPostgres.Builder builder = EmbeddedPostgres.builder()
                .setDataDirectory(folder.resolve("data").toFile())
                .setCleanDataDirectory(false)
                .setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on")
                .setServerConfig("full_page_writes", "on")
                .setPGStartupWait(Duration.ofSeconds(60));
        return (port == 0 ? builder : builder.setPort(port)).start();
    }

    int port() {
        return server.getPort();
    }

    /** Kills the server as loss of its process would, and starts it again on what it left. */
    void killAndRestart() throws IOException, InterruptedException {
        String pid =
                Files.readAllLines(folder.resolve("data/postmaster.pid")).get(0).trim();
        int port = port();
        new ProcessBuilder("kill", "-9", pid).start().waitFor();
        try {
            server.close();
        } catch (IOException | RuntimeException e) {
            // It was killed, so it can't be stopped.
        }
        for (int tries = 0; ; tries++) {
            try {
                server = start(folder, port);
                return;
            } catch (IOException | RuntimeException e) {
                if (tries == 20) {
                    throw e;
                }
                Thread.sleep(200);
            }
        }
    }

    @Override
    public void close() throws IOException {
        server.close();
    }

    /** Where to find an empty schema, in a server that all tests of this process share. */
    static synchronized String newSchema() {
        try {
            if (URL == null && shared == null) {
                PostgresServer started = start();
                shared = started;
                Runtime.getRuntime().addShutdownHook(new Thread(() -> {
                    try {
                        started.close();
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                }));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return newSchema(shared == null ? String.valueOf(URL) : shared.url());
    }

    String url() {
        return "jdbc:postgresql://localhost:" + port() + "/postgres?user=postgres";
    }

    /** Makes a schema, and returns a URL for which it is the only one. */
    static String newSchema(String url) {
        String schema = "t" + UUID.randomUUID().toString().replace("-", "");
        try (Connection connection = dataSource(url).getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE SCHEMA " + schema);
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
        return url + (url.contains("?") ? "&" : "?") + "currentSchema=" + schema;
    }

    static DataSource dataSource(String url) {
        return new UrlDataSource(url);
    }
}
