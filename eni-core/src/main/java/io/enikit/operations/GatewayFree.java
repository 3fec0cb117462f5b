package io.enikit.operations;

import io.enikit.model.NetworkPlan;
import io.enikit.model.Vpc;
import io.enikit.rules.Evidence;
import io.enikit.rules.Phase;
import io.enikit.rules.RuleInfo;
import java.util.Optional;

/** A VPC has one internet gateway. */
final class GatewayFree extends Precondition<AttachInternetGateway> {
    GatewayFree() {
        super(
                RuleInfo.documented(
                                "gateway.attach-free",
                                Phase.STATE,
                                "A VPC has one internet gateway.",
                                "AttachInternetGateway")
                        .withCode("Resource.AlreadyAssociated", Evidence.INFERRED),
                AttachInternetGateway.class);
    }

    @Override
    Optional<String> check(AttachInternetGateway operation, NetworkPlan plan) {
        return plan.vpc(operation.vpc())
                .filter(Vpc::internetGatewayAttached)
                .map(vpc -> "the VPC " + vpc.id() + " has an internet gateway already");
    }
}
