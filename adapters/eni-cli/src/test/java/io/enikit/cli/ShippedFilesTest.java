package io.enikit.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.base.Splitter;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The files that are shipped beside the jar: the script, the hook, and the snippets of the guide. */
@EnabledOnOs({OS.LINUX, OS.MAC})
class ShippedFilesTest {
    private static final Path TOP = Path.of("..", "..").toAbsolutePath().normalize();
    private static final String BROKEN = "{\"Vpcs\": [{\"VpcId\": \"v\", \"CidrBlock\": \"10.0.0.0/8\"}]}";

    @TempDir
    Path folder;

    @BeforeEach
    void writeFiles() throws IOException {
        Files.writeString(folder.resolve("broken.json"), BROKEN);
        Files.writeString(folder.resolve("package.json"), "{\"name\": \"site\"}");
    }

    /** Writes a jar that holds no more than where its classes are. */
    private void writeJar() throws IOException {
        Manifest manifest = new Manifest();
        Attributes main = manifest.getMainAttributes();
        main.put(Attributes.Name.MANIFEST_VERSION, "1.0");
        main.put(Attributes.Name.MAIN_CLASS, "io.enikit.cli.Main");
        main.put(
                Attributes.Name.CLASS_PATH,
                Splitter.on(File.pathSeparator)
                        .splitToStream(System.getProperty("java.class.path"))
                        .map(each -> Path.of(each).toUri().toString())
                        .collect(Collectors.joining(" ")));
        new JarOutputStream(Files.newOutputStream(folder.resolve("eni-cli-1.jar")), manifest).close();
    }

    private Shell script(String line) throws IOException, InterruptedException {
        return Shell.run(
                folder,
                "export JAVA_HOME='" + System.getProperty("java.home") + "' XDG_CACHE_HOME=\"$PWD/cache\"\n" + line);
    }

    @Test
    void script_besideTheJar_handsOnWhatTheCommandSays() throws IOException, InterruptedException {
        Files.copy(Path.of("eni"), folder.resolve("eni"));
        assertThat(script("sh ./eni --help").err()).startsWith("eni: there is no eni-cli.jar beside ./eni");
        writeJar();
        for (int run = 0; run < 2; run++) {
            Shell shell = script("sh ./eni check broken.json");
            assertThat(shell.err()).isEmpty();
            assertThat(shell.status()).isEqualTo(1);
            assertThat(shell.out()).startsWith("[ERROR] v: 10.0.0.0/8").hasLineCount(1);
        }
        assertThat(script("echo '" + BROKEN + "' | sh ./eni check - --format gitlab")
                        .out())
                .contains("\"check_name\" : \"vpc.cidr.size\"");
    }

    @Test
    void hooks_changedFiles_leaveOutOtherKinds() throws IOException, InterruptedException {
        List<String> entries = Files.readAllLines(TOP.resolve(".pre-commit-hooks.yaml")).stream()
                .filter(line -> line.startsWith("  entry: "))
                .map(line -> line.substring("  entry: ".length()))
                .toList();
        assertThat(entries).hasSize(2);
        assertThat(Shell.run(folder, entries.get(0) + " package.json").status()).isZero();
        Shell changed = Shell.run(folder, entries.get(0) + " package.json broken.json");
        assertThat(changed.status()).isEqualTo(1);
        assertThat(changed.out()).contains("vpc.cidr.size", "left out, as files of other kinds: 1");
        assertThat(Shell.run(folder, entries.get(1)).status()).isEqualTo(1);
    }

    @Test
    void guide_snippetsForGitHubAndGitLab_run() throws IOException, InterruptedException {
        Pattern line = Pattern.compile("(?:- run|script|  -)?:? *java -jar eni-cli\\.jar (check .*)");
        List<String> commands = Files.readAllLines(TOP.resolve("docs/guide/command.md")).stream()
                .map(line::matcher)
                .filter(matcher -> matcher.find() && matcher.group().contains(" check ."))
                .map(matcher -> matcher.group(1))
                .toList();
        assertThat(commands).hasSizeGreaterThanOrEqualTo(5);
        for (String each : commands) {
            Shell shell = Shell.run(folder, "eni " + each);
            assertThat(shell.err()).as(each).isEmpty();
            assertThat(shell.status())
                    .as(each)
                    .isEqualTo(each.contains("--fail-on never") || each.contains("--baseline") ? 0 : 1);
        }
        assertThat(folder.resolve("eni.sarif")).content().contains("\"uri\" : \"broken.json\"");
        assertThat(folder.resolve("eni.xml"))
                .content()
                .contains("<testsuite name=\"eni check\" tests=\"1\" failures=\"1\"");
        assertThat(folder.resolve("eni.quality.json"))
                .content()
                .contains("\"path\" : \"broken.json\"", "\"severity\" : \"major\"");
    }
}
