package io.enikit.ipam;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Random changes against a tree map of the JDK. */
class TrieProperties {
    record Key(long high, long low, String value) implements Trie.Entry {}

    private static final Comparator<Key> ORDER =
            (a, b) -> a.high != b.high ? Long.compareUnsigned(a.high, b.high) : Long.compareUnsigned(a.low, b.low);

    @Provide
    Arbitrary<List<Key>> keys() {
        Arbitrary<Long> word = Arbitraries.oneOf(
                Arbitraries.longs(),
                Arbitraries.longs().between(-2, 40),
                Arbitraries.longs().between(0, 40).map(bits -> bits << 32),
                Arbitraries.longs().between(0, 15).map(bits -> bits << 60));
        return Combinators.combine(word, word, Arbitraries.of("a", "b", ""))
                .as(Key::new)
                .list()
                .ofMaxSize(60);
    }

    @Property(tries = 1000)
    void anyChanges_ofEntries_agreeWithATreeMap(@ForAll("keys") List<Key> keys, @ForAll("keys") List<Key> asked) {
        TreeMap<Key, Key> model = new TreeMap<>(ORDER);
        Trie<Key> trie = Trie.empty();
        for (Key key : keys) {
            Trie<Key> before = trie;
            List<Key> entriesBefore = List.copyOf(model.values());
            if (key.value.isEmpty()) {
                boolean there = model.remove(key) != null;
                trie = trie.minus(key.high, key.low);
                assertThat(trie == before).isEqualTo(!there);
            } else {
                // A map keeps the old key on replacement, so it is removed first.
                model.remove(key);
                model.put(key, key);
                trie = trie.plus(key);
            }
            assertThat(before.toList()).isEqualTo(entriesBefore);
            assertThat(trie.toList()).isEqualTo(List.copyOf(model.values()));
        }
        List<Key> all = new ArrayList<>(keys);
        all.addAll(asked);
        for (Key key : all) {
            assertThat(trie.get(key.high, key.low)).isEqualTo(model.get(key));
            assertThat(trie.floor(key.high, key.low)).isEqualTo(model.floorKey(key));
            for (Key last : asked) {
                if (ORDER.compare(key, last) <= 0) {
                    assertThat(trie.between(key.high, key.low, last.high, last.low))
                            .isEqualTo(List.copyOf(
                                    model.subMap(key, true, last, true).values()));
                }
            }
        }
    }
}
