package io.enikit.rules;

import io.enikit.model.NetworkPlan;

/** A Region has no more Elastic IPs than the quota allows. */
final class ElasticIpQuota extends Rule<NetworkPlan> {
    ElasticIpQuota() {
        super(
                RuleInfo.builder()
                        .id("quota.elastic-ips")
                        .addCatalogId("EIP-QUOTA")
                        .summary("A Region has no more Elastic IPs than the quota allows, 5 unless it was raised.")
                        .evidence(Evidence.DOCUMENTED)
                        .phase(Phase.LIMITS)
                        .ec2Code("AddressLimitExceeded")
                        .codeEvidence(Evidence.SEEN)
                        .source("Amazon VPC quotas")
                        .build(),
                NetworkPlan.class);
    }

    @Override
    protected void check(NetworkPlan whole, NetworkPlan plan, Faults faults) {
        int addresses = plan.elasticIps().size();
        int quota = plan.quotas().elasticIps();
        if (addresses > quota) {
            faults.exceeds(
                    addresses - quota,
                    addresses + " Elastic IPs, the quota is " + quota,
                    "release some, or have the quota raised and say so with Quotas.withElasticIps");
        }
    }
}
