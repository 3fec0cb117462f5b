package io.enikit.operations;

import io.enikit.model.NetworkPlan;
import io.enikit.rules.Evidence;
import io.enikit.rules.Phase;
import io.enikit.rules.RuleInfo;
import io.enikit.rules.Severity;
import java.util.Optional;

/** An interface that is deleted is attached to nothing. */
final class DeleteDetached extends Precondition<DeleteEni> {
    DeleteDetached() {
        super(
                RuleInfo.builder()
                        .id("delete.detached")
                        .addCatalogId("DEL-INUSE")
                        .summary("An interface that is deleted is attached to nothing.")
                        .evidence(Evidence.DOCUMENTED)
                        .severity(Severity.ERROR)
                        .phase(Phase.STATE)
                        .ec2Code("InvalidParameterValue")
                        .codeEvidence(Evidence.SEEN)
                        .source("DeleteNetworkInterface")
                        .build(),
                DeleteEni.class);
    }

    @Override
    Optional<String> check(DeleteEni operation, NetworkPlan plan) {
        return plan.eni(operation.eni())
                .filter(eni -> eni.attachment().isPresent())
                .map(eni -> "network interface '" + eni.id() + "' is currently in use"
                        + eni.instanceId().map(instance -> " by " + instance).orElse(""));
    }
}
