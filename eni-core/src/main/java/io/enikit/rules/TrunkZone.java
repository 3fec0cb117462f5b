package io.enikit.rules;

import io.enikit.model.Eni;
import io.enikit.model.NetworkPlan;
import io.enikit.model.Subnet;
import java.util.Optional;

/** A branch interface has a subnet of its own, in the availability zone of its trunk. */
final class TrunkZone extends Rule<Eni> {
    TrunkZone() {
        super(
                RuleInfo.builder()
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
                        .build(),
                Eni.class);
    }

    @Override
    protected void check(Eni eni, NetworkPlan plan, Faults faults) {
        Optional<String> zone = plan.subnet(eni.subnetId()).map(Subnet::availabilityZone);
        Optional<String> trunkZone = eni.trunkAssociation()
                .flatMap(branch -> plan.eni(branch.trunk()))
                .flatMap(trunk -> plan.subnet(trunk.subnetId()))
                .map(Subnet::availabilityZone);
        if (zone.isPresent() && trunkZone.isPresent() && !zone.equals(trunkZone)) {
            faults.add(
                    "",
                    "it is in " + zone.get() + ", its trunk in " + trunkZone.get(),
                    "use a subnet of the trunk's zone");
        }
    }
}
