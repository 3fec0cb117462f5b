package io.enikit.rules;

import io.enikit.model.NetworkPlan;
import io.enikit.model.Quotas;
import io.enikit.model.Vpc;
import io.enikit.net.IpFamily;

/** A VPC has no more blocks of a family than the quota allows. */
final class VpcBlockQuota extends Rule<Vpc> {
    private final IpFamily family;

    VpcBlockQuota(IpFamily family) {
        super(info(family), Vpc.class);
        this.family = family;
    }

    private static RuleInfo info(IpFamily family) {
        RuleInfo.Builder info = RuleInfo.builder()
                .summary("A VPC has no more " + family.label()
                        + " blocks than the quota allows, 5 unless it was raised.")
                .evidence(Evidence.DOCUMENTED)
                .phase(Phase.LIMITS)
                .ec2Code("CidrLimitExceeded")
                .source("Amazon VPC quotas");
        return switch (family) {
            case IPV4 ->
                info.id("quota.ipv4-cidr-blocks")
                        .addCatalogId("VPC-CIDR2-QUOTA")
                        .codeEvidence(Evidence.SEEN)
                        .build();
            case IPV6 ->
                info.id("quota.ipv6-cidr-blocks")
                        .addCatalogId("VPC-V6-QUOTA")
                        .codeEvidence(Evidence.INFERRED)
                        .build();
        };
    }

    @Override
    protected void check(Vpc vpc, NetworkPlan plan, Faults faults) {
        int blocks = vpc.cidrBlocks(family).size();
        int quota = quota(plan.quotas());
        if (blocks > quota) {
            faults.exceeds(
                    blocks - quota,
                    blocks + " " + family.label() + " blocks, the quota is " + quota,
                    "take some off, or have the quota raised and say so in the plan's quotas");
        }
    }

    private int quota(Quotas quotas) {
        return switch (family) {
            case IPV4 -> quotas.ipv4CidrBlocksPerVpc();
            case IPV6 -> quotas.ipv6CidrBlocksPerVpc();
        };
    }
}
