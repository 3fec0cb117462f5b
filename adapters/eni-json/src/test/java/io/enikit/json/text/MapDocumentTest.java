package io.enikit.json.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.enikit.json.ReadLimits;
import io.enikit.json.UnreadableException;
import java.math.BigDecimal;
import java.nio.CharBuffer;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** Documents that are given as maps and lists. */
class MapDocumentTest {
    private static Node read(Map<String, ?> map, ReadLimits limits) {
        return MapDocument.read("m", map, new Budget(limits));
    }

    private static Node value(Object value) {
        return read(Map.of("k", value), ReadLimits.defaults()).get("k");
    }

    private static String digits(Number number) {
        Node node = value(number);
        assertThat(node.kind()).isEqualTo(Node.Kind.NUMBER);
        return node.scalar();
    }

    private static void assertRefused(Map<String, ?> map, ReadLimits limits, String reason) {
        assertThatExceptionOfType(UnreadableException.class)
                .isThrownBy(() -> read(map, limits))
                .withMessage("m: " + reason);
    }

    @Test
    void wholeNumbers_haveNoFraction() {
        assertThat(digits(3)).isEqualTo("3");
        assertThat(digits(3.0)).isEqualTo("3");
        assertThat(digits(-7.0)).isEqualTo("-7");
        assertThat(digits(1.5)).isEqualTo("1.5");
        assertThat(digits(new BigDecimal("2.50"))).isEqualTo("2.50");
        assertThat(digits(new BigDecimal("2.00"))).isEqualTo("2");
    }

    @Test
    void numbers_thatAreTooLargeToBeExact_stayAsTheyAre() {
        assertThat(digits(4_503_599_627_370_495.0)).isEqualTo("4503599627370495");
        assertThat(digits(4_503_599_627_370_496.0)).isEqualTo("4.503599627370496E15");
        assertThat(digits(Long.MAX_VALUE)).isEqualTo("9223372036854775807");
    }

    @Test
    void valuesThatMapsHoldBesidesThoseOfJson_areTexts() {
        assertThat(value(TimeUnit.DAYS).text()).isEqualTo("DAYS");
        assertThat(value(LocalDate.of(2020, 1, 2)).text()).isEqualTo("2020-01-02");
        assertThat(value(CharBuffer.wrap("ab")).text()).isEqualTo("ab");
        assertThat(value(true).flag()).isTrue();
    }

    @Test
    void null_isNothing() {
        Node list = read(Map.of("k", Arrays.asList("a", null)), ReadLimits.defaults())
                .get("k");
        assertThat(list.items()).extracting(Node::kind).containsExactly(Node.Kind.TEXT, Node.Kind.NULL);
    }

    @Test
    void valuesOfOtherTypes_andKeysThatAreNoTexts_areRefused() {
        assertRefused(
                Map.of("k", Thread.State.class),
                ReadLimits.defaults(),
                "expected a map, a list, a text, a number, or true or false, found java.lang.Class (path /k)");
        assertRefused(
                Map.of("k", Map.of(1, "a")), ReadLimits.defaults(), "expected keys that are texts, found 1 (path /k)");
    }

    @Test
    void values_areCounted() {
        Map<String, ?> four = Map.of("k", List.of("a", 1));
        assertThat(read(four, ReadLimits.defaults().withValues(4)).get("k").items())
                .hasSize(2);
        assertRefused(
                four,
                ReadLimits.defaults().withValues(3),
                "there are more than 3 values, counting what functions, merges and aliases make;"
                        + " ReadLimits.withValues allows more (path /k/1)");
    }

    @Test
    void charactersOfKeysAndTexts_areCounted() {
        Map<String, ?> seven = Map.of("key", "text");
        assertThat(read(seven, ReadLimits.defaults().withCharacters(7))
                        .get("key")
                        .text())
                .isEqualTo("text");
        String reason = " characters, counting what functions, merges and aliases make;"
                + " ReadLimits.withCharacters allows more";
        assertRefused(
                seven, ReadLimits.defaults().withCharacters(6), "there are more than 6" + reason + " (path /key)");
        assertRefused(seven, ReadLimits.defaults().withCharacters(2), "there are more than 2" + reason);
    }

    @Test
    void listsAndMaps_areCountedAsLevels() {
        Map<String, ?> lists = Map.of("k", List.of(List.of()));
        Map<String, ?> maps = Map.of("k", Map.of("l", Map.of()));
        ReadLimits three = ReadLimits.defaults().withDepth(3);
        ReadLimits two = ReadLimits.defaults().withDepth(2);
        assertThat(read(lists, three).get("k").items()).hasSize(1);
        assertThat(read(maps, three).get("k").members()).hasSize(1);
        String reason = "it is nested deeper than 2 levels; ReadLimits.withDepth allows more (path /k/";
        assertRefused(lists, two, reason + "0)");
        assertRefused(maps, two, reason + "l)");
    }
}
