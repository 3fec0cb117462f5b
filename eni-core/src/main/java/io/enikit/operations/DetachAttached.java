package io.enikit.operations;

import io.enikit.model.Eni;
import io.enikit.model.NetworkPlan;
import io.enikit.rules.Evidence;
import io.enikit.rules.Phase;
import io.enikit.rules.RuleInfo;
import io.enikit.rules.Severity;
import java.util.Optional;

/** An interface that is detached was attached. */
final class DetachAttached extends Precondition<DetachEni> {
    DetachAttached() {
        super(
                RuleInfo.builder()
                        .id("detach.attached")
                        .addCatalogId("ATTACH-404")
                        .addCatalogId("DET-ELSEWHERE")
                        .summary("An interface that is detached was attached.")
                        .evidence(Evidence.DOCUMENTED)
                        .severity(Severity.ERROR)
                        .phase(Phase.IDS)
                        .ec2Code("InvalidAttachmentID.NotFound")
                        .codeEvidence(Evidence.SEEN)
                        .source("Error codes for the Amazon EC2 API")
                        .build(),
                DetachEni.class);
    }

    @Override
    Optional<String> check(DetachEni operation, NetworkPlan plan) {
        return plan.eni(operation.eni()).flatMap(Eni::attachment).isPresent()
                ? Optional.empty()
                : Optional.of(operation.eni() + " is attached to nothing");
    }
}
