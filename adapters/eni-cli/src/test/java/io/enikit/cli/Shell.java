package io.enikit.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/**
 * What a shell saw of a line that it ran.
 *
 * @param status the exit status
 * @param out standard output
 * @param err standard error
 */
record Shell(int status, String out, String err) {
    private static final long PATIENCE_IN_SECONDS = 120;

    /** Says what the manifest of the jar says, where Java asks for it. */
    private static final String NATIVE = Runtime.version().feature() < 22 ? "" : " --enable-native-access=ALL-UNNAMED";

    /** Where java is that runs these tests. */
    static final Path JAVA = Path.of(System.getProperty("java.home"), "bin", "java");

    /** Is the command {@code eni} for a shell, without its arguments. */
    static final String COMMAND = "\"" + JAVA + "\" -XX:TieredStopAtLevel=1" + NATIVE + " -cp \""
            + System.getProperty("java.class.path") + "\" io.enikit.cli.Main";

    /** Runs a line in which {@code eni} is the command, as a process. */
    static Shell run(Path folder, String line) throws IOException, InterruptedException {
        String eni = "eni() { " + COMMAND + " \"$@\"; }\n";
        Path out = Files.createTempFile("eni", ".out");
        Path err = Files.createTempFile("eni", ".err");
        try {
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
        } finally {
            Files.delete(out);
            Files.delete(err);
        }
    }
}
