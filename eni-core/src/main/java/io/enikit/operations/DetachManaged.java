package io.enikit.operations;

import io.enikit.model.Eni;
import io.enikit.model.NetworkPlan;
import io.enikit.rules.Evidence;
import io.enikit.rules.Phase;
import io.enikit.rules.RuleInfo;
import io.enikit.rules.Severity;
import java.util.Optional;

/** An interface that a service manages is not detached by you. */
final class DetachManaged extends Precondition<DetachEni> {
    DetachManaged() {
        super(
                RuleInfo.builder()
                        .id("detach.managed")
                        .addCatalogId("ENI-REQMANAGED")
                        .addCatalogId("DET-SERVICE")
                        .summary("An interface that a service manages is not detached by you.")
                        .evidence(Evidence.DOCUMENTED)
                        .severity(Severity.ERROR)
                        .phase(Phase.STATE)
                        .ec2Code("OperationNotPermitted")
                        .codeEvidence(Evidence.SEEN)
                        .source("Requester-managed network interfaces")
                        .build(),
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
