package io.enikit.ipam;

import static org.assertj.core.api.Assertions.assertThat;

import io.enikit.diagram.AddressMap;
import io.enikit.diagram.ChangeMap;
import io.enikit.diagram.SvgDiagram;
import io.enikit.net.Cidr;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LayoutPicturesTest {
    private static final CidrLayout FIRST =
            CidrLayout.empty(Cidr.parse("10.0.0.0/16")).plan(Map.of("web/a", 24, "web/b", 24, "db", 24));

    @Test
    void addressMap_holdsNamesHeadRoomAndWhatIsFree() {
        AddressMap map = FIRST.withHeadRoom("web", 22).addressMap();
        assertThat(map.blocks()).isEqualTo(FIRST.blocks());
        assertThat(map.parts())
                .extracting(part -> part.kind() + " " + part.label())
                .containsOnlyOnce("used db", "used web/a", "used web/b")
                .contains("reserved web", "free ");
        assertThat(map.overlapping()).isEmpty();
    }

    @Test
    void changeMapFrom_earlierLayout_saysWhatTheDifferenceSays() {
        CidrLayout next =
                FIRST.plusBlock(Cidr.parse("10.1.0.0/16")).plan(Map.of("web/a", 24, "web/b", 20, "web/c", 24));
        ChangeMap map = next.changeMapFrom(FIRST);
        LayoutDiff diff = next.diffFrom(FIRST);
        assertThat(map.count(ChangeMap.Kind.ADDED))
                .isEqualTo(diff.added().size())
                .isOne();
        assertThat(map.count(ChangeMap.Kind.REMOVED))
                .isEqualTo(diff.removed().size())
                .isOne();
        assertThat(map.count(ChangeMap.Kind.MOVED))
                .isEqualTo(diff.moved().size())
                .isOne();
        assertThat(map.count(ChangeMap.Kind.KEPT)).isOne();
        assertThat(map.blocks()).hasToString("[10.0.0.0/16, 10.1.0.0/16]");
        assertThat(SvgDiagram.of(map).toString()).contains(">1 added, 1 moved, 1 removed, 1 kept<");
    }
}
