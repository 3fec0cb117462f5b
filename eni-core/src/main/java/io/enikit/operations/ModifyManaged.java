package io.enikit.operations;

import io.enikit.model.Eni;
import io.enikit.model.NetworkPlan;
import io.enikit.rules.Evidence;
import io.enikit.rules.Phase;
import io.enikit.rules.RuleInfo;
import io.enikit.rules.Severity;
import java.util.Optional;

/** Of an interface that a service manages only the tags change. */
final class ModifyManaged extends Precondition<ChangesEni> {
    ModifyManaged() {
        super(
                RuleInfo.builder()
                        .id("modify.managed")
                        .addCatalogId("ENI-REQMANAGED")
                        .summary("Of an interface that a service manages only the tags change.")
                        .evidence(Evidence.DOCUMENTED)
                        .severity(Severity.ERROR)
                        .phase(Phase.STATE)
                        .ec2Code("AuthFailure")
                        .codeEvidence(Evidence.SEEN)
                        .source("Requester-managed network interfaces")
                        .build(),
                ChangesEni.class);
    }

    @Override
    Optional<String> check(ChangesEni operation, NetworkPlan plan) {
        return plan.eni(operation.eni())
                .filter(Eni::requesterManaged)
                .map(eni -> "you do not have permission to access the specified resource: " + eni.id()
                        + " is managed by a service");
    }
}
