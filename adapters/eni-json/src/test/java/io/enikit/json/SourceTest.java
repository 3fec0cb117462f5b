package io.enikit.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

/** What a source is of, and how long the texts of values are. */
class SourceTest {
    @Test
    void source_hasTheTextOrTheMapThatItIsOf() throws IOException {
        Source text = Source.of("n", "täxt");
        assertThat(text.text()).contains("täxt");
        assertThat(text.map()).isEmpty();
        assertThat(new String(text.open().readAllBytes(), StandardCharsets.UTF_8))
                .isEqualTo("täxt");
        Source map = Source.of("n", Map.of("a", 1));
        assertThat(map.text()).isEmpty();
        assertThat(map.map()).contains(Map.of("a", 1));
        assertThat(map).hasToString("n");
    }

    @Test
    void lengths_areThoseOfAllTextsOfOthers() {
        Origin origin = new Origin("file", "/path", OptionalInt.of(12), Optional.of("name"));
        assertThat(origin.length()).isEqualTo(13);
        assertThat(new Origin("file", "/path", OptionalInt.of(12), Optional.empty()).length())
                .isEqualTo(9);
        assertThat(new Unknown("reason", origin).length()).isEqualTo(19);
    }
}
