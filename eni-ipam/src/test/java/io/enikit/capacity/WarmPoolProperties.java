package io.enikit.capacity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** Needed and excess come from one place: never both, and doing what is said is enough. */
class WarmPoolProperties {
    @Property
    void balance_ofCilium_isReachedInOneStep(
            @ForAll @IntRange(max = 40) int preAllocate,
            @ForAll @IntRange(max = 40) int minAllocate,
            @ForAll @IntRange(max = 80) int maxAllocate,
            @ForAll @IntRange(max = 20) int above,
            @ForAll @IntRange(max = 100) int available,
            @ForAll @IntRange(max = 100) int used) {
        CiliumWarmPool pool = new CiliumWarmPool(preAllocate, minAllocate, maxAllocate, above);
        WarmBalance balance = pool.balance(available, used);
        int after = available + balance.needed() - balance.excess();
        assertThat(pool.balance(after, used)).isEqualTo(new WarmBalance(0, 0));
    }

    @Property
    void addresses_ofTheVpcCni_areReachedInOneStep(
            @ForAll @IntRange(max = 40) int warm,
            @ForAll @IntRange(max = 40) int minimum,
            @ForAll @IntRange(max = 100) int total,
            @ForAll @IntRange(max = 50) int assigned,
            @ForAll @IntRange(max = 50) int cooling) {
        VpcCniWarmPool pool = VpcCniWarmPool.defaults().withWarmIpTarget(warm).withMinimumIpTarget(minimum);
        WarmBalance balance = pool.addresses(total, assigned, cooling);
        int after = total + balance.needed() - balance.excess();
        assertThat(pool.addresses(after, assigned, cooling)).isEqualTo(new WarmBalance(0, 0));
        WarmBalance prefixes = pool.prefixes(total, 0, assigned);
        assertThat(prefixes.excess()).as("prefixes in use are kept").isZero();
    }

    @Example
    void attachedInterfaces_ofTheDocumentedTable_areThose() {
        VpcCniWarmPool pool = VpcCniWarmPool.defaults();
        assertThat(pool.attachedInterfaces(0, 3, 3)).isEqualTo(1);
        assertThat(pool.attachedInterfaces(5, 3, 3)).isEqualTo(3);
        assertThat(pool.attachedAddresses(9, 3, 3)).isEqualTo(9);
        assertThat(pool.attachedAddresses(0, 15, 49)).isEqualTo(49);
        assertThat(pool.attachedAddresses(3, 15, 49)).isEqualTo(98);
        assertThat(pool.attachedAddresses(95, 15, 49)).isEqualTo(147);
    }

    @Example
    void settings_negativeOrTooLarge_throw() {
        assertThatThrownBy(() -> new CiliumWarmPool(-1, 0, 0, 0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new CiliumWarmPool(8, 0, 0, 0).balance(0, Integer.MAX_VALUE))
                .isInstanceOf(ArithmeticException.class);
        assertThatThrownBy(() -> new VpcCniWarmPool(0, -1, 0, 0)).hasMessageContaining("WARM_IP_TARGET -1");
        assertThatThrownBy(() -> new WarmBalance(1, 1)).hasMessage("needed 1, excess 1");
    }
}
