package io.enikit.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import io.enikit.benchmarks.Benchmarks.Cell;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class BenchmarksTest {
    @Test
    void table_severalPeers_comparesWithTheBest() {
        Map<String, Map<String, Cell>> rows = new TreeMap<>();
        rows.put(
                "parse4",
                new TreeMap<>(Map.of("eni", new Cell(20, 16), "jdk", new Cell(2000, 64), "guava", new Cell(50, 24))));
        assertThat(Benchmarks.table(rows))
                .endsWith("| parse4 | 20.0 | 16 | guava | 50.0 | 24 | **2.5×** | jdk 100× |\n");
    }

    @Test
    void table_rowWithoutPeer_isLeftOut() {
        assertThat(Benchmarks.table(Map.of("parse4", Map.of("eni", new Cell(20, 16)))))
                .doesNotContain("parse4");
    }
}
