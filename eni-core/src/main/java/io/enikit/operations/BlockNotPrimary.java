package io.enikit.operations;

import io.enikit.model.NetworkPlan;
import io.enikit.model.Vpc;
import io.enikit.rules.Evidence;
import io.enikit.rules.Phase;
import io.enikit.rules.RuleInfo;
import io.enikit.rules.Severity;
import java.util.Optional;

/** The primary IPv4 block of a VPC stays. */
final class BlockNotPrimary extends Precondition<DisassociateVpcCidrBlock> {
    BlockNotPrimary() {
        super(
                RuleInfo.builder()
                        .id("disassociate.not-primary")
                        .addCatalogId("VPC-CIDR-PRIMARY-FIXED")
                        .summary("The primary IPv4 block of a VPC cannot be taken off it.")
                        .evidence(Evidence.DOCUMENTED)
                        .severity(Severity.ERROR)
                        .phase(Phase.STATE)
                        .ec2Code("OperationNotPermitted")
                        .codeEvidence(Evidence.SEEN)
                        .source("VPC CIDR blocks")
                        .build(),
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
