package io.enikit.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.nio.CharBuffer;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What the parsers read, as which canonical text, and what they refuse, why and where. */
class TextCasesTest {
    private record Parser(
            String name,
            Function<CharSequence, Object> parse,
            Function<String, Object> valueOf,
            Function<CharSequence, ? extends Optional<?>> tryParse) {}

    private static Parser parser(String kind) {
        return switch (kind) {
            case "addr" -> new Parser("IpAddress.parse", IpAddress::parse, IpAddress::valueOf, IpAddress::tryParse);
            case "cidr" -> new Parser("Cidr.parse", Cidr::parse, Cidr::valueOf, Cidr::tryParse);
            case "range" -> new Parser("IpRange.parse", IpRange::parse, IpRange::valueOf, IpRange::tryParse);
            case "set" -> new Parser("IpSet.parse", IpSet::parse, IpSet::valueOf, IpSet::tryParse);
            case "mac" -> new Parser("MacAddress.parse", MacAddress::parse, MacAddress::valueOf, MacAddress::tryParse);
            default -> throw new IllegalArgumentException(kind);
        };
    }

    static Stream<Arguments> cases() {
        return CaseTable.read("text-cases.tsv").stream().map(row -> Arguments.of((Object) row));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void parse_case_isAsTheTableSays(String[] row) {
        Parser parser = parser(row[0]);
        String text = CaseTable.unescaped(row[1]);
        if (row[2].equals("=")) {
            Object value = parser.parse.apply(text);
            assertThat(value).hasToString(row[3]);
            assertThat(parser.parse.apply(value.toString())).isEqualTo(value).hasSameHashCodeAs(value);
            assertThat(parser.valueOf.apply(text)).isEqualTo(value);
            assertThat(parser.tryParse.apply(CharBuffer.wrap(text))).isEqualTo(Optional.of(value));
            return;
        }
        assertThat(row[2]).isEqualTo("!");
        Throwable thrown = catchThrowable(() -> parser.parse.apply(text));
        assertThat(thrown).isInstanceOf(AddressParseException.class);
        AddressParseException refusal = (AddressParseException) thrown;
        assertThat(refusal.text()).isEqualTo(text);
        assertThat(refusal.index()).isEqualTo(Integer.parseInt(row[3]));
        assertThat(refusal.getMessage())
                .isEqualTo(parser.name + "(\"" + shown(text) + "\"): " + row[4] + " (at index " + row[3] + ")");
        assertThat(catchThrowable(() -> parser.valueOf.apply(text)))
                .isInstanceOf(AddressParseException.class)
                .hasMessage(refusal.getMessage());
        assertThat(parser.tryParse.apply(text)).isEqualTo(Optional.empty());
    }

    private static String shown(String text) {
        return text.replace("\n", "\\u000a").replace("\0", "\\u0000");
    }

    @ParameterizedTest
    @MethodSource("longTexts")
    void parse_longText_isShortInTheMessageAndWholeInText(String text) {
        AddressParseException refusal = (AddressParseException) catchThrowable(() -> IpAddress.parse(text));
        assertThat(refusal.text()).isSameAs(text);
        assertThat(refusal.getMessage()).hasSizeLessThan(300).contains("...");
    }

    static List<String> longTexts() {
        return List.of("x".repeat(100_000), "1".repeat(100_000) + ".2", ":".repeat(100_000), "::1".repeat(100_000));
    }
}
