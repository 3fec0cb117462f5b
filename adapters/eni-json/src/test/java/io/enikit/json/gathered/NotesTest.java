package io.enikit.json.gathered;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.enikit.json.Origin;
import io.enikit.json.ReadLimits;
import io.enikit.json.Unknown;
import io.enikit.json.UnreadableException;
import io.enikit.json.text.Budget;
import io.enikit.json.text.ValueAccess;
import io.enikit.model.VpcId;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** What is said of files while they are read, and how much of it there may be. */
class NotesTest {
    private static final Origin HERE = ValueAccess.get().origin("f", "/b", OptionalInt.of(3), Optional.of("n"));

    private static Origin at(String file, String path, int line, String name) {
        return ValueAccess.get().origin(file, path, OptionalInt.of(line), Optional.of(name));
    }

    /** Asserts that something takes a number of characters, and a value. */
    private static void assertCharges(int characters, Consumer<Notes> what) {
        ReadLimits limits = ReadLimits.defaults().withValues(1);
        assertThatCode(() -> what.accept(new Notes(new Budget(limits.withCharacters(characters)))))
                .doesNotThrowAnyException();
        assertThatThrownBy(() -> what.accept(new Notes(new Budget(limits.withCharacters(characters - 1)))))
                .isInstanceOf(UnreadableException.class)
                .hasMessageStartingWith("f: there are more than " + (characters - 1) + " characters");
        Notes notes = new Notes(new Budget(limits));
        what.accept(notes);
        assertThatThrownBy(() -> what.accept(notes))
                .isInstanceOf(UnreadableException.class)
                .hasMessageStartingWith("f: there are more than 1 values");
    }

    @Test
    void notes_areChargedWithTheirMessageAndPath() {
        assertCharges(7, notes -> notes.report(ReadRules.VALUE, VpcId.of("v"), "wrong", "hint", HERE));
        assertCharges(8, notes -> notes.unknown(ValueAccess.get().unknown("reason", HERE)));
        assertCharges(2, notes -> notes.leaveOut(HERE));
    }

    @Test
    void unknowns_areListedOnce_unlessAnyPartDiffers() {
        Notes notes = new Notes(new Budget(ReadLimits.defaults()));
        List<Unknown> all = List.of(
                ValueAccess.get().unknown("r", at("f", "/b", 3, "n")),
                ValueAccess.get().unknown("s", at("f", "/b", 3, "n")),
                ValueAccess.get().unknown("r", at("g", "/b", 3, "n")),
                ValueAccess.get().unknown("r", at("f", "/c", 3, "n")),
                ValueAccess.get().unknown("r", at("f", "/b", 4, "n")),
                ValueAccess.get().unknown("r", at("f", "/b", 3, "m")));
        all.forEach(notes::unknown);
        all.forEach(notes::unknown);
        assertThat(notes.unknowns()).isEqualTo(all);
    }

    @Test
    void findings_areListedOnce_unlessTheirPlacesDiffer() {
        Notes notes = new Notes(new Budget(ReadLimits.defaults()));
        for (Origin each :
                List.of(at("f", "/b", 3, "n"), at("f", "/a", 3, "n"), at("e", "/c", 3, "n"), at("f", "/b", 3, "n"))) {
            notes.contradiction(VpcId.of("v"), "m", each);
        }
        assertThat(notes.all())
                .extracting(each -> each.origin().toString())
                .containsExactly("e:3 /c", "f:3 /a", "f:3 /b");
    }
}
