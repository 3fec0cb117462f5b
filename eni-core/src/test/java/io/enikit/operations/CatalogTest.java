package io.enikit.operations;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.enikit.rules.Ec2Rules;
import io.enikit.rules.RuleInfo;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every entry of the catalog of what EC2 enforces is accounted for, and what the account says is so. */
class CatalogTest {
    private static final int ENTRIES = 254;
    private static final int MOST_NOT_MODELLED = 40;

    record Entry(String section, String id, String kind, String where) {}

    private static final List<Entry> ENTRIES_LISTED = read();

    private static List<Entry> read() {
        try (Stream<String> lines = Files.lines(Path.of("..", "docs", "catalog.tsv"))) {
            return lines.filter(line -> !line.startsWith("#"))
                    .map(line -> line.split("\t", -1))
                    .map(cells -> new Entry(cells[0], cells[1], cells[2], cells[3]))
                    .toList();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static List<Entry> ofKind(String kind) {
        return ENTRIES_LISTED.stream()
                .filter(entry -> entry.kind().equals(kind))
                .toList();
    }

    @Test
    void entries_areAllThereOnce() {
        assertThat(ENTRIES_LISTED).extracting(Entry::id).hasSize(ENTRIES).doesNotHaveDuplicates();
        assertThat(ENTRIES_LISTED)
                .extracting(Entry::kind)
                .isSubsetOf("rule", "precondition", "operation", "limits", "not modelled");
    }

    @Test
    void entries_ofRulesAndPreconditions_areClaimedByThem() {
        assertClaimed("rule", Ec2Rules.standard().rules());
        assertClaimed("precondition", Ec2.preconditions());
    }

    private static void assertClaimed(String kind, List<RuleInfo> infos) {
        Map<String, RuleInfo> byId = infos.stream().collect(Collectors.toMap(RuleInfo::id, Function.identity()));
        assertThat(ofKind(kind)).isNotEmpty().allSatisfy(entry -> {
            assertThat(byId).containsKey(entry.where());
            assertThat(requireNonNull(byId.get(entry.where())).catalogIds()).contains(entry.id());
        });
        Set<String> claimed = new TreeSet<>();
        infos.forEach(info -> claimed.addAll(info.catalogIds()));
        assertThat(ENTRIES_LISTED).extracting(Entry::id).containsAll(claimed);
    }

    @Test
    void entries_ofOperations_haveTheirTest() {
        assertThat(ofKind("operation")).isNotEmpty().allSatisfy(entry -> {
            String[] words = entry.where().split("[ .]", -1);
            assertThat(Operation.class).isAssignableFrom(Class.forName("io.enikit.operations." + words[0]));
            assertThat(Class.forName("io.enikit.operations." + words[1]).getDeclaredMethod(words[2]))
                    .isNotNull();
        });
    }

    @Test
    void entries_notModelled_areFewAndSayWhy() {
        assertThat(ofKind("not modelled"))
                .hasSizeLessThanOrEqualTo(MOST_NOT_MODELLED)
                .allSatisfy(entry -> assertThat(entry.where()).isNotBlank());
    }
}
