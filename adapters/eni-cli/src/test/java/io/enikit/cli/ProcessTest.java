package io.enikit.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The command as a shell starts it: a separate process. */
@EnabledOnOs({OS.LINUX, OS.MAC})
class ProcessTest {
    @TempDir
    Path folder;

    private Shell sh(String line) throws IOException, InterruptedException {
        return Shell.run(folder, line);
    }

    private Shell sh(String line, String script) throws IOException, InterruptedException {
        Files.writeString(folder.resolve("ask.sh"), script);
        return sh(line);
    }

    @Test
    void check_throughAPipe_handsOnTheStatus() throws IOException, InterruptedException {
        Shell shell = sh("""
                echo '{"Vpcs": [{"VpcId": "vpc-1", "CidrBlock": "10.0.0.0/8"}]}' | eni check -
                """);
        assertThat(shell.status()).isEqualTo(1);
        assertThat(shell.out()).contains("vpc.cidr.size");
        assertThat(shell.err()).isEmpty();
    }

    @Test
    void types_readerGoesAway_endsQuietly() throws IOException, InterruptedException {
        Shell shell = sh("eni types | head -n 1");
        assertThat(shell.out()).startsWith("type").hasLineCount(1);
        assertThat(shell.err()).isEmpty();
    }

    @Test
    void check_badFiles_areTwoAndNamed() throws IOException, InterruptedException {
        Files.write(folder.resolve("noise.json"), new byte[] {31, -117, 8, 0, 1, 2, 3});
        Files.createDirectory(folder.resolve("empty"));
        Files.createSymbolicLink(folder.resolve("dangling.json"), Path.of("gone.json"));
        Files.createSymbolicLink(folder.resolve("loop"), Path.of("loop"));
        try (RandomAccessFile zeros =
                new RandomAccessFile(folder.resolve("huge.json").toFile(), "rw")) {
            zeros.setLength(1L << 32);
        }
        Files.writeString(folder.resolve("deep.json"), "{\"Resources\": " + "[".repeat(1_000_000));
        for (String name :
                new String[] {"noise.json", "nowhere.json", "empty", "dangling.json", "loop", "huge.json", "deep.json"
                }) {
            Shell shell = sh("eni check " + name);
            assertThat(shell.status()).as(name).isEqualTo(2);
            assertThat(shell.out()).as(name).isEmpty();
            assertThat(shell.err())
                    .as(name)
                    .contains(name)
                    .doesNotContain("at io.enikit")
                    .hasLineCount(1);
        }
        assertThat(sh("eni who nowhere.json").err())
                .isEqualTo("eni: nowhere.json: cannot be read: there is no such file\n");
    }

    @Test
    void check_someBadFiles_othersAreChecked() throws IOException, InterruptedException {
        Files.writeString(
                folder.resolve("vpc.json"), "{\"Vpcs\": [{\"VpcId\": \"v\", \"CidrBlock\": \"10.0.0.0/8\"}]}");
        Shell shell = sh("eni check nowhere.json vpc.json --format json");
        assertThat(shell.status()).isEqualTo(2);
        assertThat(shell.out()).contains("vpc.cidr.size");
        assertThat(shell.err()).isEqualTo("nowhere.json: cannot be read: there is no such file\n");
    }

    @Test
    void check_longText_tooLittleMemory_saysSo() throws IOException, InterruptedException {
        Files.writeString(folder.resolve("many.plan"), "eni-plan 1\n" + "vpc a\n".repeat(3_000_000) + "end\n");
        Shell shell = sh("JDK_JAVA_OPTIONS=-Xmx24m eni check many.plan 2>&1 | grep -v JDK_JAVA_OPTIONS");
        assertThat(shell.out())
                .isEqualTo("eni: there is not enough memory: give more, for example with java -Xmx4g -jar\n");
    }

    @Test
    void everyCommand_readerGoesAway_endsQuietly() throws IOException, InterruptedException {
        Files.writeString(folder.resolve("a.plan"), Eni.PLAN);
        for (String command : new String[] {
            "check --quotas vpcs=0",
            "draw",
            "who",
            "leaks",
            "room --vpc main",
            "blocks main",
            "diff a.plan",
            "apply --call X"
        }) {
            Shell shell = sh("eni " + command + " a.plan | true");
            assertThat(shell.err()).as(command).isEmpty();
        }
    }

    @Test
    void help_noTerminal_hasNoColours() throws IOException, InterruptedException {
        for (String command : new String[] {"--help", "check --help", "check -"}) {
            Shell shell = sh("echo '{\"Vpcs\": [{\"VpcId\": \"v\", \"CidrBlock\": \"10.0.0.0/8\"}]}' | eni " + command);
            assertThat(shell.out()).isNotEmpty().doesNotContain("\u001b");
            assertThat(shell.err()).isEmpty();
        }
    }

    @Test
    void serve_printsItsUrlAndEndsOnASignal() throws IOException, InterruptedException {
        Shell shell = sh("""
                eni serve > url & pid=$!
                for i in $(seq 300); do [ -s url ] && break; sleep 0.1; done
                kill $(pgrep -P $pid java || echo $pid); wait $pid; cat url
                """);
        assertThat(shell.out()).as(shell.err()).startsWith("http://127.0.0.1:").hasLineCount(1);
    }

    @Test
    void completion_isAScriptThatCompletes() throws IOException, InterruptedException {
        Shell shell = sh("eni completion > completion.sh && bash ask.sh 2> /dev/null", """
                source completion.sh
                ask() { COMP_WORDS=("$@"); COMP_CWORD=$(($# - 1)); COMPREPLY=(); _complete_eni; echo "${COMPREPLY[@]}"; }
                ask eni che
                ask eni check --f
                ask eni check --fail-on ""
                ask eni pool al
                """);
        assertThat(shell.out().lines())
                .as(shell.err())
                .containsExactly("check", "--format --fail-on", "error warning never", "allocate");
    }
}
