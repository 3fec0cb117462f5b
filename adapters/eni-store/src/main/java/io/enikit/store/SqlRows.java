package io.enikit.store;

import io.enikit.ipam.CidrPool;
import io.enikit.ipam.PoolBuilder;
import io.enikit.net.Cidr;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;

/** The rows of a pool: reads and writes them on one session, and leaves transactions to others. */
final class SqlRows {
    private static final String EVENTS =
            "SELECT e.version, e.kind, e.cidr, e.owner, e.owner_key, e.sequence, e.settings,"
                    + " e.at, e.actor, e.request, e.token FROM eni_event e JOIN eni_pool p ON p.id = e.pool WHERE p.name = ? AND ";

    static final String SINCE = EVENTS + "e.version > ? ORDER BY e.version";
    static final String MADE_BY = EVENTS + "e.request = ? ORDER BY e.version";

    private final SqlSession session;
    private final Dialect dialect;
    private final String pool;

    SqlRows(SqlSession session, String pool) {
        this.session = session;
        this.dialect = session.dialect();
        this.pool = pool;
    }

    /** The pool's row. */
    record Row(long id, long version) {}

    List<PoolEvent> since(long version) throws SQLException {
        PreparedStatement statement = session.prepare(SINCE);
        statement.setString(1, pool);
        statement.setLong(2, version);
        return SqlSession.read(statement, this::events);
    }

    List<PoolEvent> madeBy(UUID request) throws SQLException {
        PreparedStatement statement = session.prepare(MADE_BY);
        statement.setString(1, pool);
        dialect.setUuid(statement, 2, request);
        return SqlSession.read(statement, this::events);
    }

    private List<PoolEvent> events(ResultSet rows) throws SQLException {
        List<PoolEvent> events = new ArrayList<>();
        while (rows.next()) {
            long version = rows.getLong(1);
            try {
                events.add(event(version, rows));
            } catch (IllegalArgumentException e) {
                throw new StoreDamagedException(
                        "pool " + pool + ": event " + version + " is no event: " + e.getMessage(), e);
            }
        }
        return events;
    }

    private PoolEvent event(long version, ResultSet rows) throws SQLException {
        String cidr = rows.getString(3);
        Effect effect = new Effect(
                PoolEvent.Kind.valueOf(rows.getString(2).toUpperCase(Locale.ROOT)),
                cidr == null ? null : Cidr.parse(cidr),
                rows.getString(4),
                rows.getString(5),
                rows.getLong(6),
                rows.getString(7));
        return new PoolEvent(
                version, effect, dialect.time(rows, 8), rows.getString(9), dialect.uuid(rows, 10), rows.getLong(11));
    }

    /** The state that the rows of the grants describe; all reads have to be of one snapshot. */
    Optional<PoolState> latest() throws SQLException {
        PreparedStatement statement = session.prepare("SELECT p.version, p.sequence, p.settings, e.at FROM eni_pool p"
                + " JOIN eni_event e ON e.pool = p.id AND e.version = p.version WHERE p.name = ?");
        statement.setString(1, pool);
        return SqlSession.read(statement, rows -> {
            if (!rows.next()) {
                return Optional.empty();
            }
            long version = rows.getLong(1);
            Instant at = dialect.time(rows, 4);
            return Optional.of(PoolState.of(version, at, granted(rows.getString(3), rows.getLong(2))));
        });
    }

    private CidrPool granted(String settings, long sequence) throws SQLException {
        PreparedStatement statement = session.prepare("SELECT g.cidr, g.owner, g.owner_key, g.sequence FROM eni_grant g"
                + " JOIN eni_pool p ON p.id = g.pool WHERE p.name = ? ORDER BY g.first");
        statement.setString(1, pool);
        try {
            PoolBuilder builder = PoolFrame.read(settings).with(List.of(), sequence);
            return SqlSession.read(statement, rows -> {
                while (rows.next()) {
                    builder.addAllocation(
                            Cidr.parse(rows.getString(1)), rows.getString(2), rows.getString(3), rows.getLong(4));
                }
                CidrPool granted = builder.build();
                if (granted.sequence() != sequence) {
                    throw new IllegalArgumentException(
                            "the pool is at number " + sequence + ", and a grant has number " + granted.sequence());
                }
                return granted;
            });
        } catch (IllegalArgumentException e) {
            throw new StoreDamagedException(
                    "pool " + pool + ": the rows of eni_grant contradict each other or the pool: " + e.getMessage(), e);
        }
    }

    Optional<PoolState> base() throws SQLException {
        PreparedStatement statement = session.prepare(
                "SELECT b.version, b.at, b.content FROM eni_base b JOIN eni_pool p ON p.id = b.pool WHERE p.name = ?");
        statement.setString(1, pool);
        return SqlSession.read(
                statement,
                rows -> rows.next()
                        ? Optional.of(
                                PoolState.of(rows.getLong(1), dialect.time(rows, 2), CidrPool.read(rows.getString(3))))
                        : Optional.empty());
    }

    Set<String> names() throws SQLException {
        return SqlSession.read(session.prepare("SELECT name FROM eni_pool"), rows -> {
            Set<String> names = new TreeSet<>();
            while (rows.next()) {
                names.add(rows.getString(1));
            }
            return names;
        });
    }

    /** Makes the pool's row, with version 0; false if there is one. */
    boolean insertPool() throws SQLException {
        PreparedStatement statement = session.prepare("INSERT INTO eni_pool (name, version, sequence, settings)"
                + " VALUES (?, 0, 0, '') ON CONFLICT (name) DO NOTHING");
        statement.setString(1, pool);
        return statement.executeUpdate() == 1;
    }

    /** Appends events to a pool whose row is locked; false if another was quicker nevertheless. */
    boolean append(Row row, List<PoolEvent> events) throws SQLException {
        SqlChange change = new SqlChange(row, events);
        return switch (dialect) {
            case SQLITE -> new SqlWrites(session, pool, change).run();
            case POSTGRESQL -> new PostgresqlWrites(session, pool, change).run();
        };
    }

    /** Replaces the events up to a state by that state. */
    void prune(Row row, PoolState base) throws SQLException {
        PreparedStatement delete = session.prepare("DELETE FROM eni_base WHERE pool = ?");
        delete.setLong(1, row.id());
        delete.executeUpdate();
        PreparedStatement insert =
                session.prepare("INSERT INTO eni_base (pool, version, at, content) VALUES (?, ?, ?, ?)");
        insert.setLong(1, row.id());
        insert.setLong(2, base.version());
        dialect.setTime(insert, 3, base.at());
        insert.setString(4, base.pool().write());
        insert.executeUpdate();
        PreparedStatement events = session.prepare("DELETE FROM eni_event WHERE pool = ? AND version <= ?");
        events.setLong(1, row.id());
        events.setLong(2, base.version());
        events.executeUpdate();
    }
}
