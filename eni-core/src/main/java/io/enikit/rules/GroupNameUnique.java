package io.enikit.rules;

import io.enikit.model.NetworkPlan;
import io.enikit.model.SecurityGroup;

/** A security group name is unique in its VPC. */
final class GroupNameUnique extends Rule<SecurityGroup> {
    GroupNameUnique() {
        super(
                RuleInfo.builder()
                        .id("group.name.unique")
                        .addCatalogId("SG-NAME")
                        .summary("A security group name is unique in its VPC.")
                        .evidence(Evidence.DOCUMENTED)
                        .phase(Phase.IDS)
                        .ec2Code("InvalidGroup.Duplicate")
                        .codeEvidence(Evidence.SEEN)
                        .source("CreateSecurityGroup")
                        .build(),
                SecurityGroup.class);
    }

    @Override
    protected void check(SecurityGroup group, NetworkPlan plan, Faults faults) {
        plan.securityGroupsOf(group.vpcId()).stream()
                .filter(other -> other.groupName().equals(group.groupName()))
                .findFirst()
                .filter(first -> !first.id().equals(group.id()))
                .ifPresent(first -> faults.add(
                        "",
                        "the name \"" + group.groupName() + "\" is that of group \"" + first.id()
                                + "\" of the same VPC as well",
                        "give it another name"));
    }
}
