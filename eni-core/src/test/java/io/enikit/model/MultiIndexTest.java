package io.enikit.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Many pairs at once, against a map of the JDK. */
class MultiIndexTest {
    private static final int PAIRS = 600;

    private static String text(Random random, String characters) {
        StringBuilder text = new StringBuilder("i-");
        int length = random.nextInt(8);
        for (int i = 0; i < length; i++) {
            text.append(characters.charAt(random.nextInt(characters.length())));
        }
        return text.toString();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ab",
                "0123456789abcdef",
                "a\0",
                "\u00fe\u00ff\u0100",
                "\u0100\u0200ab",
                "\u4e00\ud83d\ude00\uffff"
            })
    void indexByText_anyCharacters_hasAllValuesOfEachKeyInOrder(String characters) {
        for (int seed = 0; seed < 100; seed++) {
            Random random = new Random(seed);
            MultiIndex.Pairs<String, Integer> pairs = new MultiIndex.Pairs<>();
            TreeMap<String, SortedSet<Integer>> model = new TreeMap<>();
            for (int i = 0; i < PAIRS; i++) {
                String key = text(random, characters);
                pairs.add(key, i);
                model.computeIfAbsent(key, unseen -> new TreeSet<>()).add(i);
            }
            MultiIndex<String, Integer> index = pairs.indexByText(text -> text);
            String where = "seed " + seed;
            assertThat(index.keys()).as(where).containsExactlyElementsOf(model.keySet());
            model.forEach((key, values) -> {
                assertThat(index.get(key)).as("%s, %s", where, key).containsExactlyElementsOf(values);
                assertThat(index.isShared(key)).as("%s, %s", where, key).isEqualTo(values.size() > 1);
            });
            assertThat(index.get("i-?")).as(where).isEqualTo(Set.of());
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 39})
    void indexBy_numbersThatAreEqual_ordersByKeyToo(int bits) {
        Random random = new Random(bits);
        MultiIndex.Pairs<Long, Integer> pairs = new MultiIndex.Pairs<>();
        TreeMap<Long, SortedSet<Integer>> model = new TreeMap<>();
        Integer value = 0;
        for (int i = 0; i < PAIRS; i++) {
            long key = (random.nextLong() >>> 25) & (~0L << random.nextInt(39));
            value = i % 7 == 0 ? Integer.valueOf(i) : value;
            pairs.add(key, value);
            model.computeIfAbsent(key, unseen -> new TreeSet<>()).add(value);
        }
        MultiIndex<Long, Integer> index = pairs.indexBy(key -> key >>> (39 - bits));
        assertThat(index.keys()).containsExactlyElementsOf(model.keySet());
        model.forEach((key, values) -> assertThat(index.get(key)).containsExactlyElementsOf(values));
    }
}
