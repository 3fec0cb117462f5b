package io.enikit.operations;

import io.enikit.model.NetworkPlan;
import io.enikit.rules.Evidence;
import io.enikit.rules.Phase;
import io.enikit.rules.RuleInfo;
import java.util.Optional;

/** A subnet has a block of the family that addresses or prefixes are to be picked from. */
final class BlockToPickFrom extends Precondition<AsksForAddresses> {
    BlockToPickFrom() {
        super(
                RuleInfo.documented(
                                "addresses.block",
                                Phase.ADDRESSES,
                                "A subnet has a block of the family that addresses or prefixes are to be picked from.",
                                "AssignIpv6Addresses")
                        .withCatalogIds("IP6-IN-SUBNET")
                        .withCode("InvalidParameterValue", Evidence.INFERRED),
                AsksForAddresses.class);
    }

    @Override
    Optional<String> check(AsksForAddresses operation, NetworkPlan plan) {
        return operation.addressRequests(plan).stream()
                .filter(request ->
                        request.addressesToPick() + request.prefixCount().orElse(0) > 0)
                .filter(request -> plan.subnet(request.subnet())
                        .filter(subnet -> subnet.cidrBlock(request.family()).isEmpty())
                        .isPresent())
                .findFirst()
                .map(request -> "the subnet " + request.subnet() + " has no "
                        + request.family().label() + " block to pick from");
    }
}
