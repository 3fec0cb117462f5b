package io.enikit.rules;

import java.util.Map;

/** A resource has no more than 50 tags; those of AWS do not count. */
final class TagCount extends TagRule {
    private static final int MOST = 50;

    TagCount() {
        super(RuleInfo.builder()
                .id("tags.count")
                .addCatalogId("TAG-50")
                .summary("A resource has no more than 50 tags; those of AWS do not count.")
                .evidence(Evidence.DOCUMENTED)
                .phase(Phase.LIMITS)
                .ec2Code("TagLimitExceeded")
                .codeEvidence(Evidence.SEEN)
                .source("Tag your Amazon EC2 resources")
                .build());
    }

    @Override
    void check(Map<String, String> tags, Faults faults) {
        long count =
                tags.keySet().stream().filter(key -> !key.startsWith("aws:")).count();
        if (count > MOST) {
            faults.exceeds(count - MOST, count + " tags, a resource has " + MOST + " at most", "remove some");
        }
    }
}
