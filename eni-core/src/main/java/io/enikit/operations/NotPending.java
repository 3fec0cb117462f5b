package io.enikit.operations;

import io.enikit.model.InstanceState;
import io.enikit.model.NetworkPlan;
import io.enikit.rules.Evidence;
import io.enikit.rules.Phase;
import io.enikit.rules.RuleInfo;
import io.enikit.rules.Severity;
import java.util.Optional;

/** An Elastic IP is not associated with an instance that is still pending. */
final class NotPending extends Precondition<AssociateElasticIpWithInstance> {
    NotPending() {
        super(
                RuleInfo.builder()
                        .id("eip.instance-state")
                        .addCatalogId("EIP-PENDING")
                        .summary("An Elastic IP is not associated with an instance that is still pending.")
                        .evidence(Evidence.DOCUMENTED)
                        .severity(Severity.ERROR)
                        .phase(Phase.STATE)
                        .ec2Code("IncorrectInstanceState")
                        .codeEvidence(Evidence.SEEN)
                        .source("Error codes for the Amazon EC2 API")
                        .build(),
                AssociateElasticIpWithInstance.class);
    }

    @Override
    Optional<String> check(AssociateElasticIpWithInstance operation, NetworkPlan plan) {
        return plan.instance(operation.instance())
                .filter(instance -> instance.state() == InstanceState.PENDING)
                .map(instance -> "instance '" + instance.id() + "' is pending: expected it to run or to be stopped");
    }
}
