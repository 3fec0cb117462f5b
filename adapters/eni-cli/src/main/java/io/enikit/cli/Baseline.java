package io.enikit.cli;

import io.enikit.internal.VisibleText;
import io.enikit.json.Finding;
import io.enikit.json.Findings;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A file of findings that do not count: a line each, of a rule, a resource and a reason behind {@code #}. */
final class Baseline {
    private static final String HEADER = "# eni baseline: rule, resource; what stands behind # is the reason";
    private static final String REASON = " #";
    /** Blanks of a name that would be taken for those around it. */
    private static final Pattern BLANKS = Pattern.compile("^ | $| (?=#)");

    private final Map<String, String> entries;

    private Baseline(Map<String, String> entries) {
        this.entries = entries;
    }

    static Baseline empty() {
        return new Baseline(Map.of());
    }

    static Baseline read(Path file) {
        List<String> lines;
        try {
            lines = Files.readAllLines(file, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw Failure.of(file.toString(), e);
        }
        Map<String, String> entries = new LinkedHashMap<>();
        for (int i = 0; i < lines.size(); i++) {
            String entry = entry(lines.get(i));
            if (entry.isEmpty() || entry.startsWith("#")) {
                continue;
            }
            if (entry.indexOf(' ') < 0) {
                throw new Failure(file + ":" + (i + 1) + ": \"" + entry + "\": expected a rule and a resource");
            }
            entries.put(entry.replaceFirst("\\s+", " "), reason(lines.get(i)));
        }
        return new Baseline(entries);
    }

    /** Returns what stands before the reason. */
    static String entry(String line) {
        int hash = line.indexOf(REASON);
        return (hash < 0 ? line : line.substring(0, hash)).strip();
    }

    /** Returns the reason, or nothing. */
    static String reason(String line) {
        int hash = line.indexOf(REASON);
        return hash < 0 ? "" : line.substring(hash + REASON.length()).strip();
    }

    private static String key(Finding finding) {
        String subject = VisibleText.of(finding.violation().subject().toString());
        String safe = BLANKS.matcher(subject).replaceAll("\\\\u0020");
        return finding.violation().rule() + " " + (safe.startsWith("#") ? "\\u0023" + safe.substring(1) : safe);
    }

    /** Returns the reason of a finding that is listed, which may be an empty text. */
    Optional<String> reasonFor(Finding finding) {
        return Optional.ofNullable(entries.get(key(finding)));
    }

    /** Returns the entries of which nothing is found. */
    List<String> unused(Findings all) {
        Set<String> found = all.findings().stream().map(Baseline::key).collect(Collectors.toSet());
        return entries.keySet().stream().filter(each -> !found.contains(each)).toList();
    }

    /** Writes all that was found, each thing once, with the reasons that stand there. */
    static void write(Findings all, Path file) {
        Baseline before = Files.exists(file) ? read(file) : empty();
        StringBuilder text = new StringBuilder(HEADER).append('\n');
        all.findings().stream().map(Baseline::key).distinct().forEach(key -> {
            String reason = before.entries.getOrDefault(key, "");
            text.append(key).append(reason.isEmpty() ? "" : " # " + reason).append('\n');
        });
        Streams.write(file, text);
    }
}
