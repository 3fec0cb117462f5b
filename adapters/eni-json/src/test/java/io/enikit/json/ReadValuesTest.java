package io.enikit.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSortedSet;
import io.enikit.json.gathered.ReadRules;
import io.enikit.json.gathered.Unread;
import io.enikit.model.NetworkPlan;
import io.enikit.model.ResourceId;
import io.enikit.model.SubnetId;
import io.enikit.model.VpcId;
import io.enikit.net.Cidr;
import io.enikit.rules.Fault;
import io.enikit.rules.RuleSet;
import io.enikit.rules.Violation;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The values that a reading hands out: which are the same, and what they are as texts. */
class ReadValuesTest {
    private static final Origin HERE = new Origin("a", "/b", OptionalInt.of(3), Optional.of("n"));
    private static final Origin ELSEWHERE = new Origin("z", "/b", OptionalInt.of(3), Optional.of("n"));

    /** Asserts that a value is equal to another one of the same content, and to none of the others. */
    private static void assertSameOnlyAs(Supplier<?> value, Object... others) {
        assertThat(value.get())
                .isEqualTo(value.get())
                .hasSameHashCodeAs(value.get())
                .isNotEqualTo("a text")
                .isNotEqualTo(null);
        for (Object each : others) {
            assertThat(value.get()).isNotEqualTo(each).doesNotHaveSameHashCodeAs(each);
        }
    }

    private static Violation violation(String message) {
        return Violation.of(ReadRules.VALUE, VpcId.of("v"), Fault.of(message, "h"));
    }

    private static Finding finding(String message, Optional<Origin> origin) {
        return new Finding(violation(message), origin);
    }

    @Test
    void origin_isTheSameAtOnePlace() {
        assertSameOnlyAs(
                () -> new Origin("a", "/b", OptionalInt.of(3), Optional.of("n")),
                ELSEWHERE,
                new Origin("a", "/c", OptionalInt.of(3), Optional.of("n")),
                new Origin("a", "/b", OptionalInt.empty(), Optional.of("n")),
                new Origin("a", "/b", OptionalInt.of(3), Optional.empty()),
                HERE.calling("l"));
    }

    @Test
    void origin_asText_isWhatPeopleCallIt() {
        assertThat(HERE).hasToString("a:3 /b");
        assertThat(HERE.calling("l")).hasToString("a:3 l");
        assertThat(new Origin("a", "", OptionalInt.empty(), Optional.empty())).hasToString("a");
        assertThat(HERE.named("m").name()).contains("m");
    }

    @Test
    void unknown_isTheSameForOneReasonAtOnePlace() {
        assertSameOnlyAs(() -> new Unknown("r", HERE), new Unknown("s", HERE), new Unknown("r", ELSEWHERE));
        assertThat(new Unknown("r", HERE)).hasToString("a:3 /b: unknown: r");
    }

    @Test
    void finding_isTheSameForOneViolationAtOnePlace() {
        assertSameOnlyAs(
                () -> finding("m", Optional.of(HERE)),
                finding("n", Optional.of(HERE)),
                finding("m", Optional.empty()),
                finding("m", Optional.of(HERE)).shownAt(Optional.empty()));
        Finding somewhere = finding("m", Optional.of(HERE)).where("where A is true");
        assertThat(somewhere).isNotEqualTo(finding("m, where A is true", Optional.of(HERE)));
        assertThat(somewhere.where()).contains("where A is true");
        assertThat(somewhere).hasToString("[ERROR] v: m, where A is true (a:3 /b) | read.value");
    }

    @Test
    void finding_withoutAnOrigin_isTheViolation() {
        assertThat(finding("m", Optional.empty()).located()).isEqualTo(violation("m"));
        assertThat(finding("m", Optional.empty()).place()).isEmpty();
    }

    @Test
    void findings_inOrder_areByPlaceWhereTheyAreTheSame() {
        assertThat(Finding.ORDER.compare(finding("m", Optional.of(HERE)), finding("m", Optional.of(ELSEWHERE))))
                .isNegative();
        assertThat(Finding.ORDER.compare(finding("m", Optional.empty()), finding("m", Optional.of(HERE))))
                .isNegative();
        assertThat(finding("m", Optional.of(HERE)).compareTo(finding("m", Optional.of(ELSEWHERE))))
                .isZero();
        assertThat(finding("n", Optional.of(HERE)).compareTo(finding("m", Optional.of(HERE))))
                .isPositive();
    }

    private static Findings findings(
            List<Finding> all,
            List<Unknown> unknowns,
            List<ResourceId> outside,
            RuleSet rules,
            int most,
            String unread) {
        Unread notRead = new Unread();
        notRead.add(unread, 1);
        return Findings.of(
                all, ImmutableList.copyOf(unknowns), ImmutableSortedSet.copyOf(outside), rules, most, notRead);
    }

    @Test
    void findings_areTheSameForTheSame() {
        List<Finding> all = List.of(finding("m", Optional.of(HERE)));
        List<Unknown> unknowns = List.of(new Unknown("r", HERE));
        List<ResourceId> outside = List.of(VpcId.of("w"));
        RuleSet rules = RuleSet.of();
        assertSameOnlyAs(
                () -> findings(all, unknowns, outside, rules, 9, "T"),
                findings(List.of(), unknowns, outside, rules, 9, "T"),
                findings(all, List.of(), outside, rules, 9, "T"),
                findings(all, unknowns, List.of(), rules, 9, "T"),
                findings(all, unknowns, outside, ReadTexts.RULES, 9, "T"),
                findings(all, unknowns, outside, rules, 8, "T"));
        assertThat(findings(all, unknowns, outside, rules, 9, "T"))
                .isNotEqualTo(findings(all, unknowns, outside, rules, 9, "U"))
                .hasToString("""
                        [ERROR] v: m (a:3 /b) | read.value
                        a:3 /b: unknown: r
                        not read, though it may take addresses: 1 T""");
    }

    @Test
    void findings_filtered_keepWhatIsUnknown() {
        Findings all = findings(
                List.of(finding("m", Optional.of(HERE)), finding("n", Optional.of(HERE))),
                List.of(new Unknown("r", HERE)),
                List.of(),
                RuleSet.of(),
                9,
                "T");
        assertThat(all.filter(each -> each.violation().message().equals("n"))).hasToString("""
                        [ERROR] v: n (a:3 /b) | read.value
                        a:3 /b: unknown: r
                        not read, though it may take addresses: 1 T""");
        assertThat(all.passes()).isFalse();
        assertThat(all.filter(each -> false).passes()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"3, 3", "4, 3", "2, 3", "1, 2"})
    void findings_moreThanAreListed_sayHowMany(int most, int listed) {
        List<Finding> three = List.of(
                finding("c", Optional.of(HERE)), finding("a", Optional.of(HERE)), finding("b", Optional.of(HERE)));
        List<Unknown> unknowns = List.of(new Unknown("a", HERE), new Unknown("b", HERE), new Unknown("c", HERE));
        Findings findings = findings(three, unknowns, List.of(), RuleSet.of(), most, "T");
        assertThat(findings.findings()).hasSize(listed);
        assertThat(findings.unknowns()).hasSize(listed);
        int dropped = 3 - most;
        if (dropped > 0) {
            assertThat(findings.findings())
                    .extracting(each -> each.violation().message())
                    .contains(dropped + " more findings are not listed, " + dropped
                            + " of them errors; this is the first");
            assertThat(findings.unknowns().get(listed - 1).reason())
                    .isEqualTo(dropped + " more values are unknown, and not listed; this is the first");
        }
    }

    @Test
    void limits_areTheSameForTheSame() {
        ReadLimits limits = ReadLimits.defaults();
        assertSameOnlyAs(
                () -> ReadLimits.defaults().withDepth(9),
                limits,
                limits.withDepth(9).withBytes(1),
                limits.withDepth(9).withValues(1),
                limits.withDepth(9).withCharacters(1),
                limits.withDepth(9).withAddresses(1),
                limits.withDepth(9).withFindings(1),
                limits.withDepth(9).withTime(Duration.ofSeconds(1)));
        assertThat(limits.withBytes(1)
                        .withDepth(2)
                        .withValues(3)
                        .withCharacters(4)
                        .withAddresses(5)
                        .withFindings(6)
                        .withTime(Duration.ofSeconds(7)))
                .hasToString(
                        "ReadLimits[bytes=1, depth=2, values=3, characters=4, addresses=5, findings=6, time=PT7S]");
        assertThat(limits.withDepth(1_000).depth()).isEqualTo(1_000);
    }

    @Test
    void limits_ofNothing_orDeeperThanCanBe_areRefused() {
        ReadLimits limits = ReadLimits.defaults();
        List<Supplier<ReadLimits>> wrong = List.of(
                () -> limits.withBytes(0),
                () -> limits.withDepth(0),
                () -> limits.withValues(0),
                () -> limits.withCharacters(0),
                () -> limits.withAddresses(0),
                () -> limits.withFindings(0),
                () -> limits.withDepth(1_001),
                () -> limits.withTime(Duration.ZERO),
                () -> limits.withTime(Duration.ofSeconds(-1)));
        for (Supplier<ReadLimits> each : wrong) {
            assertThatThrownBy(each::get)
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("expected ");
        }
    }

    private static SubnetMove move(String id, String name, String from, String to) {
        return new SubnetMove(
                SubnetId.of(id),
                name,
                Optional.of(from).map(Cidr::parse),
                Optional.of(to).map(Cidr::parse));
    }

    @Test
    void move_isTheSameForTheSame() {
        assertSameOnlyAs(
                () -> move("s", "n", "10.0.0.0/24", "10.0.1.0/24"),
                move("t", "n", "10.0.0.0/24", "10.0.1.0/24"),
                move("s", "m", "10.0.0.0/24", "10.0.1.0/24"),
                move("s", "n", "10.0.2.0/24", "10.0.1.0/24"),
                move("s", "n", "10.0.0.0/24", "10.0.2.0/24"));
        SubnetMove move = move("s", "n", "10.0.0.0/24", "10.0.1.0/24");
        assertThat(move.id()).isEqualTo(SubnetId.of("s"));
        assertThat(move.name()).isEqualTo("n");
        assertThat(move.from()).contains(Cidr.parse("10.0.0.0/24"));
        assertThat(move.to()).contains(Cidr.parse("10.0.1.0/24"));
        assertThat(new SubnetMove(SubnetId.of("s"), "n", Optional.empty(), Optional.of(Cidr.parse("10.0.0.0/24"))))
                .hasToString("n: no block -> 10.0.0.0/24");
        assertThat(SubnetMove.between(
                        NetworkPlan.builder().build(), NetworkPlan.builder().build()))
                .isEmpty();
    }
}
