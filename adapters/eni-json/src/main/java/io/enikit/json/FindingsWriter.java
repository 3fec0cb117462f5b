package io.enikit.json;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.google.common.collect.Iterables;
import io.enikit.internal.VisibleText;
import io.enikit.json.gathered.ReadRules;
import io.enikit.json.text.JsonText;
import io.enikit.model.ResourceId;
import io.enikit.rules.RuleInfo;
import io.enikit.rules.Severity;
import io.enikit.rules.Violation;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Writes findings as JSON, plain or in the form of SARIF 2.1.0. */
final class FindingsWriter {
    private static final JsonFactory JSON = new JsonFactory();
    private static final int LONGEST = 5_000;
    private static final int LONGEST_SUBJECT = 500;
    private static final Pattern LIKE_A_SCHEME = Pattern.compile("[^/]*:");
    private static final String SCHEMA =
            "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";

    private final Findings findings;
    private final JsonGenerator json;
    private final Fingerprints fingerprints;

    /** Writes with a generator. */
    @FunctionalInterface
    private interface Body {
        void write(FindingsWriter writer) throws IOException;
    }

    private FindingsWriter(Findings findings, JsonGenerator json) {
        this.findings = findings;
        this.json = json;
        this.fingerprints = Fingerprints.of(findings);
    }

    static String json(Findings findings) {
        return write(findings, FindingsWriter::plain);
    }

    static String sarif(Findings findings) {
        return write(findings, FindingsWriter::log);
    }

    private static String write(Findings findings, Body body) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = JSON.createGenerator(new JsonText(text))) {
            json.setPrettyPrinter(new DefaultPrettyPrinter());
            json.writeStartObject();
            body.write(new FindingsWriter(findings, json));
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.append('\n').toString();
    }

    private void plain() throws IOException {
        json.writeArrayFieldStart("findings");
        for (Finding finding : findings.findings()) {
            Violation violation = finding.violation();
            json.writeStartObject();
            json.writeStringField("rule", violation.rule());
            json.writeStringField("severity", violation.severity().toString());
            json.writeStringField("kind", violation.subject().kind().word());
            json.writeStringField("subject", cut(violation.subject().toString()));
            json.writeStringField("message", violation.message());
            json.writeStringField("hint", violation.hint());
            optional("ec2Code", violation.ec2Code());
            origin(finding.origin());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeArrayFieldStart("unknowns");
        for (Unknown unknown : findings.unknowns()) {
            json.writeStartObject();
            json.writeStringField("reason", unknown.reason());
            origin(Optional.of(unknown.origin()));
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeArrayFieldStart("outside");
        for (ResourceId id : Iterables.limit(findings.outside(), findings.most())) {
            json.writeStartObject();
            json.writeStringField("kind", id.kind().word());
            json.writeStringField("id", cut(id.toString()));
            json.writeEndObject();
        }
        json.writeEndArray();
        if (findings.outside().size() > findings.most()) {
            json.writeNumberField("outsideNotListed", findings.outside().size() - findings.most());
        }
        json.writeArrayFieldStart("notRead");
        for (Map.Entry<String, Integer> each : findings.notRead().entrySet()) {
            json.writeStartObject();
            json.writeStringField("type", each.getKey());
            json.writeNumberField("count", each.getValue());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeArrayFieldStart("unreadable");
        for (UnreadableException each : findings.unreadable()) {
            json.writeStartObject();
            json.writeStringField("message", each.getMessage());
            origin(Optional.of(each.origin()));
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    /**
     * Returns a text in which the signs stand for themselves that mean something in a message of SARIF: braces are those
     * of placeholders, brackets with parentheses behind them those of links (3.11.5 and 3.11.6 of its specification).
     */
    private static String plain(String text) {
        String braces = text.replace("{", "{{").replace("}", "}}");
        return braces.contains("](")
                ? braces.replace("\\", "\\\\").replace("[", "\\[").replace("]", "\\]")
                : braces;
    }

    /** Returns a text, or as much of it as is written: the output has an end, whatever is read. */
    private static String cut(String text) {
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "… (" + text.length() + " characters)";
    }

    private void optional(String key, Optional<String> value) throws IOException {
        if (value.isPresent()) {
            json.writeStringField(key, cut(value.get()));
        }
    }

    private void origin(Optional<Origin> origin) throws IOException {
        if (origin.isPresent()) {
            json.writeObjectFieldStart("origin");
            json.writeStringField("file", cut(origin.get().file()));
            json.writeStringField("path", cut(origin.get().path()));
            if (origin.get().line().isPresent()) {
                json.writeNumberField("line", origin.get().line().getAsInt());
            }
            optional("name", origin.get().name());
            json.writeEndObject();
        }
    }

    private void log() throws IOException {
        json.writeStringField("$schema", SCHEMA);
        json.writeStringField("version", "2.1.0");
        json.writeArrayFieldStart("runs");
        json.writeStartObject();
        Map<String, Integer> indexes = driver();
        json.writeStringField("columnKind", "utf16CodeUnits");
        json.writeArrayFieldStart("results");
        for (Finding finding : findings.findings()) {
            result(finding, requireNonNull(indexes.get(finding.violation().rule())));
        }
        for (Unknown unknown : findings.unknowns()) {
            result(unknown, requireNonNull(indexes.get(ReadRules.UNKNOWN.id())));
        }
        json.writeEndArray();
        json.writeEndObject();
        json.writeEndArray();
    }

    /** Writes the tool with the rules that the results name, and returns where each of these stands. */
    private Map<String, Integer> driver() throws IOException {
        Map<String, Optional<RuleInfo>> named = new TreeMap<>();
        for (Finding finding : findings.findings()) {
            named.computeIfAbsent(finding.violation().rule(), findings::info);
        }
        if (!findings.unknowns().isEmpty()) {
            named.put(ReadRules.UNKNOWN.id(), Optional.of(ReadRules.UNKNOWN));
        }
        Map<String, Integer> indexes = new TreeMap<>();
        json.writeObjectFieldStart("tool");
        json.writeObjectFieldStart("driver");
        json.writeStringField("name", "eni");
        json.writeArrayFieldStart("rules");
        for (Map.Entry<String, Optional<RuleInfo>> each : named.entrySet()) {
            indexes.put(each.getKey(), indexes.size());
            rule(each.getKey(), each.getValue().orElse(null));
        }
        json.writeEndArray();
        json.writeEndObject();
        json.writeEndObject();
        return indexes;
    }

    private void rule(String id, @Nullable RuleInfo info) throws IOException {
        json.writeStartObject();
        json.writeStringField("id", id);
        if (info == null) {
            message("shortDescription", id);
            message("fullDescription", id);
            message("help", id);
        } else {
            message("shortDescription", info.summary());
            message("fullDescription", info.summary());
            message("help", info.summary() + "\n\nSource: " + info.source());
            json.writeObjectFieldStart("defaultConfiguration");
            json.writeStringField("level", info.equals(ReadRules.UNKNOWN) ? "note" : level(info.severity()));
            json.writeEndObject();
        }
        json.writeEndObject();
    }

    private static String level(Severity severity) {
        return switch (severity) {
            case ERROR -> "error";
            case WARNING -> "warning";
            case ADVICE -> "note";
        };
    }

    private void message(String key, String text) throws IOException {
        json.writeObjectFieldStart(key);
        json.writeStringField("text", plain(text));
        json.writeEndObject();
    }

    private void result(Finding finding, int rule) throws IOException {
        Violation violation = finding.violation();
        json.writeStartObject();
        json.writeStringField("ruleId", violation.rule());
        json.writeNumberField("ruleIndex", rule);
        json.writeStringField("level", level(violation.severity()));
        message(
                "message",
                VisibleText.brief(violation.subject().toString(), LONGEST_SUBJECT) + ": " + violation.message() + "; "
                        + violation.hint());
        locations(finding.place(), Optional.of(violation.subject()));
        fingerprints.write(
                violation.rule(), finding.place(), violation.subject().toString(), json);
        json.writeObjectFieldStart("properties");
        optional("ec2Code", violation.ec2Code());
        optional("path", finding.origin().map(Origin::path));
        json.writeEndObject();
        json.writeEndObject();
    }

    private void result(Unknown unknown, int rule) throws IOException {
        json.writeStartObject();
        json.writeStringField("ruleId", ReadRules.UNKNOWN.id());
        json.writeNumberField("ruleIndex", rule);
        json.writeStringField("level", "note");
        message("message", "unknown: " + unknown.reason());
        locations(Optional.of(unknown.origin()), Optional.empty());
        fingerprints.write(
                ReadRules.UNKNOWN.id(),
                Optional.of(unknown.origin()),
                unknown.origin().path(),
                json);
        json.writeObjectFieldStart("properties");
        json.writeStringField("path", cut(unknown.origin().path()));
        json.writeEndObject();
        json.writeEndObject();
    }

    private void locations(Optional<Origin> origin, Optional<ResourceId> subject) throws IOException {
        json.writeArrayFieldStart("locations");
        json.writeStartObject();
        if (origin.isPresent()) {
            json.writeObjectFieldStart("physicalLocation");
            json.writeObjectFieldStart("artifactLocation");
            json.writeStringField("uri", uri(origin.get().file()));
            json.writeEndObject();
            json.writeObjectFieldStart("region");
            json.writeNumberField("startLine", origin.get().line().orElse(1));
            json.writeEndObject();
            json.writeEndObject();
        }
        Optional<String> name = subject.map(ResourceId::toString).or(() -> origin.flatMap(Origin::name));
        if (name.isPresent()) {
            json.writeArrayFieldStart("logicalLocations");
            json.writeStartObject();
            json.writeStringField("name", cut(name.get()));
            json.writeStringField("kind", "resource");
            json.writeEndObject();
            json.writeEndArray();
        }
        json.writeEndObject();
        json.writeEndArray();
    }

    /** Returns a text with the replacement character in place of halves of surrogate pairs, which no URI can have. */
    private static String wellFormed(String text) {
        StringBuilder whole = new StringBuilder(text.length());
        text.codePoints()
                .map(each -> each >= Character.MIN_SURROGATE && each <= Character.MAX_SURROGATE ? 0xFFFD : each)
                .forEach(whole::appendCodePoint);
        return whole.toString();
    }

    /** Returns a file name as a relative reference, or as a URI if it starts at the root of a file system. */
    private static String uri(String file) {
        String path = wellFormed(cut(file)).replace('\\', '/');
        boolean onDrive = path.startsWith(":/", 1);
        try {
            URI uri = onDrive || path.startsWith("/")
                    ? new URI("file", "", onDrive ? "/" + path : path, null)
                    : new URI(null, null, LIKE_A_SCHEME.matcher(path).lookingAt() ? "./" + path : path, null);
            return uri.toASCIIString();
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
