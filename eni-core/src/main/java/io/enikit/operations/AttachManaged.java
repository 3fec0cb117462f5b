package io.enikit.operations;

import io.enikit.model.Eni;
import io.enikit.model.NetworkPlan;
import io.enikit.rules.Evidence;
import io.enikit.rules.Phase;
import io.enikit.rules.RuleInfo;
import io.enikit.rules.Severity;
import java.util.Optional;

/** An interface that a service manages is not attached by you. */
final class AttachManaged extends Precondition<Attaches> {
    AttachManaged() {
        super(
                RuleInfo.builder()
                        .id("attach.managed")
                        .addCatalogId("ENI-REQMANAGED")
                        .summary("An interface that a service manages is not attached by you.")
                        .evidence(Evidence.DOCUMENTED)
                        .severity(Severity.ERROR)
                        .phase(Phase.STATE)
                        .ec2Code("AuthFailure")
                        .codeEvidence(Evidence.INFERRED)
                        .source("Requester-managed network interfaces")
                        .build(),
                Attaches.class);
    }

    @Override
    Optional<String> check(Attaches operation, NetworkPlan plan) {
        return operation.attached().stream()
                .flatMap(eni -> plan.eni(eni).stream())
                .filter(Eni::requesterManaged)
                .findFirst()
                .map(eni -> "you do not have permission to access the specified resource: " + eni.id()
                        + " is managed by a service");
    }
}
