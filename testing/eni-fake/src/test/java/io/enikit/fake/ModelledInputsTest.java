package io.enikit.fake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A member that is listed as modelled is one that the code names. */
class ModelledInputsTest {
    @Test
    void members_thatAreModelled_areReadBySomeAction() throws IOException {
        StringBuilder code = new StringBuilder();
        try (Stream<Path> files = Files.walk(Path.of("src", "main", "java"))) {
            for (Path file :
                    files.filter(each -> each.toString().endsWith(".java")).toList()) {
                code.append(Files.readString(file));
            }
        }
        Set<String> unread = new TreeSet<>();
        Inputs.table()
                .forEach((action, members) -> members.forEach((path, treatment) -> {
                    String name = path.substring(path.lastIndexOf('.') + 1);
                    if (treatment == Inputs.Treatment.MODELLED && code.indexOf("\"" + name + "\"") < 0) {
                        unread.add(action + " " + path);
                    }
                }));
        assertThat(unread).isEmpty();
    }
}
