package io.enikit.rules;

import io.enikit.model.NetworkPlan;

/** A Region has no more network interfaces than the quota allows. */
final class InterfaceQuota extends Rule<NetworkPlan> {
    InterfaceQuota() {
        super(
                RuleInfo.builder()
                        .id("quota.network-interfaces")
                        .addCatalogId("ENI-QUOTA")
                        .summary(
                                "A Region has no more network interfaces than the quota allows, 5,000 unless it was raised.")
                        .evidence(Evidence.DOCUMENTED)
                        .phase(Phase.LIMITS)
                        .ec2Code("NetworkInterfaceLimitExceeded")
                        .source("Amazon VPC quotas")
                        .build(),
                NetworkPlan.class);
    }

    @Override
    protected void check(NetworkPlan whole, NetworkPlan plan, Faults faults) {
        int interfaces = plan.enis().size();
        int quota = plan.quotas().networkInterfaces();
        if (interfaces > quota) {
            faults.exceeds(
                    interfaces - quota,
                    interfaces + " network interfaces, the quota is " + quota,
                    "delete some, or have the quota raised and say so with Quotas.withNetworkInterfaces");
        }
    }
}
