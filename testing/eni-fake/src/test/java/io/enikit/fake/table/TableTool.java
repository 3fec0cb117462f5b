package io.enikit.fake.table;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;

/**
 * Makes the tables of the protocol from AWS's published API model.
 *
 * <p>Arguments: the file {@code dist-es/schemas/schemas_0.js} of the npm package {@code @aws-sdk/client-ec2}
 * (Apache-2.0), and the folder of resources to write to. The same input gives the same bytes. Nothing but names and
 * shapes is taken over.
 */
final class TableTool {
    private TableTool() {}

    /** The actions of the first table, in {@code actions.txt} beside it; the second table holds all others. */
    public static void main(String[] arguments) throws IOException {
        Path folder = Path.of(arguments[1]);
        TableWriter writer = new TableWriter(SchemaReader.read(Files.readString(Path.of(arguments[0]))));
        List<String> modelled = Files.readAllLines(folder.resolve("actions.txt")).stream()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .sorted()
                .toList();
        Collection<String> others = new TreeSet<>(writer.actions());
        others.removeAll(modelled);
        Files.writeString(folder.resolve("api.txt"), writer.write(title("that the fake answers"), modelled));
        Files.writeString(folder.resolve("api-others.txt"), writer.write(title("of EC2 beyond those"), others));
    }

    private static String title(String which) {
        return "# Names and shapes of the actions " + which + ", by TableTool from AWS's published API model.\n";
    }
}
