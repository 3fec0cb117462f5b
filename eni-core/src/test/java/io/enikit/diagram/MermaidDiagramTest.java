package io.enikit.diagram;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.enikit.model.Eni;
import io.enikit.model.NetworkPlan;
import io.enikit.model.Vpc;
import java.util.List;
import java.util.regex.Pattern;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class MermaidDiagramTest {
    private static final Pattern LINE =
            Pattern.compile(" *(end|(subgraph g|n)\\d+\\[\"([^\"#&`*:;\\[\\]{}|<>]|#\\d+;|<br/>)*\"])");

    private static String drawn(String name) {
        return MermaidDiagram.of(NetworkPlan.builder()
                        .add(Vpc.builder().id(name).build())
                        .add(Eni.builder().id(name).subnetId("gone").build())
                        .build())
                .toString();
    }

    private static void assertIsFlowchart(String text) {
        List<String> lines = text.lines().toList();
        assertThat(lines.get(0)).startsWith("%%{init: ");
        assertThat(lines.get(1)).isEqualTo("flowchart TB");
        assertThat(lines.subList(2, lines.size()))
                .allMatch(line -> LINE.matcher(line).matches());
        assertThat(lines.stream().filter(line -> line.contains("subgraph g")))
                .hasSameSizeAs(lines.stream()
                        .filter(line -> line.strip().equals("end"))
                        .toList());
    }

    @Property
    void draw_anyName_isOneQuotedLabelALine(@ForAll String name) {
        String given = name.isBlank() ? "x" : name;
        assertIsFlowchart(drawn(given));
        assertThat(drawn(given)).isEqualTo(drawn(given));
    }

    @Test
    void draw_signsOfMermaidMarkdownAndHtml_areEntities() {
        assertThat(drawn("a\"b#c<d>`e`*f*:g")).contains("a#34;b#35;c#60;d#62;#96;e#96;#42;f#42;#58;g");
        assertThat(drawn("1. x")).contains("\"1#46; x<br/>");
        assertThat(drawn("- x")).contains("\"#45; x<br/>");
        assertThat(drawn("---")).contains("\"#45;-#45;<br/>");
        assertThat(drawn("$$x$$")).contains("\"#36;#8203;#36;x#36;#8203;#36;<br/>");
        assertThat(drawn("fa:fa-car")).contains("\"fa#58;#8203;fa-car<br/>");
        assertThat(drawn("a\nb\ud800")).contains("\"a\ufffdb\ufffd<br/>");
        assertThat(drawn("ﬂ°°60¶ß 日本 😀")).contains("\"#64258;°°60#182;ß 日本 😀<br/>");
    }

    @Test
    void draw_upToTheSize_eachInterface_aboveIt_numbers() {
        NetworkPlan plan = Plans.large(3, 20);
        assertThat(MermaidDiagram.of(plan).toString()).contains("i-2-19/eth0").doesNotContain("ENIs");
        String numbers = MermaidDiagram.of(Plans.large(3, 21)).toString();
        assertThat(numbers).doesNotContain("eth0").contains("s2<br/>10.0.2.0/24");
        assertThat(numbers.lines().filter(line -> line.contains("[\"21 ENIs of 21 instances\"]")))
                .hasSize(3);
    }

    @Test
    void draw_tooManySubnets_numbersInEachZone() {
        String text = MermaidDiagram.of(Plans.large(200, 50)).toString();
        assertIsFlowchart(text);
        assertThat(text).contains("67 subnets<br/>3,350 ENIs of 3,350 instances", "66 subnets");
        assertThat(text.lines()).hasSize(13);
    }

    @Test
    void draw_emptyPlan_isAnEmptyFlowchart() {
        assertThat(MermaidDiagram.of(NetworkPlan.builder().build()).toString()).endsWith("flowchart TB\n");
    }

    @Test
    void draw_subnetOfNoKnownVpc_isDrawn() {
        NetworkPlan plan = NetworkPlan.builder()
                .add(Plans.subnet("stray", "a", "10.0.0.0/24"))
                .build();
        assertThat(MermaidDiagram.of(plan).toString())
                .contains("[\"VPC main (not read#41;\"]", "stray<br/>10.0.0.0/24");
    }

    @Test
    void withAtMost_negative_isRefused() {
        assertThatThrownBy(() -> MermaidDiagram.of(Plans.small()).withAtMost(-1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("expected 0 or more: -1");
    }
}
