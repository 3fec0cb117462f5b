package io.enikit.json;

import io.enikit.limits.LimitRules;
import io.enikit.model.PlanText;
import io.enikit.rules.Ec2Rules;
import io.enikit.rules.RuleSet;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

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

    /** Returns all that a reading says, for a comparison with another one. */
    static Map<String, Object> members(Reading reading) {
        return Map.of(
                "plan", PlanText.write(reading.plan()),
                "outside", reading.outside(),
                "unknowns", reading.unknowns(),
                "leftOut", reading.leftOut(),
                "notRead", reading.notRead(),
                "findings", reading.check(RULES).findings());
    }

    /** Returns why values are unknown. */
    static List<String> reasons(Reading reading) {
        return reading.unknowns().stream().map(Unknown::reason).toList();
    }

    /** Returns the lines of the plan text that begin with a word. */
    static List<String> lines(Reading reading, String kind) {
        return Arrays.stream(PlanText.write(reading.plan()).split("\n"))
                .filter(line -> line.startsWith(kind + " "))
                .toList();
    }
}
