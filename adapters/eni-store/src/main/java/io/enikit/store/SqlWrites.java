package io.enikit.store;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;

/** Writes a change with a statement for each table, for databases in the process. */
final class SqlWrites {
    private final SqlSession session;
    private final String pool;
    private final SqlChange change;

    SqlWrites(SqlSession session, String pool, SqlChange change) {
        this.session = session;
        this.pool = pool;
        this.change = change;
    }

    boolean run() throws SQLException {
        if (!updatePool()) {
            return false;
        }
        insertEvents();
        deleteGrants(change.releases());
        insertGrants(change.grants());
        return true;
    }

    private boolean updatePool() throws SQLException {
        PreparedStatement statement = session.prepare("UPDATE eni_pool SET version = ?,"
                + " sequence = CASE WHEN ? > sequence OR ? IS NOT NULL THEN ? ELSE sequence END,"
                + " settings = COALESCE(?, settings) WHERE id = ? AND version = ?");
        statement.setLong(1, change.versionAfter());
        statement.setLong(2, change.sequence());
        statement.setString(3, change.settings());
        statement.setLong(4, change.sequence());
        statement.setString(5, change.settings());
        statement.setLong(6, change.pool());
        statement.setLong(7, change.versionBefore());
        return statement.executeUpdate() == 1;
    }

    private void insertEvents() throws SQLException {
        Dialect dialect = session.dialect();
        PreparedStatement statement = session.prepare(
                "INSERT INTO eni_event (pool, version, kind, cidr, owner,"
                        + " owner_key, sequence, settings, at, actor, request, token) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
        for (PoolEvent event : change.events()) {
            Effect effect = event.effect();
            statement.setLong(1, change.pool());
            statement.setLong(2, event.version());
            statement.setString(3, event.kind().toString().toLowerCase(Locale.ROOT));
            statement.setString(4, effect.cidr() == null ? null : effect.cidr().toString());
            statement.setString(5, effect.owner());
            statement.setString(6, effect.key());
            statement.setLong(7, effect.sequence());
            statement.setString(8, effect.settings());
            dialect.setTime(statement, 9, event.at());
            statement.setString(10, event.by());
            dialect.setUuid(statement, 11, event.request().orElse(null));
            statement.setLong(12, event.token());
            statement.addBatch();
        }
        statement.executeBatch();
    }

    private void deleteGrants(List<Effect> releases) throws SQLException {
        if (releases.isEmpty()) {
            return;
        }
        PreparedStatement statement =
                session.prepare("DELETE FROM eni_grant WHERE pool = ? AND first = ? AND sequence = ?");
        for (Effect effect : releases) {
            statement.setLong(1, change.pool());
            statement.setBytes(2, effect.block().first().toBytes());
            statement.setLong(3, effect.sequence());
            statement.addBatch();
        }
        int[] deleted = statement.executeBatch();
        for (int i = 0; i < deleted.length; i++) {
            if (deleted[i] == 0) {
                throw SqlChange.missingRow(pool, releases.subList(i, i + 1));
            }
        }
    }

    private void insertGrants(List<Effect> grants) throws SQLException {
        if (grants.isEmpty()) {
            return;
        }
        PreparedStatement statement = session.prepare("INSERT INTO eni_grant (pool, first, last, cidr, sequence, owner,"
                + " owner_key) VALUES (?, ?, ?, ?, ?, ?, ?)");
        for (Effect effect : grants) {
            statement.setLong(1, change.pool());
            statement.setBytes(2, effect.block().first().toBytes());
            statement.setBytes(3, effect.block().last().toBytes());
            statement.setString(4, effect.block().toString());
            statement.setLong(5, effect.sequence());
            statement.setString(6, effect.owner());
            statement.setString(7, effect.key());
            statement.addBatch();
        }
        statement.executeBatch();
    }
}
