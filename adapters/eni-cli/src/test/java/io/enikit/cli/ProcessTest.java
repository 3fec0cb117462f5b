package io.enikit.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The command as a shell starts it: a separate process. */
@EnabledOnOs({OS.LINUX, OS.MAC})
class ProcessTest {
    private static final long PATIENCE_IN_SECONDS = 120;

    @TempDir
    Path folder;

    /** What a shell saw. */
    record Shell(int status, String out, String err) {}

    /** Runs a line of the shell in which {@code eni} is the command. */
    private Shell sh(String line) throws IOException, InterruptedException {
        String eni = "eni() { \"" + Path.of(System.getProperty("java.home"), "bin", "java")
                + "\" -XX:TieredStopAtLevel=1 -cp \"" + System.getProperty("java.class.path")
                + "\" io.enikit.cli.Main \"$@\"; }\n";
        Path out = folder.resolve("out");
        Path err = folder.resolve("err");
        Process process = new ProcessBuilder("sh", "-c", eni + line)
                .directory(folder.toFile())
                .redirectOutput(out.toFile())
                .redirectError(err.toFile())
                .start();
        assertThat(process.waitFor(PATIENCE_IN_SECONDS, TimeUnit.SECONDS)).isTrue();
        return new Shell(
                process.exitValue(),
                Files.readString(out, StandardCharsets.UTF_8),
                Files.readString(err, StandardCharsets.UTF_8));
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
        for (String name : new String[] {"noise.json", "nowhere.json", "empty"}) {
            Shell shell = sh("eni check " + name);
            assertThat(shell.status()).as(name).isEqualTo(2);
            assertThat(shell.err()).as(name).contains(name).doesNotContain("at io.enikit");
        }
    }

    @Test
    void help_noTerminal_hasNoColours() throws IOException, InterruptedException {
        Shell shell = sh("eni --help < /dev/null");
        assertThat(shell.status()).isZero();
        assertThat(shell.out()).contains("Usage: eni").doesNotContain("\u001b");
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
    void completion_isAScriptThatTheShellReads() throws IOException, InterruptedException {
        Shell shell = sh("eni completion > completion.sh && bash -n completion.sh");
        assertThat(shell.status()).as(shell.err()).isZero();
        assertThat(folder.resolve("completion.sh")).content().contains("check", "--fail-on");
    }
}
