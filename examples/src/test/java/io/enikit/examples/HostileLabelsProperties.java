package io.enikit.examples;

import static org.assertj.core.api.Assertions.assertThat;

import io.enikit.diagram.AddressMap;
import io.enikit.diagram.AddressMap.Kind;
import io.enikit.diagram.AddressMap.Part;
import io.enikit.diagram.ChangeMap;
import io.enikit.diagram.SlotGrid;
import io.enikit.diagram.SvgDiagram;
import io.enikit.model.EniId;
import io.enikit.net.Cidr;
import io.enikit.net.IpRange;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import javax.xml.parsers.DocumentBuilderFactory;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** SVG of labels that mean harm, read by the parser of the JDK. */
class HostileLabelsProperties {
    private static final Cidr BLOCK = Cidr.parse("10.0.0.0/24");

    @Provide
    static Arbitrary<String> labels() {
        Arbitrary<String> any = Arbitraries.strings().all().ofMaxLength(60);
        Arbitrary<String> units = Arbitraries.chars().all().list().ofMaxSize(20).map(chars -> {
            StringBuilder text = new StringBuilder();
            chars.forEach(text::append);
            return text.toString();
        });
        Arbitrary<String> markup = Arbitraries.of(
                        "]]>",
                        "<!--",
                        "--",
                        "</text>",
                        "&amp;",
                        "&#0;",
                        "\"'<>&",
                        "<script>",
                        "\u0000",
                        "\ud800",
                        "\udc00a",
                        "\uffff",
                        "\u202e",
                        "\u2028",
                        "url(#x)",
                        "x".repeat(80))
                .list()
                .ofMaxSize(6)
                .map(parts -> String.join("", parts));
        return Arbitraries.oneOf(any, units, markup);
    }

    @Property
    void svg_anyLabel_isWellFormedAndSaysIt(@ForAll @From("labels") String label, @ForAll @From("labels") String other)
            throws Exception {
        for (SvgDiagram picture : pictures(label, other)) {
            Document document = parse(picture.withTitle(label).toString());
            assertThat(elements(document, "script")).isEmpty();
            String text = document.getDocumentElement().getTextContent();
            label.codePoints()
                    .filter(each -> each > ' ' && each < 0x7f)
                    .forEach(each -> assertThat(text).contains(Character.toString(each)));
        }
    }

    @Property(tries = 300)
    void svg_anyLabel_noTextLiesOnAnother(@ForAll @From("labels") String label, @ForAll @From("labels") String other)
            throws Exception {
        for (SvgDiagram picture : pictures(label, other)) {
            assertThat(TextBoxes.overlapsIn(parse(picture.toString()))).isEmpty();
        }
    }

    @Property(tries = 300)
    void svg_picturesOfOnePage_shareNoId(@ForAll @From("labels") String label, @ForAll @From("labels") String other)
            throws Exception {
        List<SvgDiagram> all = new ArrayList<>(pictures(label, other));
        all.add(all.get(0).withIdPrefix("again-"));
        Set<String> seen = new HashSet<>();
        for (SvgDiagram picture : all) {
            Document document = parse(picture.toString());
            Set<String> ids = new HashSet<>();
            for (Element element : elements(document, "*")) {
                if (element.hasAttribute("id")) {
                    assertThat(ids.add(element.getAttribute("id"))).isTrue();
                }
            }
            for (String id : document.getDocumentElement()
                    .getAttribute("aria-labelledby")
                    .split(" ", -1)) {
                assertThat(ids).contains(id);
            }
            assertThat(seen).doesNotContainAnyElementsOf(ids);
            seen.addAll(ids);
        }
    }

    /** One picture of each kind, with the label wherever there can be one. */
    static List<SvgDiagram> pictures(String label, String other) {
        List<Part> parts = List.of(
                part("10.0.0.0/26", Kind.USED, label, other),
                part("10.0.0.64/28", Kind.DELEGATED, other, label),
                part("10.0.0.64/27", Kind.PARTLY_USED, label, label),
                part("10.0.1.0/28", Kind.RESERVED, label, other));
        AddressMap map = AddressMap.of(label, List.of(BLOCK), parts);
        SlotGrid grid = SlotGrid.of(List.of(
                SlotGrid.Slot.of(0, 0, id(label), 3, OptionalInt.of(2)),
                SlotGrid.Slot.of(0, 1, id(other), 3, OptionalInt.empty()),
                SlotGrid.Slot.of(1, 7, Optional.empty(), 0, OptionalInt.of(4))));
        List<SlotGrid.Slot> many = new ArrayList<>();
        for (int i = 0; i < 18; i++) {
            many.add(SlotGrid.Slot.of(0, 1000 * i, id(label), 100_000, OptionalInt.of(i * 10_000)));
        }
        ChangeMap changes = ChangeMap.of(
                label,
                List.of(BLOCK),
                List.of(
                        ChangeMap.Change.of(label, Optional.empty(), Optional.of(Cidr.parse("10.0.0.0/26"))),
                        ChangeMap.Change.of(
                                other,
                                Optional.of(Cidr.parse("10.0.0.0/25")),
                                Optional.of(Cidr.parse("10.0.0.128/26"))),
                        ChangeMap.Change.of(
                                ChangeMap.Kind.CHANGED,
                                label,
                                other,
                                List.of(ChangeMap.Values.of(label, Optional.of(other), Optional.of(label))),
                                Optional.empty(),
                                Optional.empty())));
        return List.of(
                SvgDiagram.of(map),
                SvgDiagram.of(map.withCells(28)),
                SvgDiagram.of(grid),
                SvgDiagram.of(SlotGrid.of(many)),
                SvgDiagram.of(changes));
    }

    private static Part part(String block, Kind kind, String label, String detail) {
        return Part.of(IpRange.from(Cidr.parse(block)), kind, label, detail);
    }

    private static Optional<EniId> id(String label) {
        return Optional.of(EniId.of(label.isBlank() ? "blank" : label));
    }

    static Document parse(String svg) throws Exception {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setNamespaceAware(true);
        var builder = factory.newDocumentBuilder();
        builder.setErrorHandler(null);
        return builder.parse(new ByteArrayInputStream(svg.getBytes(StandardCharsets.UTF_8)));
    }

    static List<Element> elements(Document document, String name) {
        NodeList nodes = document.getElementsByTagNameNS("*", name);
        List<Element> elements = new ArrayList<>();
        for (int i = 0; i < nodes.getLength(); i++) {
            elements.add((Element) nodes.item(i));
        }
        return elements;
    }
}
