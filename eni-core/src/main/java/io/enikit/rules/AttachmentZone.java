package io.enikit.rules;

import io.enikit.model.Eni;
import io.enikit.model.InstanceId;
import io.enikit.model.NetworkPlan;
import io.enikit.model.Subnet;
import java.util.Optional;

/** An interface and its instance are in one availability zone. */
final class AttachmentZone extends Rule<Eni> {
    AttachmentZone() {
        super(
                RuleInfo.builder()
                        .id("eni.attach.zone")
                        .addCatalogId("ATT-AZ")
                        .addCatalogId("RUN-MULTI-AZ")
                        .summary("An interface and its instance are in one availability zone.")
                        .evidence(Evidence.DOCUMENTED)
                        .phase(Phase.STATE)
                        .ec2Code("InvalidParameterCombination")
                        .codeEvidence(Evidence.SEEN)
                        .addSilentBehind("eni.subnet.exists")
                        .addSilentBehind("eni.attach.instance-exists")
                        .source("Attach a network interface to your instance")
                        .build(),
                Eni.class);
    }

    @Override
    protected void check(Eni eni, NetworkPlan plan, Faults faults) {
        Optional<InstanceId> instance = eni.instanceId();
        Optional<Subnet> subnet = plan.subnet(eni.subnetId());
        if (instance.isEmpty() || subnet.isEmpty()) {
            return;
        }
        String zone = subnet.get().availabilityZone();
        Optional<String> instanceZone = plan.availabilityZoneOf(instance.get());
        if (instanceZone.isPresent() && !instanceZone.get().equals(zone)) {
            faults.add(
                    "",
                    "it is in " + zone + ", its instance \"" + instance.get() + "\" is in " + instanceZone.get(),
                    "use a subnet of the instance's zone");
        }
    }
}
