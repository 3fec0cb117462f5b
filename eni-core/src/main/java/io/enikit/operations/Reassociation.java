package io.enikit.operations;

import io.enikit.model.ElasticIp;
import io.enikit.model.NetworkPlan;
import io.enikit.rules.Evidence;
import io.enikit.rules.Phase;
import io.enikit.rules.RuleInfo;
import java.util.Optional;

/** An Elastic IP is taken from where it is only where reassociation is allowed. */
final class Reassociation extends Precondition<Associates> {
    Reassociation() {
        super(
                RuleInfo.documented(
                                "eip.reassociation",
                                Phase.STATE,
                                "An Elastic IP is taken from where it is only where reassociation is allowed.",
                                "AssociateAddress")
                        .withCatalogIds("EIP-REASSOC")
                        .withCode("Resource.AlreadyAssociated", Evidence.SEEN),
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
