package stranger;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class ReadmeTest {
    private static final Pattern PROPERTY =
            Pattern.compile("^```java test\\n(.*?)^```$", Pattern.MULTILINE | Pattern.DOTALL);

    @Test
    void property_isOneThatIsRun() throws IOException {
        Matcher block = PROPERTY.matcher(Files.readString(Path.of("..", "..", "README.md")));
        assertThat(block.find()).isTrue();
        String indented = block.group(1).lines().map(line -> "    " + line).collect(Collectors.joining("\n"));
        assertThat(Files.readString(Path.of("src/test/java/stranger/PlantedBugProperties.java")))
                .contains(indented);
    }
}
