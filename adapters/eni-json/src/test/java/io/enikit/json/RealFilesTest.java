package io.enikit.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.base.Splitter;
import io.enikit.diagram.TextDiagram;
import io.enikit.limits.LimitRules;
import io.enikit.rules.Ec2Rules;
import io.enikit.rules.InvalidPlanException;
import io.enikit.rules.RuleSet;
import io.enikit.rules.Severity;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Files as people have them, each small one for one thing that went wrong with real ones. */
class RealFilesTest {
    private static final RuleSet RULES = Ec2Rules.standard().and(LimitRules.bundled());

    /** A row of the table: files, and what is said of them. */
    record Row(List<String> files, String shows, List<String> rules, List<String> says, List<String> neverSays) {
        @Override
        public String toString() {
            return shows;
        }
    }

    static Stream<Row> rows() {
        return Samples.text("files/index.tsv").lines().skip(1).map(line -> {
            List<String> cells = Splitter.on('\t').splitToList(line);
            return new Row(
                    words(cells.get(0), " "),
                    cells.get(1),
                    words(cells.get(2), ", "),
                    words(cells.get(3), " | "),
                    words(cells.get(4), " | "));
        });
    }

    private static List<String> words(String text, String separator) {
        return Splitter.on(separator).omitEmptyStrings().splitToList(text);
    }

    private static Reading read(String... files) {
        return PlanReader.create()
                .read(Arrays.stream(files)
                        .map(file -> Samples.source("files/" + file))
                        .toList());
    }

    @ParameterizedTest
    @MethodSource("rows")
    void files_areReadForWhatTheyShow(Row row) {
        Reading reading = read(row.files.toArray(String[]::new));
        Findings findings = reading.check(RULES);
        assertThat(findings.findings())
                .extracting(each -> (each.violation().severity() == Severity.ADVICE ? "advice " : "")
                        + each.violation().rule())
                .containsExactlyInAnyOrderElementsOf(row.rules);
        assertThat(findings.passes()).isEqualTo(row.rules.stream().allMatch(each -> each.startsWith("advice ")));
        String text = findings + "\n" + TextDiagram.of(reading.plan());
        row.says.forEach(each -> assertThat(text).contains(each));
        row.neverSays.forEach(each -> assertThat(text).doesNotContain(each));
    }

    @Test
    void fileThatCannotBeRead_doesNotHideTheOthers() {
        List<Source> sources = List.of(
                Source.of(
                        "torn.json",
                        "{\"Subnets\": [{\"SubnetId\": \"subnet-1\", \"VpcId\": \"v\","
                                + " \"AvailabilityZone\": \"z\", \"CidrBlock\": \"10.0.0.0/24\"}, {"),
                Samples.source("files/subnets.json"),
                Samples.source("files/manifest.json"),
                Source.of("bad.yaml", "Resources: {Net: 3}"),
                Samples.source("files/second-block.yaml"));
        Reading reading = PlanReader.create().tryRead(sources);
        assertThat(reading.plan().subnets())
                .extracting(each -> each.id().toString())
                .containsExactly("subnet-71");
        assertThat(reading.plan().vpcs()).hasSize(1);
        assertThat(reading.unreadable())
                .extracting(Throwable::getMessage)
                .satisfiesExactly(
                        torn -> assertThat(torn).startsWith("torn.json: is no JSON"),
                        manifest -> assertThat(manifest)
                                .contains("found version, artifacts: this is the manifest of a CDK app"),
                        bad -> assertThat(bad).startsWith("bad.yaml: "));
        assertThat(reading.check(RULES).toString()).contains("vpc.cidr.restricted", "unreadable: torn.json: ");
        assertThatThrownBy(() -> PlanReader.create().read(sources))
                .isInstanceOf(UnreadableException.class)
                .hasMessageStartingWith("torn.json: ");
    }

    @Test
    void findings_ofSomethingIncomplete_throwOnlyWhereCompletenessIsAskedFor() {
        Findings incomplete = read("route-tables.json", "subnets.json").check(RULES);
        assertThat(incomplete.orElseThrow()).isSameAs(incomplete);
        assertThat(incomplete.notRead()).isEqualTo(Map.of("RouteTables", 2));
        assertThatThrownBy(incomplete::orElseThrowUnlessComplete)
                .isInstanceOf(InvalidPlanException.class)
                .hasMessageContaining("not read: 2 RouteTables");
        Findings unknown = PlanReader.create().read(Source.of("t.yaml", """
                        Parameters: {B: {Type: String}}
                        Resources:
                          Net:
                            Type: AWS::EC2::VPC
                            Properties: {CidrBlock: !Ref B}
                        """)).check(RULES);
        assertThatThrownBy(unknown::orElseThrowUnlessComplete)
                .isInstanceOf(InvalidPlanException.class)
                .hasMessageContaining("the parameter B has no value");
        Findings complete = read("subnets.json").check(RULES);
        assertThat(complete.orElseThrowUnlessComplete()).isSameAs(complete);
    }

    @Test
    void answerOfTheSdk_asAMap_isRead() {
        Map<String, Object> answer = Map.of(
                "networkInterfaces",
                List.of(Map.of(
                        "networkInterfaceId", "eni-1",
                        "subnetId", "subnet-71",
                        "status", Status.AVAILABLE,
                        "privateIpAddress", "10.71.0.2",
                        "groups", List.of(Map.of("groupId", "sg-1")))));
        Reading reading = PlanReader.create().read(Source.of("answer", answer), Samples.source("files/subnets.json"));
        assertThat(reading.check(RULES).findings())
                .extracting(each -> each.violation().rule())
                .containsExactly("eni.ipv4.reserved");
    }

    /** What the SDK has in place of a text. */
    private enum Status {
        AVAILABLE;

        @Override
        public String toString() {
            return "available";
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"Vpcs\":[{\"VpcId\":\"vpc-1\" | it ends too early, as if it was cut off (line 1, column 26, path /Vpcs/0/VpcId)",
                "{\"Vpcs\":[{\"VpcId\":\"vpc- | it ends too early, as if it was cut off (line 1, column 24, path /Vpcs/0/VpcId)",
                "{\"Vpcs\":[{\"VpcId\":NaN}]} | Non-standard token 'NaN' (line 1, column 22, path /Vpcs/0/VpcId)",
            })
    void brokenJson_isRefusedInWordsOfThisLibrary(String text, String reason) {
        assertThat(PlanReader.create()
                        .tryRead(List.of(Source.of("torn.json", text)))
                        .unreadable())
                .singleElement()
                .extracting(Throwable::getMessage)
                .isEqualTo("torn.json: is no JSON: " + reason);
    }
}
