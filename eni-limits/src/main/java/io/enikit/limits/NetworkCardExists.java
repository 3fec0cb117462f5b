package io.enikit.limits;

import io.enikit.model.Eni;
import io.enikit.model.NetworkPlan;
import io.enikit.rules.Evidence;
import io.enikit.rules.Faults;
import io.enikit.rules.Phase;
import io.enikit.rules.RuleInfo;

/** An interface is attached to a network card that the type has. */
final class NetworkCardExists extends AttachedEniRule {
    NetworkCardExists(InstanceTypes types) {
        super(
                RuleInfo.builder()
                        .id("limits.network-card")
                        .addCatalogId("ATT-CARD-DEFAULT")
                        .summary("An interface is attached to a network card that the type has.")
                        .evidence(Evidence.DOCUMENTED)
                        .phase(Phase.STATE)
                        .ec2Code("InvalidParameterValue")
                        .codeEvidence(Evidence.INFERRED)
                        .source("AttachNetworkInterface")
                        .build(),
                types);
    }

    @Override
    void check(Eni eni, InstanceLimits limits, NetworkPlan plan, Faults faults) {
        if (Cards.cardOf(eni, limits).isEmpty() && Cards.indexOf(eni) >= 0) {
            faults.add(
                    "",
                    "network card " + Cards.indexOf(eni) + " of an instance of type " + limits.instanceType()
                            + ", which has " + limits.networkCards().size() + " (from 0)",
                    "use a card that the type has");
        }
    }
}
