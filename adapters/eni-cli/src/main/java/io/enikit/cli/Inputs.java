package io.enikit.cli;

import io.enikit.json.PlanReader;
import io.enikit.json.Reading;
import io.enikit.json.Source;
import io.enikit.json.UnreadableException;
import io.enikit.limits.InstanceLimits;
import io.enikit.limits.InstanceTypes;
import io.enikit.model.NetworkPlan;
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
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** How files are read: the options that all commands on files have. */
class Inputs {
    static final String QUOTAS = "vpcs, ipv4CidrBlocksPerVpc, ipv6CidrBlocksPerVpc, subnetsPerVpc, addressUsagePerVpc,"
            + " networkInterfaces, securityGroups, securityGroupsPerInterface, rulesPerSecurityGroup, elasticIps";
    private static final String STANDARD_INPUT = "standard input";
    private static final String HERE = "./";

    @Option(
            names = "--parameter",
            paramLabel = "NAME=VALUE",
            mapFallbackValue = "",
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
            description =
                    "Quotas of the account, such as vpcs=20,elasticIps=50; the others are AWS's defaults. There are: "
                            + QUOTAS + ".")
    private List<String> quotas = new ArrayList<>();

    @Option(
            names = "--skip-others",
            description = "Leaves out files of other kinds also where they are named, not only in folders.")
    private boolean skipOthers;

    @Mixin
    private Types types = new Types();

    private final Streams streams;
    private int leftOut;

    Inputs(Streams streams) {
        this.streams = streams;
    }

    /** Reads the plan in files, folders and, for {@code -}, standard input. */
    NetworkPlan plan(List<String> names) {
        Reading reading = read(names);
        if (!reading.unreadable().isEmpty()) {
            throw new Failure(reading.unreadable().stream()
                    .map(UnreadableException::getMessage)
                    .collect(Collectors.joining("\neni: ")));
        }
        return reading.plan();
    }

    /** Reads what can be read; of a folder, files of other kinds are left out. */
    Reading read(List<String> names) {
        List<Source> sources = new ArrayList<>();
        Set<String> ofFolders = new HashSet<>();
        for (String name : names) {
            if (name.isEmpty()) {
                throw new Failure("the name of a file is empty");
            }
            Path path = Path.of(name.startsWith(HERE) && !name.equals(HERE) ? name.substring(HERE.length()) : name);
            if (name.equals("-")) {
                sources.add(names.size() == 1 ? Source.of(STANDARD_INPUT, streams.in()) : textOf(streams.in()));
            } else if (Files.isDirectory(path)) {
                Folder.files(path).forEach(file -> add(file, sources, ofFolders));
            } else if (skipOthers) {
                add(path, sources, ofFolders);
            } else {
                sources.add(Source.of(path));
            }
        }
        Progress progress = Progress.of(streams, sources.size());
        try {
            Reading reading = reader().tryRead(sources);
            Set<String> others = reading.unreadable().stream()
                    .filter(UnreadableException::isOfAnotherKind)
                    .map(fault -> fault.origin().file())
                    .filter(ofFolders::contains)
                    .collect(Collectors.toSet());
            leftOut += others.size();
            sources.removeIf(each -> others.contains(each.toString()));
            return others.isEmpty() ? reading : reader().tryRead(sources);
        } finally {
            progress.close();
        }
    }

    private void add(Path file, List<Source> sources, Set<String> ofFolders) {
        if (Folder.mayBeOfANetwork(file)) {
            Source source = Source.of(file);
            sources.add(source);
            ofFolders.add(source.toString());
        } else {
            leftOut++;
        }
    }

    private static Source textOf(InputStream in) {
        try {
            return Source.of(STANDARD_INPUT, new ByteArrayInputStream(in.readAllBytes()));
        } catch (IOException e) {
            throw Failure.of(STANDARD_INPUT, e);
        }
    }

    /** Returns how many files of folders are of other kinds. */
    int leftOut() {
        return leftOut;
    }

    private PlanReader reader() {
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
        return quotas.isEmpty() ? reader : reader.withQuotas(quotas());
    }

    /** Reads quotas as plan texts have them. */
    private Quotas quotas() {
        for (String each : quotas) {
            if (!each.contains("=") || each.strip().contains(" ")) {
                throw new Failure("--quotas: \"" + each + "\": expected NAME=NUMBER");
            }
        }
        try {
            return PlanText.read("eni-plan 1\nquotas "
                            + quotas.stream().map(String::strip).collect(Collectors.joining(" "))
                            + "\nend")
                    .quotas();
        } catch (PlanTextException e) {
            throw new Failure("--quotas: " + String.join("; ", e.faults()).replace("line 2: quotas: ", "")
                    + "; there are: " + QUOTAS);
        }
    }

    /** Returns the table of instance types: the bundled one, with the user's own over it. */
    InstanceTypes types() {
        return types.table();
    }

    InstanceLimits limits(String type) {
        return types.limits(type);
    }

    /** Returns all rules, those on limits by the table of instance types. */
    RuleSet rules() {
        return Ec2Rules.standard().and(types.rules());
    }

    Optional<String> region() {
        return Optional.ofNullable(region);
    }
}
