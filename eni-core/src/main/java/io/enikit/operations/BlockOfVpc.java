package io.enikit.operations;

import io.enikit.model.NetworkPlan;
import io.enikit.rules.Phase;
import io.enikit.rules.RuleInfo;
import java.util.Optional;

/** A block that is taken off a VPC is one of its blocks. */
final class BlockOfVpc extends Precondition<DisassociateVpcCidrBlock> {
    BlockOfVpc() {
        super(
                RuleInfo.seen(
                                "disassociate.vpc-block-known",
                                Phase.IDS,
                                "A block that is taken off a VPC is one of its blocks.",
                                "the codes that Terraform expects")
                        .withCatalogIds("VPC-CIDR-ASSOC-404")
                        .withCode("InvalidVpcCidrBlockAssociationID.NotFound"),
                DisassociateVpcCidrBlock.class);
    }

    @Override
    Optional<String> check(DisassociateVpcCidrBlock operation, NetworkPlan plan) {
        return plan.vpc(operation.vpc())
                .filter(vpc -> !vpc.cidrBlocks(operation.block().family()).contains(operation.block()))
                .map(vpc -> operation.block() + " is not associated with VPC " + vpc.id() + ", which has "
                        + vpc.cidrBlocks(operation.block().family()));
    }

    @Override
    boolean isEssential() {
        return true;
    }
}
