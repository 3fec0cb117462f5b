package io.enikit.diagram;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.enikit.diagram.ChangeMap.Change;
import io.enikit.diagram.ChangeMap.Kind;
import io.enikit.diagram.ChangeMap.Values;
import io.enikit.model.NetworkPlan;
import io.enikit.model.Quotas;
import io.enikit.model.SubnetId;
import io.enikit.model.Vpc;
import io.enikit.net.Cidr;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ChangeMapTest {
    private static final NetworkPlan SMALL = Plans.small();

    @Test
    void between_equalPlans_holdsNothing() {
        ChangeMap map = ChangeMap.between(SMALL, Plans.small());
        assertThat(map.changes()).isEmpty();
        assertThat(SvgDiagram.of(map).toString()).contains(">nothing has changed<");
    }

    @Test
    void between_interfaceAttachedElsewhere_hasMovedAndSaysWhatItKeeps() {
        ChangeMap map = ChangeMap.between(SMALL, Plans.failedOver());
        assertThat(map.blocks()).isEmpty();
        assertThat(map.changes()).singleElement().satisfies(change -> {
            assertThat(change.kind()).isEqualTo(Kind.MOVED);
            assertThat(change.label()).isEqualTo("eni app-1/eth1");
            assertThat(change.note())
                    .isEqualTo("app-1/eth1 moved from app-1 to app-2, keeps 10.0.0.5, 10.0.0.6 and its MAC address");
            assertThat(change.values())
                    .containsExactly(Values.of("instance", Optional.of("app-1"), Optional.of("app-2")));
        });
    }

    @Test
    void between_interfaceWhoseMacIsNotKnown_doesNotTellIt() {
        NetworkPlan before = withoutMac(SMALL);
        NetworkPlan after = withoutMac(Plans.failedOver());
        assertThat(ChangeMap.between(before, after).changes().get(0).note())
                .isEqualTo("app-1/eth1 moved from app-1 to app-2, keeps 10.0.0.5 and 10.0.0.6");
    }

    private static NetworkPlan withoutMac(NetworkPlan plan) {
        return plan.toBuilder()
                .put(plan.eni("app-1/eth1").orElseThrow().toBuilder()
                        .macAddressKnown(false)
                        .build())
                .build();
    }

    @Test
    void between_textsWithBlanksAndSigns_showAsTheyAre() {
        NetworkPlan before = SMALL.toBuilder()
                .put(SMALL.eni("app-1/eth1").orElseThrow().toBuilder()
                        .putTag("cost center", "a=b, 50 %")
                        .build())
                .build();
        NetworkPlan after = SMALL.toBuilder()
                .put(SMALL.eni("app-1/eth1").orElseThrow().toBuilder()
                        .putTag("cost center", "\u4e16\u754c #1")
                        .build())
                .build();
        assertThat(ChangeMap.between(before, after).changes().get(0).values())
                .containsExactly(
                        Values.of("tag cost center", Optional.of("a=b, 50 %"), Optional.of("\u4e16\u754c #1")));
    }

    @Test
    void between_subnetAdded_hasAScaleAndTheSubnetsThatAreKept() {
        NetworkPlan after =
                SMALL.toBuilder().add(Plans.subnet("db", "a", "10.0.0.64/26")).build();
        ChangeMap map = ChangeMap.between(SMALL, after);
        assertThat(map.blocks()).extracting(Cidr::toString).containsExactly("10.0.0.0/24", "2001:db8:0:100::/56");
        assertThat(map.count(Kind.ADDED)).isOne();
        assertThat(map.count(Kind.KEPT)).isEqualTo(2);
        assertThat(map.changes().get(0).values())
                .containsExactly(Values.of("", Optional.empty(), Optional.of("10.0.0.64/26, eu-west-1a")));
    }

    @Test
    void between_vpcsAddedAndGone_hasTheBlocksOfBoth() {
        NetworkPlan with = SMALL.toBuilder()
                .put(Vpc.builder().id("more").addCidrBlock("10.8.0.0/16").build())
                .add(Plans.subnet("db", "a", "10.0.0.64/26"))
                .build();
        List<String> blocks = List.of("10.0.0.0/24", "2001:db8:0:100::/56", "10.8.0.0/16");
        assertThat(ChangeMap.between(SMALL, with).blocks())
                .extracting(Cidr::toString)
                .containsExactlyElementsOf(blocks);
        assertThat(ChangeMap.between(with, SMALL).blocks())
                .extracting(Cidr::toString)
                .containsExactlyElementsOf(blocks);
    }

    @Test
    void between_subnetWithAnotherBlock_hasMoved() {
        NetworkPlan after =
                SMALL.toBuilder().put(Plans.subnet("web", "a", "10.0.0.64/26")).build();
        assertThat(ChangeMap.between(SMALL, after).changes().get(0)).satisfies(change -> {
            assertThat(change.kind()).isEqualTo(Kind.MOVED);
            assertThat(change.before()).hasToString("Optional[10.0.0.0-10.0.0.63]");
            assertThat(change.after()).hasToString("Optional[10.0.0.64-10.0.0.127]");
        });
    }

    @Test
    void between_resourcesGoneAndQuotas_areAllTold() {
        NetworkPlan after = SMALL.toBuilder()
                .remove(SubnetId.of("native"))
                .quotas(Quotas.awsDefaults().withSecurityGroupsPerInterface(7))
                .add(Plans.instance("app-1"))
                .build();
        assertThat(ChangeMap.between(SMALL, after).changes())
                .extracting(change -> change.kind() + " " + change.label())
                .containsExactly(
                        "changed quotas", "removed subnet native", "added duplicate instance app-1", "kept subnet web");
    }

    @Test
    void between_plansWithNothingInCommon_tellsAllOfBoth() {
        ChangeMap map = ChangeMap.between(SMALL, NetworkPlan.builder().build());
        assertThat(map.count(Kind.REMOVED))
                .isEqualTo((int) SMALL.resources().count())
                .isEqualTo(map.changes().size());
    }

    @Test
    void changeOf_blocks_isAddedRemovedMovedOrKept() {
        Optional<Cidr> some = Optional.of(Cidr.parse("10.0.0.0/24"));
        Optional<Cidr> other = Optional.of(Cidr.parse("10.0.1.0/24"));
        assertThat(List.of(
                        Change.of("x", Optional.empty(), some),
                        Change.of("x", some, Optional.empty()),
                        Change.of("x", some, other),
                        Change.of("x", some, some)))
                .extracting(Change::kind)
                .containsExactly(Kind.ADDED, Kind.REMOVED, Kind.MOVED, Kind.KEPT);
        assertThatThrownBy(() -> Change.of("x", Optional.empty(), Optional.empty()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("x: expected a block");
    }

    @Test
    void svg_moved_drawsItsWayBetweenTheBars() {
        Change moved = Change.of("x", Optional.of(Cidr.parse("10.0.0.0/26")), Optional.of(Cidr.parse("10.0.0.128/25")));
        ChangeMap map = ChangeMap.of("t", List.of(Cidr.parse("10.0.0.0/24")), List.of(moved));
        assertThat(SvgDiagram.of(map).toString()).contains("fill-opacity", ">1 moved<");
        ChangeMap elsewhere = ChangeMap.of("t", List.of(Cidr.parse("10.9.0.0/24")), List.of(moved));
        assertThat(SvgDiagram.of(elsewhere).toString())
                .doesNotContain("fill-opacity")
                .contains(">1 moved<");
    }

    @Test
    void between_interfaceWithAnotherMac_doesNotSayThatItKeepsIt() {
        NetworkPlan before = SMALL;
        NetworkPlan after = Plans.failedOver().toBuilder()
                .put(Plans.failedOver().eni("app-1/eth1").orElseThrow().toBuilder()
                        .macAddress("02:1a:80:41:52:9d")
                        .build())
                .build();
        assertThat(ChangeMap.between(before, after).changes().get(0).note()).doesNotContain("MAC");
    }
}
