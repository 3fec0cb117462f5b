package io.enikit.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.enikit.net.MacAddress;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DerivedTest {
    @Test
    void of_manyIds_beginsAsThoseOfEc2AndIsNeverTheSame() {
        assertThat(IntStream.range(0, 5_000).mapToObj(i -> Derived.mac(EniId.of("eni" + i))))
                .doesNotHaveDuplicates()
                .extracting(MacAddress::toString)
                .allMatch(mac -> mac.matches("(02|06|0a|0e|12|16):.*"))
                .extracting(mac -> mac.substring(0, 2))
                .contains("02", "06", "0a", "0e", "12", "16");
        assertThat(Derived.mac(EniId.of("eni0"))).isEqualTo(Derived.mac(EniId.of("eni0")));
    }
}
