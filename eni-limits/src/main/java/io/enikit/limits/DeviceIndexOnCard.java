package io.enikit.limits;

import io.enikit.model.Eni;
import io.enikit.model.NetworkPlan;
import io.enikit.rules.Evidence;
import io.enikit.rules.Faults;
import io.enikit.rules.Phase;
import io.enikit.rules.RuleInfo;
import java.util.List;
import java.util.Optional;

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
        int index = eni.attachment().orElseThrow().deviceIndex();
        Optional<NetworkCard> card = Cards.cardOf(eni, limits);
        if (card.isPresent() && index >= Cards.mostOn(card.get()) && isOnly(eni, card.get(), limits, plan)) {
            faults.add(
                    "",
                    "device index " + index + " of network card " + card.get().networkCardIndex() + ", each card of "
                            + limits.instanceType() + " has 0 to " + (Cards.mostOn(card.get()) - 1),
                    "use a lower index, or another card");
        }
    }

    /** Whether the index is all that is wrong: where there are too many interfaces, other rules say so. */
    private static boolean isOnly(Eni eni, NetworkCard card, InstanceLimits limits, NetworkPlan plan) {
        List<Eni> all = plan.enisOf(eni.instanceId().orElseThrow());
        return all.size() <= Cards.mostInterfaces(limits) && Cards.countOn(card, all) <= Cards.mostOn(card);
    }
}
