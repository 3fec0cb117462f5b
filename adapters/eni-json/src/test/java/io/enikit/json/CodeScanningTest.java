package io.enikit.json;

import static org.assertj.core.api.Assertions.assertThat;

import io.enikit.limits.LimitRules;
import io.enikit.model.Quotas;
import io.enikit.rules.Ec2Rules;
import io.enikit.rules.RuleSet;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/**
 * SARIF as GitHub's code scanning takes it. GitHub refuses a whole file of which one result has no place.
 *
 * <p>Source: GitHub's pages on SARIF support for code scanning, on results that exceed limits, and the rules GH1001 to
 * GH1007 of the SARIF validator.
 */
class CodeScanningTest {
    private static final RuleSet RULES = Ec2Rules.standard().and(LimitRules.bundled());
    private static final int MOST_RESULTS = 5_000;
    private static final int LONGEST_DESCRIPTION = 1024;

    private static Source vpcs(String file, int from, int to) {
        List<String> vpcs = new ArrayList<>();
        for (int i = from; i < to; i++) {
            vpcs.add("{\"VpcId\": \"vpc-" + i + "\", \"CidrBlock\": \"10." + i + ".0.0/16\"}");
        }
        return Source.of(file, "{\"Vpcs\": [\n" + String.join(",\n", vpcs) + "\n]}\n");
    }

    private static String template(String name) {
        return "  " + name + ": {Type: 'AWS::EC2::VPC', Properties: {CidrBlock: 10.0.0.0/8}}\n";
    }

    private static Findings check(Source... sources) {
        return PlanReader.create()
                .withQuotas(Quotas.awsDefaults())
                .read(sources)
                .check(RULES);
    }

    /** Checks an account that has its own quotas, more rules than AWS allows, and nothing in it. */
    private static Findings checkQuotas() {
        String quotas = "eni-plan 1\nquotas rulesPerSecurityGroup=200 securityGroupsPerInterface=6\nend\n";
        return PlanReader.create()
                .read(Source.of("quotas.plan", quotas), Source.of("empty.plan", "eni-plan 1\nend\n"))
                .check(RULES);
    }

    private static Map<String, Object> run(Findings findings) {
        return Json.list(Json.object(findings.toSarif()), "runs").get(0);
    }

    private static Map<String, Object> place(Map<String, Object> result) {
        return Json.child(Json.list(result, "locations").get(0), "physicalLocation");
    }

    private static Map<String, Object> resultOf(String rule, Findings findings) {
        return Json.list(run(findings), "results").stream()
                .filter(each -> rule.equals(each.get("ruleId")))
                .findFirst()
                .orElseThrow();
    }

    /** Checks what GitHub demands of every file. */
    private static void assertAccepted(Findings findings) {
        Map<String, Object> log = Json.object(findings.toSarif());
        assertThat(log).containsKey("$schema").containsEntry("version", "2.1.0");
        assertThat(Json.list(log, "runs")).hasSize(1);
        Map<String, Object> run = run(findings);
        Map<String, Object> driver = Json.child(Json.child(run, "tool"), "driver");
        assertThat(driver).containsEntry("name", "eni");
        List<Map<String, Object>> rules = Json.list(driver, "rules");
        for (Map<String, Object> rule : rules) {
            assertThat(Json.get(rule, "id").toString()).isNotBlank();
            for (String text : new String[] {"shortDescription", "fullDescription", "help"}) {
                assertThat(Json.get(Json.child(rule, text), "text").toString())
                        .isNotBlank()
                        .hasSizeLessThanOrEqualTo(LONGEST_DESCRIPTION);
            }
        }
        assertThat(rules).extracting(rule -> rule.get("id")).doesNotHaveDuplicates();
        List<Map<String, Object>> results = Json.list(run, "results");
        assertThat(results).isNotEmpty().hasSizeLessThanOrEqualTo(MOST_RESULTS);
        Set<Object> identities = new HashSet<>();
        for (Map<String, Object> result : results) {
            assertThat(rules.get((int) Json.get(result, "ruleIndex"))).containsEntry("id", result.get("ruleId"));
            assertThat(result.get("level")).isIn("error", "warning", "note");
            assertThat(Json.get(Json.child(result, "message"), "text").toString())
                    .isNotBlank();
            assertThat(Json.list(result, "locations")).hasSize(1);
            assertThat(Json.get(Json.child(place(result), "artifactLocation"), "uri")
                            .toString())
                    .isNotBlank();
            assertThat((int) Json.get(Json.child(place(result), "region"), "startLine"))
                    .isPositive();
            Map<String, Object> prints = Json.child(result, "partialFingerprints");
            Object line = prints.getOrDefault("primaryLocationLineHash", place(result));
            assertThat(identities.add(List.of(Json.get(result, "ruleId"), line)))
                    .as("%s: another result has its rule, file and line", result)
                    .isTrue();
            assertThat(identities.add(Json.get(prints, "eni/v1"))).isTrue();
        }
    }

    @Test
    void everyResult_ofEveryKindOfFile_hasWhatGitHubDemands() {
        assertAccepted(check(vpcs("vpcs.json", 0, 6)));
        assertAccepted(check(Source.of("two.yaml", "Resources:\n" + template("A") + template("B"))));
        assertAccepted(check(Source.of("open.yaml", """
                Resources:
                  S:
                    Type: AWS::EC2::Subnet
                    Properties: {VpcId: !ImportValue v, CidrBlock: 10.0.0.0/29, AvailabilityZone: !ImportValue z}
                """)));
        assertAccepted(checkQuotas());
        assertAccepted(PlanReader.create()
                .withLimits(ReadLimits.defaults().withFindings(1))
                .read(Source.of("many.yaml", "Resources:\n" + template("A") + template("B") + template("C")))
                .check(RULES));
    }

    @Test
    void everyResult_ofMaps_isOnALine() {
        Map<String, Object> vpc = Map.of("VpcId", "vpc-1", "CidrBlock", "10.0.0.0/8");
        assertAccepted(PlanReader.create()
                .read(Source.of("memory", Map.of("Vpcs", List.of(vpc))))
                .check(RULES));
    }

    @Test
    void ofTheWholePlan_isAtTheFirstThatIsCounted_inTheFileWithMost() {
        Findings findings = check(vpcs("a.json", 0, 2), vpcs("b.json", 2, 6), subnets());
        Finding whole = findings.findings().stream()
                .filter(each -> each.violation().rule().equals("quota.vpcs"))
                .findFirst()
                .orElseThrow();
        assertThat(whole.origin()).isEmpty();
        assertThat(whole.place()).hasToString("Optional[b.json:2 /Vpcs/0]");
        assertThat(place(resultOf("quota.vpcs", findings)))
                .isEqualTo(Map.of("artifactLocation", Map.of("uri", "b.json"), "region", Map.of("startLine", 2)));
        assertThat(findings.toString()).doesNotContain("b.json");
    }

    private static Source subnets() {
        List<String> subnets = new ArrayList<>();
        for (int i = 0; i < 9; i++) {
            subnets.add("{\"SubnetId\": \"subnet-" + i + "\", \"VpcId\": \"vpc-0\", \"CidrBlock\": \"10.0." + i
                    + ".0/24\", \"AvailabilityZone\": \"eu-west-1a\"}");
        }
        return Source.of("subnets.json", "{\"Subnets\": [" + String.join(",", subnets) + "]}");
    }

    @Test
    void ofAPlanWithoutResources_isAtTheFirstFile() {
        assertThat(Json.child(place(resultOf("quota.rules-times-groups", checkQuotas())), "artifactLocation"))
                .isEqualTo(Map.of("uri", "quotas.plan"));
    }

    @Test
    void fingerprint_lineMoves_staysTheSame() {
        String text = "Resources:\n" + template("A");
        Findings before = check(Source.of("a.yaml", text));
        Findings after = check(Source.of("a.yaml", "# moved down\n" + text));
        assertThat(resultOf("vpc.cidr.size", before).get("partialFingerprints"))
                .isEqualTo(resultOf("vpc.cidr.size", after).get("partialFingerprints"));
        assertThat(Json.child(resultOf("vpc.cidr.size", before), "partialFingerprints"))
                .doesNotContainKey("primaryLocationLineHash");
    }
}
