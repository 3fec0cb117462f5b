package io.enikit.operations;

import io.enikit.model.NetworkPlan;
import io.enikit.rules.Evidence;
import io.enikit.rules.Phase;
import io.enikit.rules.RuleInfo;
import io.enikit.rules.Severity;
import java.util.Optional;

/** The Elastic IP of a call exists. */
final class ElasticIpKnown extends Precondition<OnElasticIp> {
    ElasticIpKnown() {
        super(
                RuleInfo.builder()
                        .id("eip.known")
                        .addCatalogId("EIP-404")
                        .summary("The Elastic IP of a call exists.")
                        .evidence(Evidence.DOCUMENTED)
                        .severity(Severity.ERROR)
                        .phase(Phase.IDS)
                        .ec2Code("InvalidAllocationID.NotFound")
                        .codeEvidence(Evidence.SEEN)
                        .putCodesByAction("DisassociateAddress", "InvalidAssociationID.NotFound")
                        .source("Error codes for the Amazon EC2 API")
                        .build(),
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
