package io.enikit.examples;

import static org.assertj.core.api.Assertions.assertThat;

import io.enikit.operations.Operation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The page of the operations says which class stands for which action of the EC2 API. */
class ActionTableTest {
    private static final Path PAGE =
            Path.of("..", "eni-core", "src", "main", "java", "io", "enikit", "operations", "package-info.java");
    private static final String START = " * <caption>Actions of the EC2 API</caption>\n";
    private static final String END = " * </table>\n";

    @Test
    void actions_ofAllOperations_areInTheTable() throws Exception {
        if (Boolean.getBoolean("actions.write")) {
            Files.writeString(PAGE, Files.readString(PAGE).replace(written(), table()));
        }
        assertThat(written()).isEqualTo(table());
    }

    private static String written() throws IOException {
        String page = Files.readString(PAGE);
        return page.substring(page.indexOf(START) + START.length(), page.indexOf(END));
    }

    private static String table() throws Exception {
        List<Class<?>> types = PublicTypes.all();
        PublicSamples samples = new PublicSamples(types);
        return " * <tr><th>action<th>class\n"
                + types.stream()
                        .filter(type -> Operation.class.isAssignableFrom(type) && type != Operation.class)
                        .map(type -> row((Operation) samples.of(type).orElseThrow(), type))
                        .sorted()
                        .collect(Collectors.joining());
    }

    private static String row(Operation operation, Class<?> type) {
        return " * <tr><td>" + operation.action() + "<td>{@link io.enikit.operations." + type.getSimpleName() + "}\n";
    }
}
