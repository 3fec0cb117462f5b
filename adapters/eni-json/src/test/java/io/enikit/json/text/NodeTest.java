package io.enikit.json.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.enikit.json.UnreadableException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Values that are read: what they are asked for, and how they say that they are something else. */
class NodeTest {
    private static final Place PLACE = Place.of("f").key("k", 2, 4);
    private static final Node TEXT = Node.text("true", PLACE);

    private static void assertRefused(Consumer<Node> question, Node asked, String reason) {
        assertThatExceptionOfType(UnreadableException.class)
                .isThrownBy(() -> question.accept(asked))
                .withMessage("f: " + reason + " (line 2, column 4, path /k)");
    }

    @Test
    void kinds_areCalledWhatUsersCallThem() {
        assertThat(Arrays.stream(Node.Kind.values()).map(Node.Kind::words))
                .containsExactly(
                        "an object",
                        "a list",
                        "a text",
                        "a number",
                        "true or false",
                        "null",
                        "a reference",
                        "an unknown value");
    }

    @Test
    void valueOfAnotherKind_isRefused() {
        Node five = Node.number("5", PLACE);
        assertRefused(Node::flag, TEXT, "expected true or false, found a text");
        assertRefused(Node::count, Node.text("5", PLACE), "expected a number, found a text");
        assertRefused(Node::reference, TEXT, "expected a reference, found a text");
        assertRefused(Node::open, TEXT, "expected an unknown value, found a text");
        assertRefused(Node::text, five, "expected a text, found a number");
        assertRefused(Node::items, five, "expected a list, found a number");
        assertRefused(Node::members, five, "expected an object, found a number");
        assertRefused(Node::scalar, Node.nothing(PLACE), "expected a text, found null");
        assertRefused(node -> node.get("a"), Node.object(Map.of(), PLACE), "the key a is missing");
    }

    @Test
    void parse_readsTextsUpToALength() {
        String longest = "x".repeat(1 << 16);
        assertThat(Node.text(longest, PLACE).<Integer>parse(String::length)).isEqualTo(65_536);
        assertRefused(
                node -> node.parse(String::length),
                Node.text(longest + "x", PLACE),
                "expected a text of at most 65536 characters, found one of 65537");
    }

    @Test
    void count_isAWholeNumberOfZeroOrMore() {
        assertThat(Node.number("0", PLACE).count()).isZero();
        assertThat(Node.number("7", PLACE).count()).isEqualTo(7);
        assertRefused(Node::count, Node.number("-1", PLACE), "expected a number of 0 or more, not -1");
        assertRefused(Node::count, Node.number("1.5", PLACE), "expected a whole number, not 1.5");
    }

    @ParameterizedTest
    @CsvSource({"40, ''", "41, …", "60, …"})
    void count_ofTooManyDigits_showsTheFirstForty(int digits, String more) {
        assertRefused(
                Node::count,
                Node.number("9".repeat(digits), PLACE),
                "expected a whole number, not " + "9".repeat(40) + more);
    }

    @Test
    void text_isTheScalar_orTheKind() {
        assertThat(TEXT).hasToString("true");
        assertThat(Node.number("5", PLACE)).hasToString("5");
        assertThat(Node.flag(false, PLACE)).hasToString("false");
        assertThat(Node.list(List.of(TEXT), PLACE)).hasToString("a list");
        assertThat(TEXT.scalarOr("other")).isEqualTo("true");
        assertThat(Node.list(List.of(), PLACE).scalarOr("other")).isEqualTo("other");
    }
}
