package io.enikit.limits;

import io.enikit.model.Instance;
import io.enikit.model.NetworkPlan;
import io.enikit.rules.Evidence;
import io.enikit.rules.Faults;
import io.enikit.rules.Phase;
import io.enikit.rules.RuleInfo;

/** A network card has no more interfaces than it holds. */
final class InterfacesPerCard extends InstanceRule {
    InterfacesPerCard(InstanceTypes types) {
        super(
                RuleInfo.builder()
                        .id("limits.interfaces-per-card")
                        .addCatalogId("ATT-LIMIT")
                        .summary("A network card has no more interfaces than it holds.")
                        .evidence(Evidence.DOCUMENTED)
                        .phase(Phase.LIMITS)
                        .ec2Code("AttachmentLimitExceeded")
                        .codeEvidence(Evidence.SEEN)
                        .addSilentBehind("limits.interfaces")
                        .source("NetworkCardInfo")
                        .build(),
                types);
    }

    @Override
    void check(Instance instance, InstanceLimits limits, NetworkPlan plan, Faults faults) {
        if (plan.enisOf(instance.id()).size() > Cards.mostInterfaces(limits)) {
            return;
        }
        for (NetworkCard card : limits.networkCards()) {
            int interfaces = Cards.countOn(card, plan.enisOf(instance.id()));
            if (interfaces > Cards.mostOn(card)) {
                faults.add(
                        "card " + card.networkCardIndex(),
                        interfaces + " interfaces on network card " + card.networkCardIndex() + ", each card of "
                                + limits.instanceType() + " holds " + Cards.mostOn(card),
                        "attach some of them to another card");
            }
        }
    }
}
