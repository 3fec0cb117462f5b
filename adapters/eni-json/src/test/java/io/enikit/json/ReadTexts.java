package io.enikit.json;

import io.enikit.limits.LimitRules;
import io.enikit.rules.Ec2Rules;
import io.enikit.rules.RuleSet;
import java.util.Arrays;
import java.util.List;

/** Texts that are read together, and what all rules find in them, for tests. */
final class ReadTexts {
    static final RuleSet RULES = Ec2Rules.standard().and(LimitRules.bundled());

    private ReadTexts() {}

    static Reading read(String... texts) {
        return PlanReader.create()
                .read(Arrays.stream(texts)
                        .map(text -> Source.of("file" + Arrays.asList(texts).indexOf(text), text))
                        .toList());
    }

    /** Returns the rule and the subject of each finding. */
    static List<String> findings(Reading reading) {
        return reading.check(RULES).findings().stream()
                .map(each -> each.violation().rule() + " " + each.violation().subject())
                .toList();
    }
}
