package io.enikit.benchmarks;

import io.enikit.ipam.Allocation;
import io.enikit.ipam.CidrPool;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Properties;

/** The peer of a stored pool: one row with the whole pool as text, and a version that is compared on each write. */
final class BlobPool {
    private final Connection connection;

    /** What is asked of the pool. */
    interface Change {
        CidrPool applyTo(CidrPool pool);
    }

    private BlobPool(Connection connection) {
        this.connection = connection;
    }

    static BlobPool open(String url) throws SQLException {
        return new BlobPool(connect(url));
    }

    private static Connection connect(String url) throws SQLException {
        Properties settings = new Properties();
        if (url.startsWith("jdbc:sqlite:")) {
            settings.setProperty("busy_timeout", "60000");
            settings.setProperty("journal_mode", "WAL");
            settings.setProperty("synchronous", "FULL");
        }
        return DriverManager.getConnection(url, settings);
    }

    static void create(String url, CidrPool pool) throws SQLException {
        try (Connection connection = connect(url);
                Statement statement = connection.createStatement()) {
            statement.execute("DROP TABLE IF EXISTS blob_pool");
            statement.execute("CREATE TABLE blob_pool (version bigint NOT NULL, content text NOT NULL)");
            try (PreparedStatement insert = connection.prepareStatement("INSERT INTO blob_pool VALUES (1, ?)")) {
                insert.setString(1, pool.write());
                insert.executeUpdate();
            }
        }
    }

    Allocation allocate(int prefixLength) throws SQLException {
        Allocation[] granted = new Allocation[1];
        change(pool -> {
            granted[0] = pool.allocate(prefixLength).orElseThrow();
            return granted[0].pool();
        });
        return granted[0];
    }

    void release(Allocation allocation) throws SQLException {
        change(pool -> pool.release(allocation));
    }

    private synchronized void change(Change change) throws SQLException {
        while (true) {
            long version;
            CidrPool pool;
            try (Statement statement = connection.createStatement();
                    ResultSet row = statement.executeQuery("SELECT version, content FROM blob_pool")) {
                row.next();
                version = row.getLong(1);
                pool = CidrPool.read(row.getString(2));
            }
            String text = change.applyTo(pool).write();
            try (PreparedStatement update = connection.prepareStatement(
                    "UPDATE blob_pool SET version = version + 1, content = ? WHERE version = ?")) {
                update.setString(1, text);
                update.setLong(2, version);
                if (update.executeUpdate() == 1) {
                    return;
                }
            }
        }
    }
}
