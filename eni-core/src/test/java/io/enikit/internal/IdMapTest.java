package io.enikit.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.enikit.model.EniId;
import io.enikit.model.InstanceId;
import io.enikit.model.ResourceId;
import io.enikit.model.SubnetId;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class IdMapTest {
    private static ResourceId id(Random random) {
        // texts of equal hash codes: each of these pairs has that of the others
        StringBuilder text = new StringBuilder("x");
        for (int i = 0; i < 6; i++) {
            text.append(random.nextBoolean() ? "Aa" : "BB");
        }
        return switch (random.nextInt(3)) {
            case 0 -> EniId.of(text.toString());
            case 1 -> SubnetId.of(text.toString());
            default -> InstanceId.of(text.toString());
        };
    }

    @Test
    void randomChanges_holdWhatATreeMapHolds() {
        for (int seed = 0; seed < 50; seed++) {
            Random random = new Random(seed);
            Map<ResourceId, String> map = new IdMap<>();
            Map<ResourceId, String> model = new TreeMap<>();
            for (int step = 0; step < 300; step++) {
                ResourceId id = id(random);
                String value = "v" + step;
                String where = "seed " + seed + ", step " + step + ", " + id;
                switch (random.nextInt(5)) {
                    case 0 -> assertThat(map.put(id, value)).as(where).isEqualTo(model.put(id, value));
                    case 1 -> assertThat(map.putIfAbsent(id, value)).as(where).isEqualTo(model.putIfAbsent(id, value));
                    case 2 -> assertThat(map.remove(id)).as(where).isEqualTo(model.remove(id));
                    case 3 ->
                        assertThat(map.computeIfPresent(id, (same, old) -> old + value))
                                .as(where)
                                .isEqualTo(model.computeIfPresent(id, (same, old) -> old + value));
                    default -> {
                        map.replaceAll((same, old) -> old + "'");
                        model.replaceAll((same, old) -> old + "'");
                    }
                }
                assertThat(map.get(id)).as(where).isEqualTo(model.get(id));
                assertThat(map.containsKey(id)).as(where).isEqualTo(model.containsKey(id));
                assertThat(map).as(where).hasSize(model.size());
            }
            assertThat(map).as("seed %s", seed).isEqualTo(model);
            assertThat(model).as("seed %s", seed).isEqualTo(map);
        }
    }

    @Test
    void putIfAbsent_valueOfNull_isReplaced() {
        IdMap<@Nullable String> map = new IdMap<>();
        EniId id = EniId.of("eni-1");
        map.put(id, null);

        assertThat(map.containsKey(id)).isTrue();
        assertThat(map.putIfAbsent(id, "there")).isNull();
        assertThat(map.get(id)).isEqualTo("there");
    }

    @Test
    void entries_standByKindInTheOrderInWhichTheyCame() {
        Map<ResourceId, Integer> map = new IdMap<>();
        map.put(EniId.of("z"), 1);
        map.put(InstanceId.of("b"), 2);
        map.put(EniId.of("a"), 3);
        map.put(EniId.of("z"), 4);

        assertThat(map.keySet()).containsExactly(InstanceId.of("b"), EniId.of("z"), EniId.of("a"));
        assertThat(map.values()).containsExactly(2, 4, 3);
    }

    @Test
    void anythingButAnId_isNotThere() {
        Map<ResourceId, String> map = new IdMap<>();
        map.put(EniId.of("eni-1"), "there");
        Object text = "eni-1";

        assertThat(map.keySet().contains(text)).isFalse();
        assertThat(map.keySet().remove(text)).isFalse();
        assertThat(map).hasSize(1);
    }
}
