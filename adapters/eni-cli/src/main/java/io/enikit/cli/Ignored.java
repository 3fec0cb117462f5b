package io.enikit.cli;

import io.enikit.json.Finding;
import io.enikit.json.Findings;
import io.enikit.rules.RuleSet;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What is found and not shown: by rule, by resource, or because a baseline lists it; each with a reason, if there is one. */
final class Ignored {
    /** The rules on files themselves. */
    private static final String OF_READING = "read.";

    @Option(
            names = "--ignore",
            paramLabel = "RULE",
            description =
                    "A rule, or a prefix such as 'vpc', whose findings do not count; may be repeated. A reason may"
                            + " follow: 'vpc.cidr.size # moves in May'.")
    private List<String> rules = new ArrayList<>();

    @Option(
            names = "--ignore-resource",
            paramLabel = "ID",
            description = "A resource whose findings do not count; may be repeated. A reason may follow.")
    private List<String> resources = new ArrayList<>();

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

    private final Map<String, String> rulesWithReasons = new LinkedHashMap<>();
    private final Map<String, String> resourcesWithReasons = new LinkedHashMap<>();
    private Baseline listed = Baseline.empty();

    Ignored() {}

    /** Reads what was given, and refuses what is no rule. */
    void read(RuleSet all) {
        for (String each : rules) {
            rulesWithReasons.put(Baseline.entry(each), Baseline.reason(each));
        }
        for (String each : resources) {
            resourcesWithReasons.put(Baseline.entry(each), Baseline.reason(each));
        }
        if (baseline != null) {
            listed = Baseline.read(baseline);
        }
        for (String each : rulesWithReasons.keySet()) {
            try {
                if (!(each + ".").startsWith(OF_READING)) {
                    all.without(each).requireKnownIds();
                }
            } catch (IllegalArgumentException e) {
                throw new Failure(
                        "--ignore: " + String.valueOf(e.getMessage()).replace("without(\"" + each + "\")", each));
            }
        }
    }

    Findings filter(Findings all) {
        return all.filter(finding -> why(finding).isEmpty());
    }

    /** Returns why a finding does not count: what ignores it, with the reason. */
    private Optional<String> why(Finding finding) {
        String rule = finding.violation().rule();
        String subject = finding.violation().subject().toString();
        for (Map.Entry<String, String> each : rulesWithReasons.entrySet()) {
            if ((rule + ".").startsWith(each.getKey() + ".")) {
                return Optional.of("--ignore " + each.getKey() + after(each.getValue()));
            }
        }
        if (resourcesWithReasons.containsKey(subject)) {
            return Optional.of("--ignore-resource " + subject + after(resourcesWithReasons.getOrDefault(subject, "")));
        }
        return listed.reasonFor(finding).map(reason -> reason.isEmpty() ? "baseline" : "baseline: " + reason);
    }

    private static String after(String reason) {
        return reason.isEmpty() ? "" : ": " + reason;
    }

    /** Returns lines that say how many findings are ignored, and why; and which lines of the baseline are of no use any more. */
    List<String> reasons(Findings all) {
        Map<String, Integer> counts = new TreeMap<>();
        all.findings().forEach(each -> why(each).ifPresent(why -> counts.merge(why, 1, Integer::sum)));
        List<String> lines = new ArrayList<>();
        counts.forEach((why, count) -> lines.add("ignored: " + count + " (" + why + ")"));
        listed.unused(all).forEach(line -> lines.add("not found any more: " + line + " (baseline)"));
        return lines;
    }

    /** Writes all that was found, and keeps the reasons that stood there. */
    void writeBaseline(Findings all) {
        if (written != null) {
            Baseline.write(all, written);
        }
    }
}
