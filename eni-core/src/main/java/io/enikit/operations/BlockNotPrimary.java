package io.enikit.operations;

import io.enikit.model.NetworkPlan;
import io.enikit.model.Vpc;
import io.enikit.rules.Evidence;
import io.enikit.rules.Phase;
import io.enikit.rules.RuleInfo;
import java.util.Optional;

/** The primary IPv4 block of a VPC stays. */
final class BlockNotPrimary extends Precondition<DisassociateVpcCidrBlock> {
    BlockNotPrimary() {
        super(
                RuleInfo.documented(
                                "disassociate.not-primary",
                                Phase.STATE,
                                "The primary IPv4 block of a VPC cannot be taken off it.",
                                "VPC CIDR blocks")
                        .withCatalogIds("VPC-CIDR-PRIMARY-FIXED")
                        .withCode("OperationNotPermitted", Evidence.SEEN),
                DisassociateVpcCidrBlock.class);
    }

    @Override
    Optional<String> check(DisassociateVpcCidrBlock operation, NetworkPlan plan) {
        return plan.vpc(operation.vpc())
                .flatMap(Vpc::primaryCidrBlock)
                .filter(operation.block()::equals)
                .map(block -> block + " may not be disassociated: it is the primary IPv4 CIDR block of VPC "
                        + operation.vpc());
    }
}
