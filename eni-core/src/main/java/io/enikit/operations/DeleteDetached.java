package io.enikit.operations;

import io.enikit.model.NetworkPlan;
import io.enikit.rules.Evidence;
import io.enikit.rules.Phase;
import io.enikit.rules.RuleInfo;
import java.util.Optional;

/** An interface that is deleted is attached to nothing. */
final class DeleteDetached extends Precondition<DeleteEni> {
    DeleteDetached() {
        super(
                RuleInfo.documented(
                                "delete.detached",
                                Phase.STATE,
                                "An interface that is deleted is attached to nothing.",
                                "DeleteNetworkInterface")
                        .withCatalogIds("DEL-INUSE")
                        .withCode("InvalidParameterValue", Evidence.SEEN),
                DeleteEni.class);
    }

    @Override
    Optional<String> check(DeleteEni operation, NetworkPlan plan) {
        return plan.eni(operation.eni())
                .filter(eni -> eni.attachment().isPresent())
                .map(eni -> "network interface '" + eni.id() + "' is currently in use"
                        + eni.instanceId().map(instance -> " by " + instance).orElse(""));
    }
}
