package io.enikit.rules;

import io.enikit.model.NetworkPlan;
import io.enikit.model.Vpc;
import io.enikit.model.VpcId;
import java.util.List;

/** A Region has no more than one default VPC. */
final class VpcDefaultOne extends Rule<NetworkPlan> {
    VpcDefaultOne() {
        super(
                RuleInfo.builder()
                        .id("vpc.default.one")
                        .addCatalogId("VPC-DEFAULT")
                        .summary("A Region has no more than one default VPC.")
                        .evidence(Evidence.DOCUMENTED)
                        .phase(Phase.LIMITS)
                        .ec2Code("DefaultVpcAlreadyExists")
                        .source("Default VPCs")
                        .build(),
                NetworkPlan.class);
    }

    @Override
    protected void check(NetworkPlan whole, NetworkPlan plan, Faults faults) {
        List<VpcId> defaults =
                plan.vpcs().stream().filter(Vpc::defaultVpc).map(Vpc::id).toList();
        if (defaults.size() > 1) {
            faults.exceeds(
                    defaults.size() - 1,
                    defaults.size() + " default VPCs, a Region has one: " + defaults,
                    "leave defaultVpc off on all but one");
        }
    }
}
