package io.enikit.operations;

import io.enikit.model.NetworkPlan;
import io.enikit.rules.Evidence;
import io.enikit.rules.Phase;
import io.enikit.rules.RuleInfo;
import java.util.Optional;

/** The VPC of a call exists. */
final class VpcKnown extends Precondition<OnVpc> {
    VpcKnown() {
        super(
                RuleInfo.documented(
                                "vpc.known",
                                Phase.IDS,
                                "The VPC of a call exists.",
                                "Error codes for the Amazon EC2 API")
                        .withCatalogIds("VPC-404")
                        .withCode("InvalidVpcID.NotFound", Evidence.SEEN),
                OnVpc.class);
    }

    @Override
    Optional<String> check(OnVpc operation, NetworkPlan plan) {
        return plan.vpc(operation.vpc()).isPresent()
                ? Optional.empty()
                : Optional.of("the VPC \"" + operation.vpc() + "\" does not exist");
    }

    @Override
    boolean isEssential() {
        return true;
    }
}
