package io.enikit.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The Java in the Javadoc of the published modules, compiled and run, with its comments taken at their word. */
class JavadocTest {
    private static final Pattern SNIPPET = Pattern.compile("<pre>\\{@code\\n(.*?)\\n\\s*\\* }</pre>", Pattern.DOTALL);

    @TempDir
    Path folder;

    /** A snippet, and where it stands. */
    record Example(String place, String text) {
        @Override
        public String toString() {
            return place;
        }
    }

    static Stream<Example> examples() throws IOException {
        List<Example> all = new ArrayList<>();
        for (String module : List.of(
                "eni-core",
                "eni-limits",
                "eni-ipam",
                "adapters/eni-jackson",
                "adapters/eni-jackson3",
                "adapters/eni-json",
                "adapters/eni-store",
                "testing/eni-testkit")) {
            Path sources = Path.of("..", module, "src", "main", "java", "io", "enikit");
            try (Stream<Path> files = Files.walk(sources)) {
                files.filter(file -> file.toString().endsWith(".java"))
                        .sorted()
                        .forEach(file -> all.addAll(
                                in(file, sources.relativize(file).toString().replace('\\', '/'))));
            }
        }
        return all.stream();
    }

    private static List<Example> in(Path file, String name) {
        try {
            return SNIPPET.matcher(Files.readString(file))
                    .results()
                    .map(found -> new Example(
                            name,
                            found.group(1).replaceAll("(?m)^\\s*\\* ?", "").strip()))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Makes a folder with the files that snippets read, for them to write to as well. */
    private String withFiles() {
        Path files = Path.of("src", "test", "resources", "javadoc");
        try (Stream<Path> all = Files.walk(files)) {
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                Path copy = folder.resolve(files.relativize(file).toString());
                Files.createDirectories(copy.getParent());
                Files.copy(file, copy);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return folder.toString().replace('\\', '/');
    }

    @ParameterizedTest
    @MethodSource("examples")
    void snippet_endsAsItsCommentsSay(Example example) {
        int comments = (int) example.text()
                .lines()
                .filter(line -> line.contains(";  ") && line.contains(" // "))
                .count();
        String text = example.text().replace("Path.of(\"", "Path.of(\"" + withFiles() + "/");
        int checked = text.startsWith("@")
                ? Snippet.run(Given.membersFor(example.place()) + text, List.of(Given.callOf(text)), folder)
                : Snippet.run(
                        Given.membersFor(example.place()),
                        List.of(Given.statementsFor(example.place(), text), text),
                        folder);
        assertThat(checked).isEqualTo(comments);
    }
}
