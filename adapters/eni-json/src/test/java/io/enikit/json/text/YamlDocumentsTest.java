package io.enikit.json.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.enikit.json.ReadLimits;
import io.enikit.json.UnreadableException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What documents of YAML are, and what they count as: aliases as if they were written out, short tags as objects. */
class YamlDocumentsTest {
    private static List<Node> read(String text, Budget budget) {
        List<Node> documents = new ArrayList<>();
        YamlDocuments.read("a.yaml", new StringReader(text), budget, documents::add);
        return documents;
    }

    private static Budget.Mark charges(String text) {
        Budget budget = new Budget(ReadLimits.defaults());
        read(text, budget);
        return budget.mark();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                // text | values | characters, as far as they are charged one by one
                "x | 1 | 1",
                "[] | 1 | 0",
                "[a, b, [c]] | 5 | 3",
                "{k: a, l: [b]} | 4 | 4",
                "!Ref x | 2 | 1",
                "!GetAtt [a, b] | 4 | 2",
                "[&a x, *a] | 3 | 1",
                "[&a [x, [y]], *a] | 9 | 2",
                "[&a {k: x, l: y}, *a] | 7 | 4",
                "[&a !Ref x, *a] | 5 | 1",
                "[&a [&b [x, x], *b], *a, *a] | 22 | 2",
                "{k: &a {m: x, n: y}, l: {<<: *a}} | 10 | 8",
                "{k: &a {m: x}, l: {<<: [*a, *a]}} | 11 | 6",
            })
    void text_countsAsItIsWrittenOut(String text, long values, long characters) {
        assertThat(charges(text)).isEqualTo(new Budget.Mark(values, characters));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "x | 1",
                "[x] | 2",
                "{k: x} | 2",
                "[[x], x] | 3",
                "{k: {l: x}, m: x} | 3",
                "!Sub x | 1",
                "!Sub [x] | 3",
                "[!Ref x] | 2",
                "[&a x, *a] | 2",
                "[&a [x], *a] | 3",
                "[&a {k: x}, [*a]] | 4",
                "[&a [[x], x], [*a]] | 5",
                "[&a {k: {l: x}, m: x}, [*a]] | 5",
                "[&a !Ref x, [*a]] | 4",
            })
    void text_isAsDeepAsItIsWrittenOut(String text, int levels) {
        read(text, new Budget(ReadLimits.defaults().withDepth(levels)));
        if (levels > 1) {
            Budget less = new Budget(ReadLimits.defaults().withDepth(levels - 1));
            assertThatThrownBy(() -> read(text, less))
                    .isInstanceOf(UnreadableException.class)
                    .hasMessageContaining("nested deeper than " + (levels - 1) + " levels");
        }
    }

    @Test
    void shortTag_standsForAnObject_andALoneMarkForNone() {
        assertThat(read("[!Ref x, !GetAtt x, !Condition x, ! x]", new Budget(ReadLimits.defaults())))
                .singleElement()
                .satisfies(list -> assertThat(list.items())
                        .extracting(Node::content)
                        .containsExactly(
                                content("Ref"), content("Fn::GetAtt"), content("Condition"), text().content()));
    }

    private static Object content(String key) {
        return Node.object(Map.of(key, text()), Place.of("a.yaml")).content();
    }

    private static Node text() {
        return Node.text("x", Place.of("a.yaml"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "a: {[b]: c} | a.yaml: expected keys that are texts (line 1, column 5, path /a)",
                "a:\\n  - *b | a.yaml: the alias b stands for nothing above it (line 2, column 5, path /a/0)",
                "a: 1\\nb:\\n  c: 1\\n  c: 2 | a.yaml: the key c is there twice (line 4, column 3, path /b/c)",
            })
    void fault_isWhereItStands(String text, String message) {
        assertThatThrownBy(() -> read(text.replace("\\n", "\n"), new Budget(ReadLimits.defaults())))
                .isInstanceOf(UnreadableException.class)
                .hasMessage(message);
    }
}
