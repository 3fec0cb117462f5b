package io.enikit.diagram;

import static org.assertj.core.api.Assertions.assertThat;

import io.enikit.diagram.AddressMap.Part;
import io.enikit.diagram.ChangeMap.Change;
import io.enikit.diagram.ChangeMap.Values;
import io.enikit.diagram.SlotGrid.Slot;
import io.enikit.model.EniId;
import io.enikit.net.Cidr;
import io.enikit.net.IpRange;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is drawn is a value: equal by content, told apart by each part of it. */
class DiagramValuesTest {
    private static final Cidr BLOCK = Cidr.parse("10.0.0.0/24");
    private static final IpRange RANGE = IpRange.from(BLOCK);
    private static final Optional<IpRange> THERE = Optional.of(RANGE);
    private static final Optional<IpRange> ELSEWHERE = Optional.of(IpRange.parse("10.0.1.0-10.0.1.9"));
    private static final Optional<IpRange> NOWHERE = Optional.empty();

    static Stream<List<Supplier<Object>>> values() {
        return Stream.of(
                List.of(
                        () -> part(RANGE, "web"),
                        () -> part(RANGE, "db"),
                        () -> part(IpRange.parse("10.0.0.0-10.0.0.1"), "web"),
                        () -> Part.of(RANGE, AddressMap.Kind.RESERVED, "web", ""),
                        () -> Part.of(RANGE, AddressMap.Kind.USED, "web", "more"),
                        () -> part(RANGE, "web").withUsedShare(0.5)),
                List.of(
                        () -> AddressMap.of("map", List.of(BLOCK), List.of()),
                        () -> AddressMap.of("other", List.of(BLOCK), List.of()),
                        () -> AddressMap.of("map", List.of(), List.of()),
                        () -> AddressMap.of("map", List.of(BLOCK), List.of(part(RANGE, "web"))),
                        () -> AddressMap.of("map", List.of(BLOCK), List.of()).withCells(28)),
                List.of(
                        () -> change(ChangeMap.Kind.MOVED, "web", "", "a", THERE, ELSEWHERE),
                        () -> change(ChangeMap.Kind.CHANGED, "web", "", "a", THERE, ELSEWHERE),
                        () -> change(ChangeMap.Kind.MOVED, "db", "", "a", THERE, ELSEWHERE),
                        () -> change(ChangeMap.Kind.MOVED, "web", "note", "a", THERE, ELSEWHERE),
                        () -> change(ChangeMap.Kind.MOVED, "web", "", "b", THERE, ELSEWHERE),
                        () -> change(ChangeMap.Kind.MOVED, "web", "", "a", NOWHERE, ELSEWHERE),
                        () -> change(ChangeMap.Kind.MOVED, "web", "", "a", THERE, NOWHERE)),
                List.of(
                        () -> slot(0, 0, "eni", 1, 10),
                        () -> slot(1, 0, "eni", 1, 10),
                        () -> slot(0, 1, "eni", 1, 10),
                        () -> slot(0, 0, "other", 1, 10),
                        () -> slot(0, 0, "eni", 2, 10),
                        () -> slot(0, 0, "eni", 1, 15),
                        () -> slot(0, 0, "eni", 1, 10).withName("named")),
                List.of(() -> SlotGrid.of(List.of(slot(0, 0, "eni", 1, 10))), () -> SlotGrid.of(List.of())),
                List.of(() -> TextDiagram.of(Plans.small()), () -> TextDiagram.of(Plans.failedOver())),
                List.of(() -> SvgDiagram.of(Plans.small()), () -> SvgDiagram.of(Plans.failedOver())));
    }

    private static Part part(IpRange range, String label) {
        return Part.of(range, AddressMap.Kind.USED, label, "");
    }

    private static Change change(
            ChangeMap.Kind kind,
            String label,
            String note,
            String value,
            Optional<IpRange> before,
            Optional<IpRange> after) {
        List<Values> values = List.of(Values.of(value, Optional.of("1"), Optional.of("2")));
        return Change.of(kind, label, note, values, before, after);
    }

    private static Slot slot(int card, int index, String eni, int addresses, int limit) {
        return Slot.of(card, index, Optional.of(EniId.of(eni)), addresses, OptionalInt.of(limit));
    }

    @ParameterizedTest
    @MethodSource("values")
    void equals_sameContent_isEqualAndNothingElseIs(List<Supplier<Object>> makers) {
        for (int i = 0; i < makers.size(); i++) {
            Object one = makers.get(i).get();
            assertThat(one)
                    .isNotEqualTo(null)
                    .isNotEqualTo("text")
                    .isEqualTo(makers.get(i).get())
                    .hasSameHashCodeAs(makers.get(i).get())
                    .hasToString(makers.get(i).get().toString());
            for (int j = 0; j < i; j++) {
                Object other = makers.get(j).get();
                assertThat(one).isNotEqualTo(other);
                assertThat(other).isNotEqualTo(one);
                assertThat(one.toString()).isNotEqualTo(other.toString());
                assertThat(one.hashCode()).as("%s and %s", one, other).isNotEqualTo(other.hashCode());
            }
        }
    }
}
