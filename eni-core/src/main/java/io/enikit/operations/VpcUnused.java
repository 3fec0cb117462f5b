package io.enikit.operations;

import io.enikit.model.NetworkPlan;
import io.enikit.model.Vpc;
import io.enikit.rules.Evidence;
import io.enikit.rules.Phase;
import io.enikit.rules.RuleInfo;
import java.util.List;
import java.util.Optional;

/** A VPC that is deleted has no subnets, no groups but the default one, and no internet gateway. */
final class VpcUnused extends Precondition<DeleteVpc> {
    VpcUnused() {
        super(
                RuleInfo.documented(
                                "delete.vpc-unused",
                                Phase.STATE,
                                "A VPC that is deleted has no subnets, no groups but the default one, none of another VPC associated with it, and no internet gateway.",
                                "Error codes for the Amazon EC2 API")
                        .withCatalogIds("VPC-DELETE-DEPS")
                        .withCode("DependencyViolation", Evidence.SEEN),
                DeleteVpc.class);
    }

    @Override
    Optional<String> check(DeleteVpc operation, NetworkPlan plan) {
        Optional<Vpc> vpc = plan.vpc(operation.vpc());
        List<String> dependencies = Dependencies.of(
                plan.subnetsOf(operation.vpc()),
                plan.securityGroupsOf(operation.vpc()).stream()
                        .filter(group -> !group.isDefault())
                        .toList());
        plan.securityGroups().stream()
                .filter(group -> group.associatedVpcIds().contains(operation.vpc()))
                .forEach(group -> dependencies.add("the association of group " + group.id()));
        if (vpc.filter(Vpc::internetGatewayAttached).isPresent()) {
            dependencies.add("its internet gateway");
        }
        return Dependencies.refusal("vpc", operation.vpc(), dependencies);
    }
}
