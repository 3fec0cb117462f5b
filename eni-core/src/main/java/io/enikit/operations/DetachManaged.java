package io.enikit.operations;

import io.enikit.model.Eni;
import io.enikit.model.NetworkPlan;
import io.enikit.rules.Evidence;
import io.enikit.rules.Phase;
import io.enikit.rules.RuleInfo;
import java.util.Optional;

/** An interface that a service manages is not detached by you. */
final class DetachManaged extends Precondition<DetachEni> {
    DetachManaged() {
        super(
                RuleInfo.documented(
                                "detach.managed",
                                Phase.STATE,
                                "An interface that a service manages is not detached by you.",
                                "Requester-managed network interfaces")
                        .withCatalogIds("ENI-REQMANAGED", "DET-SERVICE")
                        .withCode("OperationNotPermitted", Evidence.SEEN),
                DetachEni.class);
    }

    @Override
    Optional<String> check(DetachEni operation, NetworkPlan plan) {
        return plan.eni(operation.eni())
                .filter(Eni::requesterManaged)
                .map(eni -> "you are not allowed to manage 'ela-attach' attachments: " + eni.id()
                        + " is managed by a service");
    }
}
