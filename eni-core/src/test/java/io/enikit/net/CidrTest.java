package io.enikit.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CidrTest {
    private static Cidr cidr(String text) {
        return Cidr.parse(text);
    }

    @ParameterizedTest
    @CsvSource({
        "0.0.0.0/0, 0.0.0.0, 255.255.255.255, 0.0.0.0, 4294967296",
        "10.0.0.0/24, 10.0.0.0, 10.0.0.255, 255.255.255.0, 256",
        "255.255.255.255/32, 255.255.255.255, 255.255.255.255, 255.255.255.255, 1",
        "128.0.0.0/1, 128.0.0.0, 255.255.255.255, 128.0.0.0, 2147483648",
        "::/0, ::, ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff, ::, 340282366920938463463374607431768211456",
        "2001:db8::/63, 2001:db8::, 2001:db8:0:1:ffff:ffff:ffff:ffff, ffff:ffff:ffff:fffe::, 36893488147419103232",
        "2001:db8::/64, 2001:db8::, 2001:db8::ffff:ffff:ffff:ffff, ffff:ffff:ffff:ffff::, 18446744073709551616",
        "2001:db8::/65, 2001:db8::, 2001:db8::7fff:ffff:ffff:ffff, ffff:ffff:ffff:ffff:8000::, 9223372036854775808",
        "::1/128, ::1, ::1, ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff, 1"
    })
    void parts_ofBlock_areExact(String text, String first, String last, String netmask, BigInteger size) {
        Cidr block = cidr(text);
        assertThat(block.first()).hasToString(first);
        assertThat(block.last()).hasToString(last);
        assertThat(block.netmask()).hasToString(netmask);
        assertThat(block.size()).isEqualTo(size);
        assertThat(block.nth(0)).isEqualTo(block.first());
        assertThat(block.nth(-1)).isEqualTo(block.last());
        assertThat(block.nth(size.negate())).isEqualTo(block.first());
        assertThat(block.indexOf(block.last())).isEqualTo(size.subtract(BigInteger.ONE));
        assertThatThrownBy(() -> block.nth(size)).isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> block.nth(size.negate().subtract(BigInteger.ONE)))
                .isInstanceOf(IndexOutOfBoundsException.class);
        assertThat(block.contains(block.first())).isTrue();
        assertThat(block.contains(block.last())).isTrue();
        assertThat(Cidr.of(block.first(), block.prefixLength())).isEqualTo(block);
        assertThat(Cidr.containing(block.last(), block.prefixLength())).isEqualTo(block);
        assertThat(IpRange.from(block).toCidrs()).containsExactly(block);
        Cidr all = Cidr.all(block.family());
        assertThat(all.contains(block)).isTrue();
        assertThat(block.contains(all)).isEqualTo(block.equals(all));
        if (!block.last().equals(all.last())) {
            assertThat(block.contains(block.last().next())).isFalse();
        }
        if (!block.first().equals(all.first())) {
            assertThat(block.contains(block.first().previous())).isFalse();
        }
    }

    @Test
    void of_hostBitsSet_proposesTheBlock() {
        assertThatThrownBy(() -> Cidr.of(IpAddress.parse("10.0.0.5"), 24))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("10.0.0.5/24: host bits set; did you mean 10.0.0.0/24?");
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 33, Integer.MIN_VALUE, Integer.MAX_VALUE})
    void containing_lengthOutOfRange_throws(int length) {
        assertThatThrownBy(() -> Cidr.containing(IpAddress.parse("10.0.0.0"), length))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("prefix length must be 0..32: " + length);
        assertThatThrownBy(() -> Cidr.of(IpAddress.parse("10.0.0.0"), length))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void split_intoLongerPrefix_isLazyAndComplete() {
        assertThat(cidr("10.0.0.0/23").split(24)).containsExactly(cidr("10.0.0.0/24"), cidr("10.0.1.0/24"));
        assertThat(cidr("255.255.255.254/31").split(32))
                .containsExactly(cidr("255.255.255.254/32"), cidr("255.255.255.255/32"));
        assertThat(cidr("10.0.0.0/24").split(24)).containsExactly(cidr("10.0.0.0/24"));
        assertThat(cidr("::/0").split(128).skip(2).findFirst()).contains(cidr("::2/128"));
        assertThat(cidr("0:0:0:fffe::/63").split(64)).containsExactly(cidr("0:0:0:fffe::/64"), cidr("0:0:0:ffff::/64"));
        assertThat(cidr("10.0.0.0/16").split(24).count()).isEqualTo(256);
        assertThatThrownBy(() -> cidr("10.0.0.0/24").split(23)).hasMessage("prefix length must be 24..32: 23");
        assertThatThrownBy(() -> cidr("10.0.0.0/24").split(33)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void child_atIndex_isThatOfSplit() {
        Cidr block = cidr("10.0.0.0/16");
        List<Cidr> children = block.split(20).toList();
        for (int i = 0; i < 16; i++) {
            assertThat(block.child(20, i)).isEqualTo(children.get(i));
            assertThat(block.child(20, i - 16)).isEqualTo(children.get(i));
        }
        assertThatThrownBy(() -> block.child(20, 16))
                .isInstanceOf(IndexOutOfBoundsException.class)
                .hasMessage("10.0.0.0/16 has 16 blocks of length 20, no index 16");
        assertThatThrownBy(() -> block.child(20, -17)).isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> block.child(15, 0)).hasMessage("prefix length must be 16..32: 15");
        assertThat(cidr("::/0").child(128, BigInteger.TWO.pow(127))).isEqualTo(cidr("8000::/128"));
    }

    @Test
    void parent_andSibling_areBothHalves() {
        assertThat(cidr("10.0.1.0/24").parent()).contains(cidr("10.0.0.0/23"));
        assertThat(cidr("10.0.1.0/24").sibling()).contains(cidr("10.0.0.0/24"));
        assertThat(cidr("::/1").sibling()).contains(cidr("8000::/1"));
        assertThat(cidr("0:0:0:1::/64").sibling()).contains(cidr("::/64"));
        assertThat(cidr("::/65").sibling()).contains(cidr("::8000:0:0:0/65"));
        assertThat(cidr("::1/128").sibling()).contains(cidr("::/128"));
        assertThat(cidr("0.0.0.0/0").parent()).isEmpty();
        assertThat(cidr("::/0").sibling()).isEmpty();
    }

    @Test
    void overlaps_families_neverMeet() {
        assertThat(cidr("0.0.0.0/0").overlaps(cidr("::/0"))).isFalse();
        assertThat(cidr("0.0.0.0/0").contains(IpAddress.parse("::ffff:10.0.0.1")))
                .isFalse();
        assertThat(cidr("::/0").contains(IpAddress.parse("10.0.0.1"))).isFalse();
        assertThat(cidr("::/0").contains(cidr("10.0.0.0/8"))).isFalse();
        assertThat(cidr("10.0.0.0/8").overlaps(cidr("10.1.0.0/16"))).isTrue();
        assertThat(cidr("10.1.0.0/16").overlaps(cidr("10.0.0.0/8"))).isTrue();
        assertThat(cidr("10.1.0.0/16").contains(cidr("10.0.0.0/8"))).isFalse();
        assertThat(cidr("0.0.0.0/8")).isNotEqualTo(cidr("::/8")).isNotEqualTo(cidr("0.0.0.0/9"));
    }

    @Test
    void compareTo_sameFirst_largerFirst() {
        TreeSet<Cidr> sorted = new TreeSet<>(List.of(
                cidr("::/0"), cidr("10.0.0.0/16"), cidr("10.0.0.0/8"), cidr("192.0.2.0/24"), cidr("0.0.0.0/32")));
        assertThat(sorted)
                .containsExactly(
                        cidr("0.0.0.0/32"),
                        cidr("10.0.0.0/8"),
                        cidr("10.0.0.0/16"),
                        cidr("192.0.2.0/24"),
                        cidr("::/0"));
    }

    @Test
    void indexOf_outside_throws() {
        assertThatThrownBy(() -> cidr("10.0.0.0/24").indexOf(IpAddress.parse("10.0.1.0")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("10.0.1.0 is not in 10.0.0.0/24");
    }
}
