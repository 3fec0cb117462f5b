package io.enikit.json;

import static org.assertj.core.api.Assertions.assertThat;

import io.enikit.json.gathered.Collector;
import io.enikit.json.gathered.ReadRules;
import io.enikit.json.text.Budget;
import io.enikit.model.VpcId;
import io.enikit.rules.RuleSet;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

/** In which worlds something is wrong, in words. */
class BranchesTest {
    private static final Origin HERE = new Origin("f", "/b", OptionalInt.of(3), Optional.empty());

    private static Reading reading(boolean wrong) {
        Collector collector = new Collector(new Budget(ReadLimits.defaults()));
        if (wrong) {
            collector.report(ReadRules.VALUE, VpcId.of("v"), "m", "h", HERE);
        }
        return new Reading(collector.build(), Branches.none());
    }

    /** Says where something is wrong among all worlds that conditions make; all are false in the usual one. */
    private static List<Optional<String>> where(
            List<String> names, Set<String> needed, Predicate<Map<String, Boolean>> wrong) {
        List<Map<String, Boolean>> worlds = new ArrayList<>();
        for (int i = 0; i < 1 << names.size(); i++) {
            Map<String, Boolean> world = new TreeMap<>();
            for (int k = 0; k < names.size(); k++) {
                world.put(names.get(k), (i & 1 << k) != 0);
            }
            worlds.add(world);
        }
        List<Branch> others = worlds.stream()
                .skip(1)
                .map(world -> new Branch(world, reading(wrong.test(world))))
                .toList();
        List<Finding> usual = reading(wrong.test(worlds.get(0))).found(RuleSet.of());
        return new Branches(worlds.get(0), false, others, needed)
                .merge(usual, RuleSet.of()).stream().map(Finding::where).toList();
    }

    private static boolean is(Map<String, Boolean> world, String name) {
        return world.getOrDefault(name, false);
    }

    @Test
    void oneCondition_isSaidAlone() {
        assertThat(where(List.of("A", "B"), Set.of(), world -> is(world, "B")))
                .containsExactly(Optional.of("where B is true"));
        assertThat(where(List.of("A", "B"), Set.of(), world -> !is(world, "A")))
                .containsExactly(Optional.of("where A is false"));
    }

    @Test
    void everywhere_isNotSaid() {
        assertThat(where(List.of("A", "B"), Set.of(), world -> true)).containsExactly(Optional.empty());
        assertThat(where(List.of("A", "B"), Set.of(), world -> false)).isEmpty();
    }

    @Test
    void severalWorlds_areSaidOneAfterTheOther() {
        assertThat(where(List.of("A", "B"), Set.of(), world -> is(world, "A") != is(world, "B")))
                .containsExactly(Optional.of("where A is true and B is false, or where A is false and B is true"));
    }

    @Test
    void conditionsThatDoNotMatter_areLeftOut() {
        List<String> names = List.of("A", "B", "C");
        assertThat(where(names, Set.of(), world -> is(world, "A") && is(world, "B")))
                .containsExactly(Optional.of("where A is true and B is true"));
        assertThat(where(names, Set.of(), world -> is(world, "B") && is(world, "C")))
                .containsExactly(Optional.of("where B is true and C is true"));
    }

    @Test
    void neededConditions_areSaidBeforeOthers() {
        assertThat(where(List.of("A", "B"), Set.of("B"), world -> is(world, "A") && is(world, "B")))
                .containsExactly(Optional.of("where A is true and B is true"));
    }

    @Test
    void moreThanThreeTerms_areCutShort() {
        assertThat(where(List.of("A", "B", "C"), Set.of(), world -> is(world, "A") ^ is(world, "B") ^ is(world, "C")))
                .containsExactly(Optional.of("where A is true and B is false and C is false"
                        + ", or where A is false and B is true and C is false"
                        + ", or where A is false and B is false and C is true, and elsewhere"));
    }

    @Test
    void branches_areTheSameForTheSame() {
        Map<String, Boolean> usual = Map.of("A", true);
        List<Branch> others = List.of(new Branch(Map.of("A", false), reading(true)));
        Branches branches = new Branches(usual, false, others, Set.of());
        assertThat(branches)
                .isEqualTo(new Branches(usual, false, others, Set.of("A")))
                .hasSameHashCodeAs(new Branches(usual, false, others, Set.of("A")))
                .isNotEqualTo(new Branches(Map.of("A", false), false, others, Set.of()))
                .isNotEqualTo(new Branches(usual, true, others, Set.of()))
                .isNotEqualTo(new Branches(usual, false, List.of(), Set.of()))
                .doesNotHaveSameHashCodeAs(new Branches(usual, true, others, Set.of()))
                .isNotEqualTo("a text");
        List<Branch> fine = List.of(new Branch(Map.of("A", false), reading(false)));
        assertThat(branches).isNotEqualTo(new Branches(usual, false, fine, Set.of()));
    }
}
