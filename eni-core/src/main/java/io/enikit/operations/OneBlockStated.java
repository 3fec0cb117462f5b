package io.enikit.operations;

import io.enikit.model.NetworkPlan;
import io.enikit.rules.Phase;
import io.enikit.rules.RuleInfo;
import java.util.Optional;

/** A call associates one block with a VPC. */
final class OneBlockStated extends Precondition<AssociateVpcCidrBlock> {
    OneBlockStated() {
        super(
                RuleInfo.documented(
                                "associate.one-block",
                                Phase.SHAPE,
                                "A call associates one block with a VPC.",
                                "AssociateVpcCidrBlock")
                        .withCatalogIds("VPC-V6-ONEOF"),
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
