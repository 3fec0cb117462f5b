package io.enikit.limits;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.enikit.operations.Ec2;
import io.enikit.rules.Ec2Rules;
import io.enikit.rules.RuleInfo;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class RulesDocumentTest {
    @Test
    void rulesMd_isWhatTheRulesSayOfThemselves() throws IOException {
        if (Boolean.getBoolean("rules.write")) {
            Files.writeString(RulesDocument.FILE, RulesDocument.text());
        }
        assertThat(Files.readString(RulesDocument.FILE))
                .as("write it anew with -Dtest=RulesDocumentTest -Drules.write=true")
                .isEqualTo(RulesDocument.text());
    }

    @Test
    void ids_ofRulesAndPreconditions_areOneSpace() {
        List<RuleInfo> all = new ArrayList<>(Ec2.preconditions());
        all.addAll(Ec2Rules.standard().and(LimitRules.bundled()).rules());
        assertThat(all).extracting(RuleInfo::id).doesNotHaveDuplicates();
        assertThat(all)
                .allSatisfy(rule -> assertThat(all)
                        .extracting(RuleInfo::id)
                        .containsAll(rule.silentBehind())
                        .containsAll(rule.silentBehindSame()));
    }

    /** eni-core has to know the ids of preconditions in a package below them; they are written down for it here. */
    @Test
    void preconditionIds_areThoseOfThePreconditions() throws IOException {
        String ids = Ec2.preconditions().stream().map(rule -> rule.id() + "\n").collect(Collectors.joining());
        Path file =
                Path.of("..", "eni-core", "src", "main", "resources", "io", "enikit", "rules", "precondition-ids.txt");
        if (Boolean.getBoolean("rules.write")) {
            Files.writeString(file, ids);
        }
        assertThat(Files.readString(file)).isEqualTo(ids);
    }

    @Test
    void catalog_entriesOfLimits_areClaimedByARule() throws IOException {
        Map<String, RuleInfo> rules =
                LimitRules.bundled().rules().stream().collect(Collectors.toMap(RuleInfo::id, Function.identity()));
        List<String[]> entries = Files.readAllLines(Path.of("..", "docs", "catalog.tsv")).stream()
                .map(line -> line.split("\t", -1))
                .filter(cells -> cells.length > 3 && cells[2].equals("limits"))
                .toList();
        assertThat(entries).isNotEmpty().allSatisfy(cells -> {
            if (cells[3].startsWith("limits.")) {
                assertThat(rules).containsKey(cells[3]);
                assertThat(requireNonNull(rules.get(cells[3])).catalogIds()).contains(cells[1]);
            } else {
                assertThat(Class.forName("io.enikit.limits." + cells[3])).isNotInterface();
            }
        });
    }
}
