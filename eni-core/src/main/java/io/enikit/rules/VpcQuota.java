package io.enikit.rules;

import io.enikit.model.NetworkPlan;

/** A Region has no more VPCs than the quota allows. */
final class VpcQuota extends Rule<NetworkPlan> {
    VpcQuota() {
        super(
                RuleInfo.builder()
                        .id("quota.vpcs")
                        .addCatalogId("VPC-QUOTA")
                        .summary("A Region has no more VPCs than the quota allows, 5 unless it was raised.")
                        .evidence(Evidence.DOCUMENTED)
                        .phase(Phase.LIMITS)
                        .ec2Code("VpcLimitExceeded")
                        .source("Amazon VPC quotas")
                        .build(),
                NetworkPlan.class);
    }

    @Override
    protected void check(NetworkPlan whole, NetworkPlan plan, Faults faults) {
        int vpcs = plan.vpcs().size();
        int quota = plan.quotas().vpcs();
        if (vpcs > quota) {
            faults.exceeds(
                    vpcs - quota,
                    vpcs + " VPCs, the quota is " + quota,
                    "delete some, or have the quota raised and say so with Quotas.withVpcs");
        }
    }
}
