package io.enikit.capacity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WarmPoolTest {
    @Test
    void targets_ofTheWarmPool_areThoseThatWereSet() {
        VpcCniWarmPool warm = VpcCniWarmPool.defaults().withWarmEniTarget(2).withWarmPrefixTarget(3);
        assertThat(warm).isEqualTo(new VpcCniWarmPool(2, 0, 0, 3));
        assertThat(warm.addresses(20, 5, 1)).hasToString("needed 0, excess 0");
        assertThat(warm.withWarmIpTarget(5).addresses(8, 5, 1)).hasToString("needed 3, excess 0");
        assertThat(warm.withWarmIpTarget(5).addresses(20, 5, 1)).hasToString("needed 0, excess 9");
        assertThat(warm.prefixes(4, 1, 40)).hasToString("needed 2, excess 0");
        assertThat(warm.prefixes(9, 5, 40)).hasToString("needed 0, excess 2");
        assertThat(warm.attachedInterfaces(20, 10, 9)).isEqualTo(5);
        assertThat(warm.attachedInterfaces(20, 4, 9)).isEqualTo(4);
        assertThat(warm.withWarmEniTarget(0).attachedInterfaces(0, 4, 9)).isEqualTo(1);
        assertThat(warm.attachedAddresses(20, 10, 9)).isEqualTo(45);
        assertThat(warm.withMinimumIpTarget(30).attachedInterfaces(20, 10, 9)).isEqualTo(4);
        assertThat(warm.withMinimumIpTarget(30).attachedAddresses(20, 10, 9)).isEqualTo(30);
        assertThat(warm.attachedPrefixes(17)).isEqualTo(5);
        assertThat(warm.attachedInterfaces(9, 10, 1)).isEqualTo(10);
        assertThatThrownBy(() -> warm.attachedInterfaces(9, 10, 0)).hasMessageContaining("must be positive: 0");
    }

    @ParameterizedTest
    @CsvSource({
        "8, 0, 0, 0, 0, 0, 8, 0",
        "8, 16, 0, 0, 0, 0, 16, 0",
        "8, 16, 12, 0, 4, 0, 8, 0",
        "8, 0, 0, 0, 20, 5, 0, 7",
        "8, 0, 0, 4, 20, 5, 0, 3",
        "8, 16, 0, 4, 30, 5, 0, 10",
        "8, 16, 0, 4, 30, 12, 0, 10",
        "8, 16, 0, 4, 30, 13, 0, 5",
        "8, 10, 0, 0, 18, 10, 0, 0",
    })
    void balance_ofCilium_isTheDistanceToWhatItKeeps(
            int preAllocate,
            int minAllocate,
            int maxAllocate,
            int above,
            int available,
            int used,
            int needed,
            int excess) {
        assertThat(new CiliumWarmPool(preAllocate, minAllocate, maxAllocate, above).balance(available, used))
                .isEqualTo(new WarmBalance(needed, excess));
    }

    @Test
    void removable_severalInterfaces_isTheFirstIdleOneBeyondTheTargets() {
        VpcCniWarmPool.Interface primary = new VpcCniWarmPool.Interface("eth0", true, 9, 0);
        VpcCniWarmPool.Interface busy = new VpcCniWarmPool.Interface("eth1", false, 9, 1);
        VpcCniWarmPool.Interface idle = new VpcCniWarmPool.Interface("eth2", false, 9, 0);
        VpcCniWarmPool.Interface small = new VpcCniWarmPool.Interface("eth3", false, 4, 0);
        List<VpcCniWarmPool.Interface> all = List.of(primary, busy, idle, small);
        VpcCniWarmPool pool = VpcCniWarmPool.defaults();
        assertThat(pool.removable(all)).contains(idle);
        assertThat(pool.removable(List.of(primary, busy))).isEmpty();
        assertThat(pool.withWarmIpTarget(21).removable(all)).contains(idle);
        assertThat(pool.withWarmIpTarget(22).removable(all)).contains(small);
        assertThat(pool.withWarmIpTarget(27).removable(all)).isEmpty();
        assertThat(pool.withMinimumIpTarget(22).removable(all)).contains(idle);
        assertThat(pool.withMinimumIpTarget(23).removable(all)).contains(small);
        assertThat(pool.withMinimumIpTarget(28).removable(all)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "'', 9, 0",
        "eth1, 9, -1",
        "eth1, 9, 10",
    })
    void interface_withoutIdOrWithBadCounts_throws(String id, int addresses, int used) {
        assertThatThrownBy(() -> new VpcCniWarmPool.Interface(id, false, addresses, used))
                .hasMessage("interface \"" + id + "\" with " + addresses + " addresses, " + used + " used");
    }

    @Test
    void targets_allZero_areAllowedAndKeepNothing() {
        assertThat(new CiliumWarmPool(0, 0, 0, 0).balance(3, 3)).isEqualTo(new WarmBalance(0, 0));
        VpcCniWarmPool none = new VpcCniWarmPool(0, 0, 0, 0);
        assertThat(none.attachedPrefixes(17)).isEqualTo(2);
        assertThat(none.attachedPrefixes(0)).isZero();
        assertThat(none.withWarmIpTarget(1).addresses(1, 0, 0)).isEqualTo(new WarmBalance(0, 0));
    }
}
