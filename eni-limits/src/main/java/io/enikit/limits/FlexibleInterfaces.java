package io.enikit.limits;

import io.enikit.model.Eni;
import io.enikit.model.Instance;
import io.enikit.model.NetworkPlan;
import io.enikit.rules.Evidence;
import io.enikit.rules.Faults;
import io.enikit.rules.Phase;
import io.enikit.rules.RuleInfo;
import io.enikit.rules.Severity;
import java.util.List;

/** An instance does with the interfaces that its type, and each network card, always allows. */
final class FlexibleInterfaces extends InstanceRule {
    private static final String HINT = "see to it that the flexible interfaces are enabled";

    FlexibleInterfaces(InstanceTypes types) {
        super(
                RuleInfo.builder()
                        .id("limits.interfaces-flexible")
                        .addCatalogId("LIM-FLEX")
                        .summary("An instance does with the interfaces that its type always allows.")
                        .evidence(Evidence.DOCUMENTED)
                        .phase(Phase.LIMITS)
                        .severity(Severity.WARNING)
                        .source("NetworkCardInfo")
                        .build(),
                types);
    }

    @Override
    void check(Instance instance, InstanceLimits limits, NetworkPlan plan, Faults faults) {
        List<Eni> enis = plan.enisOf(instance.id());
        int always = limits.maximumNetworkInterfaces();
        int most = Cards.mostInterfaces(limits);
        if (enis.size() > most) {
            return;
        }
        if (enis.size() > always) {
            faults.exceeds(
                    enis.size() - always,
                    enis.size() + " interfaces, " + limits.instanceType() + " allows " + always + " and "
                            + (most - always) + " more in some settings only",
                    HINT);
            return;
        }
        for (NetworkCard card : limits.networkCards()) {
            check(card, Cards.countOn(card, enis), limits, faults);
        }
    }

    private static void check(NetworkCard card, int interfaces, InstanceLimits limits, Faults faults) {
        int always = card.maximumNetworkInterfaces();
        int most = Cards.mostOn(card);
        if (interfaces > always && interfaces <= most) {
            faults.add(
                    "card " + card.networkCardIndex(),
                    interfaces + " interfaces on network card " + card.networkCardIndex() + ", each card of "
                            + limits.instanceType() + " holds " + always + " and " + (most - always)
                            + " more in some settings only",
                    HINT);
        }
    }
}
