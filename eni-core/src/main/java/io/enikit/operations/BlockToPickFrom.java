package io.enikit.operations;

import io.enikit.model.NetworkPlan;
import io.enikit.rules.Evidence;
import io.enikit.rules.Phase;
import io.enikit.rules.RuleInfo;
import io.enikit.rules.Severity;
import java.util.Optional;

/** A subnet has a block of the family that addresses or prefixes are to be picked from. */
final class BlockToPickFrom extends Precondition<AsksForAddresses> {
    BlockToPickFrom() {
        super(
                RuleInfo.builder()
                        .id("addresses.block")
                        .addCatalogId("IP6-IN-SUBNET")
                        .summary("A subnet has a block of the family that addresses or prefixes are to be picked from.")
                        .evidence(Evidence.DOCUMENTED)
                        .severity(Severity.ERROR)
                        .phase(Phase.ADDRESSES)
                        .ec2Code("InvalidParameterValue")
                        .codeEvidence(Evidence.INFERRED)
                        .source("AssignIpv6Addresses")
                        .build(),
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
