package io.enikit.operations;

import io.enikit.model.ElasticIp;
import io.enikit.model.NetworkPlan;
import io.enikit.rules.Evidence;
import io.enikit.rules.Phase;
import io.enikit.rules.RuleInfo;
import io.enikit.rules.Severity;
import java.util.Optional;

/** An Elastic IP is taken from where it is only where reassociation is allowed. */
final class Reassociation extends Precondition<Associates> {
    Reassociation() {
        super(
                RuleInfo.builder()
                        .id("eip.reassociation")
                        .addCatalogId("EIP-REASSOC")
                        .summary("An Elastic IP is taken from where it is only where reassociation is allowed.")
                        .evidence(Evidence.DOCUMENTED)
                        .severity(Severity.ERROR)
                        .phase(Phase.STATE)
                        .ec2Code("Resource.AlreadyAssociated")
                        .codeEvidence(Evidence.SEEN)
                        .source("AssociateAddress")
                        .build(),
                Associates.class);
    }

    @Override
    Optional<String> check(Associates operation, NetworkPlan plan) {
        return plan.elasticIp(operation.elasticIp())
                .flatMap(ElasticIp::association)
                .filter(current -> !operation.allowReassociation()
                        && !operation.target(plan).equals(Optional.of(current)))
                .map(current -> "resource " + operation.elasticIp() + " is already associated with "
                        + current.privateIpAddress() + " of " + current.networkInterfaceId());
    }
}
