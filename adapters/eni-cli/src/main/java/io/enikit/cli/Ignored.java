package io.enikit.cli;

import com.google.common.collect.ImmutableSet;
import io.enikit.json.Finding;
import io.enikit.json.Findings;
import io.enikit.rules.RuleSet;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What is found and not shown: by rule, by resource, or because a baseline lists it. */
final class Ignored {
    private static final String BASELINE_HEADER = "# eni baseline: rule, resource; what stands behind # is the reason";

    @Option(
            names = "--ignore",
            paramLabel = "RULE",
            description = "A rule, or a prefix such as 'vpc', whose findings do not count; may be repeated.")
    private List<String> rules = new ArrayList<>();

    @Option(
            names = "--ignore-resource",
            paramLabel = "ID",
            description = "A resource whose findings do not count; may be repeated.")
    private Set<String> resources = new TreeSet<>();

    @Option(
            names = "--baseline",
            paramLabel = "FILE",
            description = "A file of findings that do not count, a line each: rule, resource, and # with a reason.")
    private @Nullable Path baseline;

    @Option(
            names = "--write-baseline",
            paramLabel = "FILE",
            description = "Writes what is found now as a baseline, for --baseline.")
    private @Nullable Path written;

    Ignored() {}

    RuleSet without(RuleSet all) {
        RuleSet left = all;
        for (String rule : rules) {
            left = left.without(rule);
        }
        try {
            return left;
        } catch (IllegalArgumentException e) {
            throw new Failure("--ignore: " + e.getMessage());
        }
    }

    Findings filter(Findings all) {
        Set<String> listed =
                baseline == null ? ImmutableSet.of() : entries(baseline).keySet();
        return all.filter(finding ->
                !resources.contains(finding.violation().subject().toString()) && !listed.contains(key(finding)));
    }

    private static String key(Finding finding) {
        return finding.violation().rule() + " " + finding.violation().subject();
    }

    /** Returns the lines of a baseline, with their reasons. */
    private static Map<String, String> entries(Path file) {
        Map<String, String> entries = new LinkedHashMap<>();
        List<String> lines;
        try {
            lines = Files.readAllLines(file, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new Failure(file + ": cannot be read: " + e.getMessage());
        }
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i).strip();
            int hash = line.indexOf(" #");
            String entry = (hash < 0 ? line : line.substring(0, hash)).strip();
            if (entry.isEmpty() || entry.startsWith("#")) {
                continue;
            }
            if (entry.indexOf(' ') < 0) {
                throw new Failure(file + ":" + (i + 1) + ": \"" + entry + "\": expected a rule and a resource");
            }
            entries.put(
                    entry.replaceFirst("\\s+", " "),
                    hash < 0 ? "" : line.substring(hash + 2).strip());
        }
        return entries;
    }

    /** Writes all that was found, and keeps the reasons that stood there. */
    void writeBaseline(Findings all) {
        if (written == null) {
            return;
        }
        Map<String, String> before = Files.exists(written) ? entries(written) : Map.of();
        StringBuilder text = new StringBuilder(BASELINE_HEADER).append('\n');
        for (Finding finding : all.findings()) {
            String key = key(finding);
            String reason = before.getOrDefault(key, "");
            text.append(key).append(reason.isEmpty() ? "" : " # " + reason).append('\n');
        }
        try {
            Files.writeString(written, text, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new Failure(written + ": cannot be written: " + e.getMessage());
        }
    }
}
