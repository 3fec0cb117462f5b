package io.enikit.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import org.junit.jupiter.api.Test;

class IpSetTest {
    private static final Cidr ALL4 = Cidr.all(IpFamily.IPV4);
    private static final Cidr ALL6 = Cidr.all(IpFamily.IPV6);

    @Test
    void size_ofEverything_isExact() {
        IpSet everything = IpSet.of(ALL4, ALL6);
        assertThat(everything.size()).isEqualTo(BigInteger.ONE.shiftLeft(128).add(BigInteger.ONE.shiftLeft(32)));
        assertThat(everything.ranges())
                .hasToString("[0.0.0.0-255.255.255.255, ::-ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff]");
        assertThat(everything.cidrs()).containsExactly(ALL4, ALL6);
        assertThat(everything.contains(everything)).isTrue();
        assertThat(everything.subtract(everything)).isEqualTo(IpSet.empty());
    }

    @Test
    void complement_ofMiddle_hasBothEnds() {
        IpSet set = IpSet.builder()
                .add(IpRange.parse("1.1.1.1-2.2.2.2"))
                .add(IpAddress.parse("1::1"))
                .build();
        assertThat(set.complement(ALL4)).hasToString("[0.0.0.0-1.1.1.0, 2.2.2.3-255.255.255.255]");
        assertThat(set.complement(ALL6)).hasToString("[::-1::, 1::2-ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff]");
        assertThat(set.complement(ALL4)
                        .complement(ALL4)
                        .union(set.complement(ALL6).complement(ALL6)))
                .isEqualTo(set);
    }

    @Test
    void build_overlappingAndTouching_merges() {
        assertThat(IpSet.of(Cidr.parse("10.0.1.0/24"), Cidr.parse("10.0.0.0/24"), Cidr.parse("10.0.0.128/25"))
                        .cidrs())
                .containsExactly(Cidr.parse("10.0.0.0/23"));
        assertThat(IpSet.of(Cidr.parse("8000::/1"), Cidr.parse("::/1")).cidrs()).containsExactly(ALL6);
        assertThat(IpSet.of(Cidr.parse("::/64"), Cidr.parse("0:0:0:1::/64")).cidrs())
                .containsExactly(Cidr.parse("::/63"));
        assertThat(IpSet.of(Cidr.parse("128.0.0.0/1"), Cidr.parse("255.255.255.255/32"), Cidr.parse("0.0.0.0/1"))
                        .cidrs())
                .containsExactly(ALL4);
    }

    @Test
    void build_addThenRemoveThenAdd_lastWins() {
        IpSet set = IpSet.builder()
                .add(Cidr.parse("10.0.0.0/8"))
                .remove(IpAddress.parse("10.1.2.3"))
                .add(Cidr.parse("10.1.0.0/16"))
                .build();
        assertThat(set).isEqualTo(IpSet.of(Cidr.parse("10.0.0.0/8")));
        assertThat(IpSet.builder()
                        .remove(ALL4)
                        .add(IpAddress.parse("1.2.3.4"))
                        .build()
                        .ranges())
                .hasToString("[1.2.3.4-1.2.3.4]");
    }

    @Test
    void build_goingOnAfterwards_leavesTheFirstSet() {
        IpSet.Builder builder = IpSet.builder().add(IpAddress.parse("10.0.0.1"));
        IpSet first = builder.build();
        IpSet second = builder.add(IpAddress.parse("10.0.0.2")).build();
        assertThat(first).hasToString("[10.0.0.1-10.0.0.1]");
        assertThat(second).hasToString("[10.0.0.1-10.0.0.2]");
    }

    @Test
    void nth_acrossFamilies_countsIpv4First() {
        IpSet set = IpSet.of(Cidr.parse("10.0.0.0/31"), Cidr.parse("2001:db8::/127"), Cidr.parse("2001:db9::/64"));
        assertThat(set.nth(1)).hasToString("10.0.0.1");
        assertThat(set.nth(2)).hasToString("2001:db8::");
        assertThat(set.nth(4)).hasToString("2001:db9::");
        assertThat(set.nth(-1)).hasToString("2001:db9::ffff:ffff:ffff:ffff");
        assertThat(set.nth(set.size().negate())).hasToString("10.0.0.0");
        assertThatThrownBy(() -> IpSet.of(Cidr.parse("10.0.0.0/31")).nth(2))
                .isInstanceOf(IndexOutOfBoundsException.class)
                .hasMessage("the set has 2 addresses, no index 2");
        assertThatThrownBy(() -> IpSet.empty().nth(-1)).isInstanceOf(IndexOutOfBoundsException.class);
    }

    @Test
    void addresses_ofHugeSet_areMadeOneByOne() {
        assertThat(IpSet.of(ALL6).addresses().skip(2).findFirst()).contains(IpAddress.parse("::2"));
        assertThat(IpSet.of(Cidr.parse("255.255.255.254/31")).addresses())
                .containsExactly(IpAddress.parse("255.255.255.254"), IpAddress.parse("255.255.255.255"));
    }

    @Test
    void ranges_list_isReadOnlyAndChecked() {
        IpSet set = IpSet.of(Cidr.parse("10.0.0.0/31"));
        assertThatThrownBy(() -> set.ranges().get(1)).isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> set.ranges().clear()).isInstanceOf(UnsupportedOperationException.class);
        assertThatThrownBy(() -> set.cidrs().clear()).isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void build_addsAndRemovesInTurn_staysFast() {
        IpSet.Builder builder = IpSet.builder();
        for (int i = 0; i < 100_000; i++) {
            builder.add(IpAddress.of(4 * i)).remove(IpAddress.of(4 * (i - i % 7)));
        }
        assertThat(builder.build().ranges()).hasSize(100_000 - 100_000 / 7 - 1);
    }
}
