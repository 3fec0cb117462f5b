package io.enikit.net;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class HashBitsTest {
    private static final int KEYS = 4096;

    static Stream<Arguments> keysThatAreUsedTogether() {
        Cidr ipv4 = Cidr.parse("10.0.0.0/8");
        Cidr ipv6 = Cidr.parse("2001:db8::/40");
        Cidr ipv6Subnet = Cidr.parse("2001:db8::/64");
        return Stream.of(
                keys("first hosts of /22 subnets", i -> ipv4.child(22, i / 8).nth(4 + i % 8)),
                keys(
                        "first hosts of /16 and /24",
                        i -> ipv4.child(16, i / 64).child(24, i % 64).nth(4)),
                keys("hosts of one subnet", i -> ipv4.nth(i)),
                keys("delegated /28", i -> ipv4.child(28, i)),
                keys("/24 subnets", i -> ipv4.child(24, i)),
                keys("one address in each /64", i -> ipv6.child(64, i).nth(4)),
                keys("delegated /80", i -> ipv6Subnet.child(80, i)),
                keys("hosts of a /64", i -> ipv6Subnet.nth(i)),
                keys("MACs of one manufacturer", i -> MacAddress.of(0x02_1a_80_00_00_00L + 4096L * i)));
    }

    private static Arguments keys(String name, java.util.function.IntFunction<Object> key) {
        return Arguments.of(name, IntStream.range(0, KEYS).mapToObj(key).toList());
    }

    /** Random codes take 1.25 to 1.5 looks. */
    @ParameterizedTest(name = "{0}")
    @MethodSource("keysThatAreUsedTogether")
    void hashCode_keysUsedTogether_areFoundAtOnceInAHashMap(String name, List<Object> keys) {
        int[] bucketSizes = new int[KEYS * 2];
        for (Object key : keys) {
            int code = key.hashCode();
            bucketSizes[(code ^ (code >>> 16)) & (bucketSizes.length - 1)]++;
        }
        double looks = IntStream.of(bucketSizes)
                .mapToDouble(size -> size * (size + 1) / 2.0)
                .sum();
        assertThat(looks / KEYS).as(name).isLessThan(1.6);
    }
}
