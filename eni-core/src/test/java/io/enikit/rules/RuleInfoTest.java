package io.enikit.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.enikit.model.Eni;
import io.enikit.model.EniId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What an entry of the rulebook says, and a fault and a violation beside it. */
class RuleInfoTest {
    private static final RuleInfo BARE = RuleInfo.of("acme.eni.named", Phase.STATE);

    /** One of each change that an entry knows. */
    private static final List<UnaryOperator<RuleInfo>> CHANGES = List.of(
            info -> info.withSummary("Interfaces have a Name tag."),
            info -> info.documented("our handbook"),
            info -> info.seen("our handbook"),
            info -> info.inferred("our handbook"),
            info -> info.withSeverity(Severity.ERROR),
            info -> info.withCode("MissingParameter"),
            info -> info.withCode("MissingParameter", Evidence.SEEN),
            info -> info.withCodeOf("RunInstances", "InvalidParameterValue"),
            info -> info.withMessage("The tag Name is missing."),
            info -> info.withMessage("The tag Name is missing.", Evidence.INFERRED),
            info -> info.withMessageOf("RunInstances", "No tag Name."),
            info -> info.plusMessage("There is no tag Name."),
            info -> info.withCatalogIds("TAG-NAME"),
            info -> info.withSilentBehind("eni.subnet.exists"),
            info -> info.withSilentBehindSame("eni.subnet.exists"),
            info -> info.withNeeds(Fact.ENI_GROUPS));

    @Test
    void of_saysNothingYet() {
        assertThat(BARE.id()).isEqualTo("acme.eni.named");
        assertThat(BARE.phase()).isEqualTo(Phase.STATE);
        assertThat(BARE.summary()).isEmpty();
        assertThat(BARE.source()).isEmpty();
        assertThat(BARE.evidence()).isEqualTo(Evidence.INFERRED);
        assertThat(BARE.severity()).isEqualTo(Severity.WARNING);
        assertThat(BARE.ec2Code()).isEmpty();
        assertThat(BARE.ec2Message()).isEmpty();
        assertThat(BARE.codesByAction()).isEmpty();
        assertThat(BARE.messagesByAction()).isEmpty();
        assertThat(BARE.furtherMessages()).isEmpty();
        assertThat(BARE.catalogIds()).isEmpty();
        assertThat(BARE.needs()).isEmpty();
        assertThat(BARE).hasToString("acme.eni.named: ");
        assertThat(BARE.withSummary("Interfaces have a Name tag."))
                .hasToString("acme.eni.named: Interfaces have a Name tag.");
    }

    @Test
    void of_idWithoutADot_isRefused() {
        assertThatThrownBy(() -> RuleInfo.of("named", Phase.STATE))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("rule id \"named\"");
    }

    @Test
    void with_oneThing_saysItAndNothingElse() {
        assertThat(BARE.documented("page").evidence()).isEqualTo(Evidence.DOCUMENTED);
        assertThat(BARE.seen("log").evidence()).isEqualTo(Evidence.SEEN);
        assertThat(BARE.seen("log").inferred("us").evidence()).isEqualTo(Evidence.INFERRED);
        assertThat(BARE.documented("page").source()).isEqualTo("page");
        assertThat(BARE.documented("page").severity()).isEqualTo(Severity.ERROR);
        assertThat(BARE.documented("page").withSeverity(Severity.WARNING).severity())
                .isEqualTo(Severity.WARNING);
        assertThat(BARE.withCatalogIds("B", "A").catalogIds()).containsExactly("A", "B");
        assertThat(BARE.withSilentBehind("b.b", "a.a").silentBehind()).containsExactly("a.a", "b.b");
        assertThat(BARE.withSilentBehindSame("a.a").silentBehindSame()).containsExactly("a.a");
        assertThat(BARE.withNeeds(Fact.ENI_GROUPS).needs()).isEqualTo(Set.of(Fact.ENI_GROUPS));
    }

    @Test
    void withCode_isAsWellKnownAsTheRuleUnlessSet() {
        RuleInfo documented = BARE.documented("page").withCode("MissingParameter");
        assertThat(documented.codeEvidence()).isEqualTo(Evidence.DOCUMENTED);
        assertThat(documented.withCode("MissingParameter", Evidence.INFERRED).codeEvidence())
                .isEqualTo(Evidence.INFERRED);
        assertThat(documented
                        .withCode("Other", Evidence.INFERRED)
                        .withCode("MissingParameter")
                        .codeEvidence())
                .isEqualTo(Evidence.DOCUMENTED);
    }

    @Test
    void codeAndMessage_ofAnAction_comeBeforeTheGeneralOnes() {
        RuleInfo info = BARE.withCode("General")
                .withCodeOf("RunInstances", "Special")
                .withMessage("general {eni}")
                .withMessageOf("RunInstances", "special {eni}");
        assertThat(info.ec2Code("RunInstances")).contains("Special");
        assertThat(info.ec2Code("CreateNetworkInterface")).contains("General");
        assertThat(info.codesByAction()).isEqualTo(Map.of("RunInstances", "Special"));
        assertThat(info.messagesByAction()).isEqualTo(Map.of("RunInstances", "special {eni}"));
        Fault fault = Fault.of("broken").withValue("eni", EniId.of("eni-1"));
        assertThat(info.ec2Message("RunInstances", fault)).contains("special eni-1");
        assertThat(info.ec2Message("CreateNetworkInterface", fault)).contains("general eni-1");
        assertThat(info.ec2Message("RunInstances", Fault.of("broken"))).isEmpty();
        assertThat(BARE.ec2Message("RunInstances", fault)).isEmpty();
        assertThat(info.messageEvidence()).isEqualTo(Evidence.SEEN);
        assertThat(info.withMessage("general", Evidence.INFERRED).messageEvidence())
                .isEqualTo(Evidence.INFERRED);
    }

    @Test
    void plusMessage_isForFaultsThatLackAValueOfTheOthers() {
        RuleInfo info = BARE.withMessage("{n} of {eni}")
                .withMessageOf("RunInstances", "{n} in a launch")
                .plusMessage("{eni} alone")
                .plusMessage("nothing is known");
        Fault fault = Fault.of("broken");
        Fault ofEni = fault.withValue("eni", "eni-1");
        assertThat(info.furtherMessages()).containsExactly("{eni} alone", "nothing is known");
        assertThat(info.ec2Message("CreateNetworkInterface", ofEni.withValue("n", 3)))
                .contains("3 of eni-1");
        assertThat(info.ec2Message("RunInstances", ofEni.withValue("n", 3))).contains("3 in a launch");
        assertThat(info.ec2Message("RunInstances", ofEni)).contains("eni-1 alone");
        assertThat(info.ec2Message("CreateNetworkInterface", fault)).contains("nothing is known");
        assertThat(Violation.of(info, EniId.of("eni-1"), ofEni).ec2Message()).contains("eni-1 alone");
    }

    @Test
    void render_templateThatIsCutOff_isNoMessage() {
        Fault fault = Fault.of("broken").withValue("eni", "eni-1").withValue("n", 3);
        assertThat(fault.render("{n} of {eni}.")).contains("3 of eni-1.");
        assertThat(fault.render("nothing to fill in")).contains("nothing to fill in");
        assertThat(fault.render("{n} of {eni")).isEmpty();
        assertThat(fault.render("{other}")).isEmpty();
    }

    @Test
    void isWithin_idOrWholeParts() {
        assertThat(BARE.isWithin("acme.eni.named")).isTrue();
        assertThat(BARE.isWithin("acme.eni")).isTrue();
        assertThat(BARE.isWithin("acme.en")).isFalse();
        assertThat(BARE.isWithin("acme.eni.named.more")).isFalse();
    }

    @Test
    void equals_everyPartCounts() {
        List<RuleInfo> all =
                CHANGES.stream().map(change -> change.apply(BARE.withCode("X"))).toList();
        IntStream.range(0, all.size()).forEach(i -> {
            assertThat(all.get(i)).isEqualTo(CHANGES.get(i).apply(BARE.withCode("X")));
            assertThat(all.get(i)).hasSameHashCodeAs(BARE);
            IntStream.range(0, i)
                    .forEach(j -> assertThat(all.get(i)).as(i + " and " + j).isNotEqualTo(all.get(j)));
        });
        assertThat(BARE)
                .isNotEqualTo(RuleInfo.of("acme.eni.other", Phase.STATE))
                .isNotEqualTo(RuleInfo.of("acme.eni.named", Phase.SHAPE))
                .isNotEqualTo(Optional.of(BARE));
    }

    @Test
    void fault_everyPartCounts() {
        Fault plain = Fault.of("broken", "mend it");
        List<Fault> all = List.of(
                plain,
                Fault.of("other", "mend it"),
                Fault.of("broken", "leave it"),
                plain.withDetail("10.0.0.4"),
                plain.withExcess(2),
                plain.withSubject(EniId.of("eni-1")),
                plain.withOther(EniId.of("eni-1"), "seen from there"),
                plain.withValue("eni", "eni-1"));
        for (int i = 0; i < all.size(); i++) {
            for (int j = 0; j < i; j++) {
                assertThat(all.get(i)).as(i + " and " + j).isNotEqualTo(all.get(j));
            }
        }
        assertThat(plain).isEqualTo(Fault.of("broken", "mend it")).hasSameHashCodeAs(plain.withExcess(2));
        assertThat(plain.hashCode()).isNotEqualTo(all.get(1).hashCode());
        assertThat(plain).hasToString("broken");
        assertThat(plain.withDetail("10.0.0.4").detail()).isEqualTo("10.0.0.4");
        assertThat(plain.withExcess(2).excess()).isEqualTo(2);
        assertThat(plain.withSubject(EniId.of("eni-1")).subject()).contains(EniId.of("eni-1"));
        assertThat(plain.hint()).isEqualTo("mend it");
        Fault between = plain.withOther(EniId.of("eni-1"), "seen from there").plusOther(EniId.of("eni-2"), "and there");
        assertThat(between.others())
                .extracting(other -> between.seenFrom(other))
                .containsExactly(Fault.of("seen from there", "mend it"), Fault.of("and there", "mend it"));
        assertThat(plain.others()).isEmpty();
        assertThatThrownBy(() -> plain.withExcess(0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("excess 0");
    }

    @Test
    void fault_values_lastOneCountsAndDefaultsGiveWay() {
        Fault fault = Fault.of("broken")
                .withValue("n", 1)
                .withValue("n", 2)
                .withDefault("n", 3)
                .withDefault("m", 4);
        assertThat(fault.render("{n} {m}")).contains("2 4");
    }

    @Test
    void violation_everyPartCountsAndOrders() {
        RuleInfo info = BARE.withCode("MissingParameter").withMessage("words");
        Violation plain = Violation.of(info, EniId.of("eni-1"), Fault.of("broken", "mend it"));
        List<Violation> others = List.of(
                Violation.of(info, EniId.of("eni-2"), Fault.of("broken", "mend it")),
                Violation.of(
                        RuleInfo.of("acme.eni.other", Phase.STATE)
                                .withCode("MissingParameter")
                                .withMessage("words"),
                        EniId.of("eni-1"),
                        Fault.of("broken", "mend it")),
                plain.withMessage("more broken"),
                Violation.of(info, EniId.of("eni-1"), Fault.of("broken", "mend this")),
                Violation.of(info.withSeverity(Severity.ERROR), EniId.of("eni-1"), Fault.of("broken", "mend it")),
                Violation.of(
                        info, EniId.of("eni-1"), Fault.of("broken", "mend it").withExcess(1)),
                Violation.of(info.withCode("Other"), EniId.of("eni-1"), Fault.of("broken", "mend it")),
                Violation.of(info.withMessage("words, other"), EniId.of("eni-1"), Fault.of("broken", "mend it")));
        assertThat(others).allSatisfy(other -> {
            assertThat(plain).isNotEqualTo(other);
            assertThat(Integer.signum(plain.compareTo(other)))
                    .isNotZero()
                    .isEqualTo(-Integer.signum(other.compareTo(plain)));
        });
        assertThat(plain.compareTo(plain.withMessage(plain.message()))).isZero();
        assertThat(plain)
                .isEqualTo(Violation.of(info, EniId.of("eni-1"), Fault.of("broken", "mend it")))
                .hasSameHashCodeAs(Violation.of(info, EniId.of("eni-1"), Fault.of("broken", "mend it")));
        assertThat(plain).hasToString("[WARNING] eni-1: broken | acme.eni.named | MissingParameter");
        assertThat(plain.ec2Message()).contains("words");
        assertThat(plain.excess()).isZero();
        assertThat(Violation.of(
                                info,
                                EniId.of("eni-1"),
                                Fault.of("broken")
                                        .withSubject(EniId.of("eni-3"))
                                        .withExcess(4))
                        .subject())
                .isEqualTo(EniId.of("eni-3"));
    }

    @Test
    void rule_ofAType_looksAtItsSubjects() {
        Rule<Eni> rule = BARE.rule(Eni.class, (eni, plan, faults) -> faults.add("broken", "mend it"));
        assertThat(rule.info()).isEqualTo(BARE);
        assertThatThrownBy(() -> BARE.rule(String.class, (text, plan, faults) -> {}))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void facts_sayWhatTheyAreAbout() {
        assertThat(Fact.values()).allSatisfy(fact -> assertThat(fact.about()).isNotNull());
        assertThat(Fact.SUBNET_ZONE.about().word()).isEqualTo("subnet");
    }
}
