package io.enikit.operations;

import io.enikit.model.NetworkPlan;
import io.enikit.rules.Evidence;
import io.enikit.rules.Phase;
import io.enikit.rules.RuleInfo;
import java.util.List;
import java.util.Optional;

/** A block that is taken off a VPC has no subnet in it. */
final class VpcBlockUnused extends Precondition<DisassociateVpcCidrBlock> {
    VpcBlockUnused() {
        super(
                RuleInfo.documented(
                                "disassociate.vpc-block-unused",
                                Phase.STATE,
                                "A block that is taken off a VPC has no subnet in it.",
                                "DisassociateVpcCidrBlock")
                        .withCatalogIds("VPC-CIDR-INUSE")
                        .withCode("InvalidCidrBlock.InUse", Evidence.INFERRED),
                DisassociateVpcCidrBlock.class);
    }

    @Override
    Optional<String> check(DisassociateVpcCidrBlock operation, NetworkPlan plan) {
        List<String> subnets = Dependencies.of(plan.subnetsOverlapping(operation.vpc(), operation.block()));
        return subnets.isEmpty()
                ? Optional.empty()
                : Optional.of(operation.block() + " of VPC " + operation.vpc()
                        + " may not be disassociated: it is in use by " + String.join(", ", subnets));
    }
}
