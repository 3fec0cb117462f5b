package io.enikit.cli;

import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableList;
import com.google.common.io.ByteStreams;
import io.enikit.json.PlanReader;
import io.enikit.json.Reading;
import io.enikit.json.Source;
import io.enikit.json.UnreadableException;
import io.enikit.limits.InstanceTypes;
import io.enikit.limits.LimitRules;
import io.enikit.model.PlanText;
import io.enikit.model.PlanTextException;
import io.enikit.model.Quotas;
import io.enikit.rules.Ec2Rules;
import io.enikit.rules.RuleSet;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** How files are read: the options that all commands on files have. */
final class Inputs {
    private static final List<String> ENDINGS =
            ImmutableList.of(".json", ".yaml", ".yml", ".template", ".tfstate", ".plan");

    @Option(
            names = "--parameter",
            paramLabel = "NAME=VALUE",
            description = "The value of a parameter of the templates; may be repeated.")
    private Map<String, String> parameters = new LinkedHashMap<>();

    @Option(
            names = "--zones",
            split = ",",
            paramLabel = "ZONE",
            description = "The availability zones that templates mean where they ask for those of the Region.")
    private List<String> zones = new ArrayList<>();

    @Option(
            names = "--region",
            paramLabel = "REGION",
            description = "The Region that templates are for, such as eu-west-1.")
    private @Nullable String region;

    @Option(
            names = "--quotas",
            split = ",",
            paramLabel = "NAME=NUMBER",
            description = "Quotas of the account, such as vpcs=20,elasticIps=50; the others are AWS's defaults.")
    private Map<String, String> quotas = new LinkedHashMap<>();

    @Option(
            names = "--instance-types",
            paramLabel = "FILE",
            description = "Your own output of 'aws ec2 describe-instance-types', over the table that comes along.")
    private @Nullable Path types;

    Inputs() {}

    /** Reads files, folders and, for {@code -}, standard input. */
    Reading read(List<String> names, Streams streams) {
        return read(names, streams, PlanReader::read);
    }

    /** Reads what can be read, and says what cannot. */
    Reading tryRead(List<String> names, Streams streams) {
        Reading reading = read(names, streams, PlanReader::tryRead);
        reading.unreadable().forEach(fault -> streams.err().println(fault.getMessage()));
        return reading;
    }

    private Reading read(List<String> names, Streams streams, BiFunction<PlanReader, List<Source>, Reading> reading) {
        PlanReader reader = PlanReader.create();
        for (Map.Entry<String, String> each : parameters.entrySet()) {
            reader = reader.withParameter(each.getKey(), each.getValue());
        }
        if (!zones.isEmpty()) {
            reader = reader.withAvailabilityZones(zones.toArray(String[]::new));
        }
        if (region != null) {
            reader = reader.withParameter("AWS::Region", region);
        }
        if (!quotas.isEmpty()) {
            reader = reader.withQuotas(quotas());
        }
        List<Source> sources = new ArrayList<>();
        for (String name : names) {
            if (name.equals("-")) {
                sources.add(Source.of("standard input", copyOf(streams.in())));
            } else {
                files(Path.of(name)).forEach(file -> sources.add(Source.of(file)));
            }
        }
        Progress progress = Progress.of(streams.err(), "reading " + sources.size() + " files");
        try {
            return reading.apply(reader, sources);
        } catch (UnreadableException e) {
            throw new Failure(e.getMessage());
        } finally {
            progress.close();
        }
    }

    /** Reads quotas as plan texts have them. */
    private Quotas quotas() {
        try {
            return PlanText.read("eni-plan 1\nquotas "
                            + quotas.entrySet().stream()
                                    .map(each -> each.getKey() + "=" + each.getValue())
                                    .collect(Collectors.joining(" "))
                            + "\nend")
                    .quotas();
        } catch (PlanTextException e) {
            throw new Failure("--quotas: " + String.join("; ", e.faults()).replace("line 2: ", ""));
        }
    }

    private static InputStream copyOf(InputStream in) {
        try {
            return new ByteArrayInputStream(ByteStreams.toByteArray(in));
        } catch (IOException e) {
            throw new Failure("standard input cannot be read: " + e.getMessage());
        }
    }

    /** Returns a file, or the files below a folder whose names end as such files do. */
    private static List<Path> files(Path path) {
        if (!Files.isDirectory(path)) {
            return ImmutableList.of(path);
        }
        try (Stream<Path> below = Files.walk(path)) {
            List<Path> files = below.filter(Files::isRegularFile)
                    .filter(file -> hasKnownEnding(file.getFileName().toString()))
                    .sorted()
                    .toList();
            if (files.isEmpty()) {
                throw new Failure(path + ": no file in this folder ends in " + String.join(", ", ENDINGS));
            }
            return files;
        } catch (IOException e) {
            throw new Failure(path + ": cannot be listed: " + e.getMessage());
        }
    }

    private static boolean hasKnownEnding(String name) {
        return ENDINGS.stream().anyMatch(name.toLowerCase(Locale.ROOT)::endsWith);
    }

    /** Returns the table of instance types: the bundled one, with the user's own over it. */
    InstanceTypes types() {
        if (types == null) {
            return InstanceTypes.bundled();
        }
        try (InputStream in = Files.newInputStream(types)) {
            return InstanceTypes.fromDescribeInstanceTypes(in).mergedOver(InstanceTypes.bundled());
        } catch (IOException | IllegalArgumentException e) {
            throw new Failure(types + ": " + e.getMessage());
        }
    }

    /** Returns all rules, those on limits by the table of instance types. */
    RuleSet rules() {
        return Ec2Rules.standard().and(types == null ? LimitRules.bundled() : LimitRules.of(types()));
    }

    static List<String> words(String text) {
        return Splitter.on(',').trimResults().omitEmptyStrings().splitToList(text);
    }
}
