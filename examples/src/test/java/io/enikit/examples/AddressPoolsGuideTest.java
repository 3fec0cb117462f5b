package io.enikit.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The guide's page about address pools, as a reader would run it. */
class AddressPoolsGuideTest {
    @TempDir
    Path folder;

    /** The data source of the page: here a file of SQLite with a table of the user, and the tables of a store. */
    private String dataSource() {
        return """
                org.sqlite.SQLiteDataSource dataSource = new org.sqlite.SQLiteDataSource();
                dataSource.setUrl("jdbc:sqlite:%s");
                try (java.sql.Connection made = dataSource.getConnection(); java.sql.Statement sql = made.createStatement()) {
                    sql.executeUpdate(PoolStore.ddl(Dialect.SQLITE));
                    sql.executeUpdate("CREATE TABLE orders (id INTEGER, cidr TEXT)");
                }
                """.formatted(folder.resolve("shared.db"));
    }

    @Test
    void addressPools_blocks_endAsTheirCommentsSay() {
        List<String> blocks = Snippet.javaBlocks(Path.of("..", "docs", "guide", "address-pools.md")).stream()
                .map(block -> block.replace("Path.of(\"", "Path.of(\"" + folder + "/")
                        .replace("PoolStore.createTables(dataSource);", ""))
                .toList();
        List<String> statements = new ArrayList<>(List.of(dataSource()));
        statements.addAll(blocks);
        assertThat(Snippet.run(statements, folder)).isEqualTo(23);
    }
}
