package io.enikit.store;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Writes a change to PostgreSQL in one trip to the server, however many events it has. */
final class PostgresqlWrites {
    private static final String STATEMENTS = """
            UPDATE eni_pool SET version = ?,
              sequence = CASE WHEN ? > sequence OR ?::text IS NOT NULL THEN ? ELSE sequence END,
              settings = COALESCE(?, settings) WHERE id = ? AND version = ?;
            INSERT INTO eni_event (pool, version, kind, cidr, owner, owner_key, sequence, settings, at, actor, request, token)
              SELECT ?, * FROM unnest(?::bigint[], ?::text[], ?::text[], ?::text[], ?::text[], ?::bigint[], ?::text[],
                ?::text[]::timestamptz[], ?::text[], ?::text[]::uuid[], ?::bigint[]);
            DELETE FROM eni_grant g USING unnest(?::bytea[], ?::bigint[]) AS r (first, sequence)
              WHERE g.pool = ? AND g.first = r.first AND g.sequence = r.sequence;
            INSERT INTO eni_grant (pool, first, last, cidr, sequence, owner, owner_key)
              SELECT ?, * FROM unnest(?::bytea[], ?::bytea[], ?::text[], ?::bigint[], ?::text[], ?::text[])
            """;

    private final PreparedStatement statement;
    private final String pool;
    private final SqlChange change;
    private int parameter;

    PostgresqlWrites(SqlSession session, String pool, SqlChange change) throws SQLException {
        this.statement = session.prepare(STATEMENTS);
        this.pool = pool;
        this.change = change;
    }

    boolean run() throws SQLException {
        updateOfPool();
        insertOfEvents();
        List<Effect> releases = change.releases();
        array("bytea", releases, effect -> effect.block().first().toBytes(), new byte[0][]);
        array("int8", releases, Effect::sequence, new Long[0]);
        number(change.pool());
        insertOfGrants();
        statement.execute();
        if (statement.getUpdateCount() != 1) {
            return false;
        }
        statement.getMoreResults();
        statement.getMoreResults();
        if (statement.getUpdateCount() != releases.size()) {
            throw SqlChange.missingRow(pool, releases);
        }
        return true;
    }

    private void updateOfPool() throws SQLException {
        number(change.versionAfter());
        number(change.sequence());
        statement.setString(++parameter, change.settings());
        number(change.sequence());
        statement.setString(++parameter, change.settings());
        number(change.pool());
        number(change.versionBefore());
    }

    private void insertOfEvents() throws SQLException {
        List<PoolEvent> events = change.events();
        number(change.pool());
        array("int8", events, PoolEvent::version, new Long[0]);
        texts(events, event -> event.kind().toString().toLowerCase(Locale.ROOT));
        texts(events, event -> event.cidr().map(Object::toString).orElse(null));
        texts(events, PoolEvent::owner);
        texts(events, PoolEvent::key);
        array("int8", events, PoolEvent::sequence, new Long[0]);
        texts(events, event -> event.effect().settings());
        texts(events, event -> event.at().toString());
        texts(events, PoolEvent::by);
        texts(events, event -> event.request().map(Object::toString).orElse(null));
        array("int8", events, PoolEvent::token, new Long[0]);
    }

    private void insertOfGrants() throws SQLException {
        List<Effect> grants = change.grants();
        number(change.pool());
        array("bytea", grants, effect -> effect.block().first().toBytes(), new byte[0][]);
        array("bytea", grants, effect -> effect.block().last().toBytes(), new byte[0][]);
        texts(grants, effect -> effect.block().toString());
        array("int8", grants, Effect::sequence, new Long[0]);
        texts(grants, Effect::owner);
        texts(grants, Effect::key);
    }

    private void number(long value) throws SQLException {
        statement.setLong(++parameter, value);
    }

    private <E> void texts(List<E> rows, Function<E, ? extends @Nullable String> column) throws SQLException {
        String[] values = new String[rows.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = column.apply(rows.get(i));
        }
        statement.setArray(++parameter, statement.getConnection().createArrayOf("text", values));
    }

    private <E, V> void array(String type, List<E> rows, Function<E, V> column, V[] none) throws SQLException {
        statement.setArray(
                ++parameter,
                statement
                        .getConnection()
                        .createArrayOf(type, rows.stream().map(column).toList().toArray(none)));
    }
}
