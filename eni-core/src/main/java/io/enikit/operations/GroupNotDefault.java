package io.enikit.operations;

import io.enikit.model.NetworkPlan;
import io.enikit.model.SecurityGroup;
import io.enikit.rules.Evidence;
import io.enikit.rules.Phase;
import io.enikit.rules.RuleInfo;
import java.util.Optional;

/** The default group of a VPC stays. */
final class GroupNotDefault extends Precondition<DeleteSecurityGroup> {
    GroupNotDefault() {
        super(
                RuleInfo.documented(
                                "delete.group-not-default",
                                Phase.STATE,
                                "The default group of a VPC cannot be deleted.",
                                "Error codes for the Amazon EC2 API")
                        .withCatalogIds("SG-DELETE")
                        .withCode("CannotDelete", Evidence.SEEN),
                DeleteSecurityGroup.class);
    }

    @Override
    Optional<String> check(DeleteSecurityGroup operation, NetworkPlan plan) {
        return plan.securityGroup(operation.group())
                .filter(SecurityGroup::isDefault)
                .map(group -> group.id() + " is the default group of VPC " + group.vpcId());
    }
}
