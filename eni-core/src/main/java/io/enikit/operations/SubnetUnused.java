package io.enikit.operations;

import io.enikit.model.NetworkPlan;
import io.enikit.rules.Evidence;
import io.enikit.rules.Phase;
import io.enikit.rules.RuleInfo;
import java.util.Optional;

/** A subnet that is deleted has no interface in it, not even one of a service. */
final class SubnetUnused extends Precondition<DeleteSubnet> {
    SubnetUnused() {
        super(
                RuleInfo.documented(
                                "delete.subnet-unused",
                                Phase.STATE,
                                "A subnet that is deleted has no interface in it, not even one of a service.",
                                "Error codes for the Amazon EC2 API")
                        .withCatalogIds("SUBNET-DELETE")
                        .withCode("DependencyViolation", Evidence.SEEN),
                DeleteSubnet.class);
    }

    @Override
    Optional<String> check(DeleteSubnet operation, NetworkPlan plan) {
        return Dependencies.refusal("subnet", operation.subnet(), Dependencies.of(plan.enisIn(operation.subnet())));
    }
}
