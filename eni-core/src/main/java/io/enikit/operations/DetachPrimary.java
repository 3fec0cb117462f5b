package io.enikit.operations;

import io.enikit.model.Attachment;
import io.enikit.model.Eni;
import io.enikit.model.NetworkPlan;
import io.enikit.rules.Evidence;
import io.enikit.rules.Phase;
import io.enikit.rules.RuleInfo;
import java.util.Optional;

/** The primary interface of an instance stays. */
final class DetachPrimary extends Precondition<DetachEni> {
    DetachPrimary() {
        super(
                RuleInfo.documented(
                                "detach.primary",
                                Phase.STATE,
                                "The primary interface of an instance, at device index 0 of network card 0, is never detached.",
                                "Attach a network interface to your instance")
                        .withCatalogIds("DET-PRIMARY")
                        .withCode("OperationNotPermitted", Evidence.SEEN),
                DetachEni.class);
    }

    @Override
    Optional<String> check(DetachEni operation, NetworkPlan plan) {
        return plan.eni(operation.eni())
                .flatMap(Eni::attachment)
                .filter(Attachment::isPrimary)
                .map(place -> "the network interface at device index 0 of network card 0 cannot be detached: "
                        + operation.eni() + " is the primary interface"
                        + place.instanceId().map(instance -> " of " + instance).orElse(""));
    }
}
