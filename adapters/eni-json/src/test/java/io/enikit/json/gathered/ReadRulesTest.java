package io.enikit.json.gathered;

import static org.assertj.core.api.Assertions.assertThat;

import io.enikit.rules.Ec2Rules;
import io.enikit.rules.RuleInfo;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** The rules of files are listed in the guide, with what they say and where that is from. */
class ReadRulesTest {
    @Test
    void rulesOfFiles_areInTheGuide() throws IOException {
        String page = Files.readString(guide());
        assertThat(ReadRules.all())
                .filteredOn(rule -> Ec2Rules.standard().find(rule.id()).isEmpty())
                .hasSizeGreaterThan(8)
                .allSatisfy(rule -> assertThat(page).contains(row(rule)));
    }

    private static String row(RuleInfo rule) {
        String severity = rule.severity().toString().toLowerCase(Locale.ROOT);
        return "| `" + rule.id() + "` | " + rule.summary() + " | " + severity + " | " + rule.source() + " |";
    }

    private static Path guide() {
        return Path.of("..", "..", "docs", "guide", "templates.md");
    }
}
