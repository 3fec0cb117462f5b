package io.enikit.json.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.enikit.json.Origin;
import io.enikit.net.Cidr;
import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.io.StringWriter;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Addresses, names and lines as files write them. */
class SmallTextsTest {
    @ParameterizedTest
    @CsvSource({
        "10.0.0.5/24, 10.0.0.0/24",
        "10.0.0.5/0, 0.0.0.0/0",
        "10.0.0.255/31, 10.0.0.254/31",
        "10.0.0.0/24, ''",
        "10.0.0.5, ''",
        "10.0.0.5/33, ''",
        "10.0.0/24, ''",
        "/24, ''",
        "2001:db8::1/32, ''",
    })
    void hostBits_areLeftOut_ofIpv4BlocksThatHaveSome(String text, String block) {
        assertThat(Texts.withoutHostBits(text))
                .isEqualTo(block.isEmpty() ? Optional.empty() : Optional.of(Cidr.parse(block)));
    }

    @Test
    void addressesAndBlocks_ofTheOtherFamily_areRefused() {
        assertThat(Texts.ipv4("10.0.0.1")).hasToString("10.0.0.1");
        assertThat(Texts.ipv6("2001:db8::1")).hasToString("2001:db8::1");
        assertThat(Texts.ipv4Block("10.0.0.0/8")).hasToString("10.0.0.0/8");
        assertThat(Texts.ipv6Block("2001:db8::/32")).hasToString("2001:db8::/32");
        assertThatThrownBy(() -> Texts.ipv4("2001:db8::1"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("2001:db8::1 is not of the family IPV4");
        assertThatThrownBy(() -> Texts.ipv6("10.0.0.1"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("10.0.0.1 is not of the family IPV6");
        assertThatThrownBy(() -> Texts.ipv4Block("2001:db8::/32"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("2001:db8::/32 is not of the family IPV4");
        assertThatThrownBy(() -> Texts.ipv6Block("10.0.0.0/8"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("10.0.0.0/8 is not of the family IPV6");
    }

    @Test
    void shortTexts_areHeldOnce_longOnesAsTheyAre() {
        ShortTexts texts = new ShortTexts();
        String held = texts.one("x".repeat(64));
        assertThat(texts.one("x".repeat(64))).isSameAs(held);
        String first = "x".repeat(65);
        String second = "x".repeat(65);
        assertThat(texts.one(first)).isSameAs(first);
        assertThat(texts.one(second)).isSameAs(second);
        assertThat(texts.one("other")).isEqualTo("other");
    }

    private static Origin origin(String file, String path, OptionalInt line, Optional<String> name) {
        return ValueAccess.get().origin(file, path, line, name);
    }

    private static String withoutWrapper(String text) throws IOException {
        StringWriter out = new StringWriter();
        try (Reader reader = WrapperLines.without(new StringReader(text))) {
            reader.transferTo(out);
        }
        return out.toString();
    }

    @Test
    void linesOfWrappers_areEmptied() throws IOException {
        assertThat(withoutWrapper("[command]/usr/bin/terraform\n{\"a\":\n1}\n::debug::x\n::set-output\nlast"))
                .isEqualTo("\n{\"a\":\n1}\n\n\nlast");
        assertThat(withoutWrapper("[command]only")).isEmpty();
        assertThat(withoutWrapper("[command]x\n:one\n[command\n")).isEqualTo("\n:one\n[command\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "[comman", "{}\n::debug::x\n", "[Command]x\ny"})
    void textsThatDoNotBeginWithACommand_stayAsTheyAre(String text) throws IOException {
        assertThat(withoutWrapper(text)).isEqualTo(text);
    }

    @Test
    void places_escapeTheStepsOfTheirPath() {
        Place file = Place.of("f");
        assertThat(file.key("a~b").key("c/d").index(2, 5, 1).origin())
                .isEqualTo(origin("f", "/a~0b/c~1d/2", OptionalInt.of(5), Optional.empty()));
        assertThat(file.key("/a").key("~b").origin().path()).isEqualTo("/~1a/~0b");
        Place copy = file.key("a", 7, 2).within(file.key("other"));
        assertThat(copy.origin()).isEqualTo(origin("f", "/other/a", OptionalInt.of(7), Optional.empty()));
        assertThat(file.key("a", 7, 2).within(file, "b").origin())
                .isEqualTo(origin("f", "/b", OptionalInt.of(7), Optional.empty()));
    }

    @Test
    void path_ofKeysWithItsOwnSigns_escapesThem() {
        assertThat(Place.of("f").key("a~b/c").index(3, 0, 0).origin().path()).isEqualTo("/a~0b~1c/3");
    }

    @Test
    void zonesOfOneRegion_areToldApartByIndexOrLetter() {
        assertThat(Symbols.maybeSame("${AWS::Region}[0]", "${AWS::Region}[1]")).isFalse();
        assertThat(Symbols.maybeSame("${AWS::Region}a", "${AWS::Region}b")).isFalse();
        assertThat(Symbols.maybeSame("${AWS::Region}a", "${AWS::Region}[0]")).isTrue();
        assertThat(Symbols.maybeSame("${AWS::Region}${Zone}", "${AWS::Region}b"))
                .isTrue();
        assertThat(Symbols.maybeSame("eu-west-1a", "${Zone}")).isTrue();
        assertThat(Symbols.maybeSame("eu-west-1a", "eu-west-1b")).isFalse();
    }

    private static String emptied(Reader wrapped, int length) throws IOException {
        char[] characters = new char[20];
        int count = wrapped.read(characters, 2, length);
        return count + ":" + new String(characters).replace((char) 0, '.').trim();
    }

    @Test
    void linesOfWrappers_areReadInParts() throws IOException {
        Reader reader = WrapperLines.without(new StringReader("[command]x\nabc"));
        assertThat(emptied(reader, 3)).isEqualTo("3:..\nab...............");
        assertThat(emptied(reader, 3)).isEqualTo("1:..c.................");
        assertThat(emptied(reader, 3)).isEqualTo("-1:....................");
    }
}
