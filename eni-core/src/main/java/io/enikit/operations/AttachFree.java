package io.enikit.operations;

import io.enikit.model.Eni;
import io.enikit.model.NetworkPlan;
import io.enikit.rules.Evidence;
import io.enikit.rules.Phase;
import io.enikit.rules.RuleInfo;
import java.util.Optional;

/** An interface that is attached is not attached once more. */
final class AttachFree extends Precondition<AttachEni> {
    AttachFree() {
        super(
                RuleInfo.documented(
                                "attach.interface-free",
                                Phase.STATE,
                                "An interface that is attached is not attached once more.",
                                "Error codes for the Amazon EC2 API")
                        .withCatalogIds("ATT-ONE-INSTANCE")
                        .withCode("InvalidNetworkInterface.InUse", Evidence.SEEN),
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
