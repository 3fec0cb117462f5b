package io.enikit.testkit;

import com.google.common.collect.ImmutableList;
import io.enikit.model.NetworkPlan;
import io.enikit.model.Resource;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Makes up plans with up to three faults, and some with what others refer to taken out. No rule is asked, so that the
 * plans stay the same whatever the rules say.
 */
final class RoughPlans {
    private static final ValidPlans BEFORE = ValidPlans.ofInstances(0, 3);
    private static final ImmutableList<Breaker> BREAKERS = breakers();

    private RoughPlans() {}

    private static ImmutableList<Breaker> breakers() {
        Map<String, Breaker> all = new TreeMap<>();
        NetworkBreakers.addTo(all);
        InterfaceBreakers.addTo(all);
        AddressBreakers.addTo(all);
        PrefixBreakers.addTo(all);
        TrunkBreakers.addTo(all);
        BlockBreakers.addTo(all);
        LimitBreakers.addTo(all);
        return ImmutableList.copyOf(all.values());
    }

    /** Makes a plan; seeds one after the other break one rule after the other. */
    static NetworkPlan plan(int seed) {
        Choice choice = new Choice(seed);
        SampleNetwork site = SampleNetwork.on(BEFORE.plan(choice.seed()), choice);
        NetworkPlan plan = BREAKERS.get(seed % BREAKERS.size()).breakOn(site).orElse(site.plan());
        int more = choice.between(0, 2);
        for (int i = 0; i < more; i++) {
            NetworkPlan soFar = plan;
            plan = choice.of(BREAKERS)
                    .breakOn(site)
                    .map(broken -> withChanges(soFar, site.plan(), broken))
                    .orElse(soFar);
        }
        return choice.percent(25) ? withoutOne(plan, choice) : plan;
    }

    /** Makes the changes from one plan to another in a third one as well. */
    private static NetworkPlan withChanges(NetworkPlan plan, NetworkPlan before, NetworkPlan after) {
        NetworkPlan.Builder builder = plan.toBuilder();
        after.resources()
                .filter(each -> !before.find(each.resourceId()).equals(Optional.of(each)))
                .forEach(builder::put);
        if (!after.quotas().equals(before.quotas())) {
            builder.quotas(after.quotas());
        }
        return builder.build();
    }

    private static NetworkPlan withoutOne(NetworkPlan plan, Choice choice) {
        Resource one = choice.of(plan.resources().toList());
        return plan.toBuilder().remove(one.resourceId()).build();
    }
}
