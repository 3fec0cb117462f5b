package io.enikit.rules;

import io.enikit.model.Eni;
import io.enikit.model.NetworkPlan;
import io.enikit.model.Subnet;
import io.enikit.model.TrunkAssociation;
import java.util.Optional;

/** A branch interface has a subnet of its own, in the availability zone of its trunk. */
final class TrunkZone extends BranchRule {
    TrunkZone() {
        super(RuleInfo.builder()
                .id("eni.trunk.zone")
                .addCatalogId("TRUNK-SG")
                .summary("A branch interface has a subnet of its own, in the availability zone of its trunk.")
                .evidence(Evidence.DOCUMENTED)
                .phase(Phase.STATE)
                .ec2Code("InvalidParameterValue")
                .codeEvidence(Evidence.INFERRED)
                .addSilentBehind("eni.subnet.exists")
                .addSilentBehind("eni.trunk.exists")
                .source("AssociateTrunkInterface")
                .build());
    }

    @Override
    void check(Eni branch, TrunkAssociation association, NetworkPlan plan, Faults faults) {
        Optional<String> zone = zoneOf(branch, plan);
        Optional<String> trunkZone = plan.eni(association.trunk()).flatMap(trunk -> zoneOf(trunk, plan));
        if (zone.isPresent() && trunkZone.isPresent() && !zone.equals(trunkZone)) {
            faults.add(
                    "",
                    "it is in " + zone.get() + ", its trunk in " + trunkZone.get(),
                    "use a subnet of the trunk's zone");
        }
    }

    private static Optional<String> zoneOf(Eni eni, NetworkPlan plan) {
        return plan.subnet(eni.subnetId()).map(Subnet::availabilityZone);
    }
}
