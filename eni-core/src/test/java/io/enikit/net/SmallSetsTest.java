package io.enikit.net;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** All sets of five addresses in a row, at the places where the numbers behind them could go wrong. */
class SmallSetsTest {
    private static final int ADDRESSES = 5;
    private static final int SETS = 1 << ADDRESSES;

    private final IpSet[] sets = new IpSet[SETS];
    private final IpAddress[] addresses = new IpAddress[ADDRESSES];

    private void fill(String start) {
        for (int i = 0; i < ADDRESSES; i++) {
            addresses[i] = IpAddress.parse(start).plus(i);
        }
        for (int set = 0; set < SETS; set++) {
            IpSet.Builder builder = IpSet.builder();
            for (int i = 0; i < ADDRESSES; i++) {
                if ((set >> i & 1) != 0) {
                    builder.add(addresses[i]);
                }
            }
            sets[set] = builder.build();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0.0.0.0",
                "127.255.255.253",
                "255.255.255.251",
                "::",
                "::7fff:ffff:ffff:fffe",
                "::ffff:ffff:ffff:fffe",
                "7fff:ffff:ffff:ffff:ffff:ffff:ffff:fffd",
                "ffff:ffff:ffff:ffff:ffff:ffff:ffff:fffb"
            })
    void algebra_allPairs_isThatOfBits(String start) {
        fill(start);
        for (int a = 0; a < SETS; a++) {
            assertAnswers(a);
            for (int b = 0; b < SETS; b++) {
                assertThat(sets[a].union(sets[b])).isEqualTo(sets[a | b]).hasSameHashCodeAs(sets[a | b]);
                assertThat(sets[a].intersect(sets[b])).isEqualTo(sets[a & b]);
                assertThat(sets[a].subtract(sets[b])).isEqualTo(sets[a & ~b]);
                assertThat(sets[a].contains(sets[b])).isEqualTo((a & b) == b);
                assertThat(sets[a].overlaps(sets[b])).isEqualTo((a & b) != 0);
                assertThat(sets[a].equals(sets[b])).isEqualTo(a == b);
            }
        }
    }

    private void assertAnswers(int set) {
        List<IpAddress> members = IntStream.range(0, ADDRESSES)
                .filter(i -> (set >> i & 1) != 0)
                .mapToObj(i -> addresses[i])
                .toList();
        assertThat(sets[set].addresses()).isEqualTo(members);
        assertThat(sets[set].size()).isEqualTo(BigInteger.valueOf(members.size()));
        assertThat(sets[set].isEmpty()).isEqualTo(members.isEmpty());
        for (int i = 0; i < members.size(); i++) {
            assertThat(sets[set].nth(i)).isEqualTo(members.get(i));
        }
        for (int i = 0; i < ADDRESSES; i++) {
            assertThat(sets[set].contains(addresses[i])).isEqualTo(members.contains(addresses[i]));
            for (int j = i; j < ADDRESSES; j++) {
                assertThat(sets[set].contains(IpRange.of(addresses[i], addresses[j])))
                        .isEqualTo(members.containsAll(List.of(addresses).subList(i, j + 1)));
            }
        }
        IpSet.Builder again = IpSet.builder();
        sets[set].ranges().forEach(again::add);
        assertThat(again.build()).isEqualTo(sets[set]);
        assertThat(IpSet.of(sets[set].cidrs().toArray(Cidr[]::new))).isEqualTo(sets[set]);
    }

    /** Sets with so many ranges that they are searched in another way. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "127.255.255.0",
                "255.255.255.0",
                "::ffff:ffff:ffff:ff80",
                "7fff:ffff:ffff:ffff:ffff:ffff:ffff:ff80"
            })
    void contains_everyThirdAddress_isTrueOfTheseAlone(String start) {
        IpAddress first = IpAddress.parse(start);
        IpSet.Builder thirds = IpSet.builder();
        IpSet.Builder others = IpSet.builder();
        for (int i = 0; i < 255; i++) {
            (i % 3 == 0 ? thirds : others).add(first.plus(i));
        }
        IpSet set = thirds.build();
        for (int i = 0; i < 255; i++) {
            assertThat(set.contains(first.plus(i))).isEqualTo(i % 3 == 0);
        }
        assertThat(set.ranges()).hasSize(85);
        assertThat(set.overlaps(others.build())).isFalse();
        assertThat(set.union(others.build())).isEqualTo(IpSet.from(IpRange.of(first, first.plus(254))));
        assertThat(set.contains(set.subtract(IpSet.from(IpRange.of(first, first.plus(99))))))
                .isTrue();
        assertThat(set.nth(84)).isEqualTo(first.plus(252));
    }
}
