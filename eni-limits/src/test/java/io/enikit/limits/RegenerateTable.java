package io.enikit.limits;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Writes the table that {@link InstanceTypes#bundled()} reads, from newer sources.
 *
 * <p>The inputs are laid over one another from left to right, so the last one wins, and what it does not give is kept
 * from those before. The same inputs give the same bytes. It is part of the tests, so that users do not get it. From
 * {@code eni-limits}, with the tests compiled and the library's dependencies and {@code jackson-core} on the class path:
 *
 * <pre>
 * java -cp target/test-classes:target/classes:… io.enikit.limits.RegenerateTable \
 *     --out src/main/resources/io/enikit/limits/instance-types.csv \
 *     --bundled --describe 2026-11-01 page-1.json page-2.json --retire
 * </pre>
 *
 * <ul>
 *   <li>{@code --out FILE}: the table to write; needed
 *   <li>{@code --bundled}: the table of the library as it is
 *   <li>{@code --csv FILE}: a table in the format of the bundled one, lines in any order
 *   <li>{@code --describe DATE FILE...}: the pages of {@code aws ec2 describe-instance-types} of that day
 *   <li>{@code --retire}: the describe output names every type of every region, so that listed types it does not name
 *       become formerly listed
 *   <li>{@code --names DATE FILE}: the names of instance types in the API's model of that day, one a line; lines that
 *       start with # and names that are of no type are left out
 *   <li>{@code --out-names FILE}: the list of names without limits to write
 * </ul>
 *
 * <p>Prints what has changed since the bundled table, for the changelog. With names, it also prints what has aged: the
 * types that the API names and the table lacks, by family, and the listed ones that the API no longer names.
 */
final class RegenerateTable {
    private static final String USAGE =
            "usage: RegenerateTable --out FILE [--bundled] [--csv FILE]... [--describe DATE FILE...]... [--retire]"
                    + " [--names DATE FILE [--out-names FILE]]";

    private InstanceTypes result = InstanceTypes.of();
    private InstanceTypes described = InstanceTypes.of();
    private Optional<Path> out = Optional.empty();
    private boolean retire;
    private Optional<ApiNames> names = Optional.empty();
    private Optional<Path> outNames = Optional.empty();

    private RegenerateTable() {}

    /** Runs the tool; ends with status 1 if the arguments or an input are refused, and then nothing is written. */
    @SuppressWarnings("SystemOut")
    public static void main(String[] arguments) {
        try {
            run(List.of(arguments), System.out);
        } catch (IllegalArgumentException | IllegalStateException e) {
            System.err.println(e.getMessage());
            System.exit(1);
        } catch (IOException e) {
            System.err.println("cannot read or write: " + e);
            System.exit(1);
        }
    }

    static void run(List<String> arguments, PrintStream log) throws IOException {
        RegenerateTable tool = new RegenerateTable();
        tool.readInputs(new ArrayList<>(arguments));
        Path file = tool.out.orElseThrow(() -> new IllegalArgumentException("no --out; " + USAGE));
        InstanceTypes table = tool.retire ? retired(tool.result, tool.described) : tool.result;
        String text = TableFile.write(table);
        CatalogueDiff diff = table.diffFrom(InstanceTypes.bundled());
        diff.added().forEach(name -> log.println("added " + name));
        diff.removed().forEach(name -> log.println("removed " + name));
        diff.changed().forEach(change -> log.println("changed " + change));
        diff.completed().forEach(change -> log.println("completed " + change));
        if (tool.names.isPresent()) {
            tool.names.get().aged(table).forEach(log::println);
        }
        Files.writeString(file, text, StandardCharsets.US_ASCII);
        if (tool.outNames.isPresent()) {
            ApiNames named =
                    tool.names.orElseThrow(() -> new IllegalArgumentException("--out-names needs --names; " + USAGE));
            Files.writeString(tool.outNames.get(), named.withoutLimits(table), StandardCharsets.US_ASCII);
        }
    }

    private void readInputs(List<String> words) throws IOException {
        while (!words.isEmpty()) {
            String option = words.remove(0);
            switch (option) {
                case "--out" -> out = Optional.of(Path.of(argument(words, option)));
                case "--bundled" -> lay(InstanceTypes.bundled());
                case "--csv" -> lay(csv(Path.of(argument(words, option))));
                case "--describe" -> {
                    InstanceTypes answer = describe(argument(words, option), files(words, option));
                    described = answer.mergedOver(described);
                    lay(answer);
                }
                case "--retire" -> retire = true;
                case "--names" -> {
                    LocalDate asOf = date(argument(words, option));
                    names = Optional.of(ApiNames.read(
                            asOf, Files.readString(Path.of(argument(words, option)), StandardCharsets.UTF_8)));
                }
                case "--out-names" -> outNames = Optional.of(Path.of(argument(words, option)));
                default -> throw new IllegalArgumentException("unknown option " + option + "; " + USAGE);
            }
        }
    }

    private void lay(InstanceTypes newer) {
        result = newer.mergedOver(result);
    }

    private static String argument(List<String> words, String option) {
        if (words.isEmpty()) {
            throw new IllegalArgumentException(option + " lacks an argument; " + USAGE);
        }
        return words.remove(0);
    }

    private static InstanceTypes csv(Path file) throws IOException {
        try {
            return InstanceTypes.of(TableFile.read(Files.readString(file, StandardCharsets.UTF_8)));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(file + ": " + e.getMessage(), e);
        }
    }

    private static List<Path> files(List<String> words, String option) {
        List<Path> files = new ArrayList<>();
        do {
            files.add(Path.of(argument(words, option)));
        } while (!words.isEmpty() && !words.get(0).startsWith("--"));
        return files;
    }

    private static InstanceTypes describe(String date, List<Path> files) throws IOException {
        LocalDate asOf = date(date);
        List<InputStream> pages = new ArrayList<>();
        for (Path file : files) {
            pages.add(new ByteArrayInputStream(Files.readAllBytes(file)));
        }
        return InstanceTypes.of(InstanceTypes.fromDescribeInstanceTypes(pages).stream()
                .map(limits -> limits.toBuilder().asOf(asOf).build())
                .toList());
    }

    private static LocalDate date(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException("not a date as in 2026-11-01: " + text, e);
        }
    }

    private static InstanceTypes retired(InstanceTypes table, InstanceTypes described) {
        return InstanceTypes.of(table.stream()
                .map(limits -> limits.status() == ListingStatus.LISTED
                                && described.find(limits.instanceType()).isEmpty()
                        ? limits.toBuilder()
                                .status(ListingStatus.FORMERLY_LISTED)
                                .build()
                        : limits)
                .toList());
    }
}
