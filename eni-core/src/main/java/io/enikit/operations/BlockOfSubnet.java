package io.enikit.operations;

import io.enikit.model.NetworkPlan;
import io.enikit.rules.Evidence;
import io.enikit.rules.Phase;
import io.enikit.rules.RuleInfo;
import java.util.Optional;

/** A block that is taken off a subnet is its IPv6 block. */
final class BlockOfSubnet extends Precondition<DisassociateSubnetCidrBlock> {
    BlockOfSubnet() {
        super(
                RuleInfo.documented(
                                "disassociate.subnet-block-known",
                                Phase.IDS,
                                "A block that is taken off a subnet is its IPv6 block.",
                                "DisassociateSubnetCidrBlock")
                        .withCatalogIds("SUBNET-V6-DISASSOC")
                        .withCode("InvalidSubnetCidrBlockAssociationID.NotFound", Evidence.SEEN),
                DisassociateSubnetCidrBlock.class);
    }

    @Override
    Optional<String> check(DisassociateSubnetCidrBlock operation, NetworkPlan plan) {
        return plan.subnet(operation.subnet())
                .filter(subnet ->
                        subnet.ipv6CidrBlock().filter(operation.block()::equals).isEmpty())
                .map(subnet -> operation.block() + " is not the IPv6 block of subnet " + subnet.id()
                        + subnet.ipv6CidrBlock()
                                .map(block -> ", which is " + block)
                                .orElse(", which has none"));
    }

    @Override
    boolean isEssential() {
        return true;
    }
}
