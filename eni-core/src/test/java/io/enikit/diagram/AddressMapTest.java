package io.enikit.diagram;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.enikit.diagram.AddressMap.Kind;
import io.enikit.diagram.AddressMap.Part;
import io.enikit.model.NetworkPlan;
import io.enikit.model.Vpc;
import io.enikit.model.VpcId;
import io.enikit.net.Cidr;
import io.enikit.net.IpAddress;
import io.enikit.net.IpRange;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class AddressMapTest {
    private static final Cidr BLOCK = Cidr.parse("10.0.0.0/24");

    private static AddressMap map(Part... parts) {
        return AddressMap.of("map", List.of(BLOCK), List.of(parts));
    }

    private static Part part(String range) {
        return Part.of(IpRange.parse(range), Kind.USED, range, "");
    }

    @Test
    void of_emptyBlock_isOneGap() {
        assertThat(map().parts()).containsExactly(Part.of(IpRange.from(BLOCK), Kind.FREE, "", "room for a /24"));
    }

    @Test
    void of_gapOfSeveralBlocks_tellsTheLargest() {
        AddressMap map = map(part("10.0.0.0-10.0.0.31"));
        assertThat(map.parts()).extracting(Part::detail).containsExactly("", "room for a /25");
        assertThat(map.parts().get(1).addresses()).isEqualTo("10.0.0.32 – 10.0.0.255");
    }

    @Test
    void of_partAcrossTheEdge_isOutside() {
        AddressMap map = map(part("10.0.0.128-10.0.1.127"));
        assertThat(map.outside()).extracting(Part::label).containsExactly("10.0.0.128-10.0.1.127");
        assertThat(map.partsIn(BLOCK)).extracting(Part::kind).containsExactly(Kind.FREE);
    }

    @Test
    void overlapping_nestedParts_areAllThatShareAnAddress() {
        AddressMap map = map(
                part("10.0.0.0-10.0.0.99"),
                part("10.0.0.10-10.0.0.19"),
                part("10.0.0.50-10.0.0.59"),
                part("10.0.0.99-10.0.0.99"),
                part("10.0.0.100-10.0.0.119"),
                part("10.0.0.120-10.0.0.129"));
        assertThat(map.overlapping())
                .extracting(Part::label)
                .containsExactly(
                        "10.0.0.0-10.0.0.99", "10.0.0.10-10.0.0.19", "10.0.0.50-10.0.0.59", "10.0.0.99-10.0.0.99");
    }

    @Test
    void overlapping_twoFamilies_areComparedApart() {
        Part one = part("2001:db8::-2001:db8::ff");
        Part two = part("2001:db8::80-2001:db8::81");
        assertThat(map(part("10.0.0.0-10.0.0.9"), one, two).overlapping()).containsExactly(one, two);
    }

    @Test
    void partsIn_blockOfSeveral_endsWhereItEnds() {
        AddressMap map = AddressMap.of(
                "map",
                List.of(BLOCK, Cidr.parse("10.0.1.0/24"), Cidr.parse("10.0.1.0/24")),
                List.of(part("10.0.0.0-10.0.0.9"), part("10.0.1.0-10.0.1.9"), part("10.0.1.250-10.0.1.255")));
        assertThat(map.partsIn(Cidr.parse("10.0.1.0/24")))
                .extracting(Part::addresses)
                .containsExactly("10.0.1.0 – 10.0.1.9", "10.0.1.10 – 10.0.1.249", "10.0.1.250 – 10.0.1.255");
        assertThat(map.partsIn(BLOCK))
                .extracting(Part::addresses)
                .containsExactly("10.0.0.0 – 10.0.0.9", "10.0.0.10 – 10.0.0.255");
        assertThat(map.outside()).isEmpty();
    }

    @Test
    void withCells_lengthOutOfBounds_isRefused() {
        assertThat(map().withCells(0)).isNotEqualTo(map().withCells(128));
        assertThatThrownBy(() -> map().withCells(129)).hasMessage("prefix length must be 0..128: 129");
        assertThatThrownBy(() -> map().withCells(-1)).hasMessage("prefix length must be 0..128: -1");
    }

    @Test
    void of_plan_holdsEachBlockOfEachSubnetAndTheGaps() {
        AddressMap map = AddressMap.of(Plans.small(), VpcId.of("main")).orElseThrow();
        assertThat(map.title()).isEqualTo("VPC main");
        assertThat(map.parts())
                .extracting(part -> part.addresses() + " " + part.label() + " " + part.detail())
                .containsExactly(
                        "10.0.0.0/26 web eu-west-1a, 55 free",
                        "10.0.0.64 – 10.0.0.255  room for a /25",
                        "2001:db8:0:100:: – 2001:db8:0:1fe:ffff:ffff:ffff:ffff  room for a /57",
                        "2001:db8:0:1ff::/64 native eu-west-1b");
        assertThat(AddressMap.of(Plans.small(), VpcId.of("other"))).isEmpty();
    }

    @Test
    void of_subnetsThatOverlap_areMarked() {
        NetworkPlan plan = Plans.small().toBuilder()
                .add(Plans.subnet("again", "a", "10.0.0.32/27"))
                .add(Plans.subnet("alone", "a", "10.0.0.128/27"))
                .add(Plans.subnet("elsewhere", "a", "172.16.0.0/27"))
                .build();
        AddressMap map = AddressMap.of(plan, VpcId.of("main")).orElseThrow();
        assertThat(map.overlapping()).extracting(Part::label).containsExactly("web", "again");
        assertThat(map.outside()).extracting(Part::label).containsExactly("elsewhere");
    }

    @Test
    void of_blocksOfAVpcInEachOther_shareTheGap() {
        NetworkPlan plan = NetworkPlan.builder()
                .add(Vpc.builder()
                        .id("v")
                        .addCidrBlock("10.0.0.0/16")
                        .addCidrBlock("10.0.0.0/16")
                        .build())
                .build();
        assertThat(AddressMap.of(plan, VpcId.of("v")).orElseThrow().parts()).hasSize(1);
    }

    @Test
    void withCells_lengthOfNoFamily_isRefused() {
        assertThatThrownBy(() -> map().withCells(129))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("prefix length must be 0..128: 129");
    }

    @Provide
    static Arbitrary<List<Part>> parts() {
        Arbitrary<Integer> addresses = Arbitraries.integers().between(-20, 280);
        IpAddress zero = BLOCK.first();
        return Combinators.combine(addresses, Arbitraries.integers().between(0, 60))
                .as((first, more) -> Part.of(
                        IpRange.of(zero.plus(first), zero.plus(first + more)), Kind.USED, first + "+" + more, ""))
                .list()
                .uniqueElements()
                .ofMaxSize(12);
    }

    @Property
    void of_anyParts_everyAddressIsInAPart_andGapsAreWhatNoneCovers(@ForAll("parts") List<Part> parts) {
        AddressMap map = AddressMap.of("map", List.of(BLOCK), parts);
        for (int i = 0; i < 256; i++) {
            IpAddress address = BLOCK.nth(i);
            boolean covered = parts.stream().anyMatch(part -> part.range().contains(address));
            List<Part> holding = new ArrayList<>(map.parts());
            holding.removeIf(part -> !part.range().contains(address));
            assertThat(holding).isNotEmpty();
            assertThat(holding).anyMatch(part -> covered == (part.kind() != Kind.FREE));
            assertThat(holding.stream().filter(part -> part.kind() == Kind.FREE))
                    .hasSize(covered ? 0 : 1);
        }
        assertThat(new AddressMap("map", map.blocks(), map.parts(), map.cellPrefixLength()))
                .isEqualTo(map);
    }

    @Property
    void overlapping_anyParts_areThoseThatShareAnAddress(@ForAll("parts") List<Part> parts) {
        List<Part> expected = IntStream.range(0, parts.size())
                .filter(i -> IntStream.range(0, parts.size())
                        .anyMatch(j -> j != i
                                && parts.get(j).range().overlaps(parts.get(i).range())))
                .mapToObj(parts::get)
                .toList();
        assertThat(AddressMap.of("map", List.of(BLOCK), parts).overlapping())
                .containsExactlyInAnyOrderElementsOf(expected);
    }

    @Property(tries = 200)
    void svg_anyParts_drawsToScaleAndAsCells(@ForAll("parts") List<Part> parts) {
        AddressMap map = AddressMap.of("map", List.of(BLOCK), parts);
        for (AddressMap drawn : List.of(map, map.withCells(28), map.withCells(32))) {
            String svg = SvgDiagram.of(drawn).toString();
            assertThat(svg).endsWith("</svg>\n").isEqualTo(SvgDiagram.of(drawn).toString());
            assertThat(svg.contains("class=\"fault\""))
                    .isEqualTo(!map.overlapping().isEmpty()
                            || (drawn.cellPrefixLength().isEmpty()
                                    && !map.outside().isEmpty()));
        }
    }
}
