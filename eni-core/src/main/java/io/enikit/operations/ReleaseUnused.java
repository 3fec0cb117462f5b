package io.enikit.operations;

import io.enikit.model.ElasticIp;
import io.enikit.model.NetworkPlan;
import io.enikit.rules.Phase;
import io.enikit.rules.RuleInfo;
import java.util.Optional;

/** An Elastic IP that is released is associated with nothing. */
final class ReleaseUnused extends Precondition<ReleaseElasticIp> {
    ReleaseUnused() {
        super(
                RuleInfo.documented(
                                "eip.release-unused",
                                Phase.STATE,
                                "An Elastic IP that is released is associated with nothing.",
                                "ReleaseAddress")
                        .withCatalogIds("EIP-RELEASE-INUSE")
                        .withCode("InvalidIPAddress.InUse"),
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
