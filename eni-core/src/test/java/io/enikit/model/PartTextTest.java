package io.enikit.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import io.enikit.net.Cidr;
import io.enikit.net.IpAddress;
import java.nio.CharBuffer;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What ids, addresses of interfaces and CIDR reservations read: what they print, and nothing else. */
class PartTextTest {
    @Property
    void parse_printedAddress_isTheSameAddress(@ForAll long bits, @ForAll boolean primary) {
        for (IpAddress address : List.of(IpAddress.of((int) bits), IpAddress.of(bits, bits))) {
            EniAddress value = new EniAddress(address, primary);
            assertThat(EniAddress.parse(value.toString())).isEqualTo(value);
            assertThat(EniAddress.valueOf(value.toString())).isEqualTo(value);
            assertThat(EniAddress.tryParse(value.toString())).contains(value);
        }
    }

    @Property
    void parse_printedReservation_isTheSameReservation(
            @ForAll long bits, @ForAll byte length, @ForAll CidrReservation.Type type) {
        for (IpAddress address : List.of(IpAddress.of((int) bits), IpAddress.of(bits, bits))) {
            Cidr cidr = Cidr.containing(
                    address, Math.floorMod(length, address.family().bits() + 1));
            CidrReservation value = new CidrReservation(cidr, type);
            assertThat(CidrReservation.parse(value.toString())).isEqualTo(value);
            assertThat(CidrReservation.valueOf(value.toString())).isEqualTo(value);
            assertThat(CidrReservation.tryParse(value.toString())).contains(value);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "''| expected an IPv4 or IPv6 address (at index 0)",
                "*| expected an IPv4 or IPv6 address (at index 0)",
                "10.0.0.4**| expected the end after 4 octets (at index 8)",
                "10.0.0.4 *| expected the end after 4 octets (at index 8)",
                "10.0.0.300*| octet must be 0..255 (at index 7)"
            })
    void parse_noAddress_isRefused(String text, String end) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> EniAddress.parse(text))
                .withMessageEndingWith(end);
        assertThat(EniAddress.tryParse(text)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "''| expected a block, a semicolon, and prefix or explicit",
                "10.0.0.16/28| expected a block, a semicolon, and prefix or explicit",
                ";prefix| expected a block, a semicolon, and prefix or explicit",
                "10.0.0.16/28;| \"\": expected one of [prefix, explicit]",
                "10.0.0.16/28;PREFIX| \"PREFIX\": expected one of [prefix, explicit]",
                "10.0.0.17/28;prefix| host bits set; did you mean 10.0.0.16/28 (at index 7)"
            })
    void parse_noReservation_isRefused(String text, String end) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CidrReservation.parse(text))
                .withMessageEndingWith(end);
        assertThat(CidrReservation.tryParse(text)).isEmpty();
    }

    static Stream<Function<String, ResourceId>> ids() {
        return Stream.of(
                VpcId::valueOf,
                SubnetId::valueOf,
                SecurityGroupId::valueOf,
                InstanceId::valueOf,
                EniId::valueOf,
                ElasticIpId::valueOf);
    }

    @ParameterizedTest
    @MethodSource("ids")
    void valueOf_text_isTheIdThatPrintsIt(Function<String, ResourceId> valueOf) {
        ResourceId id = valueOf.apply("app-1/eth1");
        assertThat(id).hasToString("app-1/eth1").isEqualTo(valueOf.apply("app-1/eth1"));
        assertThatIllegalArgumentException().isThrownBy(() -> valueOf.apply(" "));
    }

    @Test
    void valueOf_idsOfSixKinds_areSixDifferentIds() {
        assertThat(ids().map(each -> each.apply("a")).distinct()).hasSize(6);
        assertThat(VpcId.of(CharBuffer.wrap("a"))).isEqualTo(VpcId.valueOf("a"));
    }

    @Test
    @SuppressWarnings("NullAway") // on purpose
    void parse_null_isNamed() {
        assertThatNullPointerException()
                .isThrownBy(() -> EniAddress.parse(null))
                .withMessage("text");
        assertThatNullPointerException()
                .isThrownBy(() -> CidrReservation.tryParse(null))
                .withMessage("text");
        assertThatNullPointerException().isThrownBy(() -> EniId.valueOf(null)).withMessage("text");
    }
}
