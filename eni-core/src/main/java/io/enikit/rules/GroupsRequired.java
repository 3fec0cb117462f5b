package io.enikit.rules;

import io.enikit.model.Eni;
import io.enikit.model.NetworkPlan;

/** An interface is in at least one security group, unless a service such as a NAT gateway made it. */
final class GroupsRequired extends Rule<Eni> {
    GroupsRequired() {
        super(
                RuleInfo.builder()
                        .id("eni.groups.required")
                        .addCatalogId("SG-DEFAULT")
                        .addCatalogId("ATTR-GROUPS")
                        .summary("An interface is in at least one security group.")
                        .evidence(Evidence.DOCUMENTED)
                        .phase(Phase.SHAPE)
                        .ec2Code("MissingParameter")
                        .codeEvidence(Evidence.INFERRED)
                        .addSilentBehind("eni.subnet.exists")
                        .source("Elastic network interfaces")
                        .build(),
                Eni.class);
    }

    @Override
    protected void check(Eni eni, NetworkPlan plan, Faults faults) {
        if (eni.securityGroups().isEmpty()
                && !eni.requesterManaged()
                && plan.subnet(eni.subnetId()).isPresent()) {
            faults.add("", "it is in no security group", "add a group, such as the default group of its VPC");
        }
    }
}
