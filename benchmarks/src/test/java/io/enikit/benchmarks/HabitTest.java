package io.enikit.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import io.enikit.benchmarks.Benchmarks.Cell;
import java.util.Map;
import org.junit.jupiter.api.Test;

class HabitTest {
    private static final Habit HABIT = Habit.parse("parse4\tjdk\t2.00\t16\nfind\thashMap\t0.70\t0\n");

    @Test
    void methods_ofAllRows_areOursAndThePeers() {
        assertThat(HABIT.methods()).isEqualTo("parse4_(eni|jdk)|find_(eni|hashMap)");
    }

    @Test
    void compared_withinNoise_saysNothing() {
        assertThat(HABIT.compared(run(20, 31, 16, 10, 9))).isEqualTo("""
                        | row | peer | ratio then | ratio now | B/op then | B/op now | |
                        |---|---|---:|---:|---:|---:|---|
                        | parse4 | jdk | 2.00× | 1.55× | 16 | 16 |  |
                        | find | hashMap | 0.70× | 0.90× | 0 | 0 |  |

                        parse4\tjdk\t1.55\t16
                        find\thashMap\t0.90\t0
                        """);
    }

    @Test
    void compared_beyondNoise_saysWhich() {
        assertThat(HABIT.compared(run(20, 30, 24, 10, 10)).lines())
                .contains(
                        "| parse4 | jdk | 2.00× | 1.50× | 16 | 24 | slower, more bytes |",
                        "| find | hashMap | 0.70× | 1.00× | 0 | 0 | faster |");
    }

    private static Map<String, Map<String, Cell>> run(double eni, double jdk, double bytes, double find, double map) {
        return Map.of(
                "parse4", Map.of("eni", new Cell(eni, bytes), "jdk", new Cell(jdk, 104)),
                "find", Map.of("eni", new Cell(find, 0), "hashMap", new Cell(map, 0)));
    }
}
