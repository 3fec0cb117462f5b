package io.enikit.operations;

import io.enikit.model.Eni;
import io.enikit.model.NetworkPlan;
import io.enikit.rules.Phase;
import io.enikit.rules.RuleInfo;
import java.util.Optional;

/** A branch interface that is deleted has been disassociated from its trunk. */
final class DeleteDisassociated extends Precondition<DeleteEni> {
    DeleteDisassociated() {
        super(
                RuleInfo.seen(
                                "delete.disassociated",
                                Phase.STATE,
                                "A branch interface that is deleted has been disassociated from its trunk.",
                                "the VPC resource controller")
                        .withCatalogIds("TRUNK-DEL")
                        .withCode("InvalidParameterValue"),
                DeleteEni.class);
    }

    @Override
    Optional<String> check(DeleteEni operation, NetworkPlan plan) {
        return plan.eni(operation.eni())
                .flatMap(Eni::trunkAssociation)
                .map(trunk ->
                        "network interface '" + operation.eni() + "' is currently in use, as a branch of " + trunk);
    }
}
