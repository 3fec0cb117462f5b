package io.enikit.store;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

/** Where a store of a test is kept. */
enum Backend {
    SQLITE {
        @Override
        String place(Path folder) {
            return "jdbc:sqlite:" + folder.resolve("ipam.db");
        }
    },
    POSTGRESQL {
        @Override
        String place(Path folder) {
            String url = PostgresServer.newSchema();
            PoolStore.createTables(PostgresServer.dataSource(url));
            return url;
        }
    };

    /** A new place for a store, as a text that another process may be given. */
    abstract String place(Path folder);

    /** Opens the store of a place. */
    static PoolStore open(String place) {
        return place.startsWith("jdbc:sqlite:")
                ? PoolStore.open(file(place))
                : PoolStore.of(PostgresServer.dataSource(place));
    }

    static Path file(String place) {
        return Path.of(place.substring("jdbc:sqlite:".length()));
    }

    /** A connection of a user. */
    static Connection connect(String place) throws SQLException {
        return DriverManager.getConnection(place);
    }
}
