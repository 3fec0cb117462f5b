package io.enikit.ipam;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.enikit.net.Cidr;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What pools, layouts and refusals are equal to, and what they say of themselves. */
class PoolValuesTest {
    private static final Cidr BLOCK = Cidr.parse("10.0.0.0/24");
    private static final CidrPool POOL = CidrPool.of(BLOCK);

    private static CidrPool with(String owner, int prefixLength) {
        return POOL.allocate(owner, prefixLength).orElseThrow().pool();
    }

    private static void assertAllDiffer(List<?> values) {
        for (int i = 0; i < values.size(); i++) {
            for (int j = 0; j < values.size(); j++) {
                assertThat(values.get(i).equals(values.get(j))).isEqualTo(i == j);
            }
        }
    }

    @Test
    void equals_poolsOfDifferentContent_areDifferent() {
        CidrPool released = with("a", 26).release(with("a", 26).allocation("a").orElseThrow());
        List<CidrPool> pools = List.of(
                POOL,
                with("a", 26),
                with("b", 26),
                with("a", 27),
                released,
                POOL.reserve(Cidr.parse("10.0.0.0/28")),
                POOL.withPlacement(Placement.BEST_FIT),
                POOL.withReservedAddresses(ReservedAddresses.AWS),
                POOL.plusBlock(Cidr.parse("10.0.1.0/24")));
        assertAllDiffer(pools);
        assertThat(with("a", 26)).isEqualTo(with("a", 26)).hasSameHashCodeAs(with("a", 26));
        assertThat(released.sameContentAs(POOL)).isTrue();
        assertThat(with("a", 26).sameContentAs(with("b", 26))).isFalse();
        assertThat(with("a", 26).sameContentAs(POOL)).isFalse();
        assertThat(POOL.sameContentAs(with("a", 26))).isFalse();
        CidrPool later = released.allocate("a", 26).orElseThrow().pool();
        assertThat(later.sameContentAs(with("a", 26))).isTrue();
        assertThat(later).isNotEqualTo(with("a", 26));
        assertThat(POOL.allocation("a")).isEmpty();
        assertThat(with("a", 26).allocation("a").orElseThrow().cidr()).isEqualTo(Cidr.parse("10.0.0.0/26"));
        assertThat(POOL.plusBlock(Cidr.parse("10.0.1.0/24")).blocks())
                .containsExactly(BLOCK, Cidr.parse("10.0.1.0/24"));
        assertThat(List.of(POOL.hashCode(), with("a", 26).hashCode(), released.hashCode()))
                .doesNotHaveDuplicates();
    }

    @Test
    void equals_refusalsOfDifferentCauses_areDifferent() {
        CidrPool half = with("a", 25);
        List<AllocationResult> refusals = List.of(
                POOL.allocate(23),
                POOL.allocate(22),
                half.allocate(24),
                half.allocate("a", 26),
                half.allocate("b", 24),
                half.allocate(Cidr.parse("10.0.0.0/26")),
                half.allocate(Cidr.parse("10.9.0.0/26")),
                POOL.reserve(Cidr.parse("10.0.0.0/28")).allocate(Cidr.parse("10.0.0.0/26")));
        assertThat(refusals).allMatch(AllocationRefused.class::isInstance);
        assertThat(refusals.get(2)).isEqualTo(refusals.get(4)).hasSameHashCodeAs(refusals.get(4));
        assertThat(refusals.get(0)).isNotEqualTo(refusals.get(1)).isNotEqualTo(refusals.get(2));
        assertAllDiffer(List.of(
                refusals.get(0),
                refusals.get(1),
                refusals.get(2),
                refusals.get(3),
                refusals.get(5),
                refusals.get(6),
                refusals.get(7)));
        assertThat(refusals.stream().map(Object::hashCode).distinct().count()).isGreaterThan(4);
    }

    @Test
    void equals_layoutsOfDifferentContent_areDifferent() {
        CidrLayout empty = CidrLayout.empty(BLOCK);
        List<CidrLayout> layouts = List.of(
                empty,
                CidrLayout.empty(Cidr.parse("10.0.1.0/24")),
                empty.withHeadRoom("a", 26),
                empty.withHeadRoom("a", 23),
                empty.plan(Map.of("a", 26)),
                empty.plan(Map.of("b", 26)),
                empty.plan(Map.of("a", 23)));
        assertAllDiffer(layouts);
        assertThat(layouts.stream().map(CidrLayout::hashCode)).doesNotHaveDuplicates();
        assertThat(empty.plan(Map.of("a", 26)).orElseThrow()).isEqualTo(layouts.get(4));
        assertThatThrownBy(() -> layouts.get(6).orElseThrow())
                .isInstanceOf(AllocationRefusedException.class)
                .hasMessageContaining("a: needs a /23");
        assertThatThrownBy(() -> layouts.get(3).orElseThrow()).isInstanceOf(AllocationRefusedException.class);
    }

    @Test
    void isEmpty_difference_onlyIfNothingIsToBeDone() {
        CidrLayout empty = CidrLayout.empty(BLOCK);
        CidrLayout one = empty.plan(Map.of("a", 26));
        assertThat(one.diffFrom(one).isEmpty()).isTrue();
        assertThat(one.diffFrom(empty).isEmpty()).isFalse();
        assertThat(empty.diffFrom(one).isEmpty()).isFalse();
        assertThat(one.plan(Map.of("a", 25)).diffFrom(one).isEmpty()).isFalse();
        assertThat(empty.plan(Map.of("a", 23)).diffFrom(empty).isEmpty()).isFalse();
    }

    @Test
    void lengths_outsideTheFamily_areRefused() {
        CidrLayout empty = CidrLayout.empty(BLOCK);
        for (int length : new int[] {-1, 33}) {
            assertThatThrownBy(() -> empty.plan(Map.of("a", length))).isInstanceOf(IllegalArgumentException.class);
            assertThatThrownBy(() -> empty.withHeadRoom("a", length)).isInstanceOf(IllegalArgumentException.class);
        }
        assertThat(empty.plan(Map.of("a", 32)).cidr("a")).isEqualTo(Cidr.parse("10.0.0.0/32"));
        assertThat(empty.plan(Map.of("a", 0)).impossible()).hasSize(1);
    }
}
