package io.enikit.operations;

import io.enikit.model.NetworkPlan;
import io.enikit.rules.Evidence;
import io.enikit.rules.Phase;
import io.enikit.rules.RuleInfo;
import java.util.List;
import java.util.Optional;

/** An internet gateway is detached once nothing in its VPC has a public IPv4 address. */
final class GatewayUnused extends Precondition<DetachInternetGateway> {
    GatewayUnused() {
        super(
                RuleInfo.documented(
                                "gateway.detach-unused",
                                Phase.STATE,
                                "An internet gateway is detached once nothing in its VPC has a public IPv4 address.",
                                "DetachInternetGateway")
                        .withCode("DependencyViolation", Evidence.INFERRED),
                DetachInternetGateway.class);
    }

    @Override
    Optional<String> check(DetachInternetGateway operation, NetworkPlan plan) {
        List<String> mapped = Dependencies.of(plan.subnetsOf(operation.vpc()).stream()
                .flatMap(subnet -> plan.enisIn(subnet.id()).stream())
                .filter(eni -> eni.publicIpv4().isPresent()
                        || !plan.elasticIpsOf(eni.id()).isEmpty())
                .toList());
        return mapped.isEmpty()
                ? Optional.empty()
                : Optional.of("the VPC " + operation.vpc() + " has mapped public addresses: those of "
                        + String.join(", ", mapped));
    }
}
