package io.enikit.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.enikit.ipam.CidrPool;
import io.enikit.net.Cidr;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What a store does with its database: transactions of the user, tables, rows written by hand, patience. */
class DatabaseTest {
    private static final CidrPool FIRST = CidrPool.of(Cidr.parse("10.0.0.0/16"));

    @TempDir
    Path folder;

    private static void execute(String place, String sql) throws SQLException {
        try (Connection connection = Backend.connect(place)) {
            Dialect.execute(connection, sql);
        }
    }

    @ParameterizedTest
    @EnumSource
    void in_rolledBack_nothingIsGranted(Backend backend) throws SQLException {
        String place = backend.place(folder);
        try (PoolStore store = Backend.open(place);
                Connection connection = Backend.connect(place)) {
            StoredPool pool = store.create("main", FIRST);
            connection.setAutoCommit(false);
            StoredPool mine = pool.in(connection);
            assertThat(mine.allocate("a", 24)).hasToString("10.0.0.0/24 #1 a");
            assertThat(mine.allocate("b", 24)).hasToString("10.0.1.0/24 #2 b");
            assertThat(mine.snapshot().allocations()).hasSize(2);
            assertThat(pool.snapshot().allocations()).isEmpty();
            connection.rollback();
            assertThat(pool.allocate("c", 24)).hasToString("10.0.0.0/24 #1 c");
            assertThat(pool.in(connection).allocate("d", 24)).hasToString("10.0.1.0/24 #2 d");
            connection.commit();
            assertThat(pool.allocate("d", 24)).hasToString("10.0.1.0/24 #2 d");
            assertThat(pool.current().version()).isEqualTo(3);
            pool.check();
        }
    }

    @ParameterizedTest
    @EnumSource
    void allocate_whileAnotherHoldsThePool_busyAfterThePatience(Backend backend) throws SQLException {
        String place = backend.place(folder);
        try (PoolStore store = Backend.open(place).withPatience(Duration.ofMillis(400));
                Connection connection = Backend.connect(place)) {
            StoredPool pool = store.create("main", FIRST);
            connection.setAutoCommit(false);
            pool.in(connection).allocate("a", 24).orElseThrow();
            long before = System.nanoTime();
            assertThatThrownBy(() -> pool.allocate("b", 24)).isInstanceOf(StoreBusyException.class);
            assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(Duration.ofSeconds(10));
            connection.commit();
            assertThat(pool.allocate("b", 24)).hasToString("10.0.1.0/24 #2 b");
        }
    }

    @ParameterizedTest
    @EnumSource
    void allocate_rowWrittenByHandInTheWay_refusedByTheDatabase(Backend backend) throws SQLException {
        String place = backend.place(folder);
        try (PoolStore store = Backend.open(place)) {
            StoredPool pool = store.create("main", FIRST);
            assertThat(pool.snapshot()).isEqualTo(FIRST);
            String first = backend == Backend.SQLITE ? "x'0a000080'" : "'\\x0a000080'";
            String last = backend == Backend.SQLITE ? "x'0a0000ff'" : "'\\x0a0000ff'";
            execute(
                    place,
                    "INSERT INTO eni_grant (pool, first, last, cidr, sequence, owner, owner_key) SELECT id, " + first
                            + ", " + last + ", '10.0.0.128/25', 77, 'hand', '' FROM eni_pool");
            assertThatThrownBy(() -> pool.allocate("a", 24))
                    .isInstanceOf(StoreDamagedException.class)
                    .hasMessageContaining("overlaps");
            assertThatThrownBy(pool::check)
                    .isInstanceOf(StoreDamagedException.class)
                    .hasMessageContaining("the pool is at number 0, and a grant has number 77");
            assertThat(pool.current().version()).isEqualTo(1);
            execute(place, "DELETE FROM eni_grant WHERE owner = 'hand'");
            assertThat(pool.allocate("a", 24)).hasToString("10.0.0.0/24 #1 a");
            pool.check();
        }
    }

    @ParameterizedTest
    @EnumSource
    void open_rowsAndLogDisagree_namesWhat(Backend backend) throws SQLException {
        String place = backend.place(folder);
        try (PoolStore store = Backend.open(place)) {
            StoredPool pool = store.create("main", FIRST);
            pool.allocate("a", 24).orElseThrow();
            pool.allocate("b", 24).orElseThrow();
            execute(place, "DELETE FROM eni_grant WHERE owner = 'a'");
            assertThatThrownBy(pool::check)
                    .isInstanceOf(StoreDamagedException.class)
                    .hasMessageContaining("the rows lack")
                    .hasMessageContaining("10.0.0.0/24");
            assertThatThrownBy(() -> pool.release("a"))
                    .isInstanceOf(StoreDamagedException.class)
                    .hasMessageContaining("the log has 10.0.0.0/24 #1 granted, and eni_grant has no row of it");
        }
        try (PoolStore store = Backend.open(place)) {
            execute(place, "UPDATE eni_grant SET cidr = '10.7.0.0/8' WHERE owner = 'b'");
            assertThatThrownBy(() -> store.pool("main")).isInstanceOf(StoreDamagedException.class);
        }
    }

    @ParameterizedTest
    @EnumSource
    void since_gapInTheLog_isDamage(Backend backend) throws SQLException {
        String place = backend.place(folder);
        try (PoolStore store = Backend.open(place);
                PoolStore other = Backend.open(place)) {
            StoredPool pool = store.create("main", FIRST);
            for (String owner : List.of("a", "b", "c")) {
                pool.allocate(owner, 24).orElseThrow();
            }
            execute(place, "DELETE FROM eni_event WHERE version = 3");
            assertThatThrownBy(() -> other.pool("main").check())
                    .isInstanceOf(StoreDamagedException.class)
                    .hasMessage("pool main: after event 2 comes event 4");
        }
    }

    @Test
    void open_foreignTablesOrVersion_says() throws SQLException {
        String place = "jdbc:sqlite:" + folder.resolve("other.db");
        execute(place, "CREATE TABLE mine (x)");
        assertThatThrownBy(() -> PoolStore.open(folder.resolve("other.db")))
                .isInstanceOfSatisfying(
                        StoreSchemaException.class, e -> assertThat(e.ddl()).isEqualTo(PoolStore.ddl(Dialect.SQLITE)))
                .hasMessageContaining("PoolStore.ddl(Dialect.SQLITE)");
        PoolStore.open(folder.resolve("mine.db")).close();
        execute("jdbc:sqlite:" + folder.resolve("mine.db"), "UPDATE eni_schema SET version = 2");
        assertThatThrownBy(() -> PoolStore.open(folder.resolve("mine.db")))
                .isInstanceOf(StoreSchemaException.class)
                .hasMessage("the tables of the store are of version 2, and this library works with version 1");
    }

    @Test
    void of_postgresqlWithoutTables_hasTheDdl() throws SQLException {
        String url = PostgresServer.newSchema();
        assertThatThrownBy(() -> PoolStore.of(PostgresServer.dataSource(url)))
                .isInstanceOfSatisfying(
                        StoreSchemaException.class, e -> assertThat(e.ddl()).contains("CREATE TABLE eni_event"));
        try (Connection connection = Backend.connect(url);
                Statement statement = connection.createStatement()) {
            statement.execute(PoolStore.ddl(Dialect.POSTGRESQL));
        }
        PoolStore.createTables(PostgresServer.dataSource(url));
        PoolStore.of(PostgresServer.dataSource(url)).close();
    }

    @Test
    void of_serverComesBackLater_waitsForIt() throws Exception {
        String url = PostgresServer.newSchema();
        PoolStore.createTables(PostgresServer.dataSource(url));
        long from = System.nanoTime() + 300_000_000;
        UrlDataSource late = new UrlDataSource(url) {
            @Override
            public Connection getConnection() throws SQLException {
                if (System.nanoTime() < from) {
                    throw new SQLException("refused", "08001");
                }
                return super.getConnection();
            }
        };
        try (PoolStore store = PoolStore.of(late)) {
            assertThat(store.names()).isEmpty();
        }
        assertThat(System.nanoTime()).isGreaterThan(from);
    }

    @ParameterizedTest
    @EnumSource
    void createTables_severalAtOnce_once(Backend backend) throws InterruptedException {
        String place = backend == Backend.SQLITE
                ? "jdbc:sqlite:" + folder.resolve("new.db") + "?busy_timeout=20000"
                : PostgresServer.newSchema();
        List<Throwable> failures = new ArrayList<>();
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            Thread thread = new Thread(() -> PoolStore.createTables(PostgresServer.dataSource(place)));
            thread.setUncaughtExceptionHandler((where, failure) -> {
                synchronized (failures) {
                    failures.add(failure);
                }
            });
            threads.add(thread);
        }
        threads.forEach(Thread::start);
        for (Thread each : threads) {
            each.join();
        }
        assertThat(failures).isEmpty();
        PoolStore.of(PostgresServer.dataSource(place)).close();
    }

    @Test
    void open_sqlite_syncsEachCommit() throws SQLException {
        String place = Backend.SQLITE.place(folder);
        Backend.open(place).close();
        try (Connection connection = SqliteFile.connect(place);
                Statement statement = connection.createStatement()) {
            assertThat(statement.executeQuery("PRAGMA synchronous").getInt(1)).isEqualTo(2);
            assertThat(statement.executeQuery("PRAGMA journal_mode").getString(1))
                    .isEqualTo("wal");
        }
    }

    @Test
    void reads_sqlite_searchAndNeverScan() throws SQLException {
        String place = Backend.SQLITE.place(folder);
        Backend.open(place).close();
        assertThat(planOf(place, SqlRows.SINCE)).contains("e USING PRIMARY KEY (pool=? AND version>?)");
        assertThat(planOf(place, SqlRows.MADE_BY)).contains("e USING INDEX eni_event_request (request=?");
    }

    private static String planOf(String place, String sql) throws SQLException {
        StringBuilder plan = new StringBuilder();
        try (Connection connection = Backend.connect(place);
                PreparedStatement statement = connection.prepareStatement("EXPLAIN QUERY PLAN " + sql);
                ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                plan.append(rows.getString("detail")).append('\n');
            }
        }
        return plan.toString();
    }

    @Test
    void backup_whileOpen_isAWholeStore() {
        Path copy = folder.resolve("copy.db");
        CidrPool expected;
        try (PoolStore store = PoolStore.open(folder.resolve("ipam.db"))) {
            StoredPool pool = store.create("main", FIRST);
            pool.allocate("a", 24).orElseThrow();
            store.backup(copy);
            expected = pool.snapshot();
            pool.allocate("b", 24).orElseThrow();
            assertThatThrownBy(() -> store.backup(copy)).isInstanceOf(IllegalArgumentException.class);
        }
        try (PoolStore store = PoolStore.open(copy)) {
            assertThat(store.pool("main").snapshot()).isEqualTo(expected);
            store.pool("main").check();
        }
        assertThatThrownBy(() -> PoolStore.of(PoolLog.inMemory()).backup(copy))
                .isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void open_noFolderOrNoDatabase_says() throws Exception {
        assertThatThrownBy(() -> PoolStore.open(folder.resolve("none/ipam.db")))
                .isInstanceOf(StoreUnavailableException.class)
                .hasMessageContaining("no folder for");
        Files.writeString(
                folder.resolve("text.db"), "This is not a database, but a text that is long enough. ".repeat(40));
        assertThatThrownBy(() -> PoolStore.open(folder.resolve("text.db"))).isInstanceOf(StoreException.class);
    }

    @Test
    void olderCopyPutBack_whileOpen_isDamage() throws Exception {
        String place = Backend.SQLITE.place(folder);
        try (PoolStore store = Backend.open(place)) {
            StoredPool pool = store.create("main", FIRST);
            pool.allocate("a", 24).orElseThrow();
            execute(place, "UPDATE eni_pool SET version = 1");
            assertThatThrownBy(() -> pool.allocate("b", 24))
                    .isInstanceOf(StoreDamagedException.class)
                    .hasMessageContaining("is at version 1, and was at 2");
        }
    }

    @Test
    void closed_store_says() {
        PoolStore store = PoolStore.open(folder.resolve("ipam.db"));
        StoredPool pool = store.create("main", FIRST);
        store.close();
        assertThatThrownBy(() -> pool.allocate(24)).isInstanceOf(IllegalStateException.class);
    }
}
