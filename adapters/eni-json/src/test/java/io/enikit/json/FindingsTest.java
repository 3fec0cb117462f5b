package io.enikit.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSortedSet;
import io.enikit.json.gathered.ReadRules;
import io.enikit.json.gathered.Unread;
import io.enikit.limits.LimitRules;
import io.enikit.model.EniId;
import io.enikit.model.VpcId;
import io.enikit.rules.Ec2Rules;
import io.enikit.rules.Fault;
import io.enikit.rules.InvalidPlanException;
import io.enikit.rules.RuleSet;
import io.enikit.rules.Severity;
import io.enikit.rules.Violation;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FindingsTest {
    private static final RuleSet RULES = Ec2Rules.standard().and(LimitRules.bundled());
    private static final Origin HERE = new Origin("f", "/b", OptionalInt.of(3), Optional.empty());

    /** The account with a reserved address on one interface, under a name with a blank and a colon. */
    private static Findings findings() {
        List<Source> sources = new ArrayList<>(Samples.sources(Samples.ACCOUNT));
        String enis = Samples.text("account/enis.json").replace("10.1.1.30", "10.1.1.3");
        sources.set(2, Source.of("my: enis.json", enis));
        return PlanReader.create().read(sources).check(RULES);
    }

    @Test
    void text_hasALineForEachWithItsOrigin() {
        assertThat(findings())
                .hasToString("[ERROR] eni-0cc: 10.1.1.3 is one of the five addresses that EC2 reserves in 10.1.1.0/24"
                        + " (my: enis.json:32 /NetworkInterfaces/2) | eni.ipv4.reserved | InvalidParameterValue");
        assertThat(Samples.read(Samples.ACCOUNT).check(RULES)).hasToString("no violations");
    }

    @Test
    void errors_areThrownWithTheirOrigin() {
        assertThat(findings().hasErrors()).isTrue();
        assertThatThrownBy(() -> findings().orElseThrow())
                .isInstanceOf(InvalidPlanException.class)
                .hasMessageContaining("my: enis.json:32 /NetworkInterfaces/2");
        assertThat(Samples.read(Samples.ACCOUNT).check(RULES).orElseThrow().hasErrors())
                .isFalse();
    }

    @Test
    void assertions_onWhatWasFound_passOrShowIt() {
        FindingsAssert.assertThat(Samples.read(Samples.ACCOUNT).check(RULES))
                .hasNoErrors()
                .knowsAll();
        Findings findings = findings();
        FindingsAssert.assertThat(findings).violates("eni.ipv4").violates("eni.ipv4.reserved", EniId.of("eni-0cc"));

        FindingsAssert.assertThat(listed(List.of(), List.of(), 9))
                .hasNothingOutside()
                .knowsAll()
                .hasNoErrors();
        assertThatThrownBy(() -> FindingsAssert.assertThat(listed(List.of(), List.of(new Unknown("r", HERE)), 9))
                        .knowsAll())
                .hasMessageStartingWith("Expected no unknown values, but");
        assertThat(FindingsAssert.assertThat(findings).violates("eni.ipv4", EniId.of("eni-0cc")))
                .isNotNull();
        assertThatThrownBy(() -> FindingsAssert.assertThat(findings).hasNoErrors())
                .isInstanceOf(AssertionError.class)
                .hasMessage("Expected no errors, but\n" + findings);
        assertThatThrownBy(() -> FindingsAssert.assertThat(findings).violates("eni.ip"))
                .hasMessage("Expected a violation of eni.ip, but\n" + findings);
        assertThatThrownBy(() -> FindingsAssert.assertThat(findings).violates("eni.ipv4", EniId.of("eni-0aa")))
                .hasMessageStartingWith("Expected a violation of eni.ipv4 by eni-0aa, but");
        assertThatThrownBy(() -> FindingsAssert.assertThat(findings).hasNothingOutside())
                .hasMessageStartingWith("Expected nothing outside of what was read, not [sg-elsewhere], but");
    }

    @Test
    void json_hasEveryPartOfAFinding() {
        Map<String, Object> json = Json.object(findings().toJson());
        assertThat(json).containsOnlyKeys("findings", "unknowns", "outside", "notRead", "unreadable");
        assertThat(Json.list(json, "findings"))
                .containsExactly(Map.of(
                        "rule", "eni.ipv4.reserved",
                        "severity", "ERROR",
                        "kind", "eni",
                        "subject", "eni-0cc",
                        "message", "10.1.1.3 is one of the five addresses that EC2 reserves in 10.1.1.0/24",
                        "hint", "use any but the first four and the last address of the subnet",
                        "ec2Code", "InvalidParameterValue",
                        "origin", Map.of("file", "my: enis.json", "path", "/NetworkInterfaces/2", "line", 32)));
        assertThat(Json.list(json, "outside")).containsExactly(Map.of("kind", "group", "id", "sg-elsewhere"));
    }

    @Test
    void sarif_hasOneRunWithTheRulesThatItsResultsName() {
        Map<String, Object> log = Json.object(findings().toSarif());
        assertThat(log).containsOnlyKeys("$schema", "version", "runs").containsEntry("version", "2.1.0");
        Map<String, Object> run = Json.list(log, "runs").get(0);
        Map<String, Object> driver = Json.child(Json.child(run, "tool"), "driver");
        assertThat(driver).containsEntry("name", "eni");
        Map<String, Object> rule = Json.list(driver, "rules").get(0);
        assertThat(rule).containsEntry("id", "eni.ipv4.reserved");
        assertThat(Json.child(rule, "shortDescription")).containsKey("text");
        assertThat(Json.child(rule, "defaultConfiguration")).containsEntry("level", "error");
        Map<String, Object> result = Json.list(run, "results").get(0);
        assertThat(result)
                .containsEntry("ruleId", "eni.ipv4.reserved")
                .containsEntry("ruleIndex", 0)
                .containsEntry("level", "error");
        assertThat(Json.get(Json.child(result, "message"), "text").toString())
                .startsWith("eni-0cc: 10.1.1.3 is one of");
        Map<String, Object> location = Json.list(result, "locations").get(0);
        assertThat(Json.child(location, "physicalLocation"))
                .isEqualTo(Map.of(
                        "artifactLocation", Map.of("uri", "./my:%20enis.json"), "region", Map.of("startLine", 32)));
        assertThat(Json.list(location, "logicalLocations"))
                .containsExactly(Map.of("name", "eni-0cc", "kind", "resource"));
    }

    @ParameterizedTest
    @CsvSource({
        "enis.json, enis.json",
        "a b/c#.json, a%20b/c%23.json",
        "a\\b.json, a/b.json",
        "../x:y.json, ../x:y.json",
        "/tmp/a b.json, file:///tmp/a%20b.json",
        "C:\\a\\b.json, file:///C:/a/b.json",
        "\\\\host\\b.json, file:////host/b.json",
    })
    void sarif_namesFilesByUris(String file, String uri) {
        String sarif = PlanReader.create()
                .read(Source.of(file, "{\"Resources\": {\"V\": {\"Type\": \"AWS::EC2::VPC\"}}}"))
                .check(RULES)
                .toSarif();
        Map<String, Object> result = Json.list(
                        Json.list(Json.object(sarif), "runs").get(0), "results")
                .get(0);
        Map<String, Object> location = Json.child(Json.list(result, "locations").get(0), "physicalLocation");
        assertThat(Json.child(location, "artifactLocation")).isEqualTo(Map.of("uri", uri));
    }

    @Test
    void sarif_ofNoFindings_hasAnEmptyListOfResults() {
        Map<String, Object> log =
                Json.object(Samples.read(Samples.ACCOUNT).check(RULES).toSarif());
        assertThat(Json.list(Json.list(log, "runs").get(0), "results")).isEmpty();
    }

    private static Finding finding(Severity severity, String subject, String message) {
        return new Finding(
                Violation.of(ReadRules.VALUE.withSeverity(severity), VpcId.of(subject), Fault.of(message, "hint")),
                Optional.of(HERE));
    }

    private static Findings listed(List<Finding> all, List<Unknown> unknowns, int most) {
        return Findings.of(
                all, ImmutableList.copyOf(unknowns), ImmutableSortedSet.of(), RuleSet.of(), most, new Unread());
    }

    @Test
    void errors_areListedBeforeWarnings_whenNotAllAre() {
        Finding warning = finding(Severity.WARNING, "a", "w");
        Finding error = finding(Severity.ERROR, "b", "e");
        assertThat(listed(List.of(warning, error), List.of(), 1).findings())
                .hasToString("[[WARNING] a: 1 more findings are not listed, 0 of them errors; this is the first"
                        + " (f:3 /b) | read.more, [ERROR] b: e (f:3 /b) | read.value]");
        assertThat(listed(List.of(warning, error), List.of(), 2).findings()).containsExactly(warning, error);
        assertThat(listed(List.of(warning, error, finding(Severity.ERROR, "c", "e")), List.of(), 1)
                        .findings())
                .extracting(each -> each.violation().message())
                .contains("2 more findings are not listed, 1 of them errors; this is the first");
    }

    @ParameterizedTest
    @CsvSource({"600, second", "601, '1 more findings are not listed, 0 of them errors; this is the first'"})
    void findings_areListedUpToThreeHundredCharactersForEach(int length, String last) {
        Finding first = finding(Severity.ERROR, "v", "x".repeat(length - "v".length() - HERE.length()));
        assertThat(first.length()).isEqualTo(length);
        List<Finding> all = List.of(first, finding(Severity.WARNING, "v", "second"));
        assertThat(listed(all, List.of(), 2).findings())
                .extracting(each -> each.violation().message())
                .containsExactlyInAnyOrder(first.violation().message(), last);
    }

    @ParameterizedTest
    @CsvSource({"600, 2", "601, 1"})
    void unknowns_areListedUpToThreeHundredCharactersForEach(int length, int listed) {
        String reason = "x".repeat(length - HERE.length());
        List<Unknown> all = List.of(new Unknown(reason, HERE), new Unknown("second", HERE));
        List<Unknown> expected = new ArrayList<>(all.subList(0, listed));
        if (listed == 1) {
            expected.add(new Unknown("1 more values are unknown, and not listed; this is the first", HERE));
        }
        assertThat(listed(List.of(), all, 2).unknowns()).isEqualTo(expected);
    }

    @Test
    void filter_keepsWhatIsWantedOnly() {
        Findings all =
                listed(List.of(finding(Severity.ERROR, "a", "m"), finding(Severity.WARNING, "b", "m")), List.of(), 9);
        assertThat(all.filter(each -> each.violation().severity() == Severity.WARNING))
                .isEqualTo(listed(List.of(finding(Severity.WARNING, "b", "m")), List.of(), 9));
    }
}
