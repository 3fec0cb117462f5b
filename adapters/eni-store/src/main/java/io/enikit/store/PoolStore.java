package io.enikit.store;

import com.google.common.collect.ImmutableSortedSet;
import io.enikit.ipam.CidrPool;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import javax.sql.DataSource;

/**
 * Pools by name, shared by all processes that open the same database.
 *
 * <pre>{@code
 * PoolStore store = PoolStore.open(Path.of("ipam.db"));
 * StoredPool pool = store.poolOrCreate("teams", CidrPool.of(Cidr.parse("10.64.0.0/10")));
 * pool.allocate("web", 20).orElseThrow().cidr();              // 10.64.0.0/20, on disk
 * store.close();
 * }</pre>
 *
 * <p>All methods are for use by several threads. They throw {@link StoreBusyException} or
 * {@link StoreUnavailableException} after {@link #withPatience 30 seconds} of trying, and {@link StoreDamagedException}
 * where what is stored contradicts itself.
 */
public final class PoolStore implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final PoolLog log;
    private final Map<String, PoolEngine> engines;
    private final Caller caller;

    /** Who asks, and how long that one waits. */
    record Caller(String actor, Duration patience) {
        Deadline deadline() {
            return Deadline.after(patience);
        }
    }

    private PoolStore(PoolLog log, Map<String, PoolEngine> engines, Caller caller) {
        this.log = log;
        this.engines = engines;
        this.caller = caller;
    }

    /**
     * Opens a store in a file of SQLite, which is created with its tables if there is none.
     *
     * <p>Other processes of this machine may have the file open as well. It needs the driver
     * {@code org.xerial:sqlite-jdbc}, an optional dependency. Beside the file there are {@code -wal}, {@code -shm} and
     * {@code -turn}; a program must not read or copy any of the four while a store is open, because that ends the locks
     * of its process: {@link #backup} makes copies. The folder has to be on a local disk.
     *
     * @param file the file
     * @return the store
     * @throws StoreSchemaException if the file has other tables and none of a store, or those of another version
     * @throws StoreUnavailableException if there is no driver, or the file can't be opened
     */
    public static PoolStore open(Path file) {
        Objects.requireNonNull(file, "file");
        return of(PoolEngine.retrying(Deadline.after(PATIENCE), () -> SqliteFile.open(file)));
    }

    /**
     * Opens a store in the tables of PostgreSQL.
     *
     * <p>The tables are created by {@link #createTables}, or by a tool for migrations with the text of {@link #ddl}. A few
     * idle connections are kept until the store is closed. Between transactions nothing is kept in a session of the
     * server but prepared statements. A data source of SQLite is taken as well; its connections have to have their settings already.
     *
     * @param dataSource where connections come from
     * @return the store
     * @throws StoreSchemaException if the tables are missing, or of another version
     * @throws StoreUnavailableException if there is no connection for 30 seconds
     * @throws IllegalArgumentException if the database is neither PostgreSQL nor SQLite
     */
    public static PoolStore of(DataSource dataSource) {
        Objects.requireNonNull(dataSource, "dataSource");
        Sessions.Source source = () -> {
            Connection connection = dataSource.getConnection();
            connection.setAutoCommit(true);
            return connection;
        };
        return of(PoolEngine.retrying(Deadline.after(PATIENCE), () -> logOf(source)));
    }

    private static PoolLog logOf(Sessions.Source source) {
        Dialect dialect;
        try (Connection connection = source.connect()) {
            dialect = Dialect.of(connection);
        } catch (SQLException e) {
            throw SqlFailure.of(e, Dialect.POSTGRESQL, "connecting to the store");
        }
        Sessions sessions = new Sessions(dialect, source);
        Tables.check(sessions);
        return new SqlLog(sessions, SqlLog.Gate.OPEN);
    }

    /**
     * Opens a store on any log.
     *
     * @param log the log, for example {@link PoolLog#inMemory} in tests
     * @return the store, which closes the log when it is closed
     */
    public static PoolStore of(PoolLog log) {
        return new PoolStore(Objects.requireNonNull(log, "log"), new ConcurrentHashMap<>(), new Caller("", PATIENCE));
    }

    /**
     * Returns the statements that create the tables, for Flyway, Liquibase or a person.
     *
     * @param dialect the database
     * @return the statements, each ended by a semicolon, with comments
     */
    public static String ddl(Dialect dialect) {
        return Objects.requireNonNull(dialect, "dialect").ddl();
    }

    /**
     * Creates the tables unless they are there, also if several processes do so at once.
     *
     * @param dataSource where a connection comes from; it needs the right to create tables, a function and a trigger
     * @throws StoreUnavailableException if that fails
     */
    public static void createTables(DataSource dataSource) {
        try (Connection connection =
                Objects.requireNonNull(dataSource, "dataSource").getConnection()) {
            Tables.createIfMissing(connection);
        } catch (SQLException e) {
            throw SqlFailure.of(e, Dialect.POSTGRESQL, "creating tables");
        }
    }

    /**
     * Returns this store for an actor, whose name stands beside each change in the history.
     *
     * @param actor a person, a job or whatever asks; may be empty
     * @return a view of this store, closed with it
     */
    public PoolStore as(String actor) {
        return new PoolStore(log, engines, new Caller(Effect.checkText("actor", actor), caller.patience()));
    }

    /**
     * Returns this store with another time to wait for others and for a lost database.
     *
     * @param patience the time, 30 seconds if it is not set
     * @return a view of this store, closed with it
     */
    public PoolStore withPatience(Duration patience) {
        return new PoolStore(log, engines, new Caller(caller.actor(), Objects.requireNonNull(patience, "patience")));
    }

    /**
     * Returns a pool.
     *
     * @param name its name
     * @return the pool
     * @throws NoSuchElementException if there is no pool of that name
     */
    public StoredPool pool(String name) {
        return find(name).orElseThrow(() -> new NoSuchElementException("there is no pool " + name));
    }

    /**
     * Returns a pool if it is there.
     *
     * @param name its name
     * @return the pool, or empty
     */
    public Optional<StoredPool> find(String name) {
        PoolEngine engine = engine(name);
        return engine.current(caller.deadline()) == null
                ? Optional.empty()
                : Optional.of(new StoredPool(engine, caller));
    }

    /**
     * Stores a new pool.
     *
     * @param name its name, not empty
     * @param pool how it begins, with all its grants
     * @return the pool
     * @throws IllegalStateException if there is a pool of that name
     */
    public StoredPool create(String name, CidrPool pool) {
        PoolEngine engine = engine(name);
        if (!create(engine, pool)) {
            throw new IllegalStateException("there is a pool " + name + " already");
        }
        return new StoredPool(engine, caller);
    }

    /**
     * Returns a pool, which is stored first if it is not there.
     *
     * @param name its name, not empty
     * @param pool how it begins; of no account if there is a pool of that name
     * @return the pool
     */
    public StoredPool poolOrCreate(String name, CidrPool pool) {
        Objects.requireNonNull(pool, "pool");
        PoolEngine engine = engine(name);
        if (engine.current(caller.deadline()) == null) {
            create(engine, pool);
        }
        return new StoredPool(engine, caller);
    }

    private boolean create(PoolEngine engine, CidrPool pool) {
        return engine.create(
                PoolDifference.between(null, Objects.requireNonNull(pool, "pool")), caller.actor(), caller.deadline());
    }

    private PoolEngine engine(String name) {
        if (Effect.checkText("name", name).isEmpty()) {
            throw new IllegalArgumentException("the name of a pool must not be empty");
        }
        return engines.computeIfAbsent(name, absent -> new PoolEngine(absent, log));
    }

    /**
     * Returns the names of all pools.
     *
     * @return the names, sorted
     */
    public Set<String> names() {
        return ImmutableSortedSet.copyOf(PoolEngine.retrying(caller.deadline(), log::names));
    }

    /**
     * Copies a store in a file of SQLite, while it is in use.
     *
     * @param target a file that does not exist
     * @throws UnsupportedOperationException if the store is not in SQLite; PostgreSQL has {@code pg_dump}
     * @throws IllegalArgumentException if the file exists
     */
    public void backup(Path target) {
        Objects.requireNonNull(target, "target");
        if (!(log instanceof SqlLog sql) || sql.dialect() != Dialect.SQLITE) {
            throw new UnsupportedOperationException("only a store in SQLite is copied this way");
        }
        sql.backup(target);
    }

    /** Closes the connections; other processes are not affected. */
    @Override
    public void close() {
        log.close();
    }
}
