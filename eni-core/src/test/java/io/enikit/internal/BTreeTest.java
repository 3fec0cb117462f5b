package io.enikit.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.NavigableMap;
import java.util.NoSuchElementException;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Maps and sets that are B-trees, against those of the JDK. */
class BTreeTest {
    private static final int STEPS = 1_500;

    @ParameterizedTest
    @ValueSource(ints = {5, 40, 400, 4_000})
    void map_afterAnyChanges_answersAsATreeMap(int keys) {
        Random random = new Random(keys);
        PersistentMap<Integer, String> map = PersistentMap.empty();
        TreeMap<Integer, String> model = new TreeMap<>();
        for (int step = 0; step < STEPS; step++) {
            // It grows to half of the keys first, and is empty in the end.
            boolean grows = random.nextInt(STEPS) > step;
            int key = random.nextInt(keys);
            PersistentMap<Integer, String> before = map;
            List<Integer> keysBefore = ImmutableList.copyOf(map.keys());
            List<String> valuesBefore = ImmutableList.copyOf(map.values());
            if (grows) {
                map = map.plus(key, "value " + step);
                model.put(key, "value " + step);
            } else {
                Integer gone = model.ceilingKey(key) == null ? Integer.valueOf(key) : model.ceilingKey(key);
                map = map.minus(gone);
                model.remove(gone);
            }
            String where = keys + " keys, step " + step;
            assertEqual(where, map, model);
            assertThat(before.keys()).as(where + ": the map before").containsExactlyElementsOf(keysBefore);
            assertThat(before.values()).as(where + ": the map before").containsExactlyElementsOf(valuesBefore);
            assertThat(map.isBalanced()).as(where).isTrue();
        }
    }

    private static void assertEqual(
            String where, PersistentMap<Integer, String> map, NavigableMap<Integer, String> model) {
        assertThat(map.keys()).as(where).containsExactlyElementsOf(model.keySet());
        assertThat(map.values()).as(where).containsExactlyElementsOf(model.values());
        assertThat(map.size()).as(where).isEqualTo(model.size());
        assertThat(map.isEmpty()).as(where).isEqualTo(model.isEmpty());
        Random random = new Random(model.size());
        for (int i = 0; i < 5; i++) {
            Integer one = random.nextInt(model.isEmpty() ? 2 : model.lastKey() + 3) - 1;
            Integer other = one + random.nextInt(20);
            assertThat(map.get(one)).as(where).isEqualTo(model.get(one));
            assertThat(map.contains(one)).as(where).isEqualTo(model.containsKey(one));
            assertThat(map.floorKey(one)).as(where).isEqualTo(model.floorKey(one));
            assertThat(map.lowerKey(one)).as(where).isEqualTo(model.lowerKey(one));
            List<Integer> between = new ArrayList<>();
            map.addKeysBetween(one, other, between);
            assertThat(between)
                    .as("%s: from %s to %s", where, one, other)
                    .containsExactlyElementsOf(
                            model.subMap(one, true, other, true).keySet());
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 12, 13, 24, 25, 144, 145, 1_000, 20_000})
    void copyOf_elementsInAnyOrder_holdsWhatATreeSetHolds(int size) {
        List<Integer> elements =
                new ArrayList<>(IntStream.range(0, size).map(i -> 2 * i).boxed().toList());
        TreeSet<Integer> model = new TreeSet<>(elements);
        Collections.shuffle(elements, new Random(size));
        PersistentSet<Integer> set = PersistentSet.copyOf(elements);
        assertThat(set).containsExactlyElementsOf(model).hasSize(size).isEqualTo(model);
        assertThat(set.isBalanced()).isTrue();
        for (int i : new int[] {-1, 0, 1, size, size + 1, 2 * size - 2}) {
            assertThat(set.contains(i)).as("%s in %s", i, size).isEqualTo(model.contains(i));
            assertThat(set.headSet(i)).isEqualTo(model.headSet(i));
            assertThat(set.tailSet(i)).isEqualTo(model.tailSet(i));
            assertThat(set.subSet(i, i + 5)).isEqualTo(model.subSet(i, i + 5));
            assertThat(set.plus(i)).containsExactlyElementsOf(plus(model, i));
        }
    }

    private static Set<Integer> plus(Set<Integer> model, int element) {
        Set<Integer> more = new TreeSet<>(model);
        more.add(element);
        return more;
    }

    @Test
    void set_oneByOneUpAndDown_keepsItsOrderAndEnds() {
        PersistentSet<Integer> set = PersistentSet.empty();
        for (int i = 0; i < 1_000; i++) {
            set = set.plus(i);
            assertThat(set.last()).isEqualTo(i);
            assertThat(set).hasSize(i + 1);
        }
        for (int i = 0; i < 1_000; i++) {
            assertThat(set.first()).isEqualTo(i);
            set = set.minus(i);
            assertThat(set.isBalanced()).as("without %s", i).isTrue();
        }
        assertThat(set).isEmpty();
        assertThatThrownBy(set::first).isInstanceOf(NoSuchElementException.class);
        assertThatThrownBy(set::last).isInstanceOf(NoSuchElementException.class);
        assertThatThrownBy(set.iterator()::next).isInstanceOf(NoSuchElementException.class);
    }

    @Test
    void change_ofNothing_isTheSameMapOrSet() {
        String value = "value";
        PersistentMap<Integer, String> map =
                PersistentMap.<Integer, String>empty().plus(1, value);
        PersistentSet<Integer> set = PersistentSet.<Integer>empty().plus(1);
        assertThat(map.plus(1, value)).isSameAs(map);
        assertThat(map.minus(2)).isSameAs(map);
        assertThat(set.plus(1)).isSameAs(set);
        assertThat(set.minus(2)).isSameAs(set);
    }

    @Test
    void equals_mapsOfOneOrigin_areComparedByWhatChanged() {
        PersistentMap<Integer, Counted> map = PersistentMap.empty();
        for (int i = 0; i < 10_000; i++) {
            map = map.plus(i, new Counted("value " + i));
        }
        PersistentMap<Integer, Counted> same = map.plus(5_000, new Counted("value 5000"));
        PersistentMap<Integer, Counted> other = map.plus(5_000, new Counted("another"));
        Counted.compared = 0;
        assertThat(same.equals(map)).isTrue();
        assertThat(other.equals(map)).isFalse();
        assertThat(Counted.compared).isLessThan(30);
    }

    /** A value that counts how often it is compared with another one. */
    private static final class Counted {
        private static int compared;
        private final String text;

        Counted(String text) {
            this.text = text;
        }

        @Override
        public boolean equals(Object other) {
            compared++;
            return other instanceof Counted counted && text.equals(counted.text);
        }

        @Override
        public int hashCode() {
            return text.hashCode();
        }
    }

    @Test
    void equals_mapsMadeInAnotherWay_isByContent() {
        PersistentMap<Integer, String> up = PersistentMap.empty();
        PersistentMap<Integer, String> down = PersistentMap.empty();
        for (int i = 0; i < 100; i++) {
            up = up.plus(i, "value " + i);
            down = down.plus(99 - i, "value " + (99 - i));
        }
        assertThat(up).isEqualTo(down).hasSameHashCodeAs(down);
        assertThat(up.plus(5, "another")).isNotEqualTo(down);
        assertThat(up.minus(5)).isNotEqualTo(down);
        assertThat(up.minus(0)).isNotEqualTo(down.minus(1));
        assertThat(PersistentMap.<Integer, String>empty().plus(1, "one")).hasToString("[1]=[one]");
    }
}
