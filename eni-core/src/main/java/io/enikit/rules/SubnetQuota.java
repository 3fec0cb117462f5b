package io.enikit.rules;

import io.enikit.model.NetworkPlan;
import io.enikit.model.Vpc;

/** A VPC has no more subnets than the quota allows. */
final class SubnetQuota extends Rule<Vpc> {
    SubnetQuota() {
        super(
                RuleInfo.builder()
                        .id("quota.subnets")
                        .addCatalogId("SUBNET-QUOTA")
                        .summary("A VPC has no more subnets than the quota allows, 200 unless it was raised.")
                        .evidence(Evidence.DOCUMENTED)
                        .phase(Phase.LIMITS)
                        .ec2Code("SubnetLimitExceeded")
                        .source("Amazon VPC quotas")
                        .build(),
                Vpc.class);
    }

    @Override
    protected void check(Vpc vpc, NetworkPlan plan, Faults faults) {
        int subnets = plan.subnetsOf(vpc.id()).size();
        int quota = plan.quotas().subnetsPerVpc();
        if (subnets > quota) {
            faults.exceeds(
                    subnets - quota,
                    subnets + " subnets, the quota is " + quota,
                    "delete some, or have the quota raised and say so with Quotas.withSubnetsPerVpc");
        }
    }
}
