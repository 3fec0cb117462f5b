package io.enikit.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import org.junit.jupiter.api.Test;

class FreeSpaceTest {
    private static final FreeSpace WORLD = FreeSpace.of(Cidr.parse("::/0"));

    @Test
    void size_ofWorld_isExactAtBothEnds() {
        FreeSpace none = WORLD.take(Cidr.parse("::/0"));
        assertThat(WORLD.size()).isEqualTo(BigInteger.ONE.shiftLeft(128));
        assertThat(none.size()).isZero();
        assertThat(none.give(Cidr.parse("::/128")).size()).isOne();
        assertThat(none.give(Cidr.parse("::/0"))).isEqualTo(WORLD);
        assertThat(WORLD.take(Cidr.parse("8000::/1")).size()).isEqualTo(BigInteger.ONE.shiftLeft(127));
    }

    @Test
    void take_singleAddressOfWorld_leavesOneBlockOfEachLength() {
        FreeSpace rest = WORLD.take(Cidr.parse("::/128"));
        assertThat(rest.size()).isEqualTo(BigInteger.ONE.shiftLeft(128).subtract(BigInteger.ONE));
        assertThat(rest.lowest(128)).contains(Cidr.parse("::1/128"));
        assertThat(rest.highest(128)).contains(Cidr.parse("ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff/128"));
        for (int length = 1; length <= 128; length++) {
            assertThat(rest.bestFit(length))
                    .isEqualTo(Cidr.parse("::/" + length).sibling());
            assertThat(rest.countOf(length))
                    .isEqualTo(BigInteger.ONE.shiftLeft(length).subtract(BigInteger.ONE));
        }
        assertThat(rest.lowest(0)).isEmpty();
        assertThat(rest.largest()).contains(Cidr.parse("8000::/1"));
        assertThat(rest.toIpSet().complement(Cidr.parse("::/0"))).isEqualTo(IpSet.of(Cidr.parse("::/128")));
    }

    @Test
    void take_lastAddressOfWorld_isTheHighest() {
        Cidr last = Cidr.from(IpAddress.parse("ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff"));
        FreeSpace rest = WORLD.take(last);
        assertThat(rest.isFree(last)).isFalse();
        assertThat(rest.isFree(last.first())).isFalse();
        assertThat(rest.highest(128)).contains(Cidr.from(last.first().previous()));
        assertThat(rest.highest(64)).contains(Cidr.parse("ffff:ffff:ffff:fffe::/64"));
    }

    @Test
    void lowest_lengthOutOfRange_throws() {
        FreeSpace space = FreeSpace.of(Cidr.parse("10.0.0.0/16"));
        assertThatThrownBy(() -> space.lowest(15))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("prefix length must be 16..32: 15");
        assertThatThrownBy(() -> space.lowest(33)).hasMessage("prefix length must be 16..32: 33");
        assertThatThrownBy(() -> space.countOf(-1)).hasMessage("prefix length must be 16..32: -1");
    }

    @Test
    void take_outside_throws() {
        FreeSpace space = FreeSpace.of(Cidr.parse("10.0.0.0/16"));
        assertThatThrownBy(() -> space.take(Cidr.parse("10.1.0.0/24")))
                .hasMessage("10.1.0.0/24 is not wholly free in 10.0.0.0/16");
        assertThatThrownBy(() -> space.take(Cidr.parse("10.0.0.0/15")))
                .hasMessage("10.0.0.0/15 is not wholly free in 10.0.0.0/16");
        assertThatThrownBy(() -> space.give(Cidr.parse("::/24")))
                .hasMessage("::/24 is not wholly taken in 10.0.0.0/16");
        assertThat(space.isFree(IpAddress.parse("10.1.0.0"))).isFalse();
        assertThat(space.isFree(Cidr.parse("::/0"))).isFalse();
    }

    @Test
    void bestFit_smallGapAvailable_sparesTheLargeBlock() {
        IpSet free = IpSet.of(Cidr.parse("10.0.0.0/24"), Cidr.parse("10.0.2.0/28"));
        FreeSpace space = FreeSpace.of(Cidr.parse("10.0.0.0/16"), free);
        assertThat(space.lowest(28)).contains(Cidr.parse("10.0.0.0/28"));
        assertThat(space.bestFit(28)).contains(Cidr.parse("10.0.2.0/28"));
        assertThat(space.bestFit(25)).contains(Cidr.parse("10.0.0.0/25"));
        assertThat(space.bestFit(23)).isEmpty();
    }

    @Test
    void of_setWithAddressesOutside_ignoresThem() {
        IpSet free = IpSet.of(Cidr.parse("10.0.0.0/8"), Cidr.parse("::/0"));
        Cidr block = Cidr.parse("10.0.3.0/24");
        assertThat(FreeSpace.of(block, free)).isEqualTo(FreeSpace.of(block));
        assertThat(FreeSpace.of(block, IpSet.empty()).isEmpty()).isTrue();
    }

    @Test
    void equals_otherBlockOrContent_isFalse() {
        FreeSpace space = FreeSpace.of(Cidr.parse("10.0.0.0/16"));
        assertThat(space).isNotEqualTo(FreeSpace.of(Cidr.parse("10.1.0.0/16")));
        assertThat(space).isNotEqualTo(space.take(Cidr.parse("10.0.0.0/32")));
        assertThat(space.take(Cidr.parse("10.0.0.0/32"))).isNotEqualTo(space.take(Cidr.parse("10.0.0.1/32")));
        assertThat(space).isNotEqualTo("10.0.0.0/16");
    }

    @Test
    void toString_saysWhatIsFree() {
        FreeSpace space = FreeSpace.of(Cidr.parse("10.0.0.0/28"));
        assertThat(space.take(Cidr.parse("10.0.0.0/29"))).hasToString("10.0.0.0/28: [10.0.0.8-10.0.0.15] free");
        assertThat(space.take(space.block())).hasToString("10.0.0.0/28: nothing free");
    }
}
