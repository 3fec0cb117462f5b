package io.enikit.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableMultiset;
import com.google.common.collect.Multiset;
import com.google.common.collect.Multisets;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A text that was recorded once. {@code -Dverdicts.write=true} records it anew; {@code -Dverdicts.full=true} writes all
 * verdicts in full to {@code target} and compares nothing, to find out what is behind a hash that changed.
 */
final class Recorded {
    private static final Path DIRECTORY = Path.of("src/test/resources/verdicts");
    static final boolean FULL = Boolean.getBoolean("verdicts.full");
    private static final int MOST_SHOWN = 20;

    private static final boolean WRITE = Boolean.getBoolean("verdicts.write");

    private Recorded() {}

    /** Compares line by line; a failure shows the first lines that are gone and the first that are new. */
    static void assertUnchanged(String name, List<String> actual) throws IOException {
        if (FULL) {
            Files.write(Path.of("target").resolve(name), actual);
            return;
        }
        Path file = DIRECTORY.resolve(name);
        if (WRITE) {
            Files.createDirectories(DIRECTORY);
            Files.write(file, actual);
        }
        assertEqual(file, Files.readAllLines(file), actual);
    }

    /** Compares the lines so far, so that a test that makes many of them ends at the first that changed. */
    static void assertUnchangedSoFar(String name, List<String> actual) throws IOException {
        if (!FULL && !WRITE) {
            Path file = DIRECTORY.resolve(name);
            List<String> expected = Files.readAllLines(file);
            assertEqual(file, expected.subList(0, Math.min(expected.size(), actual.size())), actual);
        }
    }

    private static void assertEqual(Path file, List<String> expected, List<String> actual) {
        String changes = changes(ImmutableMultiset.copyOf(expected), ImmutableMultiset.copyOf(actual));
        assertThat(changes).as("what is not as in %s", file).isEmpty();
        assertThat(actual).as("the order of lines in %s", file).isEqualTo(expected);
    }

    private static String changes(Multiset<String> expected, Multiset<String> actual) {
        return Stream.concat(
                        Multisets.difference(expected, actual).stream()
                                .limit(MOST_SHOWN)
                                .map(line -> "expected " + line),
                        Multisets.difference(actual, expected).stream()
                                .limit(MOST_SHOWN)
                                .map(line -> "actual   " + line))
                .collect(Collectors.joining("\n"));
    }
}
