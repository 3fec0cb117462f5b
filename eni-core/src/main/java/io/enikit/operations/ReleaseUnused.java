package io.enikit.operations;

import io.enikit.model.ElasticIp;
import io.enikit.model.NetworkPlan;
import io.enikit.rules.Evidence;
import io.enikit.rules.Phase;
import io.enikit.rules.RuleInfo;
import io.enikit.rules.Severity;
import java.util.Optional;

/** An Elastic IP that is released is associated with nothing. */
final class ReleaseUnused extends Precondition<ReleaseElasticIp> {
    ReleaseUnused() {
        super(
                RuleInfo.builder()
                        .id("eip.release-unused")
                        .addCatalogId("EIP-RELEASE-INUSE")
                        .summary("An Elastic IP that is released is associated with nothing.")
                        .evidence(Evidence.DOCUMENTED)
                        .severity(Severity.ERROR)
                        .phase(Phase.STATE)
                        .ec2Code("InvalidIPAddress.InUse")
                        .source("ReleaseAddress")
                        .build(),
                ReleaseElasticIp.class);
    }

    @Override
    Optional<String> check(ReleaseElasticIp operation, NetworkPlan plan) {
        return plan.elasticIp(operation.elasticIp())
                .flatMap(ElasticIp::association)
                .map(current -> operation.elasticIp() + " is in use: it is associated with "
                        + current.privateIpAddress() + " of " + current.networkInterfaceId());
    }
}
