package io.enikit.json.gathered;

import static org.assertj.core.api.Assertions.assertThat;

import io.enikit.internal.PlanAccess;
import io.enikit.model.NetworkPlan;
import io.enikit.model.Resource;
import io.enikit.model.ResourceId;
import io.enikit.testkit.ValidPlans;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

class SettlementProperties {
    /** A plan knows without a look at its resources what they name, those that are gone included. */
    @Property(tries = 300)
    void targets_ofAllResources_areWhatThePlanNames(@ForAll long seed) {
        NetworkPlan whole = ValidPlans.standard().plan(seed);
        Random random = new Random(seed);
        NetworkPlan.Builder some = whole.toBuilder();
        whole.resources()
                .filter(each -> random.nextInt(3) == 0)
                .map(Resource::resourceId)
                .forEach(some::remove);
        for (NetworkPlan plan : new NetworkPlan[] {whole, some.build()}) {
            Set<ResourceId> targets = new TreeSet<>();
            plan.resources().forEach(each -> Settlement.targets(each, targets::add));
            plan.subnets().forEach(each -> targets.add(each.id()));

            assertThat(new TreeSet<>(PlanAccess.get().named(plan))).isEqualTo(targets);
        }
    }
}
