package io.enikit.operations;

import io.enikit.model.NetworkPlan;
import io.enikit.rules.Evidence;
import io.enikit.rules.Phase;
import io.enikit.rules.RuleInfo;
import java.util.List;
import java.util.Optional;

/** A security group that is deleted has no interface in it and is associated with no further VPC. */
final class GroupUnused extends Precondition<DeleteSecurityGroup> {
    GroupUnused() {
        super(
                RuleInfo.documented(
                                "delete.group-unused",
                                Phase.STATE,
                                "A security group that is deleted has no interface in it and is associated with no further VPC.",
                                "Error codes for the Amazon EC2 API")
                        .withCatalogIds("SG-DELETE")
                        .withCode("DependencyViolation", Evidence.SEEN),
                DeleteSecurityGroup.class);
    }

    @Override
    Optional<String> check(DeleteSecurityGroup operation, NetworkPlan plan) {
        List<String> dependents = Dependencies.of(plan.enisWith(operation.group()));
        plan.securityGroup(operation.group()).stream()
                .flatMap(group -> group.associatedVpcIds().stream())
                .forEach(vpc -> dependents.add("its association with vpc " + vpc));
        return dependents.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        "resource " + operation.group() + " has a dependent object: " + String.join(", ", dependents));
    }
}
