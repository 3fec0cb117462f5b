package io.enikit.cli;

import static io.enikit.cli.Eni.eni;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

/** Reports that other programs read: each finding at a place, and none twice. */
class ReportsTest {
    private static final String ONE_LINE =
            "Resources: {A: {Type: 'AWS::EC2::VPC', Properties: {CidrBlock: 10.0.0.0/8}},"
                    + " B: {Type: 'AWS::EC2::VPC', Properties: {CidrBlock: 10.0.0.0/8}}}\n";

    @TempDir
    Path folder;

    private String one = "";
    private String two = "";

    @BeforeEach
    void write() throws IOException {
        one = Eni.file(folder, "one.yaml", ONE_LINE);
        two = Eni.file(folder, "below/two.yaml", ONE_LINE);
    }

    private String report(String format) {
        return eni("check", one, two, "--quotas", "vpcs=1", "--format", format).out();
    }

    private static List<String> values(String json, String key) {
        return Pattern.compile("\"" + key + "\" : \"?([^\",\\n]*)")
                .matcher(json)
                .results()
                .map(each -> each.group(1))
                .toList();
    }

    @Test
    void gitlab_everyFinding_hasALineAndItsOwnFingerprint() {
        String report = report("gitlab");
        assertThat(values(report, "check_name")).hasSize(5).contains("quota.vpcs");
        assertThat(values(report, "fingerprint")).hasSize(5).doesNotHaveDuplicates();
        assertThat(values(report, "severity")).hasSize(5).containsOnly("major");
        assertThat(values(report, "path")).hasSize(5).containsOnly(one, two);
        assertThat(values(report, "begin")).hasSize(5).containsOnly("1");
        assertThat(values(report, "description")).hasSize(5).doesNotContain("");
    }

    @Test
    void gitlab_fileBelowTheWorkingFolder_isRelative() {
        Path pom = Path.of("").toAbsolutePath().resolve("pom.xml");
        assertThat(CodeQuality.path(pom.toString())).isEqualTo("pom.xml");
        assertThat(CodeQuality.path(one)).isEqualTo(one);
        assertThat(CodeQuality.path("a\\b.json")).isEqualTo("a/b.json");
    }

    @Test
    void sarif_everyResult_hasAPlace() {
        String report = report("sarif");
        assertThat(values(report, "ruleId")).hasSize(5);
        assertThat(values(report, "uri")).hasSize(5);
        assertThat(values(report, "startLine")).hasSize(5);
        assertThat(values(report, "primaryLocationLineHash")).doesNotHaveDuplicates();
    }

    @Test
    void junit_everyFinding_isACaseOfItsOwnName() throws Exception {
        Document report = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new InputSource(new StringReader(report("junit"))));
        Element suite = report.getDocumentElement();
        assertThat(suite.getAttribute("tests")).isEqualTo("5");
        assertThat(suite.getAttribute("failures")).isEqualTo("5");
        NodeList cases = suite.getElementsByTagName("testcase");
        assertThat(cases.getLength()).isEqualTo(5);
        List<String> names = new ArrayList<>();
        for (int i = 0; i < cases.getLength(); i++) {
            Element each = (Element) cases.item(i);
            names.add(each.getAttribute("classname") + " " + each.getAttribute("name"));
            assertThat(each.getAttribute("file")).isIn(one, two);
            assertThat(each.getElementsByTagName("failure").getLength()).isEqualTo(1);
        }
        assertThat(names).doesNotHaveDuplicates().contains("vpc.cidr.size " + one + "#A", "quota.vpcs plan");
    }

    @Test
    void junit_sameRuleAndSubject_isNumbered() throws IOException {
        String twice = Eni.file(folder, "twice.plan", "eni-plan 1\nvpc v cidrBlocks=10.0.0.0/8,11.0.0.0/8\nend\n");
        assertThat(eni("check", twice, "--format", "junit").out())
                .contains("classname=\"vpc.cidr.size\" name=\"v\"", "classname=\"vpc.cidr.size\" name=\"v (2)\"");
    }
}
