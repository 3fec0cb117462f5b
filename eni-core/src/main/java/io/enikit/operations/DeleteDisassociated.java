package io.enikit.operations;

import io.enikit.model.Eni;
import io.enikit.model.NetworkPlan;
import io.enikit.rules.Evidence;
import io.enikit.rules.Phase;
import io.enikit.rules.RuleInfo;
import io.enikit.rules.Severity;
import java.util.Optional;

/** A branch interface that is deleted has been disassociated from its trunk. */
final class DeleteDisassociated extends Precondition<DeleteEni> {
    DeleteDisassociated() {
        super(
                RuleInfo.builder()
                        .id("delete.disassociated")
                        .addCatalogId("TRUNK-DEL")
                        .summary("A branch interface that is deleted has been disassociated from its trunk.")
                        .evidence(Evidence.SEEN)
                        .severity(Severity.ERROR)
                        .phase(Phase.STATE)
                        .ec2Code("InvalidParameterValue")
                        .source("the VPC resource controller")
                        .build(),
                DeleteEni.class);
    }

    @Override
    Optional<String> check(DeleteEni operation, NetworkPlan plan) {
        return plan.eni(operation.eni())
                .flatMap(Eni::trunkAssociation)
                .map(trunk ->
                        "network interface '" + operation.eni() + "' is currently in use, as a branch of " + trunk);
    }
}
