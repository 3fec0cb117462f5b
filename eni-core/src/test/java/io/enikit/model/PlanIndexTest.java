package io.enikit.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.enikit.internal.PlanAccess;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** After edits, one by one and many at once, a plan knows what a search through its resources finds. */
class PlanIndexTest {
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void answers_afterEdits_areWhatASearchFinds(long seed) {
        CrowdedPlan random = new CrowdedPlan(seed);
        List<String> steps = new ArrayList<>();
        NetworkPlan.Builder builder = NetworkPlan.builder();
        for (int i = 0; i < 40; i++) {
            if (random.percent(15)) {
                ResourceId id = random.id();
                steps.add("remove " + id.kind() + " " + id);
                builder.remove(id);
            } else {
                Resource resource = random.resource();
                steps.add("put " + resource);
                builder.put(resource);
            }
            if (random.percent(10)) {
                List<SubnetDemand> demands = random.demands();
                steps.add("demands " + demands);
                builder.subnetDemands(demands);
            }
            // Where nothing is built, the next edits are made at once.
            if (random.percent(50)) {
                check(builder.build(), seed, steps);
            }
        }
        NetworkPlan plan = builder.build();
        check(PlanAccess.get().indexed(plan), seed, steps);
        NetworkPlan read = PlanText.read(PlanText.write(plan));
        assertThat(read).isEqualTo(plan).hasSameHashCodeAs(plan);
        check(read, seed, steps);
    }

    private static void check(NetworkPlan plan, long seed, List<String> steps) {
        try {
            PlanSearch.check(plan);
        } catch (AssertionError e) {
            throw new AssertionError(
                    "seed " + seed + ", after:\n" + String.join("\n", steps) + "\n" + e.getMessage(), e);
        }
    }
}
