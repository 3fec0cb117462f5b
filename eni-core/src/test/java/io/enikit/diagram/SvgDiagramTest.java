package io.enikit.diagram;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.enikit.diagram.AddressMap.Kind;
import io.enikit.diagram.AddressMap.Part;
import io.enikit.model.EniId;
import io.enikit.model.NetworkPlan;
import io.enikit.model.Subnet;
import io.enikit.model.Vpc;
import io.enikit.model.VpcId;
import io.enikit.net.Cidr;
import io.enikit.net.IpRange;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SvgDiagramTest {
    private static String vpc(NetworkPlan plan) {
        return SvgDiagram.of(AddressMap.of(plan, VpcId.of("main")).orElseThrow())
                .toString();
    }

    private static List<MatchResult> all(String svg, String regex) {
        return Pattern.compile(regex).matcher(svg).results().toList();
    }

    private static double luminance(String colour) {
        double[] weights = {0.2126, 0.7152, 0.0722};
        double sum = 0;
        for (int i = 0; i < 3; i++) {
            double part = Integer.parseInt(colour.substring(1 + 2 * i, 3 + 2 * i), 16) / 255.0;
            sum += weights[i] * (part <= 0.04045 ? part / 12.92 : Math.pow((part + 0.055) / 1.055, 2.4));
        }
        return sum;
    }

    /** The contrast of WCAG 2. */
    private static double contrast(String one, String other) {
        double light = Math.max(luminance(one), luminance(other));
        double dark = Math.min(luminance(one), luminance(other));
        return (light + 0.05) / (dark + 0.05);
    }

    @Test
    void colours_ofTextOnEachGround_areTellableInLightAndDark() {
        assertThat(Stream.of(SvgStyle.LIGHT_INK, SvgStyle.LIGHT_MUTED))
                .allMatch(text -> Stream.concat(
                                Stream.of(SvgStyle.LIGHT_GROUND),
                                Stream.of(SvgTone.values()).map(SvgTone::light))
                        .allMatch(ground -> contrast(text, ground) >= 4.5));
        assertThat(Stream.of(SvgStyle.DARK_INK, SvgStyle.DARK_MUTED))
                .allMatch(text -> Stream.concat(
                                Stream.of(SvgStyle.DARK_GROUND),
                                Stream.of(SvgTone.values()).map(SvgTone::dark))
                        .allMatch(ground -> contrast(text, ground) >= 4.5));
    }

    @Test
    void style_everyRule_isAboutThisPictureOnly() {
        String svg = vpc(Plans.small());
        String id = all(svg, "<svg [^>]*? id=\"([^\"]+)\"").get(0).group(1);
        String style = svg.substring(svg.indexOf("<style>") + 8, svg.indexOf("</style>"));
        assertThat(style.lines())
                .isNotEmpty()
                .allMatch(rule -> rule.startsWith("#" + id)
                        || rule.startsWith("@media (prefers-color-scheme:dark){#" + id + "{"));
        assertThat(all(style, "font-size:(\\d+)px"))
                .isNotEmpty()
                .allMatch(size -> Integer.parseInt(size.group(1)) >= 11);
    }

    @Test
    void document_hasTitleAndDescriptionForReadersOfScreens() {
        String svg = vpc(Plans.small());
        assertThat(svg)
                .startsWith("<svg xmlns=\"http://www.w3.org/2000/svg\" id=\"eni-")
                .containsPattern("role=\"img\" aria-labelledby=\"(eni-\\w+)-title \\1-desc\"")
                .containsPattern(
                        "<title id=\"eni-\\w+-title\">VPC main</title>\n<desc id=\"eni-\\w+-desc\">2 blocks, ");
    }

    @Test
    void bar_partsOfABlock_areWhereTheirShareIs() {
        Cidr block = Cidr.parse("2001:db8::/56");
        Part half = Part.of(IpRange.from(block.child(57, 1)), Kind.USED, "half", "");
        Part tiny = Part.of(IpRange.from(block.child(128, 0)), Kind.USED, "tiny", "");
        String svg = SvgDiagram.of(AddressMap.of("t", List.of(block), List.of(half, tiny)))
                .toString();
        assertThat(svg)
                .contains("<rect x=\"450\" y=\"116\" width=\"422\" height=\"36\"", "2^72 addresses", "50 % free")
                .contains("<rect x=\"28\" y=\"116\" width=\"1.5\"");
    }

    @Test
    void percent_closeToNoneOrAll_isNotRounded() {
        Cidr block = Cidr.parse("10.0.0.0/8");
        assertThat(Stream.of("0", "1", "16777216", "16777215", "8388608", "2097152")
                        .map(count -> Scale.percent(new java.math.BigInteger(count), block)))
                .containsExactly("0 %", "< 0.1 %", "100 %", "> 99.9 %", "50 %", "12.5 %");
    }

    @Test
    void addresses_longName_isClippedAndWholeWhenPointedAt() {
        String name = "n".repeat(300);
        NetworkPlan plan = Plans.small().toBuilder()
                .add(Plans.subnet(name, "a", "10.0.0.128/26"))
                .build();
        String svg = vpc(plan);
        assertThat(all(svg, ">(n+…)</text>")).isNotEmpty();
        assertThat(svg).contains("<title>" + name + "</title>");
        assertThat(all(svg, ">n{60,}</text>")).isEmpty();
    }

    @Test
    void addresses_200Subnets_eachHasAPlaceOfItsOwn() {
        String svg = vpc(Plans.large(200, 0));
        for (int i = 0; i < 200; i++) {
            assertThat(all(svg, "class=\"n\">s" + i + "</text>")).hasSize(1);
        }
        List<String> places = all(svg, "(x=\"[0-9.]+\" y=\"[0-9.]+\") class=\"n\">s").stream()
                .map(each -> each.group(1))
                .toList();
        assertThat(places).hasSize(200).doesNotHaveDuplicates();
        assertThat(Double.parseDouble(
                        all(svg, " height=\"([0-9.]+)\" viewBox").get(0).group(1)))
                .isLessThan(2000);
    }

    @Test
    void addresses_slivers_haveTheirNamesBelowTheBar() {
        String svg = vpc(Plans.large(5, 0));
        assertThat(all(svg, "class=\"lead\"")).hasSize(5);
        assertThat(all(svg, "class=\"n muted\">s[0-4]</text>")).hasSize(5);
        assertThat(all(vpc(Plans.large(20, 0)), "class=\"lead\"")).isEmpty();
    }

    @Test
    void addresses_gapOfIpv6_hasBothEnds() {
        NetworkPlan plan = NetworkPlan.builder()
                .add(Vpc.builder()
                        .id("main")
                        .addIpv6CidrBlock("2001:db8:0:100::/56")
                        .build())
                .add(Subnet.builder()
                        .id("web")
                        .vpcId("main")
                        .availabilityZone("a")
                        .ipv6CidrBlock("2001:db8:0:100::/64")
                        .build())
                .build();
        assertThat(vpc(plan)).contains(">2001:db8:0:101:: –<", ">2001:db8:0:1ff:ffff:ffff:ffff:ffff<");
    }

    @Test
    void withUsedShare_ofAPart_isDrawnAsABar() {
        AddressMap.Part part =
                AddressMap.Part.of(IpRange.from(Cidr.parse("10.0.0.0/25")), AddressMap.Kind.USED, "web", "");
        for (Map.Entry<Double, String> each :
                Map.of(0.1, "roomy", 0.7, "busy", 1.0, "full").entrySet()) {
            AddressMap map =
                    AddressMap.of("x", List.of(Cidr.parse("10.0.0.0/24")), List.of(part.withUsedShare(each.getKey())));
            assertThat(SvgDiagram.of(map).toString()).contains("class=\"" + each.getValue() + "\"/>");
            assertThat(map.parts().get(0).usedShare()).hasValue(each.getKey());
        }
        assertThatThrownBy(() -> part.withUsedShare(1.1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("share must be 0..1: 1.1");
        assertThatThrownBy(() -> part.withUsedShare(Double.NaN)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void slots_withAName_showIt() {
        SlotGrid grid =
                SlotGrid.of(List.of(SlotGrid.Slot.of(0, 0, Optional.of(EniId.of("eni-1")), 1, OptionalInt.of(10))
                        .withName("front")));
        assertThat(SvgDiagram.of(grid).toString()).contains(">front<").doesNotContain("eni-1");
    }

    @Test
    void addresses_emptyVpc_isDrawn() {
        NetworkPlan plan =
                NetworkPlan.builder().add(Vpc.builder().id("main").build()).build();
        assertThat(vpc(plan)).contains(">0 blocks, 0 ranges in use, 0 gaps<");
    }

    @Test
    void cells_linesThatAreAlike_areDrawnOnce() {
        Cidr all = Cidr.parse("::/0");
        Part one = Part.of(IpRange.from(all.child(64, 40)), Kind.DELEGATED, "", "");
        String svg = SvgDiagram.of(
                        AddressMap.of("t", List.of(all), List.of(one)).withCells(64))
                .toString();
        assertThat(svg).contains(">⋯ 1152921504606846972 more lines like this<").hasSizeLessThan(30_000);
        assertThat(all(svg, ">D</text>")).hasSize(2);
    }

    @Test
    void cells_blockSmallerThanACell_isOneCell() {
        String svg = SvgDiagram.of(AddressMap.of("t", List.of(Cidr.parse("10.0.0.0/30")), List.of())
                        .withCells(28))
                .toString();
        assertThat(svg).contains("10.0.0.0/30 in blocks of /30: 1 free");
        assertThat(all(svg, "<title>10.0.0.0/30, free</title>")).hasSize(1);
    }

    @Test
    void cells_cellOfSeveralParts_showsThatSomeOfItIsUsed() {
        Cidr block = Cidr.parse("10.0.0.0/24");
        Part little = Part.of(IpRange.parse("10.0.0.20-10.0.0.21"), Kind.USED, "little", "");
        Part rest = Part.of(IpRange.parse("10.0.0.240-10.0.0.247"), Kind.USED, "one", "");
        Part last = Part.of(IpRange.parse("10.0.0.248-10.0.0.255"), Kind.DELEGATED, "other", "");
        String svg = SvgDiagram.of(AddressMap.of("t", List.of(block), List.of(little, rest, last))
                        .withCells(28))
                .toString();
        assertThat(svg)
                .contains(
                        "in blocks of /28: 14 free, 2 of several kinds",
                        "<title>10.0.0.16/28, partly used</title>",
                        "<title>10.0.0.240/28, used</title>");
    }

    @Test
    void slots_absentLimit_isUnknown() {
        String svg = SvgDiagram.of(SlotGrid.of(List.of(
                        SlotGrid.Slot.of(0, 0, Optional.of(EniId.of("e")), 3, OptionalInt.empty()),
                        SlotGrid.Slot.of(0, 1, Optional.empty(), 0, OptionalInt.empty()))))
                .toString();
        assertThat(svg)
                .contains(">3 addresses, limit unknown<", ">limit unknown<")
                .doesNotContain("class=\"fault\"");
    }

    @Test
    void slots_overTheLimitOrShared_areMarked() {
        String svg = SvgDiagram.of(SlotGrid.of(List.of(
                        SlotGrid.Slot.of(0, 0, Optional.of(EniId.of("full")), 10, OptionalInt.of(10)),
                        SlotGrid.Slot.of(0, 1, Optional.of(EniId.of("over")), 11, OptionalInt.of(10)),
                        SlotGrid.Slot.of(0, 2, Optional.of(EniId.of("one")), 1, OptionalInt.of(10)),
                        SlotGrid.Slot.of(0, 2, Optional.of(EniId.of("two")), 1, OptionalInt.of(10)))))
                .toString();
        assertThat(all(svg, "class=\"fault\"")).hasSize(3);
        assertThat(svg)
                .contains(">! 11 of 10 addresses<", "; more addresses than allowed: 1; in a place with another: 2<");
    }

    @Test
    void withIdPrefix_noNameOfXml_isRefused() {
        SvgDiagram picture = SvgDiagram.of(SlotGrid.of(List.of()));
        assertThatThrownBy(() -> picture.withIdPrefix("1\"x"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("expected a letter");
        assertThat(picture.withIdPrefix("again-").toString()).contains(" id=\"again-");
    }

    @Test
    void tenThousandInterfaces_everyPictureIsDrawn() {
        NetworkPlan plan = Plans.large(200, 50);
        NetworkPlan other = plan.toBuilder()
                .remove(EniId.of("i-7-7/eth0"))
                .remove(EniId.of("i-8-8/eth0"))
                .build();
        assertThat(plan.enis()).hasSize(10_000);
        assertThat(vpc(plan)).contains(">s199<", "201 free");
        assertThat(SvgDiagram.of(ChangeMap.between(plan, other)).toString()).contains(">2 removed<");
        assertThat(MermaidDiagram.of(plan).toString()).contains("ENIs of");
        assertThat(TextDiagram.of(plan).toString()).contains("i-199-49/eth0");
        assertThat(TextDiagram.between(plan, other).toString()).contains("- │ │ index 0  i-7-7/eth0");
    }
}
