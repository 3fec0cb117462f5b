package io.enikit.limits;

import io.enikit.model.Eni;
import io.enikit.model.NetworkPlan;
import io.enikit.rules.Evidence;
import io.enikit.rules.Faults;
import io.enikit.rules.Phase;
import io.enikit.rules.RuleInfo;
import java.util.List;

/** A device index is one that the network card has. */
final class DeviceIndexOnCard extends AttachedEniRule {
    DeviceIndexOnCard(InstanceTypes types) {
        super(
                RuleInfo.builder()
                        .id("limits.device-index")
                        .addCatalogId("ATT-INDEX-CARD")
                        .summary("A device index is one that the network card has.")
                        .evidence(Evidence.SEEN)
                        .phase(Phase.LIMITS)
                        .ec2Code("AttachmentLimitExceeded")
                        .codeEvidence(Evidence.INFERRED)
                        .addSilentBehind("limits.interfaces")
                        .addSilentBehind("limits.interfaces-per-card")
                        .addSilentBehind("limits.network-card")
                        .source("reports of tools that use EC2")
                        .build(),
                types);
    }

    @Override
    void check(Eni eni, InstanceLimits limits, NetworkPlan plan, Faults faults) {
        List<Eni> all = plan.enisOf(eni.instanceId().orElseThrow());
        if (all.size() > Cards.mostInterfaces(limits)) {
            return;
        }
        int index = eni.attachment().orElseThrow().deviceIndex();
        Cards.cardOf(eni, limits)
                .filter(card -> index >= Cards.mostOn(card))
                .filter(card -> Cards.countOn(card, all) <= Cards.mostOn(card))
                .ifPresent(card -> faults.add(
                        "",
                        "device index " + index + " of network card " + card.networkCardIndex() + ", each card of "
                                + limits.instanceType() + " has 0 to " + (Cards.mostOn(card) - 1),
                        "use a lower index, or another card"));
    }
}
