package io.enikit.json.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.enikit.json.ReadLimits;
import io.enikit.json.UnreadableException;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What a reading may hold, and when it is given up. */
class BudgetTest {
    private static final Place PLACE = Place.of("file").key("a", 3, 5);
    private static final ReadLimits SMALL =
            ReadLimits.defaults().withValues(3).withCharacters(10).withAddresses(4);

    /** Charges that look at the time now and then. */
    static Stream<Consumer<Budget>> charges() {
        return Stream.of(
                budget -> budget.values(0, PLACE),
                budget -> budget.characters(0, PLACE),
                budget -> budget.text("", PLACE),
                budget -> budget.text("", () -> PLACE),
                budget -> budget.note(0, PLACE.origin()),
                budget -> budget.look(PLACE));
    }

    @Test
    void values_beyondTheLimit_areRefusedAtTheirPlace() {
        Budget budget = new Budget(SMALL);
        budget.values(2, PLACE);
        budget.value(PLACE);
        assertThat(budget.isUsedUp()).isFalse();
        assertThatExceptionOfType(UnreadableException.class)
                .isThrownBy(() -> budget.value(PLACE))
                .withMessage("file: there are more than 3 values, counting what functions, merges and aliases make;"
                        + " ReadLimits.withValues allows more (line 3, column 5, path /a)");
        assertThat(budget.isUsedUp()).isTrue();
    }

    @Test
    void characters_beyondTheLimit_areRefusedAtTheirPlace() {
        List<Consumer<Budget>> ways = List.of(
                budget -> budget.characters(5, PLACE),
                budget -> budget.text("12345", PLACE),
                budget -> budget.text("12345", () -> PLACE));
        for (Consumer<Budget> way : ways) {
            Budget budget = new Budget(SMALL);
            way.accept(budget);
            way.accept(budget);
            assertThat(budget.isUsedUp()).isFalse();
            assertThatExceptionOfType(UnreadableException.class)
                    .isThrownBy(() -> way.accept(budget))
                    .withMessage("file: there are more than 10 characters, counting what functions, merges and aliases"
                            + " make; ReadLimits.withCharacters allows more (line 3, column 5, path /a)");
            assertThat(budget.isUsedUp()).isTrue();
        }
    }

    @Test
    void notes_countAsAValueAndItsCharacters() {
        Budget values = new Budget(SMALL);
        for (int i = 0; i < 3; i++) {
            values.note(3, PLACE.origin());
        }
        assertThat(values.isUsedUp()).isFalse();
        assertThatThrownBy(() -> values.note(0, PLACE.origin()))
                .isInstanceOf(UnreadableException.class)
                .hasMessageStartingWith("file: there are more than 3 values, ");
        Budget characters = new Budget(SMALL);
        characters.note(10, PLACE.origin());
        assertThatThrownBy(() -> characters.note(1, PLACE.origin()))
                .isInstanceOf(UnreadableException.class)
                .hasMessageStartingWith("file: there are more than 10 characters, ");
    }

    @Test
    void addresses_beyondTheLimit_areRefused() {
        Budget budget = new Budget(SMALL);
        budget.addresses(3, PLACE.origin());
        budget.addresses(1, PLACE.origin());
        assertThat(budget.isUsedUp()).isFalse();
        assertThatThrownBy(() -> budget.addresses(1, PLACE.origin()))
                .hasMessage("file: there are more than 4 addresses and prefixes that EC2 is to choose;"
                        + " ReadLimits.withAddresses allows more (line 3, path /a)");
        assertThat(budget.isUsedUp()).isTrue();
    }

    @Test
    void depth_isAllowedUpToTheLimit() {
        Budget budget = new Budget(ReadLimits.defaults().withDepth(2));
        assertThatCode(() -> budget.depth(2, PLACE)).doesNotThrowAnyException();
        assertThatThrownBy(() -> budget.depth(3, PLACE))
                .hasMessage(
                        "file: it is nested deeper than 2 levels; ReadLimits.withDepth allows more (line 3, column 5, path /a)");
    }

    @Test
    void backTo_aMark_letsGoOfWhatWasHeldSince() {
        Budget budget = new Budget(SMALL);
        budget.value(PLACE);
        budget.characters(4, PLACE);
        Budget.Mark mark = budget.mark();
        for (int i = 0; i < 5; i++) {
            budget.values(2, PLACE);
            budget.characters(6, PLACE);
            budget.backTo(mark);
        }
        assertThatThrownBy(() -> budget.values(3, PLACE)).isInstanceOf(UnreadableException.class);
        assertThatCode(() -> budget.again().values(3, PLACE)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @MethodSource("charges")
    void charges_ofAnInterruptedThread_giveUpWithinSome(Consumer<Budget> charge) {
        Budget budget = new Budget(ReadLimits.defaults());
        Thread.currentThread().interrupt();
        try {
            assertThat(chargesUntilGivenUp(budget, charge)).isEqualTo(1_024);
            assertThatThrownBy(() -> budget.lookNow(PLACE))
                    .isInstanceOf(UnreadableException.class)
                    .hasMessage("file: the thread that reads was interrupted (line 3, column 5, path /a)");
        } finally {
            Thread.interrupted();
        }
        assertThatCode(() -> budget.lookNow(PLACE)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @MethodSource("charges")
    void charges_afterTheTime_giveUpWithinSome(Consumer<Budget> charge) {
        Budget budget = new Budget(ReadLimits.defaults().withTime(Duration.ofNanos(1)));
        assertThat(chargesUntilGivenUp(budget, charge)).isEqualTo(1_024);
        assertThatThrownBy(() -> budget.again().lookNow(PLACE))
                .hasMessage(
                        "file: reading takes longer than PT0.000000001S; ReadLimits.withTime allows more (line 3, column 5, path /a)");
    }

    @ParameterizedTest
    @MethodSource("charges")
    void charges_withinTheTime_goOn(Consumer<Budget> charge) {
        for (Duration time : List.of(Duration.ofHours(1), Duration.ofDays(365), Duration.ofSeconds(Long.MAX_VALUE))) {
            Budget budget = new Budget(ReadLimits.defaults().withTime(time));
            assertThat(chargesUntilGivenUp(budget, charge)).as("%s", time).isEqualTo(3_000);
        }
    }

    private static int chargesUntilGivenUp(Budget budget, Consumer<Budget> charge) {
        for (int i = 1; i < 3_000; i++) {
            try {
                charge.accept(budget);
            } catch (UnreadableException e) {
                return i;
            }
        }
        return 3_000;
    }

    @Test
    void limits_ofNothing_areRefused() {
        ReadLimits limits = ReadLimits.defaults();
        assertThatThrownBy(() -> limits.withBytes(0))
                .hasMessage("the limits are 0, 200, 1000000, 33554432, 200000, 500: expected 1 or more");
        assertThatThrownBy(() -> limits.withDepth(0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> limits.withValues(0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> limits.withCharacters(0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> limits.withAddresses(0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> limits.withFindings(0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> limits.withDepth(1_001)).hasMessage("the depth is 1001: expected at most 1000");
        assertThatThrownBy(() -> limits.withTime(Duration.ZERO))
                .hasMessage("the time is Optional[PT0S]: expected more than none");
        assertThatThrownBy(() -> limits.withTime(Duration.ofNanos(-1))).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void limits_ofOne_areKept() {
        ReadLimits limits = ReadLimits.defaults()
                .withBytes(1)
                .withDepth(1_000)
                .withValues(1)
                .withCharacters(1)
                .withAddresses(1)
                .withFindings(1)
                .withTime(Duration.ofNanos(1));
        assertThat(limits)
                .hasToString(
                        "ReadLimits[bytes=1, depth=1000, values=1, characters=1, addresses=1, findings=1, time=PT0.000000001S]");
        assertThat(List.of(limits.bytes(), (long) limits.depth(), (long) limits.values(), (long) limits.characters()))
                .containsExactly(1L, 1_000L, 1L, 1L);
        assertThat(List.of(limits.addresses(), limits.findings())).containsExactly(1, 1);
        assertThat(limits.time()).contains(Duration.ofNanos(1));
    }

    @Test
    void limits_eachOfThem_makesADifference() {
        ReadLimits all = ReadLimits.defaults();
        List<ReadLimits> others = List.of(
                all.withBytes(7),
                all.withDepth(7),
                all.withValues(7),
                all.withCharacters(7),
                all.withAddresses(7),
                all.withFindings(7),
                all.withTime(Duration.ofSeconds(7)));
        assertThat(others).doesNotHaveDuplicates().doesNotContain(all);
        assertThat(others)
                .extracting(ReadLimits::hashCode)
                .doesNotHaveDuplicates()
                .doesNotContain(all.hashCode());
        assertThat(all.withBytes(7)).isEqualTo(all.withBytes(7)).hasSameHashCodeAs(all.withBytes(7));
    }
}
