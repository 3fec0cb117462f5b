package io.enikit.cli;

import io.enikit.limits.InstanceLimits;
import io.enikit.limits.InstanceTypes;
import io.enikit.limits.LimitRules;
import io.enikit.rules.RuleSet;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The table of instance types: the one that comes along, with the user's own over it. */
final class Types {
    @Option(
            names = "--instance-types",
            paramLabel = "FILE",
            description = "Your own output of 'aws ec2 describe-instance-types', over the table that comes along.")
    private @Nullable Path file;

    Types() {}

    InstanceTypes table() {
        if (file == null) {
            return InstanceTypes.bundled();
        }
        try (InputStream in = Files.newInputStream(file)) {
            return InstanceTypes.fromDescribeInstanceTypes(in).mergedOver(InstanceTypes.bundled());
        } catch (IOException | UncheckedIOException | IllegalArgumentException e) {
            throw Failure.of(file.toString(), e);
        }
    }

    InstanceLimits limits(String name) {
        InstanceTypes types = table();
        return types.find(name).orElseThrow(() -> unknown(name, types));
    }

    /** Returns the rules on limits. */
    RuleSet rules() {
        return file == null ? LimitRules.bundled() : LimitRules.of(table());
    }

    static Failure unknown(String name, InstanceTypes types) {
        List<String> near = types.nearMatches(name);
        return new Failure("instance type \"" + name + "\" is unknown"
                + (near.isEmpty() ? "" : ": did you mean " + String.join(", ", near) + "?"));
    }
}
