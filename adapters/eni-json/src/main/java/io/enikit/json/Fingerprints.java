package io.enikit.json;

import com.fasterxml.jackson.core.JsonGenerator;
import com.google.common.collect.HashMultiset;
import com.google.common.collect.Multiset;
import com.google.common.hash.Hashing;
import io.enikit.json.gathered.ReadRules;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * What tells a result of SARIF from others, also after lines were moved: its rule, its file and its subject.
 *
 * <p>GitHub looks at {@code primaryLocationLineHash} only. Where it is missing, GitHub's action for uploads makes it from the
 * text of the line, and warns where another one is there. It is written here only where several results of a rule are on one
 * line, as in plans of Terraform, which would all be the same result otherwise.
 */
final class Fingerprints {
    private static final String OF_SUBJECT = "eni/v1";
    private static final String OF_LINE = "primaryLocationLineHash";

    private final Multiset<String> onLine = HashMultiset.create();
    private final Multiset<String> seen = HashMultiset.create();

    private Fingerprints() {}

    static Fingerprints of(Findings findings) {
        Fingerprints fingerprints = new Fingerprints();
        findings.findings()
                .forEach(each -> fingerprints.onLine.add(line(each.violation().rule(), each.place())));
        findings.unknowns()
                .forEach(each -> fingerprints.onLine.add(line(ReadRules.UNKNOWN.id(), Optional.of(each.origin()))));
        return fingerprints;
    }

    void write(String rule, Optional<Origin> place, String subject, JsonGenerator json) throws IOException {
        String key = rule + "\n" + place.map(Origin::file).orElse("") + "\n" + subject;
        seen.add(key);
        String hash = Hashing.sha256().hashString(key, StandardCharsets.UTF_8).toString();
        json.writeObjectFieldStart("partialFingerprints");
        json.writeStringField(OF_SUBJECT, hash + ":" + seen.count(key));
        if (onLine.count(line(rule, place)) > 1) {
            json.writeStringField(OF_LINE, hash + ":" + seen.count(key));
        }
        json.writeEndObject();
    }

    private static String line(String rule, Optional<Origin> place) {
        return rule + "\n"
                + place.map(each -> each.file() + "\n" + each.line().orElse(1)).orElse("");
    }
}
