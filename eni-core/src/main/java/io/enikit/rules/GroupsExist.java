package io.enikit.rules;

import io.enikit.model.Eni;
import io.enikit.model.NetworkPlan;
import io.enikit.model.SecurityGroupId;

/** The security groups of an interface exist. */
final class GroupsExist extends Rule<Eni> {
    GroupsExist() {
        super(
                RuleInfo.builder()
                        .id("eni.groups.exist")
                        .addCatalogId("SG-404")
                        .summary("The security groups of an interface exist.")
                        .evidence(Evidence.DOCUMENTED)
                        .phase(Phase.IDS)
                        .ec2Code("InvalidGroup.NotFound")
                        .codeEvidence(Evidence.SEEN)
                        .source("Error codes for the Amazon EC2 API")
                        .build(),
                Eni.class);
    }

    @Override
    protected void check(Eni eni, NetworkPlan plan, Faults faults) {
        for (SecurityGroupId group : eni.securityGroups()) {
            if (plan.securityGroup(group).isEmpty()) {
                faults.add(
                        group.toString(),
                        "the security group \"" + group + "\" does not exist",
                        "add the group, or name one that exists");
            }
        }
    }
}
