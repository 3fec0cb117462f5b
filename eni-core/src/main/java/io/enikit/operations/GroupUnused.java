package io.enikit.operations;

import io.enikit.model.NetworkPlan;
import io.enikit.rules.Evidence;
import io.enikit.rules.Phase;
import io.enikit.rules.RuleInfo;
import io.enikit.rules.Severity;
import java.util.Optional;

/** A security group that is deleted has no interface in it. */
final class GroupUnused extends Precondition<DeleteSecurityGroup> {
    GroupUnused() {
        super(
                RuleInfo.builder()
                        .id("delete.group-unused")
                        .addCatalogId("SG-DELETE")
                        .summary("A security group that is deleted has no interface in it.")
                        .evidence(Evidence.DOCUMENTED)
                        .severity(Severity.ERROR)
                        .phase(Phase.STATE)
                        .ec2Code("DependencyViolation")
                        .codeEvidence(Evidence.SEEN)
                        .source("Error codes for the Amazon EC2 API")
                        .build(),
                DeleteSecurityGroup.class);
    }

    @Override
    Optional<String> check(DeleteSecurityGroup operation, NetworkPlan plan) {
        return plan.enisWith(operation.group()).stream()
                .findFirst()
                .map(eni -> "resource " + operation.group() + " has a dependent object: " + eni.id());
    }
}
