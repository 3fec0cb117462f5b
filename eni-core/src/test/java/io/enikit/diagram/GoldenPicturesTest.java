package io.enikit.diagram;

import static org.assertj.core.api.Assertions.assertThat;

import io.enikit.model.EniId;
import io.enikit.model.VpcId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Small pictures, and some of everything that can be in them, as they were looked at. */
class GoldenPicturesTest {
    private static final Path FOLDER = Path.of("src", "test", "resources", "io", "enikit", "diagram");

    private static Map<String, String> pictures() {
        AddressMap map = AddressMap.of(Plans.small(), VpcId.of("main")).orElseThrow();
        SlotGrid grid = SlotGrid.of(List.of(
                SlotGrid.Slot.of(0, 0, Optional.of(EniId.of("app-1/eth0")), 1, OptionalInt.of(10)),
                SlotGrid.Slot.of(0, 1, Optional.of(EniId.of("app-1/eth1")), 2, OptionalInt.empty()),
                SlotGrid.Slot.of(1, 0, Optional.empty(), 0, OptionalInt.of(10))));
        Map<String, Object> pictures = new TreeMap<>();
        pictures.put("plan.txt", TextDiagram.of(Plans.small()));
        pictures.put("between.txt", TextDiagram.between(Plans.small(), Plans.failedOver()));
        pictures.put("plan.mmd", MermaidDiagram.of(Plans.small()));
        pictures.put("numbers.mmd", MermaidDiagram.of(Plans.small()).withAtMost(2));
        pictures.put("network.svg", SvgDiagram.of(Plans.small()));
        pictures.put("moved.svg", SvgDiagram.between(Plans.small(), Plans.failedOver()));
        pictures.put("addresses.svg", SvgDiagram.of(map));
        pictures.put("cells.svg", SvgDiagram.of(map.withCells(28)));
        pictures.put("slots.svg", SvgDiagram.of(grid).withTitle("app-1"));
        pictures.put("changes.svg", SvgDiagram.of(ChangeMap.between(Plans.small(), Plans.failedOver())));
        Map<String, String> texts = new TreeMap<>();
        pictures.forEach((name, picture) -> texts.put(name, picture.toString()));
        texts.putAll(CrowdedPictures.all());
        return texts;
    }

    @Test
    void pictures_areAsTheyWere() throws IOException {
        for (Map.Entry<String, String> picture : pictures().entrySet()) {
            Path file = FOLDER.resolve(picture.getKey());
            if (Boolean.getBoolean("pictures.write")) {
                Files.createDirectories(FOLDER);
                Files.writeString(file, picture.getValue());
            }
            assertThat(Files.readString(file))
                    .as("%s; write it anew with -Dtest=GoldenPicturesTest -Dpictures.write=true", file)
                    .isEqualTo(picture.getValue());
        }
    }

    @Test
    void pictures_inALocaleWithOtherDigits_areTheSame() {
        Locale before = Locale.getDefault();
        Map<String, String> pictures = pictures();
        try {
            Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
            assertThat(pictures()).isEqualTo(pictures);
        } finally {
            Locale.setDefault(before);
        }
    }
}
