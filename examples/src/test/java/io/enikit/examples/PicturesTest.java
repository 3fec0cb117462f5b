package io.enikit.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PicturesTest {
    private static final Path FOLDER = Path.of("..", "docs", "pictures");

    @Test
    void docsPictures_areWhatTheExampleDraws() throws IOException {
        if (Boolean.getBoolean("pictures.write")) {
            Pictures.write(FOLDER);
        }
        for (Map.Entry<String, String> picture : Pictures.all().entrySet()) {
            assertThat(Files.readString(FOLDER.resolve(picture.getKey())))
                    .as("%s; write it anew with -Dtest=PicturesTest -Dpictures.write=true", picture.getKey())
                    .isEqualTo(picture.getValue());
        }
    }

    @Test
    void docsPictures_holdNothingElse() throws IOException {
        assertThat(names(FOLDER))
                .containsExactlyInAnyOrderElementsOf(Pictures.all().keySet());
    }

    @Test
    void main_folder_isMadeAndFilled(@TempDir Path temp) throws IOException {
        Pictures.main(new String[] {temp.resolve("new").toString()});
        assertThat(names(temp.resolve("new"))).hasSize(10).contains("vpc.svg", "vpc.mmd", "failover.txt");
    }

    @Test
    void failover_tellsWhatTheInterfaceTakesAlong() {
        assertThat(Pictures.all().get("failover.svg"))
                .contains("app-1/eth1 moved from app-1 to app-2, keeps 10.0.0.4 and its MAC address")
                .contains(">was: app-1/eth1<", ">app-1<", ">app-2<");
    }

    @Test
    void anotherZone_addsTwoBlocksAndMovesNone() {
        assertThat(Pictures.all().get("another-zone.svg")).contains(">2 added, 4 kept<");
    }

    private static List<String> names(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }
}
