package io.enikit.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ZoneTest {
    private static Zone zone(String name, String zoneId, String ownerId) {
        return Zone.of(name, text(zoneId), text(ownerId));
    }

    private static Optional<String> text(String text) {
        return text.equals("-") ? Optional.empty() : Optional.of(text);
    }

    @ParameterizedTest
    @CsvSource({
        "us-east-1a, us-east-1",
        "ap-northeast-2c, ap-northeast-2",
        "us-gov-west-1b, us-gov-west-1",
        "us-iso-east-1a, us-iso-east-1",
        "eusc-de-east-1a, eusc-de-east-1",
        "us-west-2-lax-1a, us-west-2",
        "us-east-1-bos-1a, us-east-1",
        "us-east-1-wl1-bos-wlz-1, us-east-1",
        "eu-west-2-wl1-lon-wlz-1, eu-west-2",
        "us-west-2-phx-2a, us-west-2",
        "us-east-1, ''",
        "zone-a, ''",
        "a, ''",
        "'', ''",
        "use1-az1, ''",
        "US-EAST-1A, ''",
        "us-east-1ab, ''",
        "us-east-1-, ''"
    })
    void region_nameOfAZone_isItsBeginning(String name, String region) {
        assertThat(zone(name, "-", "-").region()).isEqualTo(region.isEmpty() ? Optional.empty() : Optional.of(region));
    }

    @ParameterizedTest
    @CsvSource({
        "eu-west-1a, -, -, eu-west-1a, -, -, false",
        "eu-west-1a, -, -, eu-west-1b, -, -, true",
        "eu-west-1a, euw1-az1, 1, eu-west-1b, euw1-az1, 2, false",
        "eu-west-1a, euw1-az1, -, eu-west-1b, euw1-az1, -, false",
        "eu-west-1a, euw1-az1, 1, eu-west-1a, euw1-az2, 2, true",
        "eu-west-1a, -, 1, eu-west-1b, euw1-az1, 2, false",
        "eu-west-1a, -, 1, eu-west-1b, euw1-az1, 1, true",
        "eu-west-1a, -, -, eu-west-1b, euw1-az1, 1, true",
        "eu-west-1a, euw1-az1, 1, eu-west-1a, -, 2, false"
    })
    void isOtherThan_idsElseNames_onlyWhereItIsCertain(
            String name, String id, String owner, String otherName, String otherId, String otherOwner, boolean other) {
        Zone one = zone(name, id, owner);
        Zone two = zone(otherName, otherId, otherOwner);
        assertThat(one.isOtherThan(two)).isEqualTo(other);
        assertThat(two.isOtherThan(one)).isEqualTo(other);
    }

    @Test
    void nameBeside_zoneOfTheSameName_hasTheId() {
        Zone zone = zone("eu-west-1a", "euw1-az2", "1");
        assertThat(zone.nameBeside(zone("eu-west-1b", "euw1-az2", "1"))).isEqualTo("eu-west-1a");
        assertThat(zone.nameBeside(zone("eu-west-1a", "-", "2"))).isEqualTo("eu-west-1a (euw1-az2)");
        assertThat(zone("eu-west-1a", "-", "2").nameBeside(zone)).isEqualTo("eu-west-1a");
        assertThat(zone).hasToString("eu-west-1a");
    }

    @Test
    void equals_eachPart_counts() {
        Zone zone = zone("eu-west-1a", "euw1-az2", "1");
        assertThat(zone)
                .isEqualTo(zone("eu-west-1a", "euw1-az2", "1"))
                .hasSameHashCodeAs(zone("eu-west-1a", "euw1-az2", "1"))
                .isNotEqualTo(zone("eu-west-1b", "euw1-az2", "1"))
                .isNotEqualTo(zone("eu-west-1a", "euw1-az3", "1"))
                .isNotEqualTo(zone("eu-west-1a", "euw1-az2", "2"))
                .isNotEqualTo("eu-west-1a");
    }
}
