package io.enikit.json.gathered;

import static org.assertj.core.api.Assertions.assertThat;

import io.enikit.json.Origin;
import io.enikit.json.ReadLimits;
import io.enikit.json.text.Budget;
import io.enikit.json.text.Slice;
import io.enikit.json.text.ValueAccess;
import io.enikit.model.Eni;
import io.enikit.model.EniAddress;
import io.enikit.model.NetworkPlan;
import io.enikit.model.Subnet;
import io.enikit.model.SubnetId;
import io.enikit.net.Cidr;
import io.enikit.net.IpAddress;
import io.enikit.net.IpFamily;
import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Blocks of which no more is known than which part of another one they are. */
class OpenBlocksTest {
    private static final Slice WHOLE = Slice.all("root");

    private static Slice slice(int offset, int bits) {
        return new Slice("root", BigInteger.valueOf(offset), OptionalInt.of(bits));
    }

    private static NetworkPlan.Builder plan(int subnets) {
        NetworkPlan.Builder plan = NetworkPlan.builder();
        for (int i = 0; i < subnets; i++) {
            plan.add(Subnet.builder()
                    .id("s" + i)
                    .vpcId("v")
                    .availabilityZone("z")
                    .build());
        }
        return plan;
    }

    /** Returns what is wrong with the blocks of the subnets s0, s1 and so on. */
    private static List<String> check(NetworkPlan plan, IpFamily family, Slice... slices) {
        OpenBlocks blocks = new OpenBlocks();
        for (int i = 0; i < slices.length; i++) {
            Origin origin = ValueAccess.get().origin("f", "/" + i, OptionalInt.empty(), Optional.empty());
            blocks.add(SubnetId.of("s" + i), family, slices[i], origin);
        }
        Collector collector = new Collector(new Budget(ReadLimits.defaults()));
        blocks.check(plan, collector);
        return collector.build().notes().stream()
                .map(each -> each.violation().rule() + " " + each.violation().subject() + " "
                        + each.violation().message() + "; " + each.violation().hint())
                .toList();
    }

    private static List<String> overlaps(Slice... slices) {
        return check(plan(slices.length).build(), IpFamily.IPV4, slices).stream()
                .map(each -> each.substring(0, each.indexOf(';')))
                .toList();
    }

    @ParameterizedTest
    @CsvSource({
        "IPV4, 3, its block is to be a /29; use a /16 to a /28",
        "IPV4, 4, ''",
        "IPV4, 16, ''",
        "IPV4, 17, its block is to be a /15; use a /16 to a /28",
        "IPV6, 60, 'its block is to be a /68; use a /44 to a /64, in steps of 4'",
        "IPV6, 64, ''",
        "IPV6, 66, 'its block is to be a /62; use a /44 to a /64, in steps of 4'",
        "IPV6, 84, ''",
        "IPV6, 88, 'its block is to be a /40; use a /44 to a /64, in steps of 4'",
    })
    void sizes_thatSubnetsCannotHave_areReported(IpFamily family, int bits, String message) {
        String rule = family == IpFamily.IPV4 ? "subnet.cidr.size" : "subnet.ipv6-cidr.size";
        assertThat(check(plan(1).build(), family, slice(0, bits)))
                .isEqualTo(message.isEmpty() ? List.of() : List.of(rule + " s0 " + message));
    }

    @Test
    void blockInAnother_isReported_withTheOneThatReachesFurthest() {
        assertThat(overlaps(slice(0, 8), slice(16, 4), slice(128, 4)))
                .containsExactly(
                        "subnet.cidr.overlap s1 /28 number 1 of root overlaps /24 number 0 of root, the block of"
                                + " subnet \"s0\"",
                        "subnet.cidr.overlap s2 /28 number 8 of root overlaps /24 number 0 of root, the block of"
                                + " subnet \"s0\"");
    }

    @Test
    void blocksWithOneEnd_areComparedWithTheFirst() {
        assertThat(overlaps(slice(0, 8), slice(128, 7), slice(192, 6)))
                .containsExactly(
                        "subnet.cidr.overlap s1 /25 number 1 of root overlaps /24 number 0 of root, the block of"
                                + " subnet \"s0\"",
                        "subnet.cidr.overlap s2 /26 number 3 of root overlaps /24 number 0 of root, the block of"
                                + " subnet \"s0\"");
    }

    @Test
    void wholeRoot_overlapsAllParts() {
        assertThat(overlaps(WHOLE, slice(16, 4), slice(128, 4)))
                .containsExactly(
                        "subnet.cidr.overlap s1 /28 number 1 of root overlaps root, the block of subnet \"s0\"",
                        "subnet.cidr.overlap s2 /28 number 8 of root overlaps root, the block of subnet \"s0\"");
        assertThat(overlaps(slice(0, 4), WHOLE, slice(128, 4)))
                .containsExactly(
                        "subnet.cidr.overlap s1 root overlaps /28 number 0 of root, the block of subnet \"s0\"",
                        "subnet.cidr.overlap s2 /28 number 8 of root overlaps root, the block of subnet \"s1\"");
    }

    @Test
    void blocksBesideEachOther_areFine() {
        assertThat(overlaps(slice(0, 4), slice(16, 4), slice(32, 5))).isEmpty();
        assertThat(overlaps(slice(0, 4), new Slice("other", BigInteger.ZERO, OptionalInt.of(4))))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "15, ''",
        "16, 's0 257 IPv4 addresses are to be in it, and it has room for 251'",
    })
    void prefixes_takeSixteenAddressesOfTheRoom(int prefixes, String message) {
        NetworkPlan.Builder plan = plan(1);
        Eni.Builder eni = Eni.builder()
                .id("e")
                .subnetId("s0")
                .addPrivateIpAddress(new EniAddress(IpAddress.parse("10.0.1.4"), true));
        for (int i = 0; i < prefixes; i++) {
            eni.addIpv4Prefix(Cidr.parse("10.0.0." + 16 * i + "/28"));
        }
        List<String> found = check(plan.add(eni.build()).build(), IpFamily.IPV4, slice(0, 8));
        assertThat(found)
                .isEqualTo(
                        message.isEmpty()
                                ? List.of()
                                : List.of("subnet.room " + message + "; use a larger subnet, or another one"));
    }
}
