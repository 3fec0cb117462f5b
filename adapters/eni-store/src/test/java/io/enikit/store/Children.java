package io.enikit.store;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Processes of the tests, with the class path of the tests. */
final class Children {
    private Children() {}

    static Process java(Path output, Class<?> main, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-cp",
                classPath(),
                main.getName()));
        command.addAll(List.of(arguments));
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(output.toFile()))
                .start();
    }

    private static String classPath() {
        Set<String> entries = new LinkedHashSet<>();
        entries.add(new File("target/classes").getAbsolutePath());
        entries.add(new File("target/test-classes").getAbsolutePath());
        for (String property : List.of("jdk.module.path", "java.class.path", "surefire.test.class.path")) {
            String path = System.getProperty(property);
            if (path != null) {
                entries.addAll(List.of(path.split(File.pathSeparator)));
            }
        }
        return String.join(File.pathSeparator, entries);
    }
}
