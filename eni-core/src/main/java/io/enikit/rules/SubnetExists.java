package io.enikit.rules;

import io.enikit.model.Eni;
import io.enikit.model.NetworkPlan;

/** The subnet of an interface exists. */
final class SubnetExists extends Rule<Eni> {
    SubnetExists() {
        super(
                RuleInfo.builder()
                        .id("eni.subnet.exists")
                        .addCatalogId("ENI-SUBNET-REQ")
                        .addCatalogId("SUBNET-404")
                        .summary("The subnet of an interface exists.")
                        .evidence(Evidence.DOCUMENTED)
                        .phase(Phase.IDS)
                        .ec2Code("InvalidSubnetID.NotFound")
                        .codeEvidence(Evidence.SEEN)
                        .source("Error codes for the Amazon EC2 API")
                        .build(),
                Eni.class);
    }

    @Override
    protected void check(Eni eni, NetworkPlan plan, Faults faults) {
        if (plan.subnet(eni.subnetId()).isEmpty()) {
            faults.add(
                    "",
                    "the subnet \"" + eni.subnetId() + "\" does not exist",
                    "add the subnet, or name one that exists");
        }
    }
}
