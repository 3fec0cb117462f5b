package io.enikit.operations;

import io.enikit.model.NetworkPlan;
import io.enikit.model.SecurityGroup;
import io.enikit.rules.Evidence;
import io.enikit.rules.Phase;
import io.enikit.rules.RuleInfo;
import io.enikit.rules.Severity;
import java.util.Optional;

/** The default group of a VPC stays. */
final class GroupNotDefault extends Precondition<DeleteSecurityGroup> {
    GroupNotDefault() {
        super(
                RuleInfo.builder()
                        .id("delete.group-not-default")
                        .addCatalogId("SG-DELETE")
                        .summary("The default group of a VPC cannot be deleted.")
                        .evidence(Evidence.DOCUMENTED)
                        .severity(Severity.ERROR)
                        .phase(Phase.STATE)
                        .ec2Code("CannotDelete")
                        .codeEvidence(Evidence.SEEN)
                        .source("Error codes for the Amazon EC2 API")
                        .build(),
                DeleteSecurityGroup.class);
    }

    @Override
    Optional<String> check(DeleteSecurityGroup operation, NetworkPlan plan) {
        return plan.securityGroup(operation.group())
                .filter(SecurityGroup::isDefault)
                .map(group -> group.id() + " is the default group of VPC " + group.vpcId());
    }
}
