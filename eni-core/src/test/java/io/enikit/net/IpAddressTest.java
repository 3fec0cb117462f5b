package io.enikit.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.net.Inet4Address;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.List;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IpAddressTest {
    private static final String LAST6 = "ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff";

    private static IpAddress ip(String text) {
        return IpAddress.parse(text);
    }

    @ParameterizedTest
    @CsvSource({
        "0.0.0.0, 1, 0.0.0.1",
        "10.0.0.255, 1, 10.0.1.0",
        "0.0.0.0, 4294967295, 255.255.255.255",
        "127.255.255.255, 1, 128.0.0.0",
        "::, 9223372036854775807, ::7fff:ffff:ffff:ffff",
        "::ffff:ffff:ffff:ffff, 1, 0:0:0:1::",
        "0:0:0:1::, -1, ::ffff:ffff:ffff:ffff",
        "::8000:0:0:0, -9223372036854775808, ::",
        "255.255.255.255, -4294967295, 0.0.0.0"
    })
    void plus_insideTheFamily_countsAndMinusComesBack(String from, long steps, String to) {
        assertThat(ip(from).plus(steps)).isEqualTo(ip(to));
        assertThat(ip(from).plus(BigInteger.valueOf(steps))).isEqualTo(ip(to));
        assertThat(ip(from).distanceTo(ip(to))).isEqualTo(BigInteger.valueOf(steps));
        assertThat(ip(to).distanceTo(ip(from)))
                .isEqualTo(BigInteger.valueOf(steps).negate());
        assertThat(ip(from).compareTo(ip(to))).isEqualTo(-Long.signum(steps));
        if (steps != Long.MIN_VALUE) {
            assertThat(ip(to).minus(steps)).isEqualTo(ip(from));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "255.255.255.255, 1",
        "0.0.0.0, -1",
        "0.0.0.0, 4294967296",
        "255.255.255.255, -4294967296",
        "10.0.0.0, 9223372036854775807",
        "10.0.0.0, -9223372036854775808",
        LAST6 + ", 1",
        LAST6 + ", 9223372036854775807",
        "::, -1",
        "::1, -9223372036854775808"
    })
    void plus_pastAnEnd_throws(String from, long steps) {
        assertThatThrownBy(() -> ip(from).plus(steps)).isInstanceOf(ArithmeticException.class);
        assertThatThrownBy(() -> ip(from).plus(BigInteger.valueOf(steps))).isInstanceOf(ArithmeticException.class);
        if (steps != Long.MIN_VALUE) {
            assertThatThrownBy(() -> ip(from).minus(-steps)).isInstanceOf(ArithmeticException.class);
        }
    }

    @Test
    void minus_smallestLong_goesUpByTwoToThe63() {
        assertThat(ip("::").minus(Long.MIN_VALUE)).isEqualTo(ip("::8000:0:0:0"));
        assertThatThrownBy(() -> ip("0.0.0.0").minus(Long.MIN_VALUE)).isInstanceOf(ArithmeticException.class);
    }

    @Test
    void next_atTheEnd_saysSo() {
        assertThatThrownBy(() -> ip("255.255.255.255").next())
                .isInstanceOf(ArithmeticException.class)
                .hasMessage("255.255.255.255 plus 1 is past the last IPv4 address");
        assertThatThrownBy(() -> ip("::").previous()).hasMessage(":: minus 1 is before the first IPv6 address");
        assertThat(ip("255.255.255.254").next().previous()).isEqualTo(ip("255.255.255.254"));
    }

    @Test
    void of_number_isTheAddress() {
        assertThat(IpAddress.of(IpFamily.IPV4, BigInteger.valueOf(0xffffffffL))).hasToString("255.255.255.255");
        assertThat(IpAddress.of(IpFamily.IPV6, BigInteger.TWO.pow(128).subtract(BigInteger.ONE)))
                .hasToString(LAST6);
        assertThatThrownBy(() -> IpAddress.of(IpFamily.IPV4, BigInteger.TWO.pow(32)))
                .isInstanceOf(ArithmeticException.class)
                .hasMessage("there is no IPv4 address with number 4294967296");
        assertThatThrownBy(() -> IpAddress.of(IpFamily.IPV6, BigInteger.TWO.pow(128)))
                .isInstanceOf(ArithmeticException.class);
        assertThatThrownBy(() -> IpAddress.of(IpFamily.IPV6, BigInteger.ONE.negate()))
                .isInstanceOf(ArithmeticException.class);
        assertThat(IpAddress.of(0x0a000001)).isEqualTo(ip("10.0.0.1"));
        assertThat(IpAddress.of(0x20010db8L << 32, 1)).isEqualTo(ip("2001:db8::1"));
    }

    @Test
    void compareTo_families_ipv4First() {
        TreeSet<IpAddress> sorted = new TreeSet<>(
                List.of(ip("::"), ip("255.255.255.255"), ip("128.0.0.0"), ip("127.0.0.1"), ip("8000::"), ip("7fff::")));
        assertThat(sorted)
                .containsExactly(
                        ip("127.0.0.1"), ip("128.0.0.0"), ip("255.255.255.255"), ip("::"), ip("7fff::"), ip("8000::"));
        assertThat(ip("0.0.0.1")).isNotEqualTo(ip("::1")).isNotEqualTo("0.0.0.1");
        assertThatThrownBy(() -> ip("0.0.0.1").distanceTo(ip("::1"))).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void toInetAddress_ipv4Mapped_staysIpv6() throws Exception {
        InetAddress mapped = ip("::ffff:10.0.0.1").toInetAddress();
        assertThat(mapped).isInstanceOf(Inet6Address.class);
        assertThat(IpAddress.from(mapped)).isEqualTo(ip("::ffff:10.0.0.1"));
        assertThat(ip("10.0.0.1").toInetAddress()).isInstanceOf(Inet4Address.class);
        assertThat(IpAddress.from(InetAddress.getByName("10.0.0.1"))).isEqualTo(ip("10.0.0.1"));
        assertThat(IpAddress.from(Inet6Address.getByAddress(null, ip("fe80::1").toBytes(), 3)))
                .isEqualTo(ip("fe80::1"));
    }

    @Test
    void from_bytes_isTheAddress() {
        assertThat(IpAddress.from(new byte[] {10, (byte) 200, 0, (byte) 255})).hasToString("10.200.0.255");
        assertThat(ip("10.200.0.255").toBytes()).containsExactly(10, 200, 0, 255);
        assertThat(IpAddress.from(ip(LAST6).toBytes())).isEqualTo(ip(LAST6));
        assertThatThrownBy(() -> IpAddress.from(new byte[5])).hasMessage("an address has 4 or 16 bytes, not 5");
    }

    /** Per question the first and the last address it is true for; the neighbours outside must answer no. */
    @ParameterizedTest
    @CsvSource({
        "private, 10.0.0.0, 10.255.255.255",
        "private, 172.16.0.0, 172.31.255.255",
        "private, 192.168.0.0, 192.168.255.255",
        "shared, 100.64.0.0, 100.127.255.255",
        "loopback, 127.0.0.0, 127.255.255.255",
        "loopback, ::1, ::1",
        "linkLocal, 169.254.0.0, 169.254.255.255",
        "linkLocal, fe80::, febf:ffff:ffff:ffff:ffff:ffff:ffff:ffff",
        "multicast, 224.0.0.0, 239.255.255.255",
        "multicast, ff00::, " + LAST6,
        "unspecified, 0.0.0.0, 0.0.0.0",
        "unspecified, ::, ::",
        "documentation, 192.0.2.0, 192.0.2.255",
        "documentation, 198.51.100.0, 198.51.100.255",
        "documentation, 203.0.113.0, 203.0.113.255",
        "documentation, 2001:db8::, 2001:db8:ffff:ffff:ffff:ffff:ffff:ffff",
        "documentation, 3fff::, 3fff:fff:ffff:ffff:ffff:ffff:ffff:ffff",
        "uniqueLocal, fc00::, fdff:ffff:ffff:ffff:ffff:ffff:ffff:ffff",
        "ipv4Mapped, ::ffff:0.0.0.0, ::ffff:255.255.255.255"
    })
    void question_atBothEnds_isTrueInsideOnly(String name, String first, String last) {
        Predicate<IpAddress> question = question(name);
        assertThat(question.test(ip(first))).isTrue();
        assertThat(question.test(ip(last))).isTrue();
        Cidr all = Cidr.all(ip(first).family());
        if (!ip(first).equals(all.first())) {
            assertThat(question.test(ip(first).previous())).isFalse();
        }
        if (!ip(last).equals(all.last())) {
            assertThat(question.test(ip(last).next())).isFalse();
        }
    }

    private static Predicate<IpAddress> question(String name) {
        return switch (name) {
            case "private" -> IpAddress::isPrivate;
            case "shared" -> IpAddress::isShared;
            case "loopback" -> IpAddress::isLoopback;
            case "linkLocal" -> IpAddress::isLinkLocal;
            case "multicast" -> IpAddress::isMulticast;
            case "unspecified" -> IpAddress::isUnspecified;
            case "documentation" -> IpAddress::isDocumentation;
            case "uniqueLocal" -> IpAddress::isUniqueLocal;
            case "ipv4Mapped" -> IpAddress::isIpv4Mapped;
            default -> throw new IllegalArgumentException(name);
        };
    }
}
