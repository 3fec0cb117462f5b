package io.enikit.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.enikit.net.Cidr;
import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;
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

    @Test
    void recentIds_areMadeOnce() {
        int[] made = new int[1];
        RecentIds<StringBuilder> ids = new RecentIds<>(text -> {
            made[0]++;
            return new StringBuilder(text);
        });
        StringBuilder first = ids.of("a");
        assertThat(ids.of("ab".substring(0, 1))).isSameAs(first);
        assertThat(ids.of("b")).hasToString("b");
        assertThat(made[0]).isEqualTo(2);
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
    void expectation_namesUpToEightKeysThatWereFound() {
        List<String> keys = IntStream.rangeClosed(1, 8).mapToObj(i -> "k" + i).toList();
        assertThat(Answers.expectation(keys)).endsWith(", found " + String.join(", ", keys));
        assertThat(Answers.expectation(
                        IntStream.rangeClosed(1, 11).mapToObj(i -> "k" + i).toList()))
                .endsWith(", found " + String.join(", ", keys) + " and 3 others");
        assertThat(Answers.expectation(List.of())).endsWith("; there is none");
    }

    @Test
    void expectation_saysWhichFileIsMeantInstead() {
        assertThat(Answers.expectation(List.of("version", "artifacts")))
                .endsWith("found version, artifacts: this is the manifest of a CDK app; its templates are the files"
                        + " .template.json beside it");
        assertThat(Answers.expectation(List.of("version", "tree")))
                .endsWith("found version, tree: this is the construct tree of a CDK app; its templates are the files"
                        + " .template.json beside it");
        assertThat(Answers.expectation(List.of("subnets")))
                .endsWith("found subnets: these are not the keys of the AWS CLI, which writes NetworkInterfaces,"
                        + " Subnets, Vpcs, Instances");
        assertThat(Answers.expectation(List.of("version"))).endsWith("found version");
    }

    @Test
    void lengths_areThoseOfAllTextsOfOthers() {
        Origin origin = new Origin("file", "/path", OptionalInt.of(12), Optional.of("name"));
        assertThat(origin.length()).isEqualTo(13);
        assertThat(new Origin("file", "/path", OptionalInt.of(12), Optional.empty()).length())
                .isEqualTo(9);
        assertThat(new Unknown("reason", origin).length()).isEqualTo(19);
    }

    @Test
    void places_escapeTheStepsOfTheirPath() {
        Place file = Place.of("f");
        assertThat(file.key("a~b").key("c/d").index(2, 5, 1).origin())
                .isEqualTo(new Origin("f", "/a~0b/c~1d/2", OptionalInt.of(5), Optional.empty()));
        assertThat(file.key("/a").key("~b").origin().path()).isEqualTo("/~1a/~0b");
        Place copy = file.key("a", 7, 2).within(file.key("other"));
        assertThat(copy.origin()).isEqualTo(new Origin("f", "/other/a", OptionalInt.of(7), Optional.empty()));
        assertThat(file.key("a", 7, 2).within(file, "b").origin())
                .isEqualTo(new Origin("f", "/b", OptionalInt.of(7), Optional.empty()));
    }

    @Test
    void source_hasTheTextOrTheMapThatItIsOf() throws IOException {
        Source text = Source.of("n", "täxt");
        assertThat(text.text()).contains("täxt");
        assertThat(text.map()).isEmpty();
        assertThat(new String(text.open().readAllBytes(), StandardCharsets.UTF_8))
                .isEqualTo("täxt");
        Source map = Source.of("n", Map.of("a", 1));
        assertThat(map.text()).isEmpty();
        assertThat(map.map()).contains(Map.of("a", 1));
        assertThat(map).hasToString("n");
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
