package io.enikit.operations;

import io.enikit.model.NetworkPlan;
import io.enikit.rules.Evidence;
import io.enikit.rules.Phase;
import io.enikit.rules.RuleInfo;
import io.enikit.rules.Severity;
import java.util.Optional;

/** A subnet that is deleted has no interface in it, not even one of a service. */
final class SubnetUnused extends Precondition<DeleteSubnet> {
    SubnetUnused() {
        super(
                RuleInfo.builder()
                        .id("delete.subnet-unused")
                        .addCatalogId("SUBNET-DELETE")
                        .summary("A subnet that is deleted has no interface in it, not even one of a service.")
                        .evidence(Evidence.DOCUMENTED)
                        .severity(Severity.ERROR)
                        .phase(Phase.STATE)
                        .ec2Code("DependencyViolation")
                        .codeEvidence(Evidence.SEEN)
                        .source("Error codes for the Amazon EC2 API")
                        .build(),
                DeleteSubnet.class);
    }

    @Override
    Optional<String> check(DeleteSubnet operation, NetworkPlan plan) {
        return Dependencies.refusal("subnet", operation.subnet(), Dependencies.of(plan.enisIn(operation.subnet())));
    }
}
