package io.enikit.examples;

import static org.assertj.core.api.Assertions.assertThat;

import io.enikit.json.PlanReader;
import io.enikit.json.Source;
import io.enikit.limits.LimitRules;
import io.enikit.rules.Ec2Rules;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The pages of the guide, as a reader would run them. */
class GuideTest {
    private static final Path ROOT = Path.of("..");
    private static final Path GUIDE = ROOT.resolve(Path.of("docs", "guide"));
    private static final Pattern TEST =
            Pattern.compile("^```java test\\n(.*?)^```$", Pattern.MULTILINE | Pattern.DOTALL);
    private static final Pattern CLASS = Pattern.compile("^class (\\w+) ", Pattern.MULTILINE);
    private static final Pattern LINK = Pattern.compile("\\]\\(([^)#:]+)(?:#[^)]*)?\\)");
    private static final Pattern COORDINATES =
            Pattern.compile("<artifactId>(eni-[a-z0-9-]+)<|io\\.enikit:(eni-[a-z0-9-]+)");

    @TempDir
    Path folder;

    static Stream<Path> pages() throws IOException {
        try (Stream<Path> files = Files.list(GUIDE)) {
            return Stream.concat(
                            Stream.of(ROOT.resolve("README.md"), ROOT.resolve("docs/comparison.md")),
                            files.toList().stream())
                    .sorted();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "addresses.md, 11",
        "checking-in-ci.md, 5",
        "layouts.md, 7",
        "pictures.md, 1",
        "pods.md, 9",
        "property-based-tests.md, 3",
        "rules.md, 3",
        "trunks.md, 5"
    })
    void blocks_endAsTheirCommentsSay(String page, int comments) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        PrintStream before = System.out;
        System.setOut(new PrintStream(out, true, StandardCharsets.UTF_8));
        try {
            assertThat(Snippet.run(Snippet.javaBlocks(GUIDE.resolve(page)), folder))
                    .isEqualTo(comments);
        } finally {
            System.setOut(before);
        }
        if (page.equals("trunks.md")) {
            assertThat(Files.readString(GUIDE.resolve(page)))
                    .contains("```\n" + out.toString(StandardCharsets.UTF_8) + "```");
        }
    }

    @ParameterizedTest
    @MethodSource("pages")
    void testClasses_areOnesThatAreRun(Path page) throws IOException {
        Matcher block = TEST.matcher(Files.readString(page));
        while (block.find()) {
            Matcher name = CLASS.matcher(block.group(1));
            assertThat(name.find()).isTrue();
            assertThat(name.group(1)).endsWith("Test");
            assertThat(Files.readString(Path.of("src/test/java/guide", name.group(1) + ".java")))
                    .isEqualTo("package guide;\n\n" + block.group(1));
        }
    }

    @ParameterizedTest
    @MethodSource("pages")
    void links_leadToFiles(Path page) throws IOException {
        Matcher link = LINK.matcher(Files.readString(page));
        while (link.find()) {
            assertThat(page.resolveSibling(link.group(1)))
                    .as("%s in %s", link.group(1), page)
                    .exists();
        }
    }

    @ParameterizedTest
    @MethodSource("pages")
    void modules_areThere(Path page) throws IOException {
        List<String> modules = List.of("..", "../adapters", "../testing").stream()
                .flatMap(parent ->
                        Stream.ofNullable(Path.of(parent).toFile().list()).flatMap(Stream::of))
                .toList();
        Matcher module = COORDINATES.matcher(Files.readString(page));
        while (module.find()) {
            assertThat(modules).contains(module.group(1) == null ? module.group(2) : module.group(1));
        }
    }

    @Test
    void readme_hasRoomForNoMore() throws IOException {
        assertThat(Files.readAllLines(ROOT.resolve("README.md"))).hasSizeLessThanOrEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource({"README.md", "docs/guide/checking-in-ci.md"})
    void check_ofTheReadmesTemplate_findsWhatThePageSays(String page) throws IOException {
        Matcher yaml = Pattern.compile("```yaml\\n(.*?)```", Pattern.DOTALL)
                .matcher(Files.readString(ROOT.resolve("README.md")));
        assertThat(yaml.find()).isTrue();
        assertThat(PlanReader.create()
                        .read(Source.of("network.yaml", yaml.group(1)))
                        .check(Ec2Rules.standard().and(LimitRules.bundled()))
                        .findings())
                .singleElement()
                .satisfies(finding -> assertThat(Files.readString(ROOT.resolve(page)))
                        .contains("check network.yaml\n" + finding + "\n```"));
    }

    @ParameterizedTest
    @CsvSource({"kotlin, InKotlin.kt", "groovy, InGroovy.groovy"})
    void languages_programs_areThoseThatAreRun(String language, String file) throws IOException {
        Matcher block = Pattern.compile("```" + language + "\\n(.*?)```", Pattern.DOTALL)
                .matcher(Files.readString(GUIDE.resolve("languages.md")));
        assertThat(block.find()).isTrue();
        assertThat(Files.readString(ROOT.resolve(Path.of(".ci", "strangers", "languages", file))))
                .endsWith(block.group(1));
    }
}
