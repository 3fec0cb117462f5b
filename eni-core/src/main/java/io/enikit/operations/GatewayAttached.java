package io.enikit.operations;

import io.enikit.model.NetworkPlan;
import io.enikit.rules.Evidence;
import io.enikit.rules.Phase;
import io.enikit.rules.RuleInfo;
import io.enikit.rules.Severity;
import java.util.Optional;

/** An internet gateway that is detached was attached. */
final class GatewayAttached extends Precondition<DetachInternetGateway> {
    GatewayAttached() {
        super(
                RuleInfo.builder()
                        .id("gateway.detach-attached")
                        .summary("An internet gateway that is detached was attached.")
                        .evidence(Evidence.DOCUMENTED)
                        .severity(Severity.ERROR)
                        .phase(Phase.STATE)
                        .ec2Code("Gateway.NotAttached")
                        .source("Error codes for the Amazon EC2 API")
                        .build(),
                DetachInternetGateway.class);
    }

    @Override
    Optional<String> check(DetachInternetGateway operation, NetworkPlan plan) {
        return plan.vpc(operation.vpc())
                .filter(vpc -> !vpc.internetGatewayAttached())
                .map(vpc -> "the VPC " + vpc.id() + " has no internet gateway");
    }
}
