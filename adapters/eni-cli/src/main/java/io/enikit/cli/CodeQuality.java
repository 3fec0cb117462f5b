package io.enikit.cli;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.google.common.hash.Hashing;
import io.enikit.internal.VisibleText;
import io.enikit.json.Finding;
import io.enikit.json.Findings;
import io.enikit.json.Origin;
import io.enikit.rules.Severity;
import io.enikit.rules.Violation;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/** Writes findings as a report of GitLab's Code Quality, each at a line of a file, with a fingerprint that no other has. */
final class CodeQuality {
    private CodeQuality() {}

    static String write(Findings findings) {
        StringWriter text = new StringWriter();
        Map<String, Integer> seen = new HashMap<>();
        try (JsonGenerator json = new JsonFactory().createGenerator(text).useDefaultPrettyPrinter()) {
            json.writeStartArray();
            for (Finding finding : findings.findings()) {
                if (finding.place().isPresent()) {
                    write(finding.violation(), finding.place().get(), seen, json);
                }
            }
            json.writeEndArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text + "\n";
    }

    private static void write(Violation violation, Origin origin, Map<String, Integer> seen, JsonGenerator json)
            throws IOException {
        json.writeStartObject();
        json.writeStringField("description", VisibleText.of(violation.subject() + ": " + violation.message()));
        json.writeStringField("check_name", violation.rule());
        json.writeStringField("fingerprint", fingerprint(violation, origin, seen));
        json.writeStringField("severity", severity(violation.severity()));
        json.writeObjectFieldStart("location");
        json.writeStringField("path", path(origin.file()));
        json.writeObjectFieldStart("lines");
        json.writeNumberField("begin", origin.line().orElse(1));
        json.writeEndObject();
        json.writeEndObject();
        json.writeEndObject();
    }

    /** Returns a path as GitLab has it: relative, and with slashes; reports are made in the folder of the project. */
    static String path(String file) {
        Path here = Path.of("").toAbsolutePath();
        Path path = Path.of(file);
        return (path.isAbsolute() && path.startsWith(here)
                        ? here.relativize(path).toString()
                        : file)
                .replace('\\', '/');
    }

    /** Returns what stays the same while other lines of the file change: there is one for each finding. */
    private static String fingerprint(Violation violation, Origin origin, Map<String, Integer> seen) {
        String key = origin.file() + "\n" + violation.rule() + "\n" + violation.subject();
        int number = seen.merge(key, 1, Integer::sum);
        return Hashing.sha256()
                .hashString(key + "\n" + number, StandardCharsets.UTF_8)
                .toString();
    }

    private static String severity(Severity severity) {
        return switch (severity) {
            case ERROR -> "major";
            case WARNING -> "minor";
            default -> "info";
        };
    }
}
