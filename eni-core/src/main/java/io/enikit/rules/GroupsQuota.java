package io.enikit.rules;

import io.enikit.model.Eni;
import io.enikit.model.NetworkPlan;

/** An interface is in no more security groups than the quota allows. */
final class GroupsQuota extends Rule<Eni> {
    GroupsQuota() {
        super(
                RuleInfo.builder()
                        .id("eni.groups.quota")
                        .addCatalogId("SG-PER-ENI")
                        .summary(
                                "An interface is in no more security groups than the quota allows: 5, or up to 16 where it was raised.")
                        .evidence(Evidence.DOCUMENTED)
                        .phase(Phase.LIMITS)
                        .ec2Code("SecurityGroupsPerInterfaceLimitExceeded")
                        .codeEvidence(Evidence.SEEN)
                        .putCodesByAction("CreateNetworkInterface", "InvalidParameterValue")
                        .putCodesByAction("RunInstances", "SecurityGroupsPerInstanceLimitExceeded")
                        .source("Amazon VPC quotas")
                        .build(),
                Eni.class);
    }

    @Override
    protected void check(Eni eni, NetworkPlan plan, Faults faults) {
        int groups = eni.securityGroups().size();
        int quota = plan.quotas().securityGroupsPerInterface();
        if (groups > quota) {
            faults.exceeds(
                    groups - quota,
                    groups + " security groups, the quota is " + quota,
                    "leave some out, or have the quota raised (to 16 at most) and say so in the plan's Quotas");
        }
    }
}
