package io.enikit.json;

import static org.assertj.core.api.Assertions.assertThat;

import io.enikit.json.gathered.OpenFacts;
import io.enikit.json.gathered.ReadRules;
import io.enikit.model.Attachment;
import io.enikit.model.Eni;
import io.enikit.model.NetworkPlan;
import io.enikit.model.ResourceId;
import io.enikit.model.SecurityGroup;
import io.enikit.model.SecurityGroupId;
import io.enikit.model.Subnet;
import io.enikit.model.SubnetId;
import io.enikit.rules.Fact;
import io.enikit.rules.Fault;
import io.enikit.rules.RuleInfo;
import io.enikit.rules.Severity;
import io.enikit.rules.Violation;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Which resources are tried for a symbol, and what of it is said. */
class TriedAlternativesTest {
    private static final String SYMBOL = "${x}";
    private static final SubnetId SUBNET = SubnetId.of("s");
    private static final Origin HERE = new Origin("f", "/b", OptionalInt.of(3), Optional.empty());
    private static final NetworkPlan PLAN = NetworkPlan.builder()
            .add(Subnet.builder().id("s").vpcId(SYMBOL).availabilityZone("z").build())
            .add(SecurityGroup.builder().id("g").vpcId(SYMBOL).build())
            .build();

    private static Alternatives alternatives(String... names) {
        return new Alternatives(Map.of(SYMBOL, List.of(names)), Map.of());
    }

    private static Violation violation(RuleInfo rule, Severity severity, String message) {
        return Violation.of(rule.withSeverity(severity), SUBNET, Fault.of(message, "hint"));
    }

    private static Violation error(RuleInfo rule, String message) {
        return violation(rule, Severity.ERROR, message);
    }

    /** Tries vpc-a and vpc-b for the symbol, with which something else is wrong each. */
    private static List<String> messages(List<Violation> known, Violation withA, Violation withB) {
        return alternatives("vpc-a", "vpc-b")
                .check(
                        PLAN,
                        new OpenFacts(),
                        known,
                        (plan, open) -> List.of(
                                plan.subnet(SUBNET)
                                                .orElseThrow()
                                                .vpcId()
                                                .toString()
                                                .equals("vpc-a")
                                        ? withA
                                        : withB))
                .violations()
                .stream()
                .map(Violation::message)
                .toList();
    }

    @Test
    void differentErrors_areSaidTogether() {
        assertThat(messages(List.of(), error(ReadRules.VALUE, "one"), error(ReadRules.FUNCTION, "two")))
                .containsExactly("one; with vpc-b: two");
        assertThat(messages(List.of(), error(ReadRules.VALUE, "one"), error(ReadRules.VALUE, "two")))
                .containsExactly("one; it is as wrong with vpc-b");
    }

    @Test
    void differentErrors_areNotSaid_ofWhatHasAnErrorAnyway() {
        Violation one = error(ReadRules.VALUE, "one");
        Violation two = error(ReadRules.FUNCTION, "two");
        assertThat(messages(List.of(error(ReadRules.HOST_BITS, "known")), one, two))
                .isEmpty();
        assertThat(messages(List.of(violation(ReadRules.HOST_BITS, Severity.WARNING, "known")), one, two))
                .containsExactly("one; with vpc-b: two");
        assertThat(messages(List.of(one), one, two)).isEmpty();
    }

    @Test
    void differentWarnings_areNotSaid() {
        assertThat(messages(
                        List.of(),
                        violation(ReadRules.VALUE, Severity.WARNING, "one"),
                        violation(ReadRules.FUNCTION, Severity.WARNING, "two")))
                .isEmpty();
    }

    @Test
    void candidates_standInPlaceOfTheSymbol_andAreKnown() {
        OpenFacts open = new OpenFacts();
        open.add(SUBNET, Fact.SUBNET_VPC);
        open.add(SecurityGroupId.of("g"), Fact.GROUP_VPC);
        List<String> seen = new ArrayList<>();
        alternatives("vpc-a", "vpc-b").check(PLAN, open, List.of(), (plan, less) -> {
            seen.add(plan.subnet(SUBNET).orElseThrow().vpcId() + " "
                    + plan.securityGroup("g").orElseThrow().vpcId() + " "
                    + less.concern(Set.of(Fact.SUBNET_VPC), SUBNET, plan) + " "
                    + less.concern(Set.of(Fact.GROUP_VPC), SecurityGroupId.of("g"), plan));
            return List.of(error(ReadRules.VALUE, "wrong"));
        });
        assertThat(seen).containsExactly("vpc-a vpc-a false false", "vpc-b vpc-b false false");
        assertThat(open.concern(Set.of(Fact.SUBNET_VPC), SUBNET, PLAN)).isTrue();
    }

    @Test
    void symbols_areReplacedOneAfterTheOther_whereverAnInterfaceNamesThem() {
        NetworkPlan plan = NetworkPlan.builder()
                .add(Eni.builder()
                        .id("e")
                        .subnetId("${s}")
                        .addSecurityGroups("${g}", "g2")
                        .attachment(Attachment.builder()
                                .instanceId("${i}")
                                .deviceIndex(0)
                                .build())
                        .build())
                .build();
        Map<String, List<String>> candidates =
                Map.of("${s}", List.of("s1"), "${g}", List.of("g1"), "${i}", List.of("i1"));
        List<String> seen = new ArrayList<>();
        new Alternatives(candidates, Map.of()).check(plan, new OpenFacts(), List.of(), (variant, open) -> {
            Eni eni = variant.eni("e").orElseThrow();
            seen.add(eni.subnetId() + " " + eni.securityGroups() + " "
                    + eni.instanceId().orElseThrow());
            return List.of();
        });
        assertThat(seen).containsExactly("${s} [g1, g2] ${i}", "${s} [${g}, g2] i1", "s1 [${g}, g2] ${i}");
    }

    @Test
    void candidates_areTriedAsLongAsTheyAreTwoMillionResourcesInAll() {
        Map<ResourceId, Origin> origins = Map.of(SUBNET, HERE);
        List<Unknown> few = check(Collections.nCopies(1_000_000, "v"), origins);
        assertThat(few).isEmpty();
        List<Unknown> many = check(Collections.nCopies(1_000_001, "v"), origins);
        assertThat(many)
                .containsExactly(new Unknown(
                        "which of 1000001 resources it refers to: not all of them are tried, as the plan is large",
                        HERE));
    }

    private static List<Unknown> check(List<String> names, Map<ResourceId, Origin> origins) {
        NetworkPlan two = NetworkPlan.builder()
                .add(PLAN.subnet(SUBNET).orElseThrow())
                .add(SecurityGroup.builder().id("g").vpcId("v").build())
                .build();
        return new Alternatives(Map.of(SYMBOL, names), origins)
                .check(two, new OpenFacts(), List.of(), (plan, open) -> List.of())
                .unknowns();
    }

    @Test
    void alternatives_areTheSameForTheSameCandidates() {
        assertThat(alternatives("a"))
                .isEqualTo(alternatives("a"))
                .hasSameHashCodeAs(alternatives("a"))
                .isNotEqualTo(alternatives("b"))
                .doesNotHaveSameHashCodeAs(alternatives("b"))
                .isNotEqualTo("a text");
    }
}
