package io.enikit.operations;

import io.enikit.model.NetworkPlan;
import io.enikit.model.Subnet;
import io.enikit.rules.Phase;
import io.enikit.rules.RuleInfo;
import java.util.Optional;

/** A subnet has no more than one IPv6 block. */
final class SubnetIpv6Free extends Precondition<AssociateSubnetCidrBlock> {
    SubnetIpv6Free() {
        super(
                RuleInfo.documented(
                                "associate.subnet-ipv6-free",
                                Phase.STATE,
                                "A subnet has no more than one IPv6 block.",
                                "AssociateSubnetCidrBlock")
                        .withCatalogIds("SUBNET-V6-IN-VPC"),
                AssociateSubnetCidrBlock.class);
    }

    @Override
    Optional<String> check(AssociateSubnetCidrBlock operation, NetworkPlan plan) {
        return plan.subnet(operation.subnet())
                .flatMap(Subnet::ipv6CidrBlock)
                .map(block -> "the subnet " + operation.subnet() + " has the IPv6 block " + block
                        + " already: expected none");
    }
}
