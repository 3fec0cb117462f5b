package io.enikit.json.gathered;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Ids that occur again soon are one object. */
class RecentIdsTest {
    @Test
    void recentIds_areMadeOnce() {
        int[] made = new int[1];
        RecentIds<StringBuilder> ids = new RecentIds<>(text -> {
            made[0]++;
            return new StringBuilder(text);
        });
        StringBuilder first = ids.of("a");
        assertThat(ids.of("ab".substring(0, 1))).isSameAs(first);
        assertThat(ids.of("b")).hasToString("b");
        assertThat(made[0]).isEqualTo(2);
    }
}
