package io.enikit.rules;

import io.enikit.model.NetworkPlan;

/** A Region has no more security groups than the quota allows. */
final class GroupQuota extends Rule<NetworkPlan> {
    GroupQuota() {
        super(
                RuleInfo.builder()
                        .id("quota.security-groups")
                        .addCatalogId("SG-RULES")
                        .summary(
                                "A Region has no more security groups than the quota allows, 2,500 unless it was raised.")
                        .evidence(Evidence.DOCUMENTED)
                        .phase(Phase.LIMITS)
                        .ec2Code("SecurityGroupLimitExceeded")
                        .source("Amazon VPC quotas")
                        .build(),
                NetworkPlan.class);
    }

    @Override
    protected void check(NetworkPlan whole, NetworkPlan plan, Faults faults) {
        int groups = plan.securityGroups().size();
        int quota = plan.quotas().securityGroups();
        if (groups > quota) {
            faults.exceeds(
                    groups - quota,
                    groups + " security groups, the quota is " + quota,
                    "delete some, or have the quota raised and say so with Quotas.withSecurityGroups");
        }
    }
}
