package io.enikit.fake;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WildcardTest {
    @ParameterizedTest
    @CsvSource({
        "abc, abc, true",
        "abc, ABC, false",
        "a*, abc, true",
        "*c, abc, true",
        "a*c, ac, true",
        "a*b*c, axxbyyc, true",
        "a*b*c, axxcyyb, false",
        "a?c, abc, true",
        "a?c, ac, false",
        "*, '', true",
        "?, '', false",
        "a\\*c, a*c, true",
        "a\\*c, abc, false",
        "a\\?c, a?c, true",
        "a\\\\c, a\\c, true",
        "**a**, xxaxx, true",
    })
    void matches_asFiltersDo(String pattern, String text, boolean expected) {
        assertThat(Wildcard.of(pattern).matches(text)).isEqualTo(expected);
    }

    @Test
    void matches_manyStars_endsSoon() {
        assertThat(Wildcard.of("*a".repeat(100) + "b").matches("a".repeat(100_000)))
                .isFalse();
    }
}
