package io.enikit.rules;

import java.util.Map;

/** A tag value has at most 256 characters. */
final class TagValueLength extends TagRule {
    private static final int LONGEST = 256;

    TagValueLength() {
        super(RuleInfo.builder()
                .id("tags.value-length")
                .addCatalogId("TAG-VALUE")
                .summary("A tag value has at most 256 characters.")
                .evidence(Evidence.DOCUMENTED)
                .phase(Phase.SHAPE)
                .ec2Code("InvalidParameterValue")
                .codeEvidence(Evidence.INFERRED)
                .source("Tag your Amazon EC2 resources")
                .build());
    }

    @Override
    void check(Map<String, String> tags, Faults faults) {
        tags.forEach((key, value) -> {
            if (characters(value) > LONGEST) {
                faults.add(
                        key,
                        "the value of tag \"" + key + "\" has " + characters(value) + " characters, at most " + LONGEST
                                + " are allowed",
                        "shorten it");
            }
        });
    }
}
