package io.enikit.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The guide's page about testing, as a reader would run it. */
class TestingGuideTest {
    @TempDir
    Path folder;

    @Test
    void testing_blocks_endAsTheirCommentsSay() {
        assertThat(Snippet.run(Snippet.javaBlocks(Path.of("..", "docs", "guide", "testing.md")), folder))
                .isEqualTo(13);
    }
}
