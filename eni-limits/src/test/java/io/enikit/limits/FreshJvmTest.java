package io.enikit.limits;

import static org.assertj.core.api.Assertions.assertThat;

import io.enikit.consumer.ColdLoad;
import io.enikit.consumer.Consumer;
import java.io.File;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Uses the library from programs of their own: on the class path and the module path, with Jackson and without. */
class FreshJvmTest {
    private static final String BUNDLED = "1438 types, 29 pods";
    private static final String READ = "read 3";
    private static final String MISSING = "describe-instance-types output needs"
            + " com.fasterxml.jackson.core:jackson-core 2.13 or later; add it to the class path, or to the module path with"
            + " \"requires com.fasterxml.jackson.core\"";

    private final String library = join(
            placeOf(InstanceTypes.class.getName()),
            placeOf("io.enikit.net.IpFamily"),
            placeOf("com.google.common.collect.ImmutableList"),
            placeOf("com.google.common.util.concurrent.internal.InternalFutureFailureAccess"));
    private final String jackson = placeOf("com.fasterxml.jackson.core.JsonFactory");
    private final String consumer = placeOf(Consumer.class.getName());

    @Test
    void classPath_withJackson_readsDescribeOutput() throws Exception {
        assertThat(run("-cp", join(consumer, library, jackson), Consumer.class.getName()))
                .containsExactly(BUNDLED, READ);
    }

    @Test
    void classPath_withoutJackson_namesTheArtifact() throws Exception {
        assertThat(run("-cp", join(consumer, library), Consumer.class.getName()))
                .containsExactly(BUNDLED, MISSING);
    }

    @Test
    void modulePath_withJackson_readsDescribeOutput() throws Exception {
        assertThat(run(
                        "-p",
                        join(library, jackson),
                        "--add-modules",
                        "io.enikit.limits,com.fasterxml.jackson.core",
                        "-cp",
                        consumer,
                        Consumer.class.getName()))
                .containsExactly(BUNDLED, READ);
    }

    @Test
    void modulePath_jacksonNotResolved_namesTheArtifact() throws Exception {
        assertThat(run(
                        "-p",
                        join(library, jackson),
                        "--add-modules",
                        "io.enikit.limits",
                        "-cp",
                        consumer,
                        Consumer.class.getName()))
                .containsExactly(BUNDLED, MISSING);
    }

    @Test
    void modulePath_jacksonOnTheClassPath_namesTheArtifact() throws Exception {
        assertThat(run(
                        "-p",
                        library,
                        "--add-modules",
                        "io.enikit.limits",
                        "-cp",
                        join(consumer, jackson),
                        Consumer.class.getName()))
                .containsExactly(BUNDLED, MISSING);
    }

    @Test
    void find_decodedRow_allocatesNothing() throws Exception {
        assertThat(run("-cp", join(consumer, library), ColdLoad.class.getName()).get(0))
                .endsWith("bytesPerLookup=0");
    }

    private static List<String> run(String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(output).isZero();
        return output.lines().toList();
    }

    private static String join(String... places) {
        return String.join(File.pathSeparator, places);
    }

    private static String placeOf(String className) {
        try {
            return Path.of(Class.forName(className)
                            .getProtectionDomain()
                            .getCodeSource()
                            .getLocation()
                            .toURI())
                    .toString();
        } catch (ClassNotFoundException | URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
