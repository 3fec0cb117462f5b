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
import java.util.stream.Stream;

/** The text of docs/rules.md, made from what the rules say of themselves. */
final class RulesDocument {
    static final Path FILE = Path.of("..", "docs", "rules.md");

    private RulesDocument() {}

    static String text() {
        List<RuleInfo> all = Stream.of(
                        Ec2Rules.standard().rules(), LimitRules.bundled().rules(), Ec2.preconditions())
                .flatMap(List::stream)
                .toList();
        return """
                # Rules

                Every rule and every precondition that the library knows, by id. `RuleSet.without` takes an id, or the first parts
                of one. The severity follows the evidence for the rule: D is documented by AWS, S was seen in an answer of EC2 that
                somebody published, I is inferred. A code in parentheses is inferred; where there is none, nobody has published one.
                A rule that is silent behind another one says nothing about a subject in which the other found an error; a rule that
                is silent about what is the same says nothing about the address, prefix, group or card that the other reported.

                EC2's own words, as accounts got them and published them, stand beside the code, with {name} in place of ids, addresses
                and numbers; in parentheses where only an emulator has them. They are known for WORDS entries, and a refusal gives
                them as `ec2Message()`. An association, whose id a plan has not, is named by the Elastic IP or the block.

                Three answers that accounts were seen to get are not followed, on purpose. An id such as eni-0 is refused for its form
                (`eni.id-form`) and not looked up, and a new interface with a secondary address in use is refused with the code that a
                primary one gets (`eni.ipv4.in-use`): the evidence is weak. Where EC2 picks an address at random, the lowest free one is
                picked, so that plans can be compared; `Ec2.withAddressSeed` picks others.

                This page is written from the rules themselves, and a test keeps it so.

                ## Rules on the state of a plan

                `Ec2Rules.standard()`. They serve `RuleSet.check` and `Ec2.apply` alike.

                """.replace("WORDS", known(all))
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
        return "| id | what holds | | phase | EC2 code | EC2's words | source | catalog |\n|---|---|---|---|---|---|---|---|\n"
                + rules.stream().map(RulesDocument::row).collect(Collectors.joining());
    }

    private static String row(RuleInfo rule) {
        return "| `" + rule.id() + "` | " + rule.summary()
                + silence(" Silent behind ", rule.silentBehind())
                + silence(" Silent about what is the same behind ", rule.silentBehindSame())
                + " | " + rule.severity().toString().toLowerCase(Locale.ROOT) + ", "
                + rule.evidence().toString().charAt(0) + " | "
                + rule.phase().toString().toLowerCase(Locale.ROOT)
                + " | " + codes(rule) + " | " + words(rule) + " | " + rule.source() + " | "
                + String.join(", ", rule.catalogIds()) + " |\n";
    }

    private static String silence(String words, Collection<String> ids) {
        return ids.isEmpty()
                ? ""
                : words + ids.stream().map(id -> "`" + id + "`").collect(Collectors.joining(", ")) + ".";
    }

    private static String words(RuleInfo rule) {
        String words = Stream.concat(rule.ec2Message().stream(), rule.furtherMessages().stream())
                .map(RulesDocument::cell)
                .collect(Collectors.joining(" or "));
        if (!words.isEmpty() && rule.messageEvidence() == Evidence.INFERRED) {
            words = "(" + words + ")";
        }
        return (words
                        + rule.messagesByAction().entrySet().stream()
                                .sorted(java.util.Map.Entry.comparingByKey())
                                .map(each -> "; " + each.getKey() + ": " + cell(each.getValue()))
                                .collect(Collectors.joining()))
                .replaceFirst("^; ", "");
    }

    private static String cell(String words) {
        return "`" + words.replace("\n", " ").replace("|", "\\|") + "`";
    }

    private static String known(List<RuleInfo> rules) {
        return rules.stream().filter(rule -> !words(rule).isEmpty()).count() + " of " + rules.size();
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
