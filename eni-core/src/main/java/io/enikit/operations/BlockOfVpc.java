package io.enikit.operations;

import io.enikit.model.NetworkPlan;
import io.enikit.rules.Evidence;
import io.enikit.rules.Phase;
import io.enikit.rules.RuleInfo;
import io.enikit.rules.Severity;
import java.util.Optional;

/** A block that is taken off a VPC is one of its blocks. */
final class BlockOfVpc extends Precondition<DisassociateVpcCidrBlock> {
    BlockOfVpc() {
        super(
                RuleInfo.builder()
                        .id("disassociate.vpc-block-known")
                        .addCatalogId("VPC-CIDR-ASSOC-404")
                        .summary("A block that is taken off a VPC is one of its blocks.")
                        .evidence(Evidence.SEEN)
                        .severity(Severity.ERROR)
                        .phase(Phase.IDS)
                        .ec2Code("InvalidVpcCidrBlockAssociationID.NotFound")
                        .source("the codes that Terraform expects")
                        .build(),
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
