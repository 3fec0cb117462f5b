package io.enikit.json;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSortedSet;
import io.enikit.json.gathered.ReadRules;
import io.enikit.json.gathered.Unread;
import io.enikit.model.Eni;
import io.enikit.model.EniId;
import io.enikit.model.PlanId;
import io.enikit.model.ResourceId;
import io.enikit.model.SecurityGroupId;
import io.enikit.model.SubnetId;
import io.enikit.model.Vpc;
import io.enikit.model.VpcId;
import io.enikit.rules.Fault;
import io.enikit.rules.Phase;
import io.enikit.rules.RuleInfo;
import io.enikit.rules.RuleSet;
import io.enikit.rules.Severity;
import io.enikit.rules.Violation;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every member of findings, as they are written as JSON and as SARIF. */
class WrittenFindingsTest {
    private static final Origin IN_TEMPLATE =
            new Origin("my:app.yaml", "/Resources/Eni", OptionalInt.of(7), Optional.of("Eni"));
    private static final Origin IN_MAP = new Origin("map", "", OptionalInt.empty(), Optional.empty());

    private static final RuleInfo REFUSED = RuleInfo.of("test.refused", Phase.STATE)
            .withSummary("A [rule](of) tests.")
            .documented("A page")
            .withCode("Refused");
    private static final RuleInfo DOUBTED = RuleInfo.of("test.doubted", Phase.STATE)
            .withSummary("Another {rule} of tests.")
            .documented("Another page")
            .withSeverity(Severity.WARNING);
    private static final RuleSet RULES = RuleSet.of(
            REFUSED.rule(Eni.class, (eni, plan, faults) -> {}), DOUBTED.rule(Vpc.class, (vpc, plan, faults) -> {}));

    private static Finding finding(RuleInfo rule, ResourceId subject, String message, Optional<Origin> origin) {
        return new Finding(Violation.of(rule, subject, Fault.of(message, "do {this} or that")), origin);
    }

    private static Findings findings(Finding... all) {
        return findings(List.of(), all);
    }

    private static Findings findings(List<Unknown> unknowns, Finding... all) {
        return Findings.of(
                List.of(all), ImmutableList.copyOf(unknowns), ImmutableSortedSet.of(), RULES, 1_000, new Unread());
    }

    /** Three findings, one of them without a place; two unknown values; and one of everything else that is written. */
    private static Findings everything() {
        Unread unread = new Unread();
        unread.add("RouteTables", 3);
        unread.add("FlowLogs", 1);
        Origin torn = new Origin("torn.json", "", OptionalInt.of(4), Optional.empty());
        unread.add(new UnreadableException("it has no end", torn, 2));
        return Findings.of(
                List.of(
                        finding(REFUSED, EniId.of("Eni"), "see [a](b) \\ c", Optional.of(IN_TEMPLATE)),
                        finding(DOUBTED, PlanId.of(), "[6] VPCs \\ {of 5}", Optional.empty())
                                .shownAt(Optional.of(IN_MAP)),
                        new Finding(
                                Violation.of(
                                        ReadRules.CONTRADICTION, SubnetId.of("s"), Fault.of("two ways", "read again")),
                                Optional.of(IN_MAP))),
                ImmutableList.of(
                        new Unknown("the parameter P has no value", IN_TEMPLATE), new Unknown("it is open", IN_MAP)),
                ImmutableSortedSet.of(SecurityGroupId.of("sg-1"), VpcId.of("vpc-1"), VpcId.of("vpc-2")),
                RULES,
                3,
                unread);
    }

    private static String expected(String name) throws IOException {
        try (InputStream stream = WrittenFindingsTest.class.getResourceAsStream("written/" + name)) {
            return new String(Objects.requireNonNull(stream).readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static Map<String, Object> run(Findings findings) {
        return Json.list(Json.object(findings.toSarif()), "runs").get(0);
    }

    private static Map<String, Object> location(Findings findings) {
        return Json.list(Json.list(run(findings), "results").get(0), "locations")
                .get(0);
    }

    @Test
    void json_ofSomethingOfEachKind_hasEachMember() throws IOException {
        assertThat(everything().toJson()).isEqualTo(expected("findings.json"));
    }

    @Test
    void sarif_ofSomethingOfEachKind_hasEachMember() throws IOException {
        assertThat(everything().toSarif()).isEqualTo(expected("findings.sarif"));
    }

    @Test
    void json_asManyOutsideAsAreListed_saysNothingOfMore() {
        ImmutableSortedSet<ResourceId> outside = ImmutableSortedSet.of(VpcId.of("a"), VpcId.of("b"), VpcId.of("c"));
        Map<String, Object> all =
                Json.object(Findings.of(List.of(), ImmutableList.of(), outside, RULES, 3, new Unread())
                        .toJson());
        assertThat(Json.list(all, "outside")).hasSize(3);
        assertThat(all).doesNotContainKey("outsideNotListed");
    }

    @Test
    void json_moreOutsideThanAreListed_saysHowManyMore() {
        ImmutableSortedSet<ResourceId> outside = ImmutableSortedSet.of(VpcId.of("a"), VpcId.of("b"), VpcId.of("c"));
        Map<String, Object> some =
                Json.object(Findings.of(List.of(), ImmutableList.of(), outside, RULES, 1, new Unread())
                        .toJson());
        assertThat(Json.list(some, "outside")).containsExactly(Map.of("kind", "vpc", "id", "a"));
        assertThat(some).containsEntry("outsideNotListed", 2);
    }

    @Test
    void sarif_ofARuleThatNobodyKnows_describesItByItsId() {
        RuleInfo own = RuleInfo.of("my.own-rule", Phase.STATE);
        Map<String, Object> driver = Json.child(
                Json.child(run(findings(finding(own, VpcId.of("v"), "m", Optional.of(IN_MAP)))), "tool"), "driver");
        assertThat(Json.list(driver, "rules"))
                .containsExactly(Map.of(
                        "id", "my.own-rule",
                        "shortDescription", Map.of("text", "my.own-rule"),
                        "fullDescription", Map.of("text", "my.own-rule"),
                        "help", Map.of("text", "my.own-rule")));
    }

    @ParameterizedTest
    @CsvSource({"5000, ''", "5001, … (5001 characters)"})
    void path_longerThanWhatIsWritten_isCut(int length, String end) {
        Origin origin = new Origin("f", "x".repeat(length), OptionalInt.empty(), Optional.empty());
        Findings findings = findings(List.of(new Unknown("open", origin)));
        String expected = "x".repeat(5_000) + end;
        Map<String, Object> unknown =
                Json.list(Json.object(findings.toJson()), "unknowns").get(0);
        assertThat(Json.child(unknown, "origin")).isEqualTo(Map.of("file", "f", "path", expected));
        Map<String, Object> result = Json.list(run(findings), "results").get(0);
        assertThat(Json.child(result, "properties")).isEqualTo(Map.of("path", expected));
    }

    @ParameterizedTest
    @CsvSource({
        "x:y, ./x:y",
        ":y, ./:y",
        "x/a:b, x/a:b",
        "/a:b, file:///a:b",
        "a:/b, file:///a:/b",
        "ab:/b, ./ab:/b",
        ":/, ./:/"
    })
    void sarif_ofAFileWithAColon_isNoUriWithAScheme(String file, String uri) {
        Origin origin = new Origin(file, "", OptionalInt.empty(), Optional.empty());
        Map<String, Object> physical = Json.child(
                location(findings(finding(DOUBTED, VpcId.of("v"), "m", Optional.of(origin)))), "physicalLocation");
        assertThat(Json.child(physical, "artifactLocation")).isEqualTo(Map.of("uri", uri));
    }

    @Test
    void sarif_ofAFindingWithoutAPlace_hasOnlyTheNameOfItsSubject() {
        Findings findings = findings(finding(DOUBTED, VpcId.of("v"), "m", Optional.empty()));
        assertThat(location(findings))
                .isEqualTo(Map.of("logicalLocations", List.of(Map.of("name", "v", "kind", "resource"))));
    }
}
