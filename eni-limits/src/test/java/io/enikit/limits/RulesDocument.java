package io.enikit.limits;

import io.enikit.operations.Ec2;
import io.enikit.rules.Ec2Rules;
import io.enikit.rules.Evidence;
import io.enikit.rules.RuleInfo;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** The text of docs/rules.md, made from what the rules say of themselves. */
final class RulesDocument {
    static final Path FILE = Path.of("..", "docs", "rules.md");

    private RulesDocument() {}

    static String text() {
        return """
                # Rules

                Every rule and every precondition that the library knows, by id. `RuleSet.without` takes an id, or the first parts
                of one. The severity follows the evidence for the rule: D is documented by AWS, S was seen in an answer of EC2 that
                somebody published, I is inferred. A code in parentheses is inferred; where there is none, nobody has published one.
                A rule that is silent behind another one says nothing about a subject in which the other found an error; a rule that
                is silent about what is the same says nothing about the address, prefix, group or card that the other reported.

                This page is written from the rules themselves, and a test keeps it so.

                ## Rules on the state of a plan

                `Ec2Rules.standard()`. They serve `RuleSet.check` and `Ec2.apply` alike.

                """
                + table(Ec2Rules.standard().rules())
                + """

                ## Rules on what instance types allow

                `LimitRules.bundled()`, in `eni-limits`. Without them a plan with instances gets the warning `limits.unchecked`.

                """
                + table(LimitRules.bundled().rules())
                + """

                ## Preconditions of operations

                `Ec2.preconditions()`. They are looked at before the state that an operation leads to.

                """
                + table(Ec2.preconditions());
    }

    private static String table(List<RuleInfo> rules) {
        return "| id | what holds | | phase | EC2 code | source | catalog |\n|---|---|---|---|---|---|---|\n"
                + rules.stream().map(RulesDocument::row).collect(Collectors.joining());
    }

    private static String row(RuleInfo rule) {
        return "| `" + rule.id() + "` | " + rule.summary()
                + silence(" Silent behind ", rule.silentBehind())
                + silence(" Silent about what is the same behind ", rule.silentBehindSame())
                + " | " + rule.severity().toString().toLowerCase(Locale.ROOT) + ", "
                + rule.evidence().toString().charAt(0) + " | "
                + rule.phase().toString().toLowerCase(Locale.ROOT)
                + " | " + codes(rule) + " | " + rule.source() + " | " + String.join(", ", rule.catalogIds()) + " |\n";
    }

    private static String silence(String words, Collection<String> ids) {
        return ids.isEmpty()
                ? ""
                : words + ids.stream().map(id -> "`" + id + "`").collect(Collectors.joining(", ")) + ".";
    }

    private static String codes(RuleInfo rule) {
        String code = rule.ec2Code().orElse("");
        if (!code.isEmpty() && rule.codeEvidence() == Evidence.INFERRED) {
            code = "(" + code + ")";
        }
        return code
                + rule.codesByAction().entrySet().stream()
                        .sorted(java.util.Map.Entry.comparingByKey())
                        .map(each -> "; " + each.getKey() + ": " + each.getValue())
                        .collect(Collectors.joining());
    }
}
