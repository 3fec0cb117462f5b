package io.enikit.operations;

import io.enikit.model.InstanceState;
import io.enikit.model.NetworkPlan;
import io.enikit.rules.Evidence;
import io.enikit.rules.Phase;
import io.enikit.rules.RuleInfo;
import java.util.Optional;

/** An Elastic IP is not associated with an instance that is still pending. */
final class NotPending extends Precondition<AssociateElasticIpWithInstance> {
    NotPending() {
        super(
                RuleInfo.documented(
                                "eip.instance-state",
                                Phase.STATE,
                                "An Elastic IP is not associated with an instance that is still pending.",
                                "Error codes for the Amazon EC2 API")
                        .withCatalogIds("EIP-PENDING")
                        .withCode("IncorrectInstanceState", Evidence.SEEN),
                AssociateElasticIpWithInstance.class);
    }

    @Override
    Optional<String> check(AssociateElasticIpWithInstance operation, NetworkPlan plan) {
        return plan.instance(operation.instance())
                .filter(instance -> instance.state() == InstanceState.PENDING)
                .map(instance -> "instance '" + instance.id() + "' is pending: expected it to run or to be stopped");
    }
}
