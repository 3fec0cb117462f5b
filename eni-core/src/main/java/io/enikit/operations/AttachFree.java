package io.enikit.operations;

import io.enikit.model.Eni;
import io.enikit.model.NetworkPlan;
import io.enikit.rules.Evidence;
import io.enikit.rules.Phase;
import io.enikit.rules.RuleInfo;
import io.enikit.rules.Severity;
import java.util.Optional;

/** An interface that is attached is not attached once more. */
final class AttachFree extends Precondition<AttachEni> {
    AttachFree() {
        super(
                RuleInfo.builder()
                        .id("attach.interface-free")
                        .addCatalogId("ATT-ONE-INSTANCE")
                        .summary("An interface that is attached is not attached once more.")
                        .evidence(Evidence.DOCUMENTED)
                        .severity(Severity.ERROR)
                        .phase(Phase.STATE)
                        .ec2Code("InvalidNetworkInterface.InUse")
                        .codeEvidence(Evidence.SEEN)
                        .source("Error codes for the Amazon EC2 API")
                        .build(),
                AttachEni.class);
    }

    @Override
    Optional<String> check(AttachEni operation, NetworkPlan plan) {
        return plan.eni(operation.eni())
                .flatMap(Eni::attachment)
                .map(place -> operation.eni() + " is in use"
                        + place.instanceId()
                                .map(instance -> ", attached to " + instance)
                                .orElse(""));
    }
}
