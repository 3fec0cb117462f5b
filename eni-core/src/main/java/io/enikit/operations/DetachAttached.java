package io.enikit.operations;

import io.enikit.model.Eni;
import io.enikit.model.NetworkPlan;
import io.enikit.rules.Evidence;
import io.enikit.rules.Phase;
import io.enikit.rules.RuleInfo;
import java.util.Optional;

/** An interface that is detached was attached. */
final class DetachAttached extends Precondition<DetachEni> {
    DetachAttached() {
        super(
                RuleInfo.documented(
                                "detach.attached",
                                Phase.IDS,
                                "An interface that is detached was attached.",
                                "Error codes for the Amazon EC2 API")
                        .withCatalogIds("ATTACH-404", "DET-ELSEWHERE")
                        .withCode("InvalidAttachmentID.NotFound", Evidence.SEEN),
                DetachEni.class);
    }

    @Override
    Optional<String> check(DetachEni operation, NetworkPlan plan) {
        return plan.eni(operation.eni()).flatMap(Eni::attachment).isPresent()
                ? Optional.empty()
                : Optional.of(operation.eni() + " is attached to nothing");
    }
}
