package io.enikit.operations;

import io.enikit.model.NetworkPlan;
import io.enikit.rules.Phase;
import io.enikit.rules.RuleInfo;
import java.util.Optional;

/** An internet gateway that is detached was attached. */
final class GatewayAttached extends Precondition<DetachInternetGateway> {
    GatewayAttached() {
        super(
                RuleInfo.documented(
                                "gateway.detach-attached",
                                Phase.STATE,
                                "An internet gateway that is detached was attached.",
                                "Error codes for the Amazon EC2 API")
                        .withCode("Gateway.NotAttached"),
                DetachInternetGateway.class);
    }

    @Override
    Optional<String> check(DetachInternetGateway operation, NetworkPlan plan) {
        return plan.vpc(operation.vpc())
                .filter(vpc -> !vpc.internetGatewayAttached())
                .map(vpc -> "the VPC " + vpc.id() + " has no internet gateway");
    }
}
