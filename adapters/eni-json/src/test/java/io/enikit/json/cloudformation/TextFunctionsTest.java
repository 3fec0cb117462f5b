package io.enikit.json.cloudformation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.enikit.json.ReadLimits;
import io.enikit.json.UnreadableException;
import io.enikit.json.text.Budget;
import io.enikit.json.text.Node;
import io.enikit.json.text.Place;
import io.enikit.json.text.Symbols;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What functions of texts cost, and where they end. */
class TextFunctionsTest {
    private static final Place PLACE = Place.of("t.yaml");
    private static final int LONGEST = 1 << 20;

    private final Budget budget = new Budget(ReadLimits.defaults());
    private final TextFunctions texts = new TextFunctions(new Scope(""), budget);

    private static Node text(String text) {
        return Node.text(text, PLACE);
    }

    private static Node open(String name) {
        return Node.unknown(name + " is open", Symbols.of(name), PLACE);
    }

    @Test
    void text_costsItsCharacters() {
        texts.text(List.of(text("abc"), text("de")), "Fn::Sub", PLACE);
        assertThat(budget.mark()).isEqualTo(new Budget.Mark(0, 5));
    }

    @Test
    void split_ofAText_costsItAndItsPieces() {
        texts.split(",", text("a,b,c"), PLACE);
        assertThat(budget.mark()).isEqualTo(new Budget.Mark(3, 5));
    }

    @Test
    void split_ofATextThatIsPartlyKnown_costsThePiecesThatAreKnown() {
        Node joined = texts.text(List.of(text("a,b"), open("P"), text("c,d")), "Fn::Sub", PLACE);
        Budget.Mark before = budget.mark();
        Node list = texts.split(",", joined, PLACE);
        assertThat(list.items()).extracting(texts::written).containsExactly("a", "b${P}c", "d");
        assertThat(budget.mark().values() - before.values()).isEqualTo(4);
    }

    @Test
    void text_asLongAsCanBe_isMade_andOneLongerIsRefused() {
        Node half = text("x".repeat(LONGEST / 2));
        assertThat(texts.text(List.of(half, half), "Fn::Sub", PLACE).text()).hasSize(LONGEST);
        assertThatThrownBy(() -> texts.text(List.of(half, half, text("x")), "Fn::Sub", PLACE))
                .isInstanceOf(UnreadableException.class)
                .hasMessage("t.yaml: the text is longer than " + LONGEST + " characters");
    }

    @Test
    void text_ofVeryManyParts_isNotTakenApartAgain() {
        List<Node> most = Collections.nCopies(1_000, open("P"));
        assertThat(texts.text(most, "Fn::Sub", PLACE).open().parts()).hasSize(1_000);
        List<Node> more = Collections.nCopies(1_001, open("P"));
        assertThat(texts.text(more, "Fn::Sub", PLACE).open().parts()).isEmpty();
    }
}
