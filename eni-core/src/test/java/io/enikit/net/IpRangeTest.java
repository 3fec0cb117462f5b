package io.enikit.net;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IpRangeTest {
    private static final IpRange RANGE = IpRange.parse("10.0.0.4-10.0.0.9");
    private static final IpRange RANGE6 = IpRange.parse("::4-::9");

    private static IpRange range(int first, int last) {
        IpAddress zero = IpAddress.parse("10.0.0.0");
        return IpRange.of(zero.plus(first), zero.plus(last));
    }

    @Test
    void contains_addresses_bothEndsBelong() {
        assertThat(RANGE.contains(IpAddress.parse("10.0.0.3"))).isFalse();
        assertThat(RANGE.contains(IpAddress.parse("10.0.0.4"))).isTrue();
        assertThat(RANGE.contains(IpAddress.parse("10.0.0.9"))).isTrue();
        assertThat(RANGE.contains(IpAddress.parse("10.0.0.10"))).isFalse();
        assertThat(RANGE.contains(IpAddress.parse("::a00:5"))).isFalse();
        assertThat(IpRange.parse("::-ffff::").contains(IpAddress.parse("10.0.0.4")))
                .isFalse();
    }

    @Test
    void containsAndOverlaps_allRangesNearby_areThoseOfNumbers() {
        for (int first = 0; first < 13; first++) {
            for (int last = first; last < 13; last++) {
                IpRange other = range(first, last);
                assertThat(RANGE.contains(other)).isEqualTo(4 <= first && last <= 9);
                assertThat(RANGE.overlaps(other)).isEqualTo(first <= 9 && last >= 4);
            }
        }
        assertThat(RANGE.overlaps(RANGE6)).isFalse();
        assertThat(RANGE.contains(RANGE6)).isFalse();
    }

    @Test
    void compareTo_ranges_areOrderedByFamilyThenFirstThenLast() {
        List<IpRange> ordered = List.of(range(0, 5), range(1, 2), range(1, 3), range(2, 2), RANGE6);
        for (int i = 0; i < ordered.size(); i++) {
            for (int j = 0; j < ordered.size(); j++) {
                assertThat(Integer.signum(ordered.get(i).compareTo(ordered.get(j))))
                        .isEqualTo(Integer.compare(i, j));
                assertThat(ordered.get(i).equals(ordered.get(j))).isEqualTo(i == j);
            }
        }
        assertThat(range(4, 9)).isEqualTo(RANGE).hasSameHashCodeAs(RANGE);
        assertThat(ordered.stream().map(IpRange::hashCode)).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "10.0.0.1-10.0.0.254",
                "0.0.0.0-255.255.255.255",
                "::1-::fffe",
                "::ffff:ffff:ffff:ffff-::1:0:0:0:0",
                "::fffe:ffff:ffff:ffff-::3:0:0:0:1",
                "::8000:0:0:1-ffff::7fff:0:0:0",
                "::-ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff",
                "::-ffff:ffff:ffff:ffff:ffff:ffff:ffff:fffe",
                "::-::ffff:ffff:ffff:ffff",
                "::-::1:ffff:ffff:ffff:ffff",
                "1::-1::ffff:ffff:ffff:fffe"
            })
    void toCidrs_ofARange_areTheFewestAndFillIt(String text) {
        IpRange range = IpRange.parse(text);
        List<Cidr> blocks = range.toCidrs();
        assertThat(blocks.get(0).first()).isEqualTo(range.first());
        assertThat(blocks.get(blocks.size() - 1).last()).isEqualTo(range.last());
        for (int i = 1; i < blocks.size(); i++) {
            Cidr one = blocks.get(i - 1);
            Cidr next = blocks.get(i);
            assertThat(next.first()).isEqualTo(one.last().next());
            assertThat(one.prefixLength() == next.prefixLength()
                            && one.parent().orElseThrow().contains(next))
                    .isFalse();
        }
    }

    /** So many blocks that they are sorted in another way than few are. */
    @ParameterizedTest
    @ValueSource(strings = {"0.0.0.0/0", "10.0.0.0/20", "::/0", "2001:db8::/48", "::/70"})
    void setOfManyBlocks_addedInAnyOrder_isTheSame(String text) {
        Cidr block = Cidr.parse(text);
        List<Cidr> parts = new ArrayList<>();
        for (int i = 0; i < 1500; i++) {
            if (i % 7 != 3) {
                parts.add(block.child(block.prefixLength() + 11, i));
            }
        }
        List<Cidr> shuffled = new ArrayList<>(parts);
        Collections.shuffle(shuffled, new Random(1));
        IpSet set = IpSet.of(shuffled.toArray(Cidr[]::new));
        IpSet.Builder ordered = IpSet.builder();
        parts.forEach(part -> ordered.add(IpSet.of(part)));
        assertThat(set).isEqualTo(ordered.build()).hasSameHashCodeAs(ordered.build());
        assertThat(set.ranges()).hasSize(215);
        for (int i = 0; i < 1500; i++) {
            assertThat(set.contains(block.child(block.prefixLength() + 11, i))).isEqualTo(i % 7 != 3);
        }
        IpSet.Builder rest = IpSet.builder().add(block);
        shuffled.forEach(part -> rest.remove(IpSet.of(part)));
        assertThat(rest.build()).isEqualTo(IpSet.of(block).subtract(set));
        assertThat(IpSet.builder().add(block).remove(block).build()).isEqualTo(IpSet.empty());
    }

    @Test
    void tryParse_whatIsNoRange_isEmpty() {
        assertThat(IpRange.tryParse("10.0.0.4-10.0.0.9")).contains(RANGE);
        assertThat(IpRange.tryParse("10.0.0.4-10.0.0.4")).contains(range(4, 4));
        for (String text :
                List.of("", "-", "10.0.0.4", "-10.0.0.4", "10.0.0.4-", "10.0.0.4-10.0.0.3", "10.0.0.4-::9")) {
            assertThat(IpRange.tryParse(text)).isEmpty();
        }
    }
}
