package io.enikit.operations;

import io.enikit.model.NetworkPlan;
import io.enikit.rules.Evidence;
import io.enikit.rules.Phase;
import io.enikit.rules.RuleInfo;
import java.util.Optional;

/** The Elastic IP of a call exists. */
final class ElasticIpKnown extends Precondition<OnElasticIp> {
    ElasticIpKnown() {
        super(
                RuleInfo.documented(
                                "eip.known",
                                Phase.IDS,
                                "The Elastic IP of a call exists.",
                                "Error codes for the Amazon EC2 API")
                        .withCatalogIds("EIP-404")
                        .withCode("InvalidAllocationID.NotFound", Evidence.SEEN)
                        .withCodeOf("DisassociateAddress", "InvalidAssociationID.NotFound"),
                OnElasticIp.class);
    }

    @Override
    Optional<String> check(OnElasticIp operation, NetworkPlan plan) {
        return plan.elasticIp(operation.elasticIp()).isPresent()
                ? Optional.empty()
                : Optional.of("the Elastic IP \"" + operation.elasticIp() + "\" does not exist");
    }

    @Override
    boolean isEssential() {
        return true;
    }
}
