package io.enikit.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MacAddressTest {
    private static final MacAddress MAC = MacAddress.parse("02:1A:80:41:52:9C");

    @Test
    void parse_allForms_areEqual() {
        assertThat(MacAddress.parse("02-1a-80-41-52-9c")).isEqualTo(MAC);
        assertThat(MacAddress.parse("021a.8041.529c")).isEqualTo(MAC).hasSameHashCodeAs(MAC);
        assertThat(MacAddress.parse("021A8041529C")).isEqualTo(MAC).isNotEqualTo(MacAddress.of(0));
    }

    @Test
    void of_longAndBytes_comeBack() {
        assertThat(MAC.toLong()).isEqualTo(0x021a8041529cL);
        assertThat(MacAddress.of(MAC.toLong())).isEqualTo(MAC);
        assertThat(MacAddress.from(MAC.toBytes())).isEqualTo(MAC);
        assertThat(MacAddress.of(0xffffffffffffL)).hasToString("ff:ff:ff:ff:ff:ff");
        assertThatThrownBy(() -> MacAddress.of(1L << 48)).hasMessage("a MAC has 48 bits: 0x1000000000000");
        assertThatThrownBy(() -> MacAddress.of(-1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> MacAddress.from(new byte[8])).hasMessage("a MAC has 6 bytes, not 8");
    }

    @Test
    void flags_ofFirstByte_areTheTwoLowestBits() {
        assertThat(MAC.isUnicast()).isTrue();
        assertThat(MAC.isLocallyAdministered()).isTrue();
        assertThat(MAC.isMulticast()).isFalse();
        assertThat(MAC.isGloballyAdministered()).isFalse();
        assertThat(MacAddress.parse("01:00:5e:00:00:01").isMulticast()).isTrue();
        assertThat(MacAddress.parse("01:00:5e:00:00:01").isGloballyAdministered())
                .isTrue();
        assertThat(MacAddress.parse("01:00:5e:00:00:01").oui()).isEqualTo(0x01005e);
    }

    @Test
    void compareTo_highBitSet_isUnsigned() {
        assertThat(MacAddress.of(0xffffffffffffL)).isGreaterThan(MacAddress.of(0));
        assertThat(MAC).isEqualByComparingTo(MacAddress.of(MAC.toLong()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"02:1a:80:41:52:9c", "fE-DC-bA-98-76-5d", "00:00:00:00:00:00", "ff-ff-ff-ff-ff-ff"})
    void parse_anyCharacterAtAnyPlace_isReadAsHexDigitsAndSeparatorsAre(String right) {
        char separator = right.charAt(2);
        for (int place = 0; place < right.length(); place++) {
            for (int c = 0; c <= 0x1ff; c++) {
                String text = right.substring(0, place) + (char) c + right.substring(place + 1);
                boolean good = place % 3 == 2 ? c == separator : c < 128 && Character.digit(c, 16) >= 0;
                String name = text.codePoints().mapToObj(Integer::toHexString).collect(Collectors.joining(" "));
                assertThat(MacAddress.tryParse(text).map(MacAddress::toLong))
                        .as(name)
                        .isEqualTo(
                                good
                                        ? Optional.of(Long.parseLong(text.replace(String.valueOf(separator), ""), 16))
                                        : Optional.empty());
            }
        }
    }
}
