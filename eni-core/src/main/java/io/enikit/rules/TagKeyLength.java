package io.enikit.rules;

import java.util.Map;

/** A tag key has 1 to 128 characters. */
final class TagKeyLength extends TagRule {
    private static final int LONGEST = 128;

    TagKeyLength() {
        super(RuleInfo.builder()
                .id("tags.key-length")
                .addCatalogId("TAG-KEY")
                .summary("A tag key has 1 to 128 characters.")
                .evidence(Evidence.DOCUMENTED)
                .phase(Phase.SHAPE)
                .ec2Code("InvalidParameterValue")
                .codeEvidence(Evidence.INFERRED)
                .source("Tag your Amazon EC2 resources")
                .build());
    }

    @Override
    void check(Map<String, String> tags, Faults faults) {
        for (String key : tags.keySet()) {
            if (key.isEmpty() || characters(key) > LONGEST) {
                faults.add(
                        key,
                        "the tag key \"" + key + "\" has " + characters(key) + " characters, a key has 1 to " + LONGEST,
                        key.isEmpty() ? "name the tag" : "shorten it");
            }
        }
    }
}
