package io.enikit.operations;

import io.enikit.model.NetworkPlan;
import io.enikit.rules.Evidence;
import io.enikit.rules.Phase;
import io.enikit.rules.RuleInfo;
import io.enikit.rules.Severity;
import java.util.Optional;

/** A call associates one block with a VPC. */
final class OneBlockStated extends Precondition<AssociateVpcCidrBlock> {
    OneBlockStated() {
        super(
                RuleInfo.builder()
                        .id("associate.one-block")
                        .addCatalogId("VPC-V6-ONEOF")
                        .summary("A call associates one block with a VPC.")
                        .evidence(Evidence.DOCUMENTED)
                        .severity(Severity.ERROR)
                        .phase(Phase.SHAPE)
                        .source("AssociateVpcCidrBlock")
                        .build(),
                AssociateVpcCidrBlock.class);
    }

    @Override
    Optional<String> check(AssociateVpcCidrBlock operation, NetworkPlan plan) {
        int stated = operation.blocks().size() + (operation.amazonProvidedIpv6CidrBlock() ? 1 : 0);
        return stated == 1
                ? Optional.empty()
                : Optional.of(stated + " blocks for " + operation.vpc()
                        + ": expected one of cidrBlock, ipv6CidrBlock and amazonProvidedIpv6CidrBlock");
    }

    @Override
    boolean isEssential() {
        return true;
    }
}
